import { html } from 'hono/html'
import type { Label } from '#core/catalog/table.ts'
import type { Lang } from '#core/text/lang.ts'
import { aboutSections } from './about-prose.ts'
import { glossarySection } from './terms.ts'
import { contents, itemsOf, linked, written } from './written.ts'

const glossaryTitle: Label = { zh: '术语', en: 'Glossary' }
const licenceTitle: Label = { zh: '使用许可', en: 'Licence' }

const asData: Label = {
  zh: '同样的内容作为数据：[JSON](/api/v1/glossary.json)、[CSV](/api/v1/glossary.csv)。',
  en: 'The same as data: [JSON](/api/v1/glossary.json), [CSV](/api/v1/glossary.csv).',
}

/**
 * What the product says of itself, in one language, to stand in a page; the licence, which a deployment may set, comes
 * below.
 */
export const aboutDocument = (lang: Lang): string =>
  String(
    // oxlint-disable-next-line typescript/no-base-to-string -- nothing in it is waited for
    html`${contents(lang, [
        ...itemsOf(aboutSections),
        ['glossary', glossaryTitle],
        ['licence', licenceTitle],
      ])}
      ${written(lang, aboutSections)}
      <h2 id="glossary">${glossaryTitle[lang]}</h2>
      <p class="text">${linked(lang, asData[lang])}</p>
      ${glossarySection(lang)}`,
  )
