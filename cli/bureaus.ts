import { parseArgs } from 'node:util'
import { type NewBureau, divisionCode } from '#core/roster/bureau.ts'
import { type Client, Refused } from './client.ts'
import { type CsvRow, parseCsv } from './csv.ts'
import { Failed, WrongUsage } from './failed.ts'
import { type LineEvent, readLineage } from './lineage.ts'
import { sendLineage } from './lineage-send.ts'
import type { Output } from './output.ts'
import { fromCaller } from './place.ts'
import { type Roster, readRoster } from './roster.ts'
import { target, targetOptions } from './target.ts'
import { readText } from './text-file.ts'

export const usage = `bureaus import [--server URL] [--whole CODE|all --from YEAR] FILE.csv
       bureaus lineage [--server URL] FILE.csv`

const options = {
  ...targetOptions,
  whole: { type: 'string' },
  from: { type: 'string' },
} as const

/**
 * Adds or corrects the bureaus of a roster, or what happened to them. Exit code: 0 all, 1 refused (nothing of the failing
 * part written), 2 wrong usage. Throws Failed, WrongUsage.
 */
export async function bureaus(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [verb = '', file, ...rest] = positionals
  const bringIn = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!bringIn || file === undefined || rest.length > 0) return 2
  const whole = wholeOf(values)
  if (whole && verb !== 'import') return 2
  const client = target(values.server)
  try {
    await bringIn(client, { file, whole }, output)
    return 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    output.err(`${file}: ${error.message}`)
    return 1
  }
}

/** `whole`: the area whose bureaus are all in the file from a year on; `division` null: the country. */
interface Wanted {
  readonly file: string
  readonly whole: Whole | undefined
}

interface Whole {
  readonly division: string | null
  readonly from: number
}

type BringIn = (client: Client, wanted: Wanted, output: Output) => Promise<void>

/** Only a roster that is known to be whole tells who is missing, and only for the years that it is about. */
function wholeOf({
  whole,
  from,
}: {
  readonly whole?: string | undefined
  readonly from?: string | undefined
}): Whole | undefined {
  if (whole === undefined && from === undefined) return undefined
  if (whole === undefined || (whole !== 'all' && !divisionCode.test(whole)))
    throw new WrongUsage('--whole 应为行政区划代码或 all（a division code, or all）')
  if (from === undefined || !/^20\d\d$/.test(from))
    throw new WrongUsage(
      '--from 应为年份，如 2019：名册从这一年起完整（the year from which the roster is whole）',
    )
  return { division: whole === 'all' ? null : whole, from: Number(from) }
}

const verbs: Readonly<Record<string, BringIn>> = { import: importRoster, lineage: importLineage }

async function importRoster(
  client: Client,
  { file, whole }: Wanted,
  output: Output,
): Promise<void> {
  const roster = await rosterOf(file)
  for (const warning of roster.warnings) output.err(`${file}: 警告 warning: ${warning}`)
  await sendBureaus(client, roster.bureaus, whole)
  const count = roster.bureaus.length
  output.out(`已登记 ${count} 个行政机关（${count} bureaus）`)
}

async function importLineage(client: Client, { file }: Wanted, output: Output): Promise<void> {
  const { added, corrected, unchanged } = await sendLineage(client, await lineageOf(file))
  output.out(
    `沿革：新增 ${added} 项，更正文件 ${corrected} 项，未变 ${unchanged} 项（${added} added, ${corrected} corrected, ${unchanged} unchanged）`,
  )
}

/** The roster of a file. Throws Failed where it is none. */
export const rosterOf = (file: string): Promise<Roster> => tableOf(file, readRoster)

/** The lineage of a file. Throws Failed where it is none. */
export const lineageOf = (file: string): Promise<LineEvent[]> => tableOf(file, readLineage)

async function tableOf<T>(file: string, read: (rows: readonly CsvRow[]) => T): Promise<T> {
  try {
    return read(parseCsv(await readText(fromCaller(file))))
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    throw new Failed(`${file}: ${error.message}`)
  }
}

const perRequest = 200

/** Sends bureaus to be registered. Throws Failed; what was taken by then stays. */
export async function sendBureaus(
  client: Client,
  list: readonly NewBureau[],
  whole?: Whole,
): Promise<void> {
  for (let at = 0; at < list.length; at += perRequest) {
    // That the roster is whole is said when it is.
    const last = at + perRequest >= list.length
    const body = { bureaus: list.slice(at, at + perRequest), whole: last ? whole : undefined }
    // In order: a division comes along with its first bureau.
    // oxlint-disable-next-line no-await-in-loop
    await client.post('/bureaus', body)
  }
}
