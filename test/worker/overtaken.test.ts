import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, number, post, prepare, publish, store } from './collection.ts'
import { overtaken, postTo } from './overtaken.ts'
import { kept, recount } from './recount.ts'
import { retold, told } from './retold.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await prepare()
})

const reason = '原机关更正了报告中的数字'

/** 偃师区甲局 in another city, level and sector. */
const moved = {
  bureaus: [
    {
      id: '410307-0001',
      division: '110101',
      name: '偃师区甲局',
      level: 'prefecture',
      sector: 'education',
      scope: 'own',
      kind: 'bureau',
      aliases: [],
    },
  ],
}

/** Since 2022 it is 偃师区乙局. */
const renamed = {
  events: [
    {
      kind: 'renamed',
      on: '2022-03-01',
      document: '某政发〔2022〕1号',
      from: ['410307-0001'],
      to: ['410307-0002'],
    },
  ],
}

const publicRevision = () =>
  env.DB.prepare("SELECT id FROM revision WHERE state = 'published'").first<number>('id')

/** What may be done, and the table whose batch is then held up. */
const actions = {
  publish: {
    table: 'publication',
    run: async (DB: D1Database) =>
      postTo(DB, `/revisions/${await store({ year: 2024 })}/publish`, { reason }),
  },
  amend: {
    table: 'publication',
    run: async (DB: D1Database) => {
      const id = await store({ year: 2023, cells: { licences_decided: number(77) } })
      return postTo(DB, `/revisions/${id}/publish`, { reason })
    },
  },
  withdraw: {
    table: 'publication',
    run: async (DB: D1Database) =>
      postTo(DB, `/revisions/${await publicRevision()}/withdraw`, { reason }),
  },
  roster: { table: 'bureau', run: (DB: D1Database) => postTo(DB, '/bureaus', moved) },
  lineage: { table: 'lineage_event', run: (DB: D1Database) => postTo(DB, '/lineage', renamed) },
  maintain: { table: 'report', run: (DB: D1Database) => postTo(DB, '/maintenance', {}) },
  release: { table: 'release', run: (DB: D1Database) => postTo(DB, '/releases', {}) },
} as const
type Action = keyof typeof actions

/** What is public of 偃师区甲局 2023 before: nothing, a report, or one that an older version published. */
const starts = {
  nothing: () => Promise.resolve(),
  'a report': () => publish({ year: 2023 }),
  'an old report': async () => {
    await publish({ year: 2023 })
    const tables = ['total', 'received', 'histogram', 'figure_group', 'holding', 'finding']
    await env.DB.batch([
      ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
      env.DB.prepare('UPDATE report SET counted = 0, spread = 0'),
    ])
  },
}

const cases: readonly (readonly [keyof typeof starts, readonly Action[], readonly Action[]])[] = [
  // before, done, and what comes between
  ['nothing', ['publish', 'roster', 'lineage'], ['publish', 'roster', 'lineage', 'release']],
  [
    'a report',
    ['publish', 'amend', 'withdraw', 'roster', 'lineage'],
    ['publish', 'amend', 'withdraw', 'roster', 'lineage', 'release'],
  ],
  ['an old report', ['publish', 'amend', 'withdraw', 'roster', 'lineage'], ['maintain']],
  // No release is cut while something is left of an upgrade.
  ['an old report', ['maintain'], ['publish', 'amend', 'withdraw', 'roster', 'lineage']],
]

const all = cases.flatMap(([start, ones, others]) =>
  ones.flatMap((one) =>
    others.filter((other) => other !== one).map((other) => [start, one, other] as const),
  ),
)

async function maintain(): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until it is done
    const { done }: Answer = await (await post('/maintenance', {})).json()
    if (done) return
  }
}

test.for(all)(
  'with %s public, %s with %s in between: what is kept is as reckoned anew',
  async ([start, one, other]) => {
    await starts[start]()
    const { table, run } = actions[one]
    const DB = overtaken(table, async () => {
      expect((await actions[other].run(env.DB)).status).toBeLessThan(300)
    })
    const { status } = await run(DB)
    await maintain()
    expect(await kept()).toEqual(await recount())
    expect(await told()).toEqual(await retold())
    // What was to be withdrawn is another's by then; all else is no reason to refuse.
    expect(status).toBe(one === 'withdraw' && other === 'amend' ? 409 : 200)
  },
)
