import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { selectBureaus } from '#worker/db/bureaus.ts'
import { connect } from '#worker/db/client.ts'
import { upsertBureaus } from '#worker/db/roster.ts'
import type { Search } from '#worker/db/search.ts'
import { bureau, findAll, idsOf, offices } from './finding.ts'
import { noting, rowsRead } from './noted.ts'

const db = connect(env.DB)

/** 20,000 bureaus: seven offices in every division. */
beforeAll(async () => {
  const { results } = await env.DB.prepare(
    "SELECT code, name FROM division WHERE code BETWEEN '11' AND '99'",
  ).all<{ code: string; name: string }>()
  const entries = results.flatMap(({ code, name }) =>
    offices.slice(0, 7).map((office, i) => bureau(`${code}-${9001 + i}`, `${name}${office}`)),
  )
  for (let i = 0; i < entries.length; i += 500) {
    // oxlint-disable-next-line no-await-in-loop -- as a roster comes, one part after another
    await upsertBureaus(db, entries.slice(i, i + 500))
  }
}, 180_000)

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
  { timeout: 60_000 },
  async () => {
    for (const search of searches) {
      const { DB, statements } = noting()
      // oxlint-disable-next-line no-await-in-loop -- one D1, one at a time
      await selectBureaus(connect(DB), { limit: 100, ...search })
      // oxlint-disable-next-line no-await-in-loop -- as above
      const rows = await rowsRead(statements)
      expect([search, statements.length, rows <= 2000]).toEqual([search, 2, true])
    }
  },
)

/** Whether a bureau is to be found, by its search text alone. */
function isFound(text: string, { q = '', division, sector, madeUp }: Search): boolean {
  const pieces: readonly string[] = text.match(/\s\S+/g) ?? []
  const has = (word: string): boolean =>
    /^[a-z]+$/.test(word)
      ? pieces.some((piece) => piece.startsWith(` ${word}`))
      : pieces.some((piece) => piece.startsWith('\n') && piece.includes(word))
  const tags = [
    ...(division === undefined ? [] : [`\t@${division.replace(/(?:00)+$/, '')}`]),
    ...(sector === undefined ? [] : [`\t#${sector}`]),
    ...(madeUp === undefined ? [] : [madeUp ? '\tmade-up' : '\treal']),
  ]
  return q.split(' ').every(has) && tags.every((tag) => pieces.includes(tag))
}

const someWords =
  '局 县 平 城 镇 人民 文旅 文旅局 文化局 卫健委 市监局 人民政府 人民政府办公室 州市 新疆 平山 河南 山县 化 wlj p zf'.split(
    ' ',
  )

const someSearch = fc.record(
  {
    q: fc
      .uniqueArray(fc.constantFrom(...someWords), { maxLength: 4 })
      .map((words) => words.join(' ')),
    division: fc.constantFrom('410000', '410300', '410307', '130100Z01', '110000', '000100'),
    sector: fc.constantFrom('culture_tourism', 'health', 'general_office'),
    madeUp: fc.boolean(),
    limit: fc.constantFrom(20, 100, 500),
    after: fc.constantFrom('110000-0001', '410307-0003', '659004-9007'),
  },
  { requiredKeys: ['limit'] },
)

test(
  'among 20,000 bureaus the pages of any search together have what it finds, and each reads at most 2,000 rows',
  { timeout: 180_000 },
  async () => {
    const { results: texts } = await env.DB.prepare(
      'SELECT b.id, s.search FROM bureau_search s JOIN bureau b ON b.key = s.bureau ORDER BY s.place',
    ).all<{ id: string; search: string }>()
    expect(texts.length).toBeGreaterThan(20_000)
    const check = async (search: Search): Promise<void> => {
      const wanted = texts.filter(
        ({ id, search: text }) => id > (search.after ?? '') && isFound(text, search),
      )
      expect((await findAll(search)).ids).toEqual(idsOf(wanted))
      const { DB, statements } = noting()
      await selectBureaus(connect(DB), search)
      expect(await rowsRead(statements)).toBeLessThanOrEqual(2000)
    }
    await fc.assert(fc.asyncProperty(someSearch, check), { numRuns: 25 })
  },
)
