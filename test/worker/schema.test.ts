import { env } from 'cloudflare:test'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from '#worker/db/schema.ts'

test.for(Object.values(schema).map(getTableConfig))(
  'the table $name is the one in migrations/',
  async ({ name, columns }) => {
    const { results } = await env.DB.prepare('SELECT * FROM pragma_table_info(?)').bind(name).all()
    const real = results.map((c) => [c['name'], String(c['type']).toLowerCase()])
    expect(columns.map((c) => [c.name, c.getSQLType()])).toEqual(real)
  },
)

test('every table is STRICT', async () => {
  const { results } = await env.DB.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'd1_%' AND name NOT LIKE '_cf_%'",
  ).all()
  expect(results).toEqual([])
})
