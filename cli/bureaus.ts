import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Client, Refused } from './client.ts'
import { parseCsv } from './csv.ts'
import type { Output } from './output.ts'
import { fromCaller } from './place.ts'
import { noToken, target, targetOptions } from './target.ts'

export const usage = 'bureaus import [--server URL] FILE.csv'

/** Adds or corrects the bureaus of a roster. Exit code: 0 all, 1 refused (nothing of the failing part written), 2 wrong usage. */
export async function bureaus(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: targetOptions,
  })
  const [verb, file, ...rest] = positionals
  if (verb !== 'import' || file === undefined || rest.length > 0) return 2
  const client = target(values.server)
  if (!client) {
    output.err(noToken)
    return 1
  }
  try {
    const count = await importBureaus(client, await readFile(fromCaller(file), 'utf8'))
    output.out(`已登记 ${count} 个行政机关（${count} bureaus）`)
    return 0
  } catch (error) {
    if (!(error instanceof Error)) throw error
    output.err(`${file}: ${error.message}`)
    return 1
  }
}

const perRequest = 200

/** Sends a roster; answers how many bureaus it holds. Throws Refused, or Error where the file is no roster. */
export async function importBureaus(client: Client, csv: string): Promise<number> {
  return sendBureaus(client, parseCsv(csv))
}

/** Sends rows of a roster, keyed by its columns; answers how many. */
export async function sendBureaus(
  client: Client,
  roster: readonly Readonly<Record<string, string>>[],
): Promise<number> {
  const rows = roster.map(newBureau)
  if (rows.length === 0) throw new Refused('名册是空的（the roster is empty）')
  for (let at = 0; at < rows.length; at += perRequest)
    // In order: a division comes along with its first bureau.
    // oxlint-disable-next-line no-await-in-loop
    await client.post('/bureaus', { bureaus: rows.slice(at, at + perRequest) })
  return rows.length
}

/** Columns of a roster; those in brackets may be left out. */
const required = ['id', 'division', 'name', 'level', 'sector', 'scope', 'kind']

function newBureau(row: Readonly<Record<string, string>>, index: number) {
  const missing = required.filter((column) => !row[column])
  if (missing.length > 0)
    throw new Error(
      `第 ${index + 2} 行缺少 ${missing.join('、')}（line ${index + 2} lacks ${missing.join(', ')}; columns: ${required.join(',')}[,division_name,division_name_en,name_en,aliases,valid_from]）`,
    )
  return {
    id: row['id'],
    division: row['division'],
    name: row['name'],
    level: row['level'],
    sector: row['sector'],
    scope: row['scope'],
    kind: row['kind'],
    divisionName: row['division_name'] || null,
    divisionNameEn: row['division_name_en'] || null,
    nameEn: row['name_en'] || null,
    validFrom: row['valid_from'] || null,
    aliases: (row['aliases'] ?? '').split('|').filter((alias) => alias !== ''),
  }
}
