import { figures } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import { measuresOf } from '#core/indicator/measures.ts'
import type { Tables } from '#core/reading.ts'
import { type Group, totalKeys } from '#worker/db/group.ts'
import { type FigureRow, packEdition } from '#worker/db/published.ts'
import { feeUnit, observer } from '#worker/db/sums.ts'
import type { Bulk } from './bulk.ts'
import { years } from './roster.ts'

const width = Math.max(...figures.map(({ key }) => key)) + 1
const unitOf = Array.from({ length: width }, () => 0)
for (const { id, key } of figures)
  unitOf[key] = mayAdd(id) === null ? (id === 'fees_collected_wan' ? feeUnit : 1) : 0

/** reports, disclosure 2019, 2021, ?, requests 2019, 2021, ?, reviews, listed */
const counters = 9

interface Sum {
  /** scope, depth, level, sector, division */
  readonly key: readonly number[]
  readonly sums: Float64Array
  readonly gaps: Int32Array
  readonly received: Int32Array
  expected: number
}

/** The histograms of publishing, kept in memory. */
function keptBins() {
  const all = new Map<string, number>()
  return {
    add: ({ scope, level, areas }: Group, { year, rows, tables }: Summed): void => {
      const country = areas[0]?.division ?? 0
      for (const [measure, bin] of measuresOf(observer({ rows, tables })))
        for (const own of [0, level]) {
          const key = `${measure} ${year} ${scope} ${own} ${country} ${bin}`
          all.set(key, (all.get(key) ?? 0) + 1)
        }
    },
    write: (histogram: Bulk): void => {
      const rows = [...all].map(([key, n]) => [...key.split(' ').map(Number), 1, n])
      for (const row of rows.toSorted(byNumbers)) histogram.add(...row)
    },
  }
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((part, n) => part !== b[n])
  return i === -1 ? 0 : (a[i] ?? 0) - (b[i] ?? 0)
}

/** The sums of publishing, kept in memory: by area, then year and figure. */
export interface KeptSums {
  readonly add: (group: Group, report: Summed) => void
  /** Counts a bureau of the roster. */
  readonly expect: (group: Group) => void
  readonly write: (
    tables: Readonly<Record<'total' | 'received' | 'histogram' | 'expected', Bulk>>,
  ) => void
}

interface Summed {
  readonly year: number
  readonly rows: readonly FigureRow[]
  readonly tables: Tables
}

export function keptSums(): KeptSums {
  const all = new Map<string, Sum>()
  const sumOf = (key: readonly number[]): Sum => {
    const at = key.join(' ')
    const known = all.get(at)
    if (known) return known
    const sum = {
      key,
      sums: new Float64Array(years.length * width),
      gaps: new Int32Array(years.length * width),
      received: new Int32Array(years.length * counters),
      expected: 0,
    }
    all.set(at, sum)
    return sum
  }
  const sumsOf = lastOnly((group: Group) =>
    totalKeys(group).map((key) => sumOf([group.scope, ...key])),
  )
  const bins = keptBins()
  return {
    add: (group, { year, rows, tables }) => {
      const at = year - years[0]
      for (const sum of sumsOf(group)) addTo(sum, at, rows, tables)
      bins.add(group, { year, rows, tables })
    },
    expect: (group) => {
      for (const sum of sumsOf(group)) sum.expected += 1
    },
    write: ({ total, received, histogram, expected }) => {
      const sorted = [...all.values()].toSorted(byKey)
      bins.write(histogram)
      for (const { key, expected: n } of sorted) expected.add(0, ...key, 1, n)
      writeTotals(total, sorted)
      for (const [i, year] of years.entries())
        for (const { key, received: counts } of sorted) {
          const own = counts.subarray(i * counters, (i + 1) * counters)
          if (own[0] !== 0) received.add(year, ...key, 1, ...own)
        }
    },
  }
}

/** Remembers the last answer: a bureau's years come one after the other. */
function lastOnly<A, B>(of: (a: A) => B): (a: A) => B {
  let last: { a: A; b: B } | undefined
  return (a) => {
    if (last?.a !== a) last = { a, b: of(a) }
    return last.b
  }
}

function addTo(sum: Sum, at: number, rows: readonly FigureRow[], tables: Tables): void {
  for (const [key, value, state] of rows) {
    const unit = unitOf[key] ?? 0
    if (unit === 0) continue
    const i = at * width + key
    sum.sums[i] = (sum.sums[i] ?? 0) + Math.round((value ?? 0) * unit)
    if (state !== null) sum.gaps[i] = (sum.gaps[i] ?? 0) + 1
  }
  for (const counter of countersOf(tables)) {
    const i = at * counters + counter
    sum.received[i] = (sum.received[i] ?? 0) + 1
  }
}

const editionsOf = ['2019', '2021', '?']

function countersOf(tables: Tables): number[] {
  const edition = (table: 'disclosure' | 'requests') =>
    editionsOf.indexOf(packEdition(tables, table) ?? '')
  const [disclosure, requests] = [edition('disclosure'), edition('requests')]
  return [
    0,
    ...(disclosure === -1 ? [] : [1 + disclosure]),
    ...(requests === -1 ? [] : [4 + requests]),
    ...(tables.reviews === undefined ? [] : [7]),
    8,
  ]
}

const byKey = (a: Sum, b: Sum): number => byNumbers(a.key, b.key)

function writeTotals(total: Bulk, sorted: readonly Sum[]): void {
  const keys = figures.map(({ key }) => key).toSorted((a, b) => a - b)
  for (const key of keys)
    for (const [i, year] of years.entries())
      for (const sum of sorted) {
        const value = sum.sums[i * width + key] ?? 0
        const gaps = sum.gaps[i * width + key] ?? 0
        if (value !== 0 || gaps !== 0) total.add(key, year, ...sum.key, 1, value, gaps)
      }
}
