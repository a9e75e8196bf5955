import { parseArgs } from 'node:util'
import { findings } from '#core/check/finding.ts'
import type { Document } from '#core/parse/index.ts'
import type { Cells, Refusal, Tables } from '#core/reading.ts'
import { openDocument } from './document.ts'
import type { Output } from './output.ts'
import { record } from './record.ts'

export const usage = `read [--json] FILE…
       read --json --places FILE…`

/** Reads reports and prints one line for each; stores nothing. Exit code: 0 all read, 1 some refused, 2 wrong usage. */
export async function read(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      places: { type: 'boolean', default: false },
    },
  })
  if (positionals.length === 0 || (values.places && !values.json)) return 2

  let refused = false
  for (const file of positionals) {
    // One after the other: a folder of reports must not be in memory at once.
    // oxlint-disable-next-line no-await-in-loop
    const document = await openDocument(file)
    for (const complaint of complaints(document)) output.err(`${file}: ${complaint}`)
    refused ||= 'refused' in document
    if (values.json) output.out(JSON.stringify(record(file, document, values.places)))
    else for (const text of summary(document)) output.out(`${file}\t${text}`)
  }
  return refused ? 1 : 0
}

function complaints(document: Document | Refusal): readonly string[] {
  if ('refused' in document) return [document.refused]
  return document.kind === 'bulk' ? document.warnings : []
}

function summary(document: Document | Refusal): string[] {
  if ('refused' in document) return [`未读 refused\t${document.refused}`]
  if (document.kind === 'bulk') return document.records.map((one) => line(one, one))
  return [line(document.reading.identity, document.reading)]
}

interface Content {
  readonly cells: Cells
  readonly tables: Tables
}

interface Named {
  readonly bureau: string | null
  readonly year: number | null
}

function line({ bureau, year }: Named, { cells, tables }: Content): string {
  const list = Object.values(cells)
  const numbers = list.filter(({ state }) => state === 'number').length
  const count = findings(cells, tables).length
  return `${bureau ?? '?'} ${year ?? '?'}\t${numbers}/${list.length} 数字 numbers\t${count} 提示 findings`
}
