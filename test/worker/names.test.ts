import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { NewBureau } from '#core/roster/bureau.ts'
import { deriveBureau } from '#core/roster/derive.ts'
import { gramsOf } from '#core/roster/grams.ts'
import { selectBureaus } from '#worker/db/bureaus.ts'
import { type Db, connect } from '#worker/db/client.ts'
import { refreshNames } from '#worker/db/names.ts'
import { insertBureau, upsertBureaus } from '#worker/db/roster.ts'
import type { Search } from '#worker/db/search.ts'

const db = connect(env.DB)

/** A bureau of a roster; level, sector and the rest follow from its name. */
const bureau = (id: string, name: string, other: Partial<NewBureau> = {}): NewBureau => ({
  ...deriveBureau(id.slice(0, -5), name),
  id,
  aliases: [],
  ...other,
})

/** The same offices in several places, and some that only one place has. */
const offices =
  '人民政府 人民政府办公室 文化广电和旅游局 卫生健康委员会 市场监督管理局 住房和城乡建设局 人力资源和社会保障局 发展和改革委员会 \
应急管理局 城市管理综合行政执法局 交通运输局 教育体育局 公安局'.split(' ')
const places = [
  ['410307', '偃师区'],
  ['410300', '洛阳市'],
  ['321322', '沭阳县'],
  ['500107', '九龙坡区'],
] as const

const roster: NewBureau[] = [
  ...places.flatMap(([code, place]) =>
    offices.map((office, i) =>
      bureau(`${code}-${String(i + 1).padStart(4, '0')}`, `${place}${office}`),
    ),
  ),
  bureau('410307-0014', '偃师区教育局', {
    aliases: ['偃师区教育委员会'],
    nameEn: 'Yanshi District Education Bureau',
  }),
  bureau('410381-0001', '偃师市工业和信息化局', { division: '410307' }),
  bureau('130100Z01-0001', '石家庄高新区管理委员会', {
    division: '130100Z01',
    divisionName: '石家庄高新技术产业开发区',
    aliases: ['高新区管委会（筹）'],
  }),
  bureau('500107-0020', '重庆市九龙坡区二郎街道办事处'),
  bureau('000100-0001', '虚构示例市文化和旅游局', { divisionName: '虚构示例市' }),
]

const find = async (search: Partial<Search>): Promise<string[]> =>
  (await selectBureaus(db, { limit: 100, ...search })).map(({ id }) => id)

beforeAll(() => upsertBureaus(db, roster))

test.for([
  // words, bureaus that are found
  ['偃师 文旅', '410307-0003'],
  ['文旅局', '000100-0001 321322-0003 410300-0003 410307-0003 500107-0003'],
  ['洛阳 卫健委', '410300-0004 410307-0004'],
  ['卫健局 沭阳', '321322-0004'],
  ['市监局 偃师', '410307-0005'],
  ['市场监管局 偃师', '410307-0005'],
  ['沭阳 住建局', '321322-0006'],
  ['九龙坡 人社局', '500107-0007'],
  ['九龙坡发改委', '500107-0008'],
  ['偃师应急局', '410307-0009'],
  ['偃师城管局', '410307-0010'],
  ['偃师交通局', '410307-0011'],
  ['重庆 教体局', '500107-0012'],
  ['政府办 江苏', '321322-0002'],
  ['宿迁 公安', '321322-0013'],
  ['河南省洛阳市偃师区公安局', '410307-0013'],
  ['洛阳市偃师区', '410307-0001'],
  ['九龙坡区二郎街道', '500107-0020'],
  ['二郎街道办', '500107-0020'],
  ['郎', '500107-0020'],
  // 偃师市监局 is found as well.
  ['偃师市', '410307-0005 410381-0001'],
  ['教育委员会', '410307-0014'],
  ['高新', '130100Z01-0001'],
  ['管委会（筹）', '130100Z01-0001'],
  ['yswlj', '410307-0003'],
  ['YSQWHGDHLYJ', '410307-0003'],
  ['ysqwhgdhlyjj', ''],
  ['cq', '500107-0020'],
  ['ys gaj', '410307-0013'],
  ['yanshi educ', '410307-0014'],
  ['Education Bureau', '410307-0014'],
  ['示例 旅游', '000100-0001'],
  ['偃师 沭阳', ''],
  ['旅局文', ''],
  ['\t41', ''],
  ['？！', ''],
] as const)('%s finds %s', async ([q, ids]) => {
  const found = await find({ q })
  // A place alone finds all its bureaus: the first will do.
  expect(q === '洛阳市偃师区' ? found.slice(0, 1) : found).toEqual(ids.split(' ').filter(Boolean))
})

