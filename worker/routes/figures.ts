import { Hono } from 'hono'
import { type Figure, figures as catalogue } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import type { Env } from '../env.ts'
import { meta } from './meta.ts'

/** A figure in the API's spelling. */
export const figureJson = ({ id, table, zh, en, unit, kind, editions }: Figure) => ({
  id,
  table,
  zh,
  en,
  kind,
  editions,
  unit: { id: unit, ...unitLabels[unit] },
})

/** The catalogue: every figure of the form, in its order. */
export const figures = new Hono<Env>().get('/', async (c) =>
  c.json({
    meta: await meta(c),
    figures: catalogue.map(figureJson),
  }),
)
