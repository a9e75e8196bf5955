import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { findings } from '#core/check/finding.ts'
import { tableIds } from '#core/catalog/table.ts'
import { readReport } from '#core/parse/index.ts'
import { maxBytes, tooLarge } from '#core/read/index.ts'
import { type Reading, type Refusal, isRefusal } from '#core/reading.ts'
import type { Output } from './output.ts'

export const usage = 'read [--json] FILE…'

/** Reads reports and prints one line for each; stores nothing. Exit code: 0 all read, 1 some refused, 2 wrong usage. */
export async function read(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  if (positionals.length === 0) return 2

  let refused = false
  for (const file of positionals) {
    // One after the other: a folder of reports must not be in memory at once.
    // oxlint-disable-next-line no-await-in-loop
    const result = await readFile(file)
    if (isRefusal(result)) {
      refused = true
      output.err(`${file}: ${result.refused}`)
    }
    output.out(values.json === true ? JSON.stringify(record(file, result)) : summary(file, result))
  }
  return refused ? 1 : 0
}

async function readFile(path: string): Promise<Reading | Refusal> {
  try {
    const file = await open(path)
    try {
      if ((await file.stat()).size > maxBytes) return tooLarge
      return await readReport(await file.readFile(), path)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    return { refused: `文件不能打开（the file cannot be opened: ${code}）` }
  }
}

/** The line of `--json`: figures and states of every cell that the document contains. */
function record(file: string, result: Reading | Refusal): object {
  if (isRefusal(result)) {
    const none = { bureau: null, division: null, year: null, tables: {}, figures: {}, states: {} }
    return { file, refused: result.refused, ...none, findings: [] }
  }
  const { identity, tables, refusedTables, cells } = result
  const contained = tableIds.filter((id) => tables[id] !== undefined || refusedTables[id])
  const entries = Object.entries(cells)
  return {
    file,
    refused: null,
    bureau: identity.bureau,
    division: identity.division,
    year: identity.year,
    tables: Object.fromEntries(
      contained.map((id) => [
        id,
        { edition: tables[id] ?? null, refused: refusedTables[id] ?? null },
      ]),
    ),
    figures: Object.fromEntries(
      entries.map(([id, cell]) => [id, cell.state === 'number' ? cell.value : null]),
    ),
    states: Object.fromEntries(
      entries.flatMap(([id, cell]) => (cell.state === 'number' ? [] : [[id, cell.state]])),
    ),
    findings: findings(cells, tables),
  }
}

function summary(file: string, result: Reading | Refusal): string {
  if (isRefusal(result)) return `${file}\t未读 refused\t${result.refused}`
  const { identity, cells, tables } = result
  const list = Object.values(cells)
  const numbers = list.filter(({ state }) => state === 'number').length
  const count = findings(cells, tables).length
  const who = `${identity.bureau ?? '?'} ${identity.year ?? '?'}`
  return `${file}\t${who}\t${numbers}/${list.length} 数字 numbers\t${count} 提示 findings`
}
