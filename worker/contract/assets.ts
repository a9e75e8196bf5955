import { langs } from '#core/text/lang.ts'
import { openApi } from './document.ts'
import { documentation } from './page.ts'

/** What the front end's build puts beside its own files, by name: the API's document, and its page in every language. */
export const generated = (): ReadonlyMap<string, string> =>
  new Map([
    ['openapi.json', JSON.stringify(openApi())],
    ...langs.map((lang): [string, string] => [`docs.${lang}.html`, documentation(lang)]),
  ])
