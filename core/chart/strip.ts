import { type Percentiles, minGroup } from '#core/indicator/spread.ts'
import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { ChartHead } from './head.ts'
import type { Hue } from './hue.ts'
import { type Credit, creditOf } from './spec.ts'

/** How a group of bureaus is spread, one row per figure or year, with the place of one bureau in it. */
export interface StripSpec extends ChartHead {
  readonly kind: 'strip'
  readonly rows: readonly StripRow[]
  /** Values are parts of 1 and told in per cent. */
  readonly share?: boolean
}

export interface StripRow {
  readonly name: string
  readonly hue: Hue
  /** How many bureaus the percentiles are of. */
  readonly n: number
  /** Null where the group is too small, with the reason in `gap`. */
  readonly percentiles: Percentiles | null
  /** The bureau's own number; null where it has none, or none is asked for. */
  readonly own: number | null
  /** Why no percentiles are shown; empty where they are. */
  readonly gap: string
}

export interface StripHead extends Pick<ChartHead, 'heading' | 'subject' | 'unit' | 'scale'> {
  readonly notes?: readonly string[]
  readonly share?: boolean
}

/** A row before anyone puts it into words; `reason` why it has no percentiles, where it is not that there are too few. */
export interface Spreaded extends Omit<StripRow, 'gap'> {
  readonly reason?: string
}

/** The spread of a group, one row per figure or year. All rows share one axis, so they have one unit. */
export const stripSpec = (
  lang: Lang,
  { notes = [], ...head }: StripHead,
  rows: readonly Spreaded[],
  credit: Credit,
): StripSpec => ({
  kind: 'strip',
  lang,
  ...head,
  rows: rows.map(({ reason, ...row }) => ({
    ...row,
    gap:
      row.percentiles === null
        ? (reason ?? t(lang, 'few_peers', { n: row.n, least: minGroup }))
        : '',
  })),
  notes: [...(rows.some(({ percentiles }) => percentiles) ? [t(lang, 'strip_key')] : []), ...notes],
  credit: creditOf(lang, undefined, credit),
})
