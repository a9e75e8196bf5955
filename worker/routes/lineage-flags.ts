import { lineageKinds, yearOf } from '#core/lineage/event.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { Kin } from '../db/lineage.ts'
import { type LineageMode, marksOf } from './lineage.ts'

/**
 * What became of a bureau, in a word, by the year from which it tells: the flags of a chart. Where lines are joined, what
 * stands before a merger is in no single report, and the picture says so.
 */
export const flagsOf = (
  lang: Lang,
  kin: Kin | null,
  bureau: string,
  mode: LineageMode,
): Record<number, string> =>
  Object.fromEntries(
    marksOf(kin, bureau, mode).map((event) => {
      const what = inLang(lang, lineageKinds[event.kind])
      const isJoined = mode === 'linked' && event.kind === 'merged' && event.to.includes(bureau)
      return [yearOf(event), isJoined ? t(lang, 'flag_joined', { what }) : what]
    }),
  )
