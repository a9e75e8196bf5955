import { parseArgs } from 'node:util'
import type { NewBureau } from '#core/roster/bureau.ts'
import { type Client, Refused } from './client.ts'
import { parseCsv } from './csv.ts'
import { Failed } from './failed.ts'
import type { Output } from './output.ts'
import { fromCaller } from './place.ts'
import { type Roster, readRoster } from './roster.ts'
import { target, targetOptions } from './target.ts'
import { readText } from './text-file.ts'

export const usage = 'bureaus import [--server URL] FILE.csv'

/**
 * Adds or corrects the bureaus of a roster. Exit code: 0 all, 1 refused (nothing of the failing part written), 2 wrong
 * usage. Throws Failed, WrongUsage.
 */
export async function bureaus(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: targetOptions,
  })
  const [verb, file, ...rest] = positionals
  if (verb !== 'import' || file === undefined || rest.length > 0) return 2
  const client = target(values.server)
  const roster = await rosterOf(file)
  for (const warning of roster.warnings) output.err(`${file}: 警告 warning: ${warning}`)
  try {
    await sendBureaus(client, roster.bureaus)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    output.err(`${file}: ${error.message}`)
    return 1
  }
  const count = roster.bureaus.length
  output.out(`已登记 ${count} 个行政机关（${count} bureaus）`)
  return 0
}

/** The roster of a file. Throws Failed where it is none. */
export async function rosterOf(file: string): Promise<Roster> {
  try {
    return readRoster(parseCsv(await readText(fromCaller(file))))
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    throw new Failed(`${file}: ${error.message}`)
  }
}

const perRequest = 200

/** Sends bureaus to be registered. Throws Failed; what was taken by then stays. */
export async function sendBureaus(client: Client, list: readonly NewBureau[]): Promise<void> {
  for (let at = 0; at < list.length; at += perRequest)
    // In order: a division comes along with its first bureau.
    // oxlint-disable-next-line no-await-in-loop
    await client.post('/bureaus', { bureaus: list.slice(at, at + perRequest) })
}
