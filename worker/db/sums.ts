import { type Figure, type FigureId, figures, figure as figureOf } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import { measuresOf } from '#core/indicator/measures.ts'
import type { Tables } from '#core/reading.ts'
import { type Group, totalKeys } from './group.ts'
import { type FigureRow, observation, packEdition } from './published.ts'
import { hasFigure } from './report-counts.ts'

/** A public report as the collection holds it. */
export interface Held {
  readonly rows: readonly FigureRow[]
  readonly tables: Tables
  readonly group: Group
  /** Not part of any sum, order or list: its figures stand in another bureau's report. */
  readonly aside: boolean
  /** Somebody expected it: its bureau stands in a roster, and was there in the year. */
  readonly listed: boolean
  /** Part of the histograms; what older versions published is not yet. */
  readonly spread: boolean
}

/** What a report changes from and to; null: it is not public. */
export interface Move {
  readonly bureau: number
  readonly year: number
  readonly from: Held | null
  readonly to: Held | null
}

/** 万元 are summed in millionths: 59237.2449 + 0.1 is exact in whole numbers only. */
export const feeUnit = 1_000_000

/** The figures that may be added up. */
const addable = new Map(
  figures.flatMap((entry) => (mayAdd(entry.id) === null ? [[entry.key, entry] as const] : [])),
)

/** Numbers added up by key; what comes to nothing is left out. */
function collector() {
  const sums = new Map<string, { readonly key: readonly number[]; readonly sums: number[] }>()
  return {
    add: (key: readonly number[], numbers: readonly number[], sign: number): void => {
      const at = key.join(' ')
      const known = sums.get(at)
      if (known)
        for (const [i, n] of numbers.entries()) known.sums[i] = (known.sums[i] ?? 0) + sign * n
      else sums.set(at, { key, sums: numbers.map((n) => sign * n) })
    },
    changes: (): number[][] =>
      [...sums.values()]
        .filter(({ sums: own }) => own.some((n) => n !== 0))
        .map(({ key, sums: own }) => [...key, ...own]),
  }
}

/** Each side of the moves that is part of the sums: 1 for what comes, -1 for what goes. */
function* sides(moves: readonly Move[]) {
  for (const { year, from, to } of moves) {
    if (from && !from.aside) yield { year, held: from, sign: -1 }
    if (to && !to.aside) yield { year, held: to, sign: 1 }
  }
}

/** What the table `total` changes by: its key, the sum, the reports without a number. */
export function totalChanges(moves: readonly Move[]): number[][] {
  const all = collector()
  for (const { year, held, sign } of sides(moves)) {
    const keys = totalKeys(held.group)
    for (const [figure, value, state] of held.rows) {
      const entry = addable.get(figure)
      // A row of the other form is shown as printed, but no report is counted as one that has it.
      if (!entry || !hasFigure(entry, held.tables)) continue
      const unit = entry.unit === 'wan' ? feeUnit : 1
      const numbers = [Math.round((value ?? 0) * unit), Number(state !== null)]
      for (const key of keys) all.add([figure, year, held.group.scope, ...key], numbers, sign)
    }
  }
  return all.changes()
}

/** What the table `received` changes by: its key, reports, and the editions of their tables. */
export function receivedChanges(moves: readonly Move[]): number[][] {
  const all = collector()
  for (const { year, held, sign } of sides(moves))
    for (const key of totalKeys(held.group))
      all.add([year, held.group.scope, ...key], counts(held), sign)
  return all.changes()
}

/** 1 for the report and for the edition of each of its tables, as the columns of `received` stand. */
const counts = ({ tables, listed }: Held): number[] => [
  1,
  ...(['disclosure', 'requests'] as const).flatMap((table) =>
    ['2019', '2021', '?'].map((edition) => Number(packEdition(tables, table) === edition)),
  ),
  Number(tables.reviews !== undefined),
  Number(listed),
]

/** What the table `histogram` changes by: its key and how many. */
export function histogramChanges(moves: readonly Move[]): number[][] {
  const all = collector()
  for (const { year, held, sign } of sides(moves)) {
    if (!held.spread) continue
    const { scope, level, areas } = held.group
    const country = areas[0]?.division ?? 0
    for (const [measure, bin] of measuresOf(observer(held)))
      for (const own of [0, level]) all.add([measure, year, scope, own, country, bin], [1], sign)
  }
  return all.changes()
}

/** What a held report says of each figure. */
export function observer({ rows, tables }: Pick<Held, 'rows' | 'tables'>) {
  const stored = new Map(rows.map(([key, value, state]) => [key, { value, state }]))
  return (id: FigureId) => {
    const entry: Figure = figureOf(id)
    if (!hasFigure(entry, tables)) return { value: null, state: 'absent' } as const
    return observation(entry, tables, stored.get(entry.key))
  }
}
