import type { FigureId } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { unique } from '#core/check/judge.ts'
import { type Quantity, groupSums } from './quantity.ts'

/** Whether more of it speaks for a bureau, or less. `none`: neither; it says how much there was to do. */
export type Direction = 'none' | 'more' | 'less'

/** A rate as data; its id names the formula. */
export interface Indicator extends Label {
  /** Permanent small number for storage. Never reused. */
  readonly key: number
  /** The formula in words. */
  readonly formula: Label
  readonly numerator: Quantity
  readonly denominator: Quantity
  /** `share`: part of a whole, 0 to 1. `ratio`: two different counts; may exceed 1 and has no interval. */
  readonly kind: 'share' | 'ratio'
  readonly direction: Direction
  /** With a smaller denominator the rate is shown as “too few” and takes no part in any ranking. */
  readonly minN: number
}

/** No official threshold exists; below about 30 a single case moves the rate by more than 3 points. */
const minN = 30

const of = (...plus: FigureId[]): Quantity => ({ plus })

const handled = of('outcome_total.total')
const received = of('requests_new.total', 'requests_carried_in.total')

/** An indicator without its number. */
type Formula = Omit<Indicator, 'key'>

const share = (
  name: Label,
  formula: Label,
  numerator: Quantity,
  denominator: Quantity,
): Formula => ({
  ...name,
  formula,
  numerator,
  denominator,
  kind: 'share',
  direction: 'none',
  minN,
})

/** One group of outcomes in all that was handled. */
const outcomeShare = (id: keyof typeof groupSums): Formula => {
  const { zh, en, quantity } = groupSums[id]
  return share(
    { zh: `${zh}占比`, en: `Share: ${en.toLowerCase()}` },
    { zh: `${zh} ÷ 办理结果总计`, en: `${en} ÷ all outcomes` },
    quantity,
    handled,
  )
}

const disputes = {
  review: { zh: '行政复议', en: 'review', groups: ['review'] },
  suit: { zh: '行政诉讼', en: 'lawsuit', groups: ['suit_direct', 'suit_after_review'] },
  suit_direct: { zh: '未经复议直接起诉', en: 'direct lawsuit', groups: ['suit_direct'] },
  suit_after_review: {
    zh: '复议后起诉',
    en: 'lawsuit after review',
    groups: ['suit_after_review'],
  },
} as const

/** Corrected by all cases, pending ones too: what most bureaus print. */
function correctedOfAll(dispute: keyof typeof disputes): Formula {
  const { zh, en, groups } = disputes[dispute]
  const name = { zh: `${zh}纠正率（占全部）`, en: `Corrected in ${en}, of all cases` }
  const formula = { zh: '结果纠正 ÷ 总计', en: 'Corrected ÷ total' }
  const numerator = of(...groups.map((group): FigureId => `${group}_corrected`))
  const denominator = of(...groups.map((group): FigureId => `${group}_total`))
  return { ...share(name, formula, numerator, denominator), direction: 'less' }
}

/** Corrected by the cases that have ended. */
function correctedOfClosed(dispute: keyof typeof disputes): Formula {
  const { zh, en, groups } = disputes[dispute]
  const name = { zh: `${zh}纠正率（占审结）`, en: `Corrected in ${en}, of closed cases` }
  const formula = {
    zh: '结果纠正 ÷（总计 − 尚未审结）',
    en: 'Corrected ÷ (total − pending)',
  }
  const all = correctedOfAll(dispute)
  const minus = groups.map((group): FigureId => `${group}_pending`)
  return { ...all, ...name, formula, denominator: { ...all.denominator, minus } }
}

