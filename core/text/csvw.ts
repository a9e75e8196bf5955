import type { Label } from '#core/catalog/table.ts'
import type { Column } from './columns.ts'

/** A column as CSV on the Web describes it. */
export const csvwColumn = (name: string, { zh, en, datatype, about }: Column) => ({
  name,
  // The header of the file has the id, which is in no language.
  titles: { und: name, zh, en },
  'dc:description': inBoth(about),
  datatype,
})

/** A text in both languages, as JSON-LD has it. */
export const inBoth = ({ zh, en }: Label) => [
  { '@value': zh, '@language': 'zh' },
  { '@value': en, '@language': 'en' },
]
