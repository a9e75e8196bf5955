import { expect, test } from 'vitest'
import { concerns } from '#core/check/assessment.ts'
import { type DocumentFacts, documentFindings, dueDate, likeness } from '#core/check/document.ts'

const six = { 一: '甲', 二: '', 三: '', 四: '', 五: '队伍不稳定，拟加强培训。', 六: '无' }

const clean: DocumentFacts = {
  year: 2024,
  titleYears: [2024],
  period: { from: '2024-01-01', to: '2024-12-31' },
  publishedOn: '2025-01-20',
  due: '2025-01-31',
  parts: six,
}

const said = (doc: Partial<DocumentFacts>, previous?: DocumentFacts['parts']): string[] =>
  concerns(documentFindings({ ...clean, ...doc }, previous)).map(
    ({ rule, severity, detail }) => `${rule} ${severity} ${detail}`,
  )

const { 五: _, ...withoutFive } = six

test.for<[string, Partial<DocumentFacts>, string[]]>([
  ['all is as it should be', {}, []],
  [
    'nothing is known',
    { titleYears: [], period: null, publishedOn: null, due: null, parts: {} },
    [],
  ],
  ['the title names another year', { titleYears: [2024, 2023] }, ['DOC-YEAR warning 2023 ≠ 2024']],
  [
    'the period is of another year',
    { period: { from: '2023-01-01', to: '2023-12-31' } },
    ['DOC-YEAR warning 2023 ≠ 2024'],
  ],
  [
    'the period is not the whole year',
    { period: { from: '2024-01-01', to: '2024-12-29' } },
    ['DOC-PERIOD warning 2024-01-01 – 2024-12-29'],
  ],
  ['it comes on the last day', { publishedOn: '2025-01-31' }, []],
  ['it comes late', { publishedOn: '2025-02-01' }, ['DOC-LATE warning 2025-02-01 > 2025-01-31']],
  ['a part is missing', { parts: withoutFive }, ['DOC-SECTION warning 五']],
  ['part 五 is empty', { parts: { ...six, 五: ' \n' } }, ['DOC-EMPTY warning ']],
  ['part 五 says 无', { parts: { ...six, 五: '无。' } }, ['DOC-EMPTY warning 无。']],
  [
    'part 五 says that there are none',
    { parts: { ...six, 五: '本年度无问题。' } },
    ['DOC-EMPTY warning 本年度无问题。'],
  ],
])('where %s', ([, doc, expected]) => {
  expect(said(doc)).toEqual(expected)
})

const essay = Array.from({ length: 60 }, (_one, i) => String.fromCharCode(0x4e00 + i * 7)).join('')

/** In tenths. */
const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 10) / 10

test.for([
  [essay, essay, 1],
  [essay, `${essay}，2023年共12件。`, 0.9],
  [essay, essay.split('').toReversed().join(''), 0],
  ['无', '无', null],
] as const)('texts are alike by the passages that they share', ([a, b, share]) => {
  expect(rounded(likeness(a, b))).toBe(share)
})

test('a text that is nearly that of last year is a finding; figures alone make no difference', () => {
  const now = { ...six, 一: `2024年公开12件。${essay}` }
  expect(said({ parts: now }, { 一: `2023年公开7件。${essay}` })).toEqual([
    'DOC-COPY warning 一 100%',
  ])
  expect(said({ parts: now }, { 一: essay.split('').toReversed().join('') })).toEqual([])
})

test.for([
  ['own', '2025-01-31'],
  ['area', '2025-03-31'],
] as const)('a report of scope %s on 2024 is due on %s', ([scope, day]) => {
  expect(dueDate(2024, scope)).toBe(day)
})
