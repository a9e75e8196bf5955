import type { FigureId } from '#core/catalog/index.ts'
import type { Lang } from './lang.ts'
import { exact } from './number.ts'

interface Phrase {
  readonly none: string
  readonly one: string
  readonly many: string
}

const zh = (verb: string, none: string, what: string): Phrase => ({
  none: `${none}${what}（0件）`,
  one: `${verb}1件${what}`,
  many: `${verb}{n}件${what}`,
})

const en = (verb: string, what: string): Phrase => ({
  none: `${verb} no ${what}s (0)`,
  one: `${verb} 1 ${what}`,
  many: `${verb} {n} ${what}s`,
})

const decided = (zhWhat: string, enWhat: string) => ({
  zh: zh('作出', '没有作出', zhWhat),
  en: en('made', enWhat),
})

/** Figures that have a verb of their own. */
const phrases: Readonly<Partial<Record<FigureId, Readonly<Record<Lang, Phrase>>>>> = {
  licences_decided: decided('行政许可决定', 'licensing decision'),
  penalties_decided: decided('行政处罚决定', 'penalty decision'),
  coercion_decided: decided('行政强制决定', 'coercion decision'),
  'requests_new.total': {
    zh: zh('新收', '没有新收', '政府信息公开申请'),
    en: en('received', 'new disclosure request'),
  },
}

/** What the bureau did, with the number in it and right grammar for 0 and 1; undefined where there is no verb. */
export function phrase(lang: Lang, id: FigureId, value: number): string | undefined {
  const own = phrases[id]?.[lang]
  if (!own) return undefined
  if (value === 0) return own.none
  return value === 1 ? own.one : own.many.replace('{n}', exact(value))
}
