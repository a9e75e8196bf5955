import { states } from '#core/reading.ts'
import type { Datatype } from '../columns.ts'
import { type SetColumn, type SetTableId, setColumns, setTables } from './columns.ts'
import { type SetAbout, type SetFile, type SetTableFile, isTable, setTitle } from './set.ts'

const types: Readonly<Record<Datatype, string>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
  dateTime: 'datetime',
}

/**
 * The tables of a set as a tabular data package (Frictionless Data, version 1); their schemas lie in files beside it: there
 * may be thousands of tables. `compression` is of the pattern “Compression of Resources”: version 1 itself has no word for
 * it. Written with a property to a line.
 */
export function dataPackage(about: SetAbout, files: readonly SetFile[]): string {
  const { zh, en } = setTitle(about)
  return JSON.stringify(
    {
      profile: 'tabular-data-package',
      name: `niantu-${about.release}`,
      title: zh,
      description: `${en}\n\n${about.source}`,
      version: about.release,
      created: about.at,
      keywords: ['政府信息公开', '年度报告', 'government information disclosure', 'China'],
      licenses: [{ path: 'LICENCE.txt', title: about.licence }],
      sources: [{ title: about.source }],
      resources: files.filter(isTable).map(resourceOf),
    },
    null,
    2,
  )
}

const resourceOf = ({ path, bytes, sha256, table }: SetTableFile) => ({
  profile: 'tabular-data-resource',
  name: path.replace(/\.csv(?:\.gz)?$/, '').replaceAll('/', '-'),
  path,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  ...(path.endsWith('.gz') ? { compression: 'gz' } : {}),
  bytes,
  hash: `sha256:${sha256}`,
  schema: schemaPath(table),
})

export const schemaPath = (table: SetTableId): string => `schemas/${table}.json`

/** What the columns of a table hold (Table Schema). */
export function tableSchema(table: SetTableId): string {
  const { columns, key, refers } = setTables[table]
  const schema = {
    fields: columns.map((id) => field(id, (key as readonly string[]).includes(id))),
    missingValues: [''],
    primaryKey: key,
    // The profile takes no empty list.
    ...(refers.length > 0 ? { foreignKeys: refers.map(foreignKey) } : {}),
  }
  return JSON.stringify(schema, null, 2)
}

const foreignKey = ([fields, resource]: readonly [SetColumn, string]) => ({
  fields,
  reference: { resource, fields },
})

function field(id: SetColumn, isKey: boolean) {
  const { zh, en, datatype, about } = setColumns[id]
  return {
    name: id,
    title: `${zh} ${en}`,
    type: types[datatype],
    description: `${about.zh} ${about.en}`,
    ...(isKey ? { constraints: { required: true } } : {}),
    ...(id === 'state' ? { constraints: { required: true, enum: states } } : {}),
  }
}
