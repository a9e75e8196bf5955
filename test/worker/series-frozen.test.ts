import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { connect } from '#worker/db/client.ts'
import { cutRelease } from '#worker/db/releases.ts'
import { type Answer, get, getJson, number, post, prepare, publish, store } from './collection.ts'

const db = connect(env.DB)
const reason = '原机关更正了报告中的数字'
const bureau = '410307-0001'

beforeAll(async () => {
  await prepare()
  for (const year of [2019, 2020, 2022])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish({ year })
})

const post200 = async (to: string, body: unknown): Promise<Answer> => {
  const response = await post(to, body)
  const answer: Answer = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(answer))
  return answer
}

test('an answer of a release stays byte for byte the same', { timeout: 60_000 }, async () => {
  const name = (await cutRelease(db, new Date()))?.name
  const asked = `bureau=${bureau},410307-0002&figure=licences_decided,natural_person_share&v=${name}`
  const paths = [
    `/api/v1/series?${asked}`,
    `/api/v1/series.csv?${asked}`,
    `/api/v1/series?${asked}&from=2008&to=2030`,
    `/api/v1/reports/${bureau}/2020?v=${name}`,
  ]
  const texts = () => Promise.all(paths.map(async (one) => (await get(one)).text()))
  const then = await texts()
  for (const licences of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { batch } = await post200('/batches', { name: 'more' })
    for (const id of [bureau, '410307-0002']) {
      const reports = Array.from({ length: 18 }, (_, i) => ({
        bureau: { id },
        year: 2008 + i,
        file: { name: 'a.html', sha256: 'a'.repeat(64) },
        tables: { disclosure: '2021' },
        cells: { licences_decided: number(licences) },
        reason,
      }))
      // oxlint-disable-next-line no-await-in-loop
      await post200(`/batches/${batch}/reports`, { reports, publish: true })
    }
  }
  const line = { level: 'prefecture', sector: 'education', scope: 'own', kind: 'x', aliases: [] }
  const renamed = { ...line, id: bureau, division: '410300', name: '新名局', nameEn: 'New name' }
  await post200('/bureaus', { bureaus: [renamed] })
  const event = { kind: 'created', on: '2021-03-01', document: '某编办〔2021〕1号', from: [] }
  await post200('/lineage', { events: [{ ...event, to: [bureau] }] })
  const about = { bureau: { id: bureau }, year: 2020, cells: { licences_decided: number(9) } }
  const id = await store(about)
  await post200(`/revisions/${id}/publish`, { reason })
  await post200(`/revisions/${id}/withdraw`, { reason })
  await cutRelease(db, new Date())
  expect(await texts()).toEqual(then)
  const [live, frozen]: Answer[] = await Promise.all(
    [`/api/v1/series?${asked.replace(/&v=.*/, '')}`, paths[0] ?? ''].map(getJson),
  )
  expect(live.meta.data_version).toBeGreaterThan(frozen.meta.data_version + 100)
  expect(live.bureaus[0]).toMatchObject({ name: '新名局', division: { code: '410300' } })
  expect(frozen.bureaus[0]).toMatchObject({ name: '偃师区甲局', division: { code: '410307' } })
  expect(frozen.bureaus[0]).not.toHaveProperty('years')
  expect(frozen.meta).toMatchObject({
    release: name,
    coverage: { expected: 8, received: 3, missing_count: 5 },
  })
})

test.for(['', '&v='])('series%s takes five statements at most', async (more) => {
  const release = await env.DB.prepare('SELECT name FROM release').first<string>('name')
  let statements = 0
  const counting = new Proxy(env.DB, {
    get: (target, name) => {
      statements += Number(name === 'prepare')
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const asked = `/api/v1/series?bureau=${bureau}&figure=disclosure_rate,licences_decided${more && more + release}`
  expect((await app.request(asked, {}, { ...env, DB: counting })).status).toBe(200)
  expect(statements).toBeLessThanOrEqual(5)
})
