import { lineageKinds, yearOf } from '#core/lineage/event.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import type { Kin } from '../db/lineage.ts'
import { type LineageMode, marksOf } from './lineage.ts'

/** What became of a bureau, in a word, by the year from which it tells: the flags of a chart. */
export const flagsOf = (
  lang: Lang,
  kin: Kin | null,
  bureau: string,
  mode: LineageMode,
): Record<number, string> =>
  Object.fromEntries(
    marksOf(kin, bureau, mode).map((event) => [
      yearOf(event),
      inLang(lang, lineageKinds[event.kind]),
    ]),
  )
