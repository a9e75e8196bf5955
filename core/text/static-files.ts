import { editions } from '#core/catalog/table.ts'
import { columns } from './columns.ts'
import { readingSchema } from './exchange-schema.ts'
import { crosswalkList, figureList } from './figure-list.ts'
import { figureNotes } from './figure-notes.ts'
import { glossary } from './glossary.ts'
import { langs } from './lang.ts'
import { templateCsv } from './template.ts'

/**
 * What the front end's build puts beside its own files, by name: lists whose words would burden the Worker, and the
 * exchange format of each edition.
 */
export const staticFiles = (): readonly (readonly [name: string, content: string])[] => [
  ['columns.json', JSON.stringify(columns)],
  ['figures.json', JSON.stringify(figureList())],
  ['crosswalk.json', JSON.stringify(crosswalkList())],
  ['glossary.json', JSON.stringify(glossary())],
  ...langs.map((lang) => [`notes.${lang}.json`, JSON.stringify(figureNotes(lang))] as const),
  ...editions.flatMap((edition) => [
    [`schema/${edition}.json`, JSON.stringify(readingSchema(edition))] as const,
    [`schema/${edition}.csv`, templateCsv(edition)] as const,
  ]),
]