test.for([
  // filters, bureaus that are found
  [{ division: '410307', sector: 'culture_tourism' }, '410307-0003'],
  [{ division: '410300', sector: 'culture_tourism' }, '410300-0003 410307-0003'],
  [{ division: '410000', q: '公安' }, '410300-0013 410307-0013'],
  [{ division: '410307', sector: 'industry_it' }, '410381-0001'],
  [{ division: '410381' }, ''],
  [{ division: '130100' }, '130100Z01-0001'],
  [{ division: '130100Z01', q: '石家庄' }, '130100Z01-0001'],
  [{ madeUp: true }, '000100-0001'],
  [{ madeUp: false, q: '文旅', division: '410307' }, '410307-0003'],
  [{ madeUp: true, division: '410307' }, ''],
  [{ sector: 'no_such' }, ''],
  [{ sector: 'all' }, ''],
  [{ division: '410307', sector: 'culture_tourism', after: 'no id' }, '410307-0003'],
] as const)('%j finds %s', async ([search, ids]) => {
  expect(await find(search)).toEqual(ids.split(' ').filter(Boolean))
})

test.for([{}, { q: '局' }, { q: '偃师' }, { q: '偃师 区', madeUp: false }, { division: '410300' }])(
  'the pages of %j are in the order of ids, without a gap',
  async (search) => {
    const paged: string[] = []
    for (;;) {
      const page = await find({ ...search, limit: 5, after: paged.at(-1) })
      if (page.length === 0) break
      paged.push(...page)
    }
    expect(paged).toEqual(await find(search))
    expect(paged).toEqual(paged.toSorted())
    expect(paged.length).toBeGreaterThan(5)
  },
)

test('any two characters of any name find the bureau, in any place', async () => {
  const parts = roster.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].flatMap((text) =>
      Array.from(text.slice(1), (_, i) => [text.slice(i, i + 2), id] as const),
    ),
  )
  for (const [part, rows] of Map.groupBy(parts, ([text]) => text)) {
    // oxlint-disable-next-line no-await-in-loop -- one D1, one at a time
    const found = await find({ q: part })
    expect([part, rows.filter(([, id]) => !found.includes(id))]).toEqual([part, []])
  }
}, 60_000)

test('a renamed bureau is found by both names, a moved one in its new division', async () => {
  const before = bureau('321302-0001', '宿城区旅游局')
  const after = bureau('321302-0001', '宿豫区广播电视局', { division: '321311' })
  await upsertBureaus(db, [before])
  await upsertBureaus(db, [after])
  expect(await find({ q: '旅游局 宿豫' })).toEqual(['321302-0001'])
  expect(await find({ q: '广电局' })).toEqual(['321302-0001'])
  expect(await find({ q: 'syqgbdsj' })).toEqual(['321302-0001'])
  expect(await find({ division: '321311' })).toEqual(['321302-0001'])
  expect(await find({ division: '321302' })).toEqual([])
  expect(await find({ q: '宿迁市宿城区' })).toEqual([])
})

test('a bureau that an import adds is found at once', async () => {
  const id = await insertBureau(db, deriveBureau('321324', '泗洪县水务局'))
  expect(id).toBe('321324-0001')
  expect(await insertBureau(db, deriveBureau('321324', '泗洪县水利局'))).toBe('321324-0002')
  expect(await find({ q: '泗洪 水务' })).toEqual(['321324-0001'])
  expect(await find({ q: 'shslj' })).toEqual(['321324-0002'])
})

