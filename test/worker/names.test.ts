import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { NewBureau } from '#core/roster/bureau.ts'
import { deriveBureau } from '#core/roster/derive.ts'
import { gramsOf } from '#core/roster/grams.ts'
import { selectBureau, selectBureaus } from '#worker/db/bureaus.ts'
import { connect } from '#worker/db/client.ts'
import { refreshNames } from '#worker/db/names.ts'
import { insertBureau, upsertBureaus } from '#worker/db/roster.ts'
import type { Search } from '#worker/db/search.ts'
import { bureau, findAll, idsOf, offices } from './finding.ts'
import { noting, scans } from './noted.ts'

const db = connect(env.DB)

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
  idsOf((await selectBureaus(db, { limit: 100, ...search })).bureaus)

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
    const { ids, pages } = await findAll({ ...search, limit: 5 })
    expect(ids).toEqual(await find(search))
    expect(ids).toEqual(ids.toSorted())
    expect(ids.length).toBeGreaterThan(5)
    expect(pages).toBe(Math.ceil(ids.length / 5))
  },
)

test('bureaus that are asked for by id come along, whatever is searched for', async () => {
  const ids = ['500107-0020', '410307-0003', '410307-9999', 'no id', '130100Z01-0001']
  const { bureaus, named, next } = await selectBureaus(db, { q: '偃师 文旅', limit: 1 }, ids)
  expect(idsOf(bureaus)).toEqual(['410307-0003'])
  expect(idsOf(named).toSorted()).toEqual(['130100Z01-0001', '410307-0003', '500107-0020'])
  expect(next).toBe(null)
})

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
  const grams = await all<{ gram: string; place: number }>(
    'SELECT gram, area * 100000000 + j.value AS place FROM gram_area, json_each(places) j ORDER BY 1, 2',
  )
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

test.for([
  {},
  { q: '局' },
  { q: '偃师 文旅 局' },
  { division: '410000', sector: 'water', madeUp: false },
  { q: '偃师区文化广电 yswhgdhlyj', after: '110000-0001' },
])('the search for %j scans no table', async (search) => {
  const { DB, statements } = noting()
  await selectBureaus(connect(DB), { limit: 100, ...search })
  expect(statements).toHaveLength(2)
  expect(await scans(statements)).toEqual([])
})

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
      ...[2024, 2020, 2022].flatMap((year, i) => [
        `INSERT INTO report (id, bureau, year) VALUES (${i + 1}, 7, ${year})`,
        `INSERT INTO revision (id, report, number, state, digest, file_name, file_hash, excerpt, tables, cells, created_at)
          VALUES (${i + 1}, ${i + 1}, 1, 'published', '', '', '', 0, '{}', '{}', '')`,
      ]),
      'UPDATE report SET published = id WHERE year <> 2022',
    ].map((statement) => env.DB.prepare(statement)),
  )
  await applyD1Migrations(env.DB, env.MIGRATIONS)

  const filters = { sector: 'education', madeUp: false }
  expect(await find({ q: '偃师市教育局 洛阳', ...filters })).toEqual(['410307-0001'])
  expect(await find({ q: '石家庄', division: '130100' })).toEqual(['130100Z01-0001'])
  expect(await find({ division: '410300' })).toEqual(['410307-0001'])
  expect((await selectBureau(db, '410307-0001'))?.years).toEqual([2020, 2024])
  const { texts, grams } = await index()
  expect(grams.toSorted()).toEqual(texts.toSorted())

  await refreshNames(db, [7, 8])
  expect(await find({ q: 'ysjyj' })).toEqual(['410307-0001'])
  const after = await index()
  expect(after.grams.toSorted()).toEqual(after.texts.toSorted())
})
