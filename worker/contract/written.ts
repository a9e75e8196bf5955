import { html } from 'hono/html'
import type { Label } from '#core/catalog/table.ts'
import type { Lang } from '#core/text/lang.ts'
import type { Section } from './prose.ts'

export type Html = ReturnType<typeof html>

/** Sections of a page, each with its anchor. */
export const written = (lang: Lang, sections: readonly Section[]): Html[] =>
  sections.map(
    ({ id, title, paragraphs }) =>
      html`<section>
        <h2 id="${id}">${title[lang]}</h2>
        ${paragraphs.map((text) => html`<p class="text">${linked(lang, text[lang])}</p>`)}
      </section>`,
  )

const contentsOf: Label = { zh: '本页内容', en: 'On this page' }

/** Links to the sections of a page: [anchor, title]. */
export const contents = (lang: Lang, items: readonly (readonly [string, Label])[]): Html =>
  html`<nav class="contents" aria-label="${contentsOf[lang]}">
    <ul>
      ${items.map(([id, title]) => html`<li><a href="#${id}">${title[lang]}</a></li>`)}
    </ul>
  </nav>`

export const itemsOf = (sections: readonly Section[]): (readonly [string, Label])[] =>
  sections.map(({ id, title }) => [id, title])

/** `[words](address)` is a link and `` `words` `` is code; pages are asked for in the reader's language. */
export const linked = (lang: Lang, text: string): (Html | string)[] =>
  text.split(/(\[[^\]]+\]\([^)]+\)|`[^`]+`)/).map((part) => {
    const code = /^`(?<code>.+)`$/.exec(part)?.groups?.['code']
    if (code !== undefined) return html`<code>${code}</code>`
    const { words, to = '' } = /^\[(?<words>.+)\]\((?<to>.+)\)$/.exec(part)?.groups ?? {}
    return words === undefined ? part : html`<a href="${inLang(lang, to)}">${words}</a>`
  })

/** Pages come in two languages, files and anchors do not. */
const inLang = (lang: Lang, to: string): string =>
  lang === 'zh' || !/^\/(?:\w*)(?:#|$)/.test(to) ? to : to.replace(/(?=#|$)/, '?lang=en')
