import type { Db } from './client.ts'
import { type Statement, changeRows, changeSums, keptTable } from './kept.ts'
import { packEdition } from './published.ts'
import { figure, figure_group, histogram, holding, received, total } from './schema.ts'
import { type Held, type Move, histogramChanges, receivedChanges, totalChanges } from './sums.ts'

const kept = {
  total: keptTable(total),
  received: keptTable(received),
  histogram: keptTable(histogram),
  figure: keptTable(figure),
  group: keptTable(figure_group),
  holding: keptTable(holding),
}

/**
 * Every statement that makes figures public, puts others in their place or takes them away, for any number of reports,
 * each of them once: sums, figures in both orders, who is held. Rows that do not change are not touched. What a move
 * says of `from` must still hold when the batch runs: its first statement is to ask.
 */
export const moveReports = (db: Db, moves: readonly Move[], release: number): Statement[] => [
  ...changeSums(db, kept.total, release, totalChanges(moves)),
  ...changeSums(db, kept.received, release, receivedChanges(moves)),
  ...changeSums(db, kept.histogram, release, histogramChanges(moves)),
  ...changeRows(db, kept.figure, release, changed(moves, figuresOf)),
  ...changeRows(db, kept.group, release, changed(moves, groupOf)),
  ...changeRows(db, kept.holding, release, changed(moves, holdingOf)),
]

interface Line {
  readonly key: readonly number[]
  readonly values: readonly (number | string | null)[]
}

type Lines = (move: Move, held: Held) => Line[]

/** What of one table goes and comes: lines that stand on both sides do neither. */
function changed(moves: readonly Move[], linesOf: Lines) {
  const [gone, added] = [moves, moves].map((_, side) =>
    moves.flatMap((move) => {
      const [here, there] = side === 0 ? [move.from, move.to] : [move.to, move.from]
      if (!here) return []
      const same = new Set(there ? linesOf(move, there).map(text) : [])
      return linesOf(move, here).filter((line) => !same.has(text(line)))
    }),
  )
  return {
    gone: (gone ?? []).map(({ key }) => key),
    added: (added ?? []).map(({ key, values }) => [...key, ...values]),
  }
}

const text = ({ key, values }: Line): string => `${key.join(' ')} ${values.join(' ')}`

const figuresOf: Lines = ({ bureau, year }, { rows }) =>
  rows.map(([key, ...values]) => ({ key: [bureau, key, year], values }))

const groupOf: Lines = ({ bureau, year }, { rows, group, aside }) => {
  const { scope, level, sector, division } = group
  return aside
    ? []
    : rows.map(([key, ...values]) => ({
        key: [key, year, scope, level, sector, division, bureau],
        values,
      }))
}

const holdingOf: Lines = ({ bureau, year }, { tables, group, aside }) => {
  const { scope, level, sector, division } = group
  const values = (['disclosure', 'requests', 'reviews'] as const).map((table) =>
    packEdition(tables, table),
  )
  return aside ? [] : [{ key: [year, scope, level, sector, division, bureau], values }]
}
