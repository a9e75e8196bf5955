import { figure } from '#core/catalog/index.ts'
import { unique } from '#core/check/judge.ts'
import type { Observations } from '#core/indicator/observation.ts'
import type { Counted } from '#core/indicator/quantity.ts'
import type { Tables } from '#core/reading.ts'
import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { gapWord } from './spec.ts'

/** Why quantities have no number: the words for their figures, each once; empty where all have one. */
export function whyMissing(
  lang: Lang,
  counts: readonly Counted[],
  { observe, tables }: { readonly observe: Observations; readonly tables: Tables | undefined },
): string {
  const ids = counts.flatMap((one) => (one.value === null ? one.missing : []))
  const words = ids.map((id) => {
    const { state } = observe(id)
    // Where both forms are mixed a number is there, but not certain to be the one.
    return t(lang, state === 'number' ? 'unread' : gapWord(figure(id), state, tables))
  })
  return unique(words).join('/')
}
