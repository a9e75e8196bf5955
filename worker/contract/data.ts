import { html } from 'hono/html'
import type { Label } from '#core/catalog/table.ts'
import type { Lang } from '#core/text/lang.ts'
import { dataSections, formats } from './data-prose.ts'
import { type Html, written } from './written.ts'

const words = {
  formats: { zh: '格式', en: 'Formats' },
  format: { zh: '格式', en: 'Format' },
  about: { zh: '内容', en: 'What it is' },
  example: { zh: '示例', en: 'Example' },
} as const satisfies Record<string, Label>

/** What stands below the list of downloads, in one language. */
export const dataDocument = (lang: Lang): string =>
  // oxlint-disable-next-line typescript/no-base-to-string -- nothing in it is waited for
  String(html`${formatTable(lang)}${written(lang, dataSections)}`)

const formatTable = (lang: Lang): Html =>
  html`<h2 id="formats">${words.formats[lang]}</h2>
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${words.format[lang]}</th>
          <th scope="col">${words.about[lang]}</th>
          <th scope="col">${words.example[lang]}</th>
        </tr>
      </thead>
      <tbody>
        ${formats.map(
          ({ name, about, example }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${about[lang]}</td>
              <td><a href="${example}">${example}</a></td>
            </tr>`,
        )}
      </tbody>
    </table>`
