import { figures } from '#core/catalog/index.ts'
import type { Group } from '#worker/db/group.ts'
import type { FigureRow } from '#worker/db/published.ts'
import type { Bulk } from './bulk.ts'
import { years } from './roster.ts'

/** Rows of one figure and year, in the order in which they came. */
interface Column {
  length: number
  readonly bureaus: Int32Array
  readonly values: Float64Array
  /** 0: a number. */
  readonly states: Uint8Array
}

const room = (size: number): Column => ({
  length: 0,
  bureaus: new Int32Array(size),
  values: new Float64Array(size),
  states: new Uint8Array(size),
})

function grown({ length, bureaus, values, states }: Column): Column {
  const more = room(length * 2)
  more.length = length
  more.bureaus.set(bureaus)
  more.values.set(values)
  more.states.set(states)
  return more
}

/** The figures once more, in the order of peers and areas; `bureau` counts from 0. */
export interface PeerOrder {
  readonly add: (bureau: number, year: number, rows: readonly FigureRow[]) => void
  /** Groups by bureau; keys are their numbers + 1. */
  readonly write: (bulk: Bulk, groups: readonly Group[]) => void
}

export function peerOrder(): PeerOrder {
  const columns = new Map<number, Column>()
  return {
    add: (bureau, year, rows) => {
      for (const [key, value, state] of rows) {
        const at = key * years.length + year - years[0]
        const before = columns.get(at) ?? room(64)
        const column = before.length === before.bureaus.length ? grown(before) : before
        const { length } = column
        column.bureaus[length] = bureau
        column.values[length] = value ?? 0
        column.states[length] = state ?? 0
        column.length = length + 1
        columns.set(at, column)
      }
    },
    write: (bulk, groups) => {
      const order = inOrder(groups)
      const keys = figures.map(({ key }) => key).toSorted((a, b) => a - b)
      for (const key of keys)
        for (const [i, year] of years.entries()) {
          const column = columns.get(key * years.length + i)
          if (column) writeColumn(bulk, { key, year, column, order, groups })
        }
    },
  }
}

/** Numbers of bureaus in the order of scope, level, sector, division and key. */
export const inOrder = (groups: readonly Group[]): number[] =>
  groups
    .map((_, i) => i)
    .toSorted((a, b) => {
      const [x, y] = [groups[a], groups[b]]
      if (!x || !y) return 0
      return (
        x.scope - y.scope ||
        x.level - y.level ||
        x.sector - y.sector ||
        x.division - y.division ||
        a - b
      )
    })

interface Written {
  readonly key: number
  readonly year: number
  readonly column: Column
  readonly order: readonly number[]
  readonly groups: readonly Group[]
}

function writeColumn(bulk: Bulk, { key, year, column, order, groups }: Written): void {
  const { length, bureaus, values, states } = column
  const rowOf = new Int32Array(groups.length)
  for (let i = 0; i < length; i++) rowOf[bureaus[i] ?? 0] = i + 1
  for (const bureau of order) {
    const row = (rowOf[bureau] ?? 0) - 1
    const group = groups[bureau]
    if (row < 0 || !group) continue
    const state = states[row] || null
    const { scope, level, sector, division } = group
    const value = state === null ? (values[row] ?? 0) : null
    bulk.add(key, year, scope, level, sector, division, bureau + 1, 1, value, state)
  }
}
