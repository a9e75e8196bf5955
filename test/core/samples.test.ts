import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figures } from '#core/catalog/index.ts'
import { type Severity, findings } from '#core/check/finding.ts'
import { readReport } from '#core/parse/index.ts'
import { type Reading, isRefusal, stateOf, states, valueOf } from '#core/reading.ts'
import { madeUpReports, madeUpRoster } from '../../samples/made-up.ts'
import { realFolder, realReports, samples } from '../../samples/real.ts'

async function read(html: string, name: string): Promise<Reading> {
  const reading = await readReport(new TextEncoder().encode(html), name)
  if (isRefusal(reading)) throw new Error(`${name}: ${reading.refused}`)
  return reading
}

const found = ({ cells, tables }: Reading, severity: Severity): string[] =>
  findings(cells, tables)
    .filter((finding) => finding.severity === severity)
    .map(({ rule }) => rule)

const real = realReports()
const made = madeUpReports()
const readings = new Map(
  await Promise.all(
    made.map(
      async ({ bureau, year, html }) =>
        [`${bureau} ${year}`, await read(html, `${bureau}-${year}.html`)] as const,
    ),
  ),
)

/** What the made-up reports are found to have, by report; those with nothing are left out. */
const madeFound = (severity: Severity): Record<string, string[]> =>
  Object.fromEntries(
    [...readings]
      .map(([report, reading]) => [report, found(reading, severity)] as const)
      .filter(([, rules]) => rules.length > 0),
  )

test.for(real)('real/$file stands as it is made', ({ file, html }) => {
  expect(readFileSync(new URL(file, realFolder), 'utf8')).toBe(html)
})

test.for(real)('real/$file reads back as it was keyed', async ({ file, html, bureau, year }) => {
  const { identity, tables, cells, refusedTables } = await read(html, file)
  const entries = figures.flatMap(({ id }) => {
    const cell = cells[id]
    return cell ? [{ id, cell }] : []
  })
  expect({
    tables,
    figures: Object.fromEntries(entries.map(({ id }) => [id, valueOf(cells, id)])),
    states: Object.fromEntries(
      entries.flatMap(({ id, cell }) => (cell.state === 'number' ? [] : [[id, cell.state]])),
    ),
    refusedTables,
    bureau: identity.bureau,
    year: identity.year,
  }).toEqual({
    tables: samples[file]?.tables,
    figures: samples[file]?.figures,
    states: samples[file]?.states,
    refusedTables: {},
    bureau,
    year,
  })
})

test('of the real samples only 洪泽区 2023 has sums that do not hold', async () => {
  const wrong = await Promise.all(
    real.map(async ({ file, html }) => [file, found(await read(html, file), 'error')] as const),
  )
  expect(Object.fromEntries(wrong.filter(([, rules]) => rules.length > 0))).toEqual({
    'hongze-2023.html': ['T4-SUM', 'T4-SUM'],
  })
})

test('the sources shown are government sites', () => {
  const hosts = real.flatMap(({ source }) => (source ? [new URL(source).hostname] : []))
  expect(hosts.filter((host) => !host.endsWith('.gov.cn'))).toEqual([])
})

test('the made-up city is the same at every call', () => {
  expect(madeUpReports()).toEqual(made)
})

test('every made-up name and page says so', () => {
  const roster = madeUpRoster()
  expect(roster.every(({ name }) => name.startsWith('虚构示例市'))).toBe(true)
  expect(
    roster.every(({ division, id }) => /^00\d{4}$/.test(division) && id.startsWith(division)),
  ).toBe(true)
  expect(made.every(({ html }) => /<title>虚构示例市.*<p>虚构示例：/s.test(html))).toBe(true)
})

test('the broken sums are those broken on purpose', () => {
  expect(madeFound('error')).toEqual({
    '000100-0003 2024': ['T3-ID', 'T3-ID'],
    '000100-0008 2023': ['T3-COL', 'T3-COL'],
    '000100-0014 2021': ['T4-SUM'],
    '000100-0014 2022': ['T3-ROW', 'T3-ROW'],
    '000100-0019 2020': ['T3-ROW', 'T3-COL'],
    '000101-0001 2022': ['T4-SUM'],
  })
})

test('some of them are to be published all the same, with a reason', () => {
  const accepted = made.filter(({ accept }) => accept !== null)
  expect(accepted.map(({ bureau, year, accept }) => [`${bureau} ${year}`, accept])).toEqual([
    ['000100-0008 2023', '照原文刊载'],
    ['000100-0014 2022', '照原文刊载'],
    ['000101-0001 2022', '照原文刊载'],
  ])
})

test('the unread cells are those damaged on purpose', () => {
  expect(madeFound('warning')).toEqual({
    '000100-0017 2022': ['UNREAD'],
    '000101-0003 2020': ['UNREAD'],
    '000101-0007 2021': ['UNREAD'],
  })
})

test('where sums cannot be judged, blanks and gaps were put in on purpose', () => {
  expect(Object.keys(madeFound('notice'))).toEqual([
    '000101-0003 2020',
    '000102-0002 2021',
    '000102-0004 2020',
    '000102-0004 2022',
    '000103-0002 2023',
    '000103-0003 2020',
  ])
})

test('every state of a cell occurs', () => {
  const seen = [...readings.values()].flatMap(({ cells }) =>
    figures.map(({ id }) => stateOf(cells, id)),
  )
  expect(new Set(seen)).toEqual(new Set(states))
})

test('all shapes of a report occur', () => {
  const shapes = [...readings.values()].map(({ tables }) =>
    (['disclosure', 'requests', 'reviews'] as const).map((id) => String(tables[id])).join(' '),
  )
  expect(new Set(shapes)).toEqual(
    new Set([
      '2019 2019 any',
      '2021 2021 any',
      '2021 2019 any',
      '2021 2021 undefined',
      '2019 null undefined',
      '2019 undefined undefined',
      'undefined 2021 any',
    ]),
  )
})

test('six years for each bureau, but for these', () => {
  const counts = madeUpRoster().map(
    ({ id }) => [id, made.filter(({ bureau }) => bureau === id).length] as const,
  )
  expect(Object.fromEntries(counts.filter(([, count]) => count !== 6))).toEqual({
    '000101-0005': 5,
    '000102-0006': 0,
    '000102-0008': 3,
    '000103-0004': 1,
  })
})

test('what one year carries out the next carries in, but for two that forget it', () => {
  const broken = made.filter(({ bureau, year }) => {
    const before = readings.get(`${bureau} ${year - 1}`)
    const now = readings.get(`${bureau} ${year}`)
    const carriedOut = before ? valueOf(before.cells, 'requests_carried_out.total') : null
    const carriedIn = now ? valueOf(now.cells, 'requests_carried_in.total') : null
    return carriedOut !== null && carriedIn !== null && carriedOut !== carriedIn
  })
  expect(broken.map(({ bureau, year }) => `${bureau} ${year}`)).toEqual([
    '000100-0018 2022',
    '000101-0001 2023',
  ])
})
