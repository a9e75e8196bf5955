import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readDocument } from '#core/parse/index.ts'
import type { Identity } from '#core/reading.ts'
import { walk } from '../cli/walk.ts'

/** What a document says of itself, as keyed by hand. */
interface Gold {
  readonly bureau: string | null
  readonly region: string | null
  readonly year: number | null
  readonly refuse: false | string
  readonly records?: readonly unknown[]
}

type Verdict = 'correct' | 'null' | 'WRONG' | '-'

/**
 * Bureau, region and year of every document of a folder that has a `NAME.gold.json` beside it (`npm run bench -- identity
 * FOLDER`): correct, null (not told, the clerk is asked), or WRONG. `-`: the document does not say it.
 */
export async function identity([folder]: readonly string[]): Promise<string[]> {
  if (folder === undefined) return ['which folder? npm run bench -- identity FOLDER']
  const rows: (readonly [string, ...Verdict[]])[] = []
  for (const file of await walk([folder])) {
    const gold = goldOf(file)
    if (!gold || gold.refuse !== false || gold.records) continue
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as the command line does
    const document = await readDocument(new Uint8Array(readFileSync(file)), file)
    if ('refused' in document || document.kind === 'bulk') continue
    rows.push([basename(file), ...verdicts(document.reading.identity, gold)])
  }
  const heads = ['bureau', 'region', 'year']
  const totals = heads.map((head, i) => {
    const count = (wanted: Verdict) => rows.filter((row) => row[i + 1] === wanted).length
    return `${head}: ${count('correct')} correct, ${count('null')} null, ${count('WRONG')} WRONG`
  })
  return [...rows.map((row) => row.join('\t')), ...totals]
}

function goldOf(file: string): Gold | undefined {
  const stem = basename(file).replace(/\.[^.]+$/, '')
  const path = join(dirname(file), `${stem}.gold.json`)
  if (!existsSync(path)) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format of these files
  return JSON.parse(readFileSync(path, 'utf8')) as Gold
}

const verdicts = ({ bureau, division, year }: Identity, gold: Gold): Verdict[] => [
  verdict(bureau, gold.bureau, isName),
  verdict(division?.name ?? null, gold.region, (own, wanted) => dense(wanted).includes(dense(own))),
  verdict(year, gold.year, (own, wanted) => own === wanted),
]

function verdict<T>(own: T | null, wanted: T | null, same: (a: T, b: T) => boolean): Verdict {
  if (own === null) return wanted === null ? '-' : 'null'
  return wanted !== null && same(own, wanted) ? 'correct' : 'WRONG'
}

/** The whole name, or as the title prints it: without the division above, which only the page's address tells. */
const isName = (own: string, wanted: string): boolean => {
  const above = dense(wanted).replace(dense(own), '')
  return above === '' || (dense(wanted).endsWith(dense(own)) && /[省市州盟区县旗]$/.test(above))
}

/** Brackets and spaces are printed now this way, now that way. */
const dense = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
