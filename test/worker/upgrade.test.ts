import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { figure as figureOf } from '#core/catalog/index.ts'
import type { Cells, Tables } from '#core/reading.ts'
import { sha256 } from '#worker/auth/token.ts'
import { groupOf } from '#worker/db/group.ts'
import { packCells } from '#worker/db/pack.ts'
import { figureRows } from '#worker/db/published.ts'
import { type Held, receivedChanges, totalChanges } from '#worker/db/sums.ts'
import { type Answer, number, post } from './collection.ts'
import { kept, recount } from './recount.ts'
import { retold, told } from './retold.ts'

const reason = '报告被原机关撤回，等待重新发布'

/** The migrations of the version before, and one token. */
beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS.slice(0, 5))
  await run(
    "INSERT INTO token (name, hash, created_at) SELECT 'test', value, '' FROM json_each(?)",
    [await sha256('nt_test')],
  )
})

const run = (query: string, rows: unknown): Promise<D1Result> =>
  env.DB.prepare(query).bind(JSON.stringify(rows)).run()

const insert = (table: string, rows: readonly (readonly unknown[])[]): Promise<D1Result> =>
  run(
    `INSERT INTO ${table} SELECT ${(rows[0] ?? []).map((_, i) => `value ->> ${i}`).join()} FROM json_each(?)`,
    rows,
  )

const place = { division: '410307', level: 'county', scope: 'own' } as const

/**
 * A report on 2020 as the version before left it: counted where its bureau was then (sector `was`), with every figure
 * that may be added up.
 */
async function publishOld(cells: Cells, was: string): Promise<void> {
  const tables: Tables = { disclosure: '2019' }
  const rows = figureRows(cells, tables)
  const group = groupOf({ ...place, sector: was })
  const held: Held = { rows, tables, group, aside: false, listed: false, spread: false }
  const moves = [{ bureau: 1, year: 2020, from: null, to: held }]
  // The version before asked nobody whether the table has the figure.
  const otherForm: Held = { ...held, tables: { disclosure: '2021' } }
  const strange = totalChanges([{ bureau: 1, year: 2020, from: null, to: otherForm }]).filter(
    ([figure]) => figure === figureOf('fees_collected_wan').key,
  )
  const { scope, level, sector, division } = group
  await insert('bureau', [
    [1, '410307-0001', '410307', '甲局', null, 'county', 'education', 'own', 'bureau'],
  ])
  await insert('report', [[1, 1, 2020, null, '2019', null, null, 0, null, 1]])
  const packed = [JSON.stringify(tables), packCells(cells, tables)]
  await insert('revision', [
    [1, 1, 1, 'published', 'x', 'a', 'x', null, null, 0, ...packed, '', 1, null],
  ])
  await env.DB.exec('UPDATE report SET published = 1')
  await insert('publication', [[1, 1, 1, 'publish', null, null, '', 1]])
  await insert('audit', [[1, '', 1, 'publish', '410307-0001/2020#1', null]])
  await insert('release', [[1, '2026.1.0', 1, '']])
  await insert(
    'figure',
    rows.map(([key, ...values]) => [1, key, 2020, 1, null, ...values]),
  )
  await insert(
    'figure_group',
    rows.map(([key, ...values]) => [
      key,
      2020,
      scope,
      level,
      sector,
      division,
      1,
      1,
      null,
      ...values,
    ]),
  )
  await insert('holding', [[2020, scope, level, sector, division, 1, 1, null, '2019', null, null]])
  await insert(
    'total',
    [...totalChanges(moves), ...strange].map((row) => [
      ...row.slice(0, 7),
      1,
      null,
      ...row.slice(7),
    ]),
  )
  await insert(
    'received',
    receivedChanges(moves).map((row) => [...row.slice(0, 6), 1, null, ...row.slice(6, -1)]),
  )
}

/** What the release says, table by table. */
async function frozen(): Promise<unknown[]> {
  const tables = ['figure', 'figure_group', 'holding', 'total', 'received']
  const answers = await env.DB.batch<Record<string, unknown>>(
    tables.map((table) =>
      env.DB.prepare(`SELECT * FROM ${table} WHERE since <= 1 AND (until IS NULL OR until > 1)`),
    ),
  )
  // Closing a row, and a column that came later, change nothing of what it says.
  const names = ['until', 'listed']
  return answers.map(({ results }) =>
    results
      .map((row) => JSON.stringify(Object.entries(row).filter(([name]) => !names.includes(name))))
      .toSorted(),
  )
}

async function upgrade(): Promise<void> {
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until it is done
    const { done }: Answer = await (await post('/maintenance', {})).json()
    if (done) return
  }
}

test.for([
  ['a report', { licences_decided: number(45) }, 'education'],
  [
    'a figure of the other form, which was counted then',
    { licences_decided: number(45), fees_collected_wan: number(1.5) },
    'education',
  ],
  [
    'a bureau that was given another sector, but not its reports',
    { licences_decided: number(45) },
    'other',
  ],
] as const)(
  '%s of an older version is kept as reckoned anew, and may be withdrawn',
  async ([, cells, was]) => {
    await publishOld(cells, was)
    const before = await frozen()
    await upgrade()
    expect(await frozen()).toEqual(before)
    expect(await kept()).toEqual(await recount())
    expect(await told()).toEqual(await retold())
    expect((await post('/revisions/1/withdraw', { reason })).status).toBe(200)
    expect(await kept()).toEqual(await recount())
    expect(await frozen()).toEqual(before)
  },
)