test('rosters that come at the same moment leave every name', async () => {
  const id = '321323-0001'
  const names = ['泗阳县甲局', '泗阳县乙局', '泗阳县丙局']
  await Promise.all([
    ...names.map((name) => upsertBureaus(db, [bureau(id, name, { aliases: [`${name}的别名`] })])),
    insertBureau(db, deriveBureau('321323', '泗阳县丁局')),
  ])
  for (const name of names) expect(await find({ q: `${name}的别名` })).toContain(id)
})

const all = async <T>(query: string): Promise<T[]> => (await env.DB.prepare(query).all<T>()).results

/** What the index should have by the search texts, and what it has. */
async function index(): Promise<{ texts: string[]; grams: string[] }> {
  const texts = await all<{ place: number; search: string }>('SELECT * FROM bureau_search')
  const grams = await all<{ gram: string; place: number }>('SELECT * FROM gram')
  const counts = await all<{ gram: string; n: number }>('SELECT * FROM gram_count WHERE n <> 0')
  const tally = Map.groupBy(grams, ({ gram }) => gram)
  expect(counts.map(({ gram, n }) => `${gram} ${n}`).toSorted()).toEqual(
    [...tally].map(([gram, rows]) => `${gram} ${rows.length}`).toSorted(),
  )
  return {
    texts: texts.flatMap(({ place, search }) => gramsOf(search).map((gram) => `${place} ${gram}`)),
    grams: grams.map(({ gram, place }) => `${place} ${gram}`),
  }
}

test('after all this the index is that of the search texts, and a refresh changes nothing', async () => {
  const { texts, grams } = await index()
  expect(grams.toSorted()).toEqual(texts.toSorted())
  const { results } = await env.DB.prepare('SELECT key FROM bureau').all<{ key: number }>()
  await refreshNames(
    db,
    results.map(({ key }) => key),
  )
  expect((await index()).grams).toEqual(grams)
})

type Statement = readonly [query: string, params: unknown[]]

/** A database that notes every statement it prepares. */
function noting(): { db: Db; statements: Statement[] } {
  const statements: Statement[] = []
  const prepare = (query: string): D1PreparedStatement => {
    const statement = env.DB.prepare(query)
    const bind = (...params: unknown[]): D1PreparedStatement => {
      statements.push([query, params])
      return statement.bind(...params)
    }
    return new Proxy(statement, { get: () => bind })
  }
  const get = (_: D1Database, key: string): unknown =>
    key === 'prepare' ? prepare : env.DB.batch.bind(env.DB)
  return { db: connect(new Proxy(env.DB, { get })), statements }
}

/** The tables that the statements read from end to end; lists that come as JSON are none. */
async function scans(statements: readonly Statement[]): Promise<string[]> {
  const plans = await env.DB.batch<{ detail: string }>(
    statements.map(([query, params]) =>
      env.DB.prepare(`EXPLAIN QUERY PLAN ${query}`).bind(...params),
    ),
  )
  const lines = plans.flatMap(({ results }) => results.map(({ detail }) => detail))
  const small = /VIRTUAL TABLE|CONSTANT ROW|SCAN (?:leap|.subquery-\d+.)$/
  return lines.filter((line) => line.startsWith('SCAN') && !small.test(line))
}

async function rowsRead(statements: readonly Statement[]): Promise<number> {
  const answers = await env.DB.batch(
    statements.map(([query, params]) => env.DB.prepare(query).bind(...params)),
  )
  return answers.reduce((sum, { meta }) => sum + meta.rows_read, 0)
}

test.for([
  {},
  { q: '局' },
  { q: '偃师 文旅 局' },
  { division: '410000', sector: 'water', madeUp: false },
  { q: '偃师区文化广电 yswhgdhlyj', after: '110000-0001' },
])('the search for %j scans no table', async (search) => {
  const { db: noted, statements } = noting()
  await selectBureaus(noted, { limit: 100, ...search })
  expect(await scans(statements)).toEqual([])
  expect(statements.join('\n')).not.toMatch(/\b(?:LIKE|GLOB)\b/i)
})

const own = /^SCAN (?:b|bureau|bureau_name|bureau_search|gram|gram_count|roster_change)\b/

