import { csvwColumn, inBoth } from '../csvw.ts'
import { type SetTableId, listPaths, setColumns, setTables } from './columns.ts'
import { type SetAbout, type SetFile, type SetTableFile, isTable, setTitle } from './set.ts'

const context = ['http://www.w3.org/ns/csvw', { '@language': 'zh' }]

/** The tables of a set as CSV on the Web describes them. Those that end in .gz are meant unpacked. */
export function csvwGroup(about: SetAbout, files: readonly SetFile[]): string {
  return JSON.stringify(
    {
      '@context': context,
      '@type': 'TableGroup',
      'dc:title': inBoth(setTitle(about)),
      'dc:source': about.source,
      'dc:rights': about.licence,
      'dc:issued': { '@value': about.at, '@type': 'xsd:dateTime' },
      'schema:version': about.release,
      dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
      tables: files.filter(isTable).map(tableOf),
    },
    null,
    2,
  )
}

const tableOf = ({ path, table: id }: SetTableFile) => ({
  '@type': 'Table',
  url: path,
  tableSchema: csvwPath(id),
})

export const csvwPath = (table: SetTableId): string => `schemas/${table}.csvw.json`

/** What the columns of a table hold, in the same words. */
export function csvwSchema(id: SetTableId): string {
  const { columns, key, refers } = setTables[id]
  const schema = {
    '@context': context,
    '@type': 'Schema',
    columns: columns.map((name) => csvwColumn(name, setColumns[name])),
    primaryKey: key,
    foreignKeys: refers.map(([name, to]) => ({
      columnReference: name,
      // From where the schema lies.
      reference: { resource: `../${listPaths[to]}`, columnReference: name },
    })),
  }
  return JSON.stringify(schema, null, 2)
}
