import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { selectHoldings } from '#worker/db/holdings.ts'
import { get, number, post, prepare, publish } from './collection.ts'
import { noting, rowsRead } from './noted.ts'

const db = connect(env.DB)

/** What is held, counted one by one. */
async function recount(madeUp: boolean): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    `SELECT r.year, count(*) AS reports FROM report r JOIN bureau b ON b.key = r.bureau
     WHERE r.published IS NOT NULL AND (substr(b.division, 1, 2) = '00') = ? GROUP BY r.year ORDER BY r.year`,
  )
    .bind(Number(madeUp))
    .all()
  return results
}

async function withdraw(id: string, year: number): Promise<void> {
  const revision = await env.DB.prepare(
    `SELECT r.published FROM report r JOIN bureau b ON b.key = r.bureau WHERE b.id = ? AND r.year = ?`,
  )
    .bind(id, year)
    .first<number>('published')
  const response = await post(`/revisions/${revision}/withdraw`, { reason: '原机关撤回了这份报告' })
  expect(response.status).toBe(200)
}

beforeAll(prepare)

test('nothing is held yet', async () => {
  expect(await selectHoldings(db)).toEqual({ real: [], madeUp: [] })
  expect(await (await get('/')).text()).not.toContain('收录报告')
})

test('own bureaus and whole areas count alike, made-up ones apart, over releases and withdrawals', async () => {
  await publish({ year: 2020 })
  await publish({ year: 2024 })
  await publish({ year: 2023, bureau: { id: '321300-0001' } })
  await publish({ year: 2024, bureau: { id: '321300-0001' } })
  await publish({ year: 2025, bureau: { id: '000100-0001' } })
  await post('/releases', {})
  await publish({ year: 2024, cells: { licences_decided: number(46) } })
  await publish({ year: 2024, bureau: { id: '410307-0002' } })
  await publish({ year: 2025, bureau: { id: '410307-0002' } })
  await post('/releases', {})
  await withdraw('410307-0002', 2025)
  await withdraw('410307-0001', 2020)
  const { real, madeUp } = await selectHoldings(db)
  expect(real).toEqual([
    { year: 2023, reports: 1 },
    { year: 2024, reports: 3 },
  ])
  expect(real).toEqual(await recount(false))
  expect(madeUp).toEqual([{ year: 2025, reports: 1 }])
  expect(madeUp).toEqual(await recount(true))
})

test('it is read from a few rows of each year', async () => {
  const { DB, statements } = noting()
  await selectHoldings(connect(DB))
  expect(statements).toHaveLength(1)
  // Four years have been held at some time.
  expect(await rowsRead(statements)).toBeLessThanOrEqual(8 * 5)
})

test.for([
  // language, counts as the home page has them
  ['zh', '收录2024年度报告的机关 3 收录报告 4 报告年份 2023–2024'],
  ['en', 'Bureaus with a 2024 report held 3 Reports held 4 Report years 2023–2024'],
] as const)('in %s the home page counts what is real', async ([lang, counts]) => {
  const html = await (await get(`/?lang=${lang}`)).text()
  const [, list = ''] = /<dl class="counts">(.*?)<\/dl>/s.exec(html) ?? []
  expect(
    list
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ).toBe(counts)
  expect(await (await get(`/?collection=made-up&lang=${lang}`)).text()).not.toContain('"counts"')
})
