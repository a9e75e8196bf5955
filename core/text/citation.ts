import { type ChartHead, titleOf } from '#core/chart/head.ts'
import { day } from './number.ts'
import { t } from './words.ts'

/** What is cited: a chart, and the state of the collection that its figures are of. */
export interface Cited {
  readonly head: ChartHead
  /** The release that `address` leads to; undefined where there is none yet. */
  readonly release: string | undefined
  /** The data version, which stands in for a release where there is none. */
  readonly data: number
  /** When that release was cut, or that version published, UTC; null where it is not known. */
  readonly at: string | null
  readonly address: string
}

/**
 * A reference in the order of GB/T 7714—2015 for electronic resources: who, title [DS/OL], edition, (its date), [date of
 * access], address. In two parts: between them stands the date of access, which only the reader knows.
 */
export function citation({ head, release, data, at, address }: Cited): readonly [string, string] {
  const { lang } = head
  const edition =
    release === undefined
      ? t(lang, 'cite_data', { version: data })
      : t(lang, 'cite_release', { release })
  const date = at === null ? '' : `(${day(at)})`
  return [`${t(lang, 'site')}. ${titleOf(head)}[DS/OL]. ${edition}. ${date}[`, `]. ${address}`]
}
