import type { Label } from '#core/catalog/table.ts'

/** Chinese (zh-Hans) first; English is an equal. */
export const langs = ['zh', 'en'] as const
export type Lang = (typeof langs)[number]

/** What stands in `?lang=`; Chinese where it is anything else. */
export const langOf = (text: string | undefined): Lang => (text === 'en' ? 'en' : 'zh')

/** The value of `lang` attributes. */
export const langTag: Readonly<Record<Lang, string>> = { zh: 'zh-Hans', en: 'en' }

/** Reasons are written `中文（English）`: the reader's part, or the whole where it is not of that shape. */
export const reasonIn = (lang: Lang, reason: string): string =>
  /^(?<zh>.+)（(?<en>[^（）]+)）$/.exec(reason)?.groups?.[lang] ?? reason

/** `a、b` or `a, b`. */
export const listOf = (lang: Lang, items: readonly string[]): string =>
  items.join(lang === 'zh' ? '、' : ', ')

export const inLang = (lang: Lang, label: Label): string => label[lang]