test('a roster and a new bureau scan no table', async () => {
  const { db: noted, statements } = noting()
  await upsertBureaus(noted, roster.slice(0, 3))
  await insertBureau(noted, deriveBureau('321324', '泗洪县财政局'))
  expect(statements.length).toBeGreaterThan(18)
  // A table that refers to another is scanned for it only when a reference is already broken: those are left out.
  expect((await scans(statements)).filter((line) => own.test(line))).toEqual([])
})

/** 20,000 bureaus: seven offices in every division. */
async function fill(): Promise<void> {
  const { results } = await env.DB.prepare(
    "SELECT code, name FROM division WHERE code BETWEEN '11' AND '99'",
  ).all<{ code: string; name: string }>()
  const entries = results.flatMap(({ code, name }) =>
    offices.slice(0, 7).map((office, i) => bureau(`${code}-${9001 + i}`, `${name}${office}`)),
  )
  expect(entries.length).toBeGreaterThan(20_000)
  for (let i = 0; i < entries.length; i += 500) {
    // oxlint-disable-next-line no-await-in-loop -- as a roster comes, one part after another
    await upsertBureaus(db, entries.slice(i, i + 500))
  }
}

const searches: Partial<Search>[] = [
  ...'河南_文旅,洛阳_偃师_文旅局,文旅局,文旅,局,yswlj,ysqwhgdhlyj,wlj_河南,洛阳市偃师区文化广电和旅游局,山县市场监督管理局,\
自治县_卫健委,新疆_发改委,城区人社局'
    .split(',')
    .map((q) => ({ q: q.replaceAll('_', ' ') })),
  {},
  { division: '410000' },
  { sector: 'health', division: '410300' },
  { madeUp: false },
]

test(
  'a search among 20,000 bureaus reads its page and little else',
  { timeout: 180_000 },
  async () => {
    await fill()
    for (const search of searches) {
      const { db: noted, statements } = noting()
      // oxlint-disable-next-line no-await-in-loop -- one D1, one at a time
      await selectBureaus(noted, { limit: 100, ...search })
      // oxlint-disable-next-line no-await-in-loop -- as above
      const rows = await rowsRead(statements)
      expect([search, statements.length, rows <= 2000]).toEqual([search, 2, true])
    }
  },
)

test('the migration makes known what is there already; short names and pinyin come later', async () => {
  await reset()
  const at = env.MIGRATIONS.findIndex(({ name }) => name.startsWith('0005'))
  await applyD1Migrations(env.DB, env.MIGRATIONS.slice(0, at))
  const rest = "'county', 'education', 'own', 'bureau'"
  await env.DB.batch(
    [
      "INSERT INTO division (code, name) VALUES ('130100Z01', '高新区')",
      `INSERT INTO bureau VALUES (7, '410307-0001', '410307', '偃师区教育局', NULL, ${rest})`,
      `INSERT INTO bureau VALUES (8, '130100Z01-0001', '130100Z01', '高新区教育局', NULL, ${rest})`,
      "INSERT INTO bureau_name VALUES (7, '偃师区教育局', 'official', NULL, NULL)",
      "INSERT INTO bureau_name VALUES (7, '偃师市 教育局', 'official', NULL, '2021-03-01')",
      "INSERT INTO bureau_name VALUES (8, '高新区教育局', 'official', NULL, NULL)",
    ].map((statement) => env.DB.prepare(statement)),
  )
  await applyD1Migrations(env.DB, env.MIGRATIONS)

  const filters = { sector: 'education', madeUp: false }
  expect(await find({ q: '偃师市教育局 洛阳', ...filters })).toEqual(['410307-0001'])
  expect(await find({ q: '石家庄', division: '130100' })).toEqual(['130100Z01-0001'])
  expect(await find({ division: '410300' })).toEqual(['410307-0001'])
  const { texts, grams } = await index()
  expect(grams.toSorted()).toEqual(texts.toSorted())

  await refreshNames(db, [7, 8])
  expect(await find({ q: 'ysjyj' })).toEqual(['410307-0001'])
  const after = await index()
  expect(after.grams.toSorted()).toEqual(after.texts.toSorted())
})
