import type { FigureId } from '#core/catalog/index.ts'
import type { RequestRow } from '#core/catalog/requests.ts'
import type { FormReport } from './form.ts'
import type { Numbers } from './made-up-figures.ts'

/** What is unusual about a report; everything else is as the form wants it. */
export interface Special {
  readonly bureau: string
  /** All years when left out. */
  readonly years?: readonly number[]
  /** The bureau handed in no report. */
  readonly missing?: true
  readonly tables?: FormReport['tables']
  /** The excerpt breaks off after this row of part 三. */
  readonly until?: RequestRow
  readonly excerpt?: true
  /** How much too high the bureau states a figure. */
  readonly plus?: Partial<Numbers>
  /** The bureau counts what it carried in as newly received. */
  readonly forgetful?: true
  /** What a cell prints in place of its number. */
  readonly print?: (text: string, id: FigureId) => string
  /** Why the report is published although its sums do not hold. */
  readonly accept?: string
}

const asPrinted = '照原文刊载'

const missing: readonly Special[] = [
  { bureau: '000101-0005', years: [2021], missing: true },
  { bureau: '000102-0006', missing: true },
  { bureau: '000103-0004', years: [2019, 2020, 2021, 2022, 2024], missing: true },
]

const tables2019 = { disclosure: '2019', requests: '2019', reviews: 'any' } as const

const shapes: readonly Special[] = [
  { bureau: '000102-0003', years: [2019], tables: { disclosure: '2019' }, excerpt: true },
  {
    bureau: '000103-0003',
    years: [2020],
    tables: { disclosure: '2019', requests: null },
    until: 'outcome_granted',
    excerpt: true,
  },
  { bureau: '000101-0004', years: [2021], tables: { disclosure: '2021', requests: '2021' } },
  { bureau: '000102-0007', years: [2022], tables: { requests: '2021', reviews: 'any' } },
  { bureau: '000102-0007', years: [2021], tables: tables2019 },
  {
    bureau: '000103-0001',
    years: [2021, 2022],
    tables: { ...tables2019, disclosure: '2021' },
  },
]

const says =
  (id: FigureId, words: string): NonNullable<Special['print']> =>
  (text, other) =>
    other === id ? words : text

const isRegulation = (id: FigureId): boolean => id.startsWith('regulations_')
const isReview = (id: FigureId): boolean => /^(review|suit)_/.test(id)
const isRequest = (id: FigureId): boolean => id.includes('.')
const isDecision = (id: FigureId): boolean => id.endsWith('_decided')

const states: readonly Special[] = [
  { bureau: '000101-0009', print: (text, id) => (isRegulation(id) ? '/' : text) },
  { bureau: '000101-0010', print: (text, id) => (isRegulation(id) ? '—' : text) },
  { bureau: '000102-0002', years: [2021], print: (text, id) => (isReview(id) ? '无' : text) },
  { bureau: '000102-0004', years: [2022], print: (text, id) => (isReview(id) ? '' : text) },
  {
    bureau: '000103-0002',
    years: [2023],
    print: (text, id) => (isRequest(id) && text === '0' ? '' : text),
  },
  {
    bureau: '000102-0004',
    years: [2020],
    print: (text, id) =>
      /^outcome_.*\.total$/.test(id) && id !== 'outcome_total.total' ? '' : text,
  },
  {
    bureau: '000100-0010',
    years: [2023],
    print: says('licences_decided', '许可事项已划转，本机关不再办理'),
  },
  { bureau: '000100-0017', years: [2022], print: says('penalties_decided', '约60') },
  { bureau: '000101-0007', years: [2021], print: says('coercion_decided', '1O') },
  { bureau: '000101-0003', years: [2020], print: says('outcome_granted.natural_person', '1O') },
]

const wordings: readonly Special[] = [
  {
    bureau: '000100-0011',
    print: (text, id) => (isDecision(id) ? text.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : text),
  },
  {
    bureau: '000100-0007',
    years: [2022],
    print: (text) =>
      text.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)),
  },
  {
    bureau: '000100-0009',
    years: [2023],
    print: (text, id) => (isDecision(id) ? `${text}件` : text),
  },
]

/** What the arithmetic rules find, and what only the year before tells. */
const wrong: readonly Special[] = [
  // A slip in one cell breaks its row and its column.
  { bureau: '000100-0019', years: [2020], plus: { 'outcome_unable_not_held.natural_person': 10 } },
  // Two totals off by one each way: both rows break, no column does.
  {
    bureau: '000100-0014',
    years: [2022],
    plus: { 'outcome_granted.total': 1, 'outcome_unable_not_held.total': -1 },
    accept: asPrinted,
  },
  // The row holds, both of its columns break.
  {
    bureau: '000100-0008',
    years: [2023],
    plus: { 'outcome_granted.natural_person': 2, 'outcome_granted.total': 2 },
    accept: asPrinted,
  },
  {
    bureau: '000100-0003',
    years: [2024],
    plus: { 'requests_carried_out.natural_person': 1, 'requests_carried_out.total': 1 },
  },
  { bureau: '000101-0001', years: [2022], print: says('review_total', '0'), accept: asPrinted },
  { bureau: '000100-0014', years: [2021], plus: { suit_direct_total: 1 } },
  { bureau: '000100-0018', years: [2022], forgetful: true },
  { bureau: '000101-0001', years: [2023], forgetful: true },
]

const all = [...missing, ...shapes, ...states, ...wordings, ...wrong]

export const specialsOf = (bureau: string, year: number): readonly Special[] =>
  all.filter((special) => special.bureau === bureau && (special.years?.includes(year) ?? true))
