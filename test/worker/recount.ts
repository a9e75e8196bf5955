import { env } from 'cloudflare:test'
import { isNotNull } from 'drizzle-orm'
import { figures } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import { bin } from '#core/indicator/histogram.ts'
import { standsAside } from '#core/lineage/tenure.ts'
import type { Tables } from '#core/reading.ts'
import { connect } from '#worker/db/client.ts'
import { groupOf, totalKeys } from '#worker/db/group.ts'
import { unpackTables } from '#worker/db/published.ts'
import { hasFigure } from '#worker/db/report-counts.ts'
import { bureau, figure, report } from '#worker/db/schema.ts'

/** Sums by key, as JSON lines; what is nothing is left out. */
function ledger() {
  const all = new Map<string, { readonly key: readonly unknown[]; readonly numbers: number[] }>()
  return {
    add: (key: readonly unknown[], numbers: readonly number[]): void => {
      const at = JSON.stringify(key)
      const before = all.get(at)?.numbers ?? numbers.map(() => 0)
      all.set(at, { key, numbers: numbers.map((n, i) => n + (before[i] ?? 0)) })
    },
    lines: (): string[] =>
      [...all.values()]
        .filter((one) => one.numbers.some((n) => n !== 0))
        .map((one) => JSON.stringify([...one.key, ...one.numbers]))
        .toSorted(),
  }
}

const find = <K, T>(map: ReadonlyMap<K, T>, key: K): T => {
  const found = map.get(key)
  if (found === undefined) throw new Error(`Nothing is known of ${String(key)}`)
  return found
}

/** What is public, with the place of each bureau. */
async function collection() {
  const db = connect(env.DB)
  const places = await db.select().from(bureau)
  const reports = await db.select().from(report).where(isNotNull(report.published))
  const rows = await db.select().from(figure)
  const placeOf = new Map(
    places.map((row) => [row.key, { row, group: groupOf(row), keys: totalKeys(groupOf(row)) }]),
  )
  const tablesOf = new Map(reports.map((row) => [`${row.bureau} ${row.year}`, unpackTables(row)]))
  const isCounted = (one: { readonly bureau: number; readonly year: number }): boolean =>
    !standsAside(find(placeOf, one.bureau).row, one.year)
  return {
    placeOf,
    reports: reports.filter(isCounted),
    tablesOf,
    rows: rows.filter((row) => row.until === null && isCounted(row)),
  }
}

type Collection = Awaited<ReturnType<typeof collection>>

/** Sums and histograms, from the figures one by one. */
function sumsOf({ rows, placeOf, tablesOf }: Collection) {
  const [totals, bins] = [ledger(), ledger()]
  for (const { bureau: own, figure: number, year, value, state } of rows) {
    const { group, keys } = find(placeOf, own)
    const unit = unitOf(number, find(tablesOf, `${own} ${year}`))
    if (unit === 0) continue
    const amount = Math.round((value ?? 0) * unit)
    for (const key of keys)
      totals.add([number, year, group.scope, ...key], [amount, Number(state !== null)])
    for (const level of value ? [0, group.level] : [])
      bins.add([number, year, group.scope, level, group.areas[0]?.division, bin(value ?? 0)], [1])
  }
  return { totals: totals.lines(), bins: bins.lines() }
}

/** How a figure of a report of these tables is added up; 0: not at all. */
function unitOf(key: number, tables: Tables): number {
  const entry = figures.find((one) => one.key === key)
  if (!entry || mayAdd(entry.id) !== null || !hasFigure(entry, tables)) return 0
  return entry.unit === 'wan' ? 1_000_000 : 1
}

/** Who has reported and who should have, bureau by bureau. */
function countsOf({ reports, placeOf }: Collection) {
  const [received, expected] = [ledger(), ledger()]
  for (const { bureau: own, year } of reports) {
    const { row, group, keys } = find(placeOf, own)
    for (const key of keys)
      received.add([year, group.scope, ...key], [1, Number(row.rostered && isThere(row, year))])
  }
  for (const { row, group, keys } of [...placeOf.values()].filter((one) => one.row.rostered))
    for (const key of keys) {
      expected.add([row.begins ?? 0, group.scope, ...key], [1])
      if (row.ended !== null) expected.add([row.ended, group.scope, ...key], [-1])
    }
  return { received: received.lines(), expected: expected.lines() }
}

const isThere = (
  { begins, ended }: { readonly begins: number | null; readonly ended: number | null },
  year: number,
): boolean => year >= (begins ?? 0) && year < (ended ?? 9999)

/** All that is kept, reckoned anew from what is public and from the roster. */
export async function recount() {
  const all = await collection()
  const lines = all.rows.map((row) =>
    JSON.stringify([row.bureau, row.figure, row.year, row.value, row.state]),
  )
  return { figures: lines.toSorted(), ...sumsOf(all), ...countsOf(all) }
}

const area = 'year, scope, depth, level, sector, division'

/** All that is kept, as the database has it. */
export const kept = async () => ({
  figures: await stored('bureau, figure, year, value, state', 'figure_group'),
  totals: await stored(`figure, ${area}, sum, unassessable`, 'total'),
  bins: await stored(
    'measure, year, scope, level, division, bin, n',
    'histogram',
    'measure < 1000',
  ),
  received: await stored(`${area}, reports, listed`, 'received'),
  expected: await stored(`${area}, change`, 'expected'),
})

/** Every live row of a table, key and sums. */
async function stored(columns: string, table: string, where = 'true'): Promise<string[]> {
  const query = `SELECT ${columns} FROM ${table} WHERE until IS NULL AND ${where}`
  const { results } = await env.DB.prepare(query).all()
  return results.map((row) => JSON.stringify(Object.values(row))).toSorted()
}
