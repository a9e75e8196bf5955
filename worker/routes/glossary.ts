import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { ColumnId } from '#core/text/columns.ts'
import { asset } from '../answer/asset.ts'
import { meta } from '../answer/meta.ts'
import type { Table } from '../answer/table.ts'
import type { Env } from '../env.ts'

/** It takes nothing: everything is told at once. */
export const GlossaryQuery = v.object({})

/** What every word of the form and of this product means. */
export const glossary = new Hono<Env>().get('/', async (c) =>
  c.json({ meta: await meta(c), ...(await asset(c, 'glossary')) }),
)

export const glossaryColumns = [
  'term',
  'label',
  'label_en',
  'definition',
  'definition_en',
  'legal_basis',
] as const satisfies readonly ColumnId[]

/** The same for files: a row for each word. */
export async function glossaryTable(c: Context<Env>): Promise<Table> {
  const { terms } = await asset(c, 'glossary')
  const rows = terms.map(({ id, zh, en, definition, legal_basis: basis }) => ({
    term: id,
    label: zh,
    label_en: en,
    definition: definition.zh,
    definition_en: definition.en,
    legal_basis: basis ? `${basis.zh}（${basis.en}）` : '',
  }))
  return { columns: glossaryColumns, rows }
}
