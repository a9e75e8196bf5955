import type { Lang } from './lang.ts'
import { chartWords } from './words/chart.ts'
import { noticeWords } from './words/notice.ts'
import { pageWords } from './words/page.ts'
import { reportWords } from './words/report.ts'
import { sentenceWords } from './words/sentence.ts'

/** Every word of the interface, by key. Labels of figures come from the catalogue instead. */
export const words = {
  ...pageWords,
  ...chartWords,
  ...reportWords,
  ...noticeWords,
  ...sentenceWords,
} as const

export type Word = keyof typeof words
export type Params = Readonly<Record<string, string | number>>

/** The word in a language, with `{name}` replaced by the parameter of that name. */
export const t = (lang: Lang, word: Word, params: Params = {}): string =>
  words[word][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
