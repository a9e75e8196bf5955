import type { Lang } from '#core/text/lang.ts'

/** What every chart says of itself. All words are in the reader's language. */
export interface ChartHead {
  readonly lang: Lang
  /** What is counted. */
  readonly heading: string
  /** Who and when. */
  readonly subject: string
  readonly unit: string
  /** Equal steps are equal ratios, and zero stands below the axis; linear where there is none. */
  readonly scale?: 'log'
  readonly notes: readonly string[]
  /** Source, data version and date; part of the picture, so that they travel with it. */
  readonly credit: readonly string[]
}

/** The title as one sentence: what, who and when. */
export const titleOf = ({ lang, heading, subject }: ChartHead): string =>
  `${heading}${lang === 'zh' ? '，' : ', '}${subject}`
