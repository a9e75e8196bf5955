import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { ChartHead } from './head.ts'
import type { Tone } from './hue.ts'
import { type Credit, creditOf } from './spec.ts'

/** Bars that lie: one per row, its name to the left; from zero, or from where another row ends (a flow). */
export interface BarsSpec extends ChartHead {
  readonly kind: 'bars'
  readonly rows: readonly BarRow[]
  /** Values are parts of 1 and told in per cent. */
  readonly share?: boolean
}

export interface BarRow {
  readonly name: string
  readonly tone: Tone
  /** Where the bar begins; 0 but for a flow. */
  readonly from: number
  /** Its length; null where there is no number. */
  readonly value: number | null
  /** Why there is no number, in words; empty where there is one. */
  readonly gap: string
  /** The word for a sum that does not hold; empty where none is concerned. */
  readonly disputed: string
  /** Set apart from the rows above it: a sum of them, or what is left. */
  readonly strong?: boolean
  /** Where the next row of a flow takes over; none where it does not. */
  readonly link?: number
}

/** One area, bureau or year with its value; in the order in which it is shown. */
export interface Valued {
  readonly name: string
  readonly value: number | null
  /** Why there is no number, in words. */
  readonly gap?: string
  readonly disputed?: boolean
  readonly tone?: Tone
  readonly strong?: boolean
}

/** What the head of the chart says, and whose report it is from (many: undefined). */
export interface BarsHead extends Pick<ChartHead, 'heading' | 'subject' | 'unit'> {
  readonly notes?: readonly string[]
  readonly source?: string
  readonly share?: boolean
}

/** Areas or bureaus with one value each. */
export function barsSpec(
  lang: Lang,
  { source, notes = [], ...head }: BarsHead,
  entries: readonly Valued[],
  credit: Credit,
): BarsSpec {
  const isDisputed = ({ value, disputed }: Valued) => value !== null && disputed === true
  return {
    kind: 'bars',
    lang,
    ...head,
    rows: entries.map((entry) => ({
      name: entry.name,
      tone: entry.tone ?? 'blue',
      from: 0,
      value: entry.value,
      gap: entry.value === null ? (entry.gap ?? t(lang, 'unheld')) : '',
      disputed: isDisputed(entry) ? t(lang, 'disputed_short') : '',
      ...(entry.strong && { strong: true }),
    })),
    notes: [...notes, ...(entries.some(isDisputed) ? [t(lang, 'disputed_note')] : [])],
    credit: creditOf(lang, source, credit),
  }
}