/** Every rate, in the order in which they are shown. */
export const indicators = {
  disclosure_rate: {
    key: 1,
    ...share(
      { zh: '公开率', en: 'Disclosure rate' },
      { zh: '（予以公开 + 部分公开）÷ 办理结果总计', en: '(Disclosed + in part) ÷ all outcomes' },
      of('outcome_granted.total', 'outcome_partial.total'),
      handled,
    ),
  },
  denied_share: { key: 2, ...outcomeShare('outcome_denied_sum') },
  unable_share: { key: 3, ...outcomeShare('outcome_unable_sum') },
  refused_share: { key: 4, ...outcomeShare('outcome_refused_sum') },
  other_share: { key: 5, ...outcomeShare('outcome_other_sum') },
  completion_rate: {
    key: 6,
    ...share(
      { zh: '办结率', en: 'Completion rate' },
      {
        zh: '办理结果总计 ÷（本年新收 + 上年结转）',
        en: 'All outcomes ÷ (new + carried in)',
      },
      handled,
      received,
    ),
  },
  carry_out_rate: {
    key: 7,
    ...share(
      { zh: '结转率', en: 'Carry-over rate' },
      {
        zh: '结转下年度 ÷（本年新收 + 上年结转）',
        en: 'Carried out ÷ (new + carried in)',
      },
      of('requests_carried_out.total'),
      received,
    ),
  },
  natural_person_share: {
    key: 8,
    ...share(
      { zh: '自然人申请占比', en: 'Share of natural persons' },
      { zh: '自然人新收 ÷ 本年新收', en: 'New from natural persons ÷ all new requests' },
      of('requests_new.natural_person'),
      of('requests_new.total'),
    ),
  },
  petition_share: {
    key: 9,
    ...share(
      { zh: '信访举报投诉类占比', en: 'Share of petitions and complaints' },
      { zh: '信访举报投诉类申请 ÷ 办理结果总计', en: 'Petitions and complaints ÷ all outcomes' },
      of('outcome_refused_petition.total'),
      handled,
    ),
  },
  not_held_share: {
    key: 10,
    ...share(
      { zh: '不掌握占无法提供比', en: 'Not held, of those unable to provide' },
      { zh: '本机关不掌握 ÷ 无法提供', en: 'Not held ÷ unable to provide' },
      of('outcome_unable_not_held.total'),
      groupSums.outcome_unable_sum.quantity,
    ),
  },
  review_correction_rate: { key: 11, ...correctedOfAll('review') },
  review_correction_rate_closed: { key: 12, ...correctedOfClosed('review') },
  suit_correction_rate: { key: 13, ...correctedOfAll('suit') },
  suit_correction_rate_closed: { key: 14, ...correctedOfClosed('suit') },
  suit_direct_correction_rate: { key: 15, ...correctedOfAll('suit_direct') },
  suit_direct_correction_rate_closed: { key: 16, ...correctedOfClosed('suit_direct') },
  suit_after_review_correction_rate: { key: 17, ...correctedOfAll('suit_after_review') },
  suit_after_review_correction_rate_closed: { key: 18, ...correctedOfClosed('suit_after_review') },
  /** Cases are those of the year and may be about requests of earlier ones. */
  dispute_rate: {
    key: 19,
    zh: '复议诉讼率',
    en: 'Dispute rate',
    formula: {
      zh: '（行政复议总计 + 行政诉讼总计）÷（本年新收 + 上年结转）',
      en: '(Reviews + lawsuits) ÷ (new + carried in)',
    },
    numerator: of('review_total', 'suit_direct_total', 'suit_after_review_total'),
    denominator: received,
    kind: 'ratio',
    direction: 'none',
    minN,
  },
} as const satisfies Record<string, Indicator>

export type IndicatorId = keyof typeof indicators

export const isIndicatorId = (id: string): id is IndicatorId => Object.hasOwn(indicators, id)

/** Every figure that an indicator needs. */
export function figuresOf(id: IndicatorId): FigureId[] {
  const { numerator, denominator }: Indicator = indicators[id]
  return unique(
    [numerator, denominator].flatMap(({ plus, minus = [], or = [] }) => [...plus, ...minus, ...or]),
  )
}
