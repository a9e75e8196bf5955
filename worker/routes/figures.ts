import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { Label } from '#core/catalog/table.ts'
import type { ColumnId } from '#core/text/columns.ts'
import { asset } from '../answer/asset.ts'
import { meta } from '../answer/meta.ts'
import type { Table } from '../answer/table.ts'
import type { Env } from '../env.ts'

export { figureJson } from '#core/text/figure-json.ts'

/** They take nothing: everything is told at once. */
export const FiguresQuery = v.object({})
export const CrosswalkQuery = v.object({})

/** The catalogue: every figure of the form in its order, and every rate. */
export const figures = new Hono<Env>().get('/', async (c) =>
  c.json({ meta: await meta(c), ...(await asset(c, 'figures')) }),
)

/** The editions of the form side by side. */
export const crosswalk = new Hono<Env>().get('/', async (c) =>
  c.json({ meta: await meta(c), ...(await asset(c, 'crosswalk')) }),
)

export const figuresColumns = [
  'figure',
  'label',
  'label_en',
  'unit',
  'table',
  'editions',
  'formula',
  'legal_basis',
] as const satisfies readonly ColumnId[]

/** Both languages in one cell, as reasons are written. */
const both = ({ zh, en }: Label): string => `${zh}（${en}）`

/** The figures and rates for files. */
export async function figuresTable(c: Context<Env>): Promise<Table> {
  const { figures: list, indicators } = await asset(c, 'figures')
  const rows = [
    ...list.map(({ id, zh, en, unit, table, editions, legal_basis: basis }) => ({
      figure: id,
      label: zh,
      label_en: en,
      unit: unit.zh,
      table,
      editions: editions.join('+'),
      legal_basis: both(basis),
    })),
    ...indicators.map(({ id, zh, en, formula }) => ({
      figure: id,
      label: zh,
      label_en: en,
      formula: both(formula),
    })),
  ]
  return { columns: figuresColumns, rows }
}

export const crosswalkColumns = [
  'from_2019',
  'to_2021',
  'relation',
  'remark',
  'remark_en',
] as const satisfies readonly ColumnId[]

/** The editions side by side for files. */
export async function crosswalkTable(c: Context<Env>): Promise<Table> {
  const { crosswalk: list } = await asset(c, 'crosswalk')
  const rows = list.map(({ from_2019: from, to_2021: to, relation, note }) => ({
    from_2019: from.join('+'),
    to_2021: to.join('+'),
    relation,
    remark: note.zh,
    remark_en: note.en,
  }))
  return { columns: crosswalkColumns, rows }
}
