import { type LineageEvent, lineageKinds } from '#core/lineage/event.ts'
import { type Lang, inLang } from './lang.ts'
import { t } from './words.ts'

/** Words, and what stands between them: bureaus, or the document, which is in Chinese. */
export type EventPart =
  | string
  | { readonly bureaus: readonly string[] }
  | { readonly document: string }

/** What became of a bureau, in words, with the ids of the bureaus where their names are to stand. */
export function toldEvent(lang: Lang, event: LineageEvent): EventPart[] {
  const { kind, on, document, from, to } = event
  const isSame = from.length === 1 && to.length === 1 && from[0] === to[0]
  const text = t(lang, isSame ? 'event_same' : `event_${kind}`, {
    day: on,
    what: inLang(lang, lineageKinds[kind]),
  })
  const known: Readonly<Record<string, EventPart>> = {
    '{from}': { bureaus: from },
    '{to}': { bureaus: to },
    '{document}': { document },
  }
  return `${text}${document === '' ? '' : t(lang, 'event_document')}`
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => known[part] ?? part)
}
