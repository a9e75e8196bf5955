import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { number, post, prepare, publish } from './collection.ts'
import { kept, recount } from './recount.ts'
import { retold, told } from './retold.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await prepare()
})

/** All that is kept and told, as it is and as it is reckoned anew. */
async function both() {
  const is = { ...(await kept()), ...(await told()) }
  return { is, should: { ...(await recount()), ...(await retold()) } }
}

const [first, second] = ['410307-0001', '410307-0002']

const items = (id: string, change: number, licences: number) => ({
  bureau: { id },
  year: 2020,
  tables: { disclosure: '2019' },
  cells: { licence_items_change: number(change), licences_decided: number(licences) },
})

const fee = (id: string, wan: number) => ({
  bureau: { id },
  cells: { fees_collected_wan: number(wan) },
})

test('signed figures, fees of four decimals and large sums go to zero and back', async () => {
  for (const report of [
    items(first, -5, 100_000_000),
    items(second, 5, 0),
    items(first, 0, 0),
    items(first, -7, 999_999_999_999),
    items(second, -7, 999_999_999_999),
    fee(first, 59_237.2449),
    fee(second, 0.1),
    fee(first, 123_456_789.1234),
    fee(first, 0),
    fee(second, 0.0001),
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish(report, '照原文刊载')
    // oxlint-disable-next-line no-await-in-loop
    const { is, should } = await both()
    expect(is).toEqual(should)
  }
})

test('an excerpt becomes the whole and an excerpt again, in another edition', async () => {
  const licences = { licences_decided: number(45) }
  const requests = { 'requests_new.total': number(3) }
  for (const [tables, cells, excerpt] of [
    [{ disclosure: '2021' }, licences, true],
    [{ disclosure: '2021', requests: '2021' }, { ...licences, ...requests }, false],
    [{ disclosure: '2019' }, licences, true],
    [{ requests: null }, requests, false],
    [{ disclosure: '2021' }, licences, false],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish({ tables, cells, excerpt })
    // oxlint-disable-next-line no-await-in-loop
    const { is, should } = await both()
    expect(is).toEqual(should)
    // oxlint-disable-next-line no-await-in-loop
    if (excerpt) await post('/releases', {})
  }
})

test('a bureau moves away and back, into a zone, within a release and across', async () => {
  await publish()
  await post('/releases', {})
  for (const division of ['110101', '410307', '130100Z01', '410307', '110101', '', '410307']) {
    const row = { id: first, division, divisionName: '某开发区', name: '偃师区甲局' }
    const more = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { ok } = await (division === ''
      ? post('/releases', {})
      : post('/bureaus', { bureaus: [{ ...row, ...more }] }))
    expect(ok).toBe(true)
    // oxlint-disable-next-line no-await-in-loop
    const { is, should } = await both()
    expect(is).toEqual(should)
  }
})
