import { env } from 'cloudflare:test'
import { type FigureId, figures } from '#core/catalog/index.ts'
import type { Cell, Cells, Tables } from '#core/reading.ts'
import type { Level, Scope } from '#core/roster/bureau.ts'
import { connect } from '#worker/db/client.ts'
import { groupOf } from '#worker/db/group.ts'
import { moveReports } from '#worker/db/move.ts'
import { figureRows } from '#worker/db/published.ts'

/** A number, or a cell without one. A figure of the form that is left out is printed 0. */
export type Stated = Readonly<Partial<Record<FigureId, number | 'blank' | 'absent'>>>

export interface HeldReport {
  readonly division?: string
  readonly level?: Level
  readonly sector?: string
  readonly scope?: Scope
  readonly year?: number
  readonly tables?: Tables
  readonly stated: Stated
}

/** A report as it stands among its peers: of one education bureau of 偃师区 on 2024, unless told otherwise. */
const defaults = {
  division: '410307',
  level: 'county',
  sector: 'education',
  scope: 'own',
  year: 2024,
  tables: { disclosure: '2021', requests: '2021', reviews: 'any' },
} as const

const db = connect(env.DB)

/**
 * Lets reports into sums, orders and histograms as publishing does, each of a bureau of its own; the first bureau's
 * storage key is `first`.
 */
export async function hold(
  reports: readonly HeldReport[],
  { first = 1, release = 1 }: { readonly first?: number; readonly release?: number } = {},
): Promise<void> {
  const whole = reports.map((report, i) => ({ ...defaults, ...report, key: first + i }))
  await env.DB.batch([
    env.DB.prepare(
      'INSERT OR IGNORE INTO division (code, name) SELECT value, value FROM json_each(?)',
    ).bind(JSON.stringify(whole.map(({ division }) => division))),
    env.DB.prepare(
      `INSERT INTO bureau (key, id, division, name, level, sector, scope, kind)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 1, value ->> 3, value ->> 4, value ->> 5, 'bureau'
        FROM json_each(?)`,
    ).bind(
      JSON.stringify(
        whole.map(({ key, division, level, sector, scope }) => [
          key,
          `${division}-${String(key).padStart(4, '0')}`,
          division,
          level,
          sector,
          scope,
        ]),
      ),
    ),
  ])
  const moves = whole.map(({ key, year, tables, stated, ...place }) => ({
    bureau: key,
    year,
    from: null,
    to: {
      rows: figureRows(cellsOf(stated, tables), tables),
      tables,
      group: groupOf(place),
      aside: false,
      listed: false,
      spread: true,
    },
  }))
  const [start, ...more] = moveReports(db, moves, release)
  if (start) await db.batch([start, ...more])
}

/** Every cell of the form, 0 where nothing else is said. */
function cellsOf(stated: Stated, tables: Tables): Cells {
  const cells: Partial<Record<FigureId, Cell>> = {}
  for (const { id, table, editions } of figures) {
    const edition = tables[table]
    if (edition === undefined) continue
    const isInForm =
      edition === 'any' || (edition === null ? editions.length > 1 : editions.includes(edition))
    const value = stated[id] ?? (isInForm ? 0 : 'absent')
    if (value === 'blank') cells[id] = { state: 'blank', raw: '' }
    else if (value !== 'absent') cells[id] = { state: 'number', value, raw: String(value) }
  }
  return cells
}

/** The database with a meter: what its batches cost, as D1 counts. */
export function metered() {
  const cost = { statements: 0, rowsRead: 0 }
  const batch = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    const answers = await env.DB.batch<T>(statements)
    cost.statements += answers.length
    for (const { meta } of answers) cost.rowsRead += meta.rows_read
    return answers
  }
  const d1 = { prepare: (query: string) => env.DB.prepare(query), batch }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all of D1 that reading in batches needs
  return { db: connect(d1 as unknown as D1Database), cost }
}
