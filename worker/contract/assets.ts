import { langs } from '#core/text/lang.ts'
import { aboutDocument } from './about.ts'
import { dataDocument } from './data.ts'
import { openApi } from './document.ts'
import { documentation } from './page.ts'

/**
 * What the front end's build puts beside its own files, by name: the API's document, and in every language the pages that
 * are written once.
 */
export const generated = (): ReadonlyMap<string, string> =>
  new Map([
    ['openapi.json', JSON.stringify(openApi())],
    ...langs.flatMap((lang): [string, string][] => [
      [`docs.${lang}.html`, documentation(lang)],
      [`about.${lang}.html`, aboutDocument(lang)],
      [`data.${lang}.html`, dataDocument(lang)],
    ]),
  ])
