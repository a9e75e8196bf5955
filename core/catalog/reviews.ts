import type { Axis, Label, TableId } from './table.ts'

/** The three blocks of part 四. */
export const reviewGroups = {
  review: { key: 0, zh: '行政复议', en: 'Administrative review' },
  suit_direct: {
    key: 1,
    zh: '未经复议直接起诉',
    en: 'Lawsuit without prior review',
    in: 'litigation',
  },
  suit_after_review: { key: 2, zh: '复议后起诉', en: 'Lawsuit after review', in: 'litigation' },
} as const satisfies Record<string, Axis & { key: number; in?: 'litigation' }>

export type ReviewGroup = keyof typeof reviewGroups

export const litigation: Label = { zh: '行政诉讼', en: 'Administrative litigation' }

/** The five columns of each block; `total` is the sum of the others. */
export const reviewResults = {
  upheld: { key: 1, zh: '结果维持', en: 'Upheld' },
  corrected: { key: 2, zh: '结果纠正', en: 'Corrected' },
  other: { key: 3, zh: '其他结果', en: 'Other result' },
  pending: { key: 4, zh: '尚未审结', en: 'Pending' },
  total: { key: 5, zh: '总计', en: 'Total' },
} as const satisfies Record<string, Axis & { key: number }>

export type ReviewResult = keyof typeof reviewResults

/** Part 四 of the form: reviews and lawsuits over disclosure. */
export const reviews = {
  id: 'reviews' satisfies TableId,
  part: '四',
  zh: '政府信息公开行政复议、行政诉讼情况',
  en: 'Reviews and lawsuits over information disclosure',
} as const
