import type { Lang } from './lang.ts'
import { areaWords } from './words/area.ts'
import { blockWords } from './words/block.ts'
import { bureauWords } from './words/bureau.ts'
import { chartWords } from './words/chart.ts'
import { dataWords } from './words/data.ts'
import { figureWords } from './words/figure.ts'
import { noticeWords } from './words/notice.ts'
import { pageWords } from './words/page.ts'
import { proofWords } from './words/proof.ts'
import { reportWords } from './words/report.ts'
import { sentenceWords } from './words/sentence.ts'

/** Every word of the interface, by key. Labels of figures come from the catalogue instead. */
export const words = {
  ...pageWords,
  ...chartWords,
  ...reportWords,
  ...noticeWords,
  ...sentenceWords,
  ...areaWords,
  ...blockWords,
  ...bureauWords,
  ...dataWords,
  ...figureWords,
  ...proofWords,
} as const

export type Word = keyof typeof words
export type Params = Readonly<Record<string, string | number>>

/** The word in a language, with `{name}` replaced by the parameter of that name. */
export const t = (lang: Lang, word: Word, params: Params = {}): string =>
  words[word][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
