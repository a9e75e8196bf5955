import * as v from 'valibot'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { Csvw } from './shared.ts'

/** Beside what the table itself takes. */
const bom = { bom: v.optional(v.string()) }

/** The address of a table with another ending, its query kept. */
function fileAddress(address: string, ending: string): string {
  const [path = '', query] = address.split('?')
  return `${path.replace(/\.json$/, '')}.${ending}${query === undefined ? '' : `?${query}`}`
}

/** An operation with the files of the same rows: CSV, XLSX and what the CSV’s columns are. */
function withFiles(operation: Operation): Operation[] {
  if (!operation.table) return [operation]
  const { table: _, type: __, ...own } = operation
  const [first, ...rest] = own.examples
  const file = (ending: string, more: Pick<Operation, 'answer' | 'type' | 'query'>): Operation => ({
    ...own,
    ...more,
    path: fileAddress(own.path, ending),
    examples: [fileAddress(first, ending), ...rest.map((example) => fileAddress(example, ending))],
  })
  return [
    operation,
    file('csv', { answer: 'text/csv', query: { entries: { ...own.query?.entries, ...bom } } }),
    file('xlsx', { answer: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
    file('csv-metadata.json', { answer: Csvw, type: 'application/csvm+json' }),
  ]
}

/** Every route of the public API and every view file, the files of tables included. */
export const promised: readonly Operation[] = operations.flatMap(withFiles)
