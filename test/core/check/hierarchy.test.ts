import { expect, test } from 'vitest'
import type { YearReading } from '#core/check/continuity.ts'
import { hierarchyFindings } from '#core/check/hierarchy.ts'
import { cellsOf } from './cells.ts'

type Entries = Parameters<typeof cellsOf>[0]

const reading = (scope: YearReading['scope'], entries: Entries): YearReading => ({
  year: 2024,
  scope,
  cells: cellsOf(entries),
  tables: { disclosure: '2021' },
})

const area = (entries: Entries): YearReading => reading('area', entries)
const own = (entries: Entries): YearReading => reading('own', entries)

const said = (whole: YearReading, children: readonly (YearReading | undefined)[]): string[] =>
  hierarchyFindings(whole, children).map(
    ({ rule, outcome, severity, left, leftSum, rightSum }) =>
      `${rule} ${outcome} ${severity} ${left.join()} ${leftSum} ${rightSum}`,
  )

test.for<[Entries, Entries[], string[]]>([
  [
    { licences_decided: 7, fees_collected_wan: 0.3 },
    [
      { licences_decided: 3, fees_collected_wan: 0.1 },
      { licences_decided: 4, fees_collected_wan: 0.2 },
    ],
    ['X-HIER pass notice licences_decided 7 7', 'X-HIER pass notice fees_collected_wan 0.3 0.3'],
  ],
  [
    { licences_decided: 9 },
    [{ licences_decided: 3 }, { licences_decided: 4 }],
    ['X-HIER fail warning licences_decided 9 7'],
  ],
  [
    { licences_decided: 3 },
    [{ licences_decided: 3 }, { licences_decided: '·' }],
    ['X-HIER pass_if_blank_is_zero notice licences_decided 3 3'],
  ],
  [
    { licences_decided: 9 },
    [{ licences_decided: 3 }, { licences_decided: '?' }],
    ['X-HIER not_assessable notice licences_decided 9 3'],
  ],
])('an area with %j whose bureaus have %j: %j', ([whole, children, expected]) => {
  expect(said(area(whole), children.map(own))).toEqual(expected)
})

const seven = { licences_decided: 7 }

test.for<[string, YearReading, (YearReading | undefined)[]]>([
  ['a report is missing', area(seven), [own(seven), undefined]],
  ['no bureau is known', area(seven), []],
  ['a scope is not known', area(seven), [reading(null, seven)]],
  ['the report is not on the whole area', own(seven), [own(seven)]],
  ['a report is of another year', area(seven), [{ ...own(seven), year: 2023 }]],
  [
    'a report follows the other edition',
    area({ norms_valid: 7 }),
    [{ ...own({ norms_open_total: 7 }), tables: { disclosure: '2019' } }],
  ],
])('nothing is compared where %s', ([, whole, children]) => {
  expect(said(whole, children)).toEqual([])
})
