import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { number, post, prepare, publish } from './collection.ts'
import { hold } from './held.ts'
import { noting, rowsRead } from './noted.ts'
import { htmlOf, rowsOf, sectionOf } from './page-text.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

/** Bureaus of 偃师区, the first with a name of 40 characters. */
async function registerMany(count: number): Promise<void> {
  const bureaus = Array.from({ length: count }, (_, i) => ({
    id: `410307-${1001 + i}`,
    division: '410307',
    name: i === 0 ? '长'.repeat(40) : `偃师区第${i}局`,
    level: i % 2 ? 'township' : 'county',
    sector: i % 5 ? 'other' : 'health',
    scope: 'own',
    kind: 'bureau',
    aliases: [],
  }))
  expect((await post('/bureaus', { bureaus })).status).toBe(200)
}

async function listed(path: string): Promise<string[]> {
  const ids: string[] = []
  for (let next: string | undefined = path; next !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const html: string = await htmlOf(next)
    ids.push(
      ...[...sectionOf(html, 'bureaus').matchAll(/<a href="\/b\/([\d-]+)">/g)].map(
        ([, id = '']) => id,
      ),
    )
    next = /<a rel="next" href="([^"#]+)/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    if (ids.length > 1000) throw new RangeError(`${path} has no end`)
  }
  return ids
}

test('two hundred bureaus come page by page, each once; a filter leaves none out', async () => {
  await prepare()
  await registerMany(200)
  await publish({ bureau: { id: '410307-1001' }, cells: { licences_decided: number(0) } })
  const all = await listed('/d/410307')
  expect([all.length, new Set(all).size]).toEqual([202, 202])
  expect(await listed('/d/410307?level=township')).toHaveLength(100)
  expect(await listed('/d/410000?level=county&sector=health')).toHaveLength(20)
  const first = sectionOf(await htmlOf('/d/410307?sector=health'), 'bureaus')
  expect(rowsOf(first)[1]?.slice(0, 3)).toEqual([
    `${'长'.repeat(40)} 县级 · 卫生健康`,
    '2024年报告',
    '0',
  ])
})

test('few statements, few rows, few bytes', async () => {
  await prepare()
  await registerMany(60)
  await hold(
    Array.from({ length: 120 }, (_, i) => ({
      stated: { licences_decided: i },
      division: ['410307', '410303', '410100', '320106'][i % 4] ?? '',
      year: 2015 + (i % 10),
      scope: i % 8 ? 'own' : 'area',
      sector: i % 8 ? 'education' : 'government',
    })),
    { first: 3000 },
  )
  for (const path of ['/d/410000', '/d/410300', '/d/410307', '/d/410300?scope=area&level=county']) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop
    const response = await app.request(path, {}, { ...env, DB })
    const stream = response.body?.pipeThrough(new CompressionStream('gzip'))
    // oxlint-disable-next-line no-await-in-loop
    const { byteLength } = await new Response(stream).arrayBuffer()
    expect([path, statements.length <= 5, byteLength <= 30_000]).toEqual([path, true, true])
    // oxlint-disable-next-line no-await-in-loop
    const rows = await rowsRead(statements)
    expect([path, Math.max(rows, 2000)]).toEqual([path, 2000])
  }
})
