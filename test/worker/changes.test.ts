import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { figures } from '#core/catalog/index.ts'
import { asOf } from '#worker/db/asof.ts'
import { connect } from '#worker/db/client.ts'
import { observation, reportFigures } from '#worker/db/published.ts'
import { cutRelease, selectRelease } from '#worker/db/releases.ts'
import { selectReportsAsOf } from '#worker/db/reports.ts'
import { type Answer, draft, get, number, post, prepare, store } from './collection.ts'

const db = connect(env.DB)
const reason = '原机关更正了报告中的数字'

beforeAll(prepare)

/** The reports that these tests are about. */
const list = ['410307-0001/2024', '410307-0001/2023', '410307-0002/2024'] as const
const shown = new Map<string, number>()

/** What a report may say: how many licences, how many reviews, and whether it has the tables at all. */
const contents = [
  { tables: { disclosure: '2021' }, cells: { licences_decided: number(45) } },
  { tables: { disclosure: '2021' }, cells: { licences_decided: { state: 'na', raw: '/' } } },
  {
    tables: { disclosure: '2021', reviews: 'any' },
    cells: { licences_decided: number(45), review_upheld: number(0), review_total: number(2) },
  },
  { tables: { disclosure: '2019' }, cells: { licences_decided: number(0) } },
  { tables: { reviews: 'any' }, cells: { review_total: number(2) } },
] as const

interface Step {
  readonly kind: 'publish' | 'withdraw' | 'release'
  readonly path: (typeof list)[number]
  readonly content: number
  readonly source: string
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('publish', 'publish', 'publish', 'withdraw', 'release'),
  path: fc.constantFrom(...list),
  content: fc.nat(contents.length - 1),
  source: fc.constantFrom('https://www.yanshi.gov.cn/1.html', 'https://www.yanshi.gov.cn/2.html'),
})

const post200 = async (path: string, body: unknown) => {
  const response = await post(path, body)
  if (!response.ok) throw new Error(await response.text())
}

async function take({ kind, path, content, source }: Step): Promise<void> {
  const [bureau = '', year] = path.split('/')
  if (kind === 'withdraw') {
    const id = shown.get(path)
    if (id !== undefined) await post200(`/revisions/${id}/withdraw`, { reason })
    shown.delete(path)
  }
  if (kind !== 'publish') return
  const about = { bureau: { id: bureau }, year: Number(year), source, ...contents[content] }
  const id = await store(about)
  // The newest revision says the same: it is public already, or was withdrawn.
  const { state } = (await env.DB.prepare('SELECT state FROM revision WHERE id = ?')
    .bind(id)
    .first<{ state: string }>()) ?? { state: '' }
  if (state !== 'draft') return
  await post200(`/revisions/${id}/publish`, { reason })
  shown.set(path, id)
}

/** Cuts a release and answers its name; empty where nothing changed. */
const cut = async () => (await cutRelease(db, new Date()))?.name ?? ''

type Observed = Record<string, { readonly value: number | null; readonly state: string }>

/** Every observation that is public now, or was in a release, as `bureau/year/figure`. */
async function observed(release?: string): Promise<Observed> {
  const all: Observed = {}
  for (const path of list) {
    const query = release === undefined ? '' : `?v=${release}`
    // oxlint-disable-next-line no-await-in-loop
    const response = await get(`/api/v1/reports/${path}${query}`)
    // oxlint-disable-next-line no-await-in-loop
    const { figures: own = {} }: Answer = await response.json()
    for (const [figure, { value, state }] of Object.entries<Answer>(own))
      all[`${path}/${figure}`] = { value, state }
  }
  return all
}

/** A release with what was public when it was cut. */
interface Released {
  readonly name: string
  readonly all: Observed
}

/** Takes steps, the last of which is followed by a release, and answers the releases that were cut. */
async function live(steps: readonly Step[]): Promise<Released[]> {
  const released: Released[] = []
  for (const [i, one] of steps.entries()) {
    // oxlint-disable-next-line no-await-in-loop
    await take(one)
    const isDue = one.kind === 'release' || i === steps.length - 1
    // oxlint-disable-next-line no-await-in-loop
    const name = isDue ? await cut() : ''
    // oxlint-disable-next-line no-await-in-loop
    if (name !== '') released.push({ name, all: await observed() })
  }
  return released
}

/** The observations of a release with the changes to another. */
async function changed(before: Observed, to: string, from?: string): Promise<Observed> {
  const after = { ...before }
  let path: string | undefined = `/api/v1/releases/${to}/changes${from ? `?from=${from}` : ''}`
  while (path !== undefined) {
    // oxlint-disable-next-line no-await-in-loop
    const response = await get(path)
    expect(response.status).toBe(200)
    // oxlint-disable-next-line no-await-in-loop
    const { reports }: Answer = await response.json()
    for (const { bureau, year, changes } of reports)
      for (const one of changes) {
        const key = `${bureau}/${year}/${one.figure}`
        expect(one.before).toEqual(after[key] ?? null)
        expect(one.after).not.toEqual(one.before)
        if (one.after) after[key] = one.after
        else delete after[key]
      }
    path = /<(.*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
  }
  return after
}

/** The same observations from the rows of `figure`, as trends read them. */
async function fromFigures(name: string): Promise<Observed> {
  const release = await selectRelease(db, name)
  if (!release) throw new Error(name)
  const bureaus = (await env.DB.prepare('SELECT key, id FROM bureau').all<Answer>()).results
  const keys = bureaus.map(({ key }) => key)
  const heads = await selectReportsAsOf(db, keys, { from: 2008, to: 2030 }, release)
  const rows = await db.all<Answer>(sql`SELECT * FROM figure WHERE ${asOf('figure', release.seq)}`)
  return Object.fromEntries(
    heads.flatMap(({ bureau, year, tables }) => {
      const own = rows.filter((row) => row.bureau === bureau && row.year === year)
      const form = new Set(reportFigures(tables))
      const stated = figures.filter(
        (f) => form.has(f) || own.some(({ figure }) => figure === f.key),
      )
      const { id } = bureaus.find(({ key }) => key === bureau)
      return stated.map((f) => [
        `${id}/${year}/${f.id}`,
        observation(
          f,
          tables,
          own.find(({ figure }) => figure === f.key),
        ),
      ])
    }),
  )
}

test('a release and the changes to another make that other one', { timeout: 60_000 }, async () => {
  const released: Released[] = []
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 3, maxLength: 10 }),
    fc.nat(),
    async (steps, other) => {
      released.push(...(await live(steps)))
      const last = released.at(-1)
      const early = released[other % released.length]
      if (!last || !early) return
      expect(await observed(early.name)).toEqual(early.all)
      expect(await fromFigures(early.name)).toEqual(early.all)
      const from = early === last ? undefined : early
      const before = from ?? released.at(-2)
      expect(await changed(before?.all ?? {}, last.name, from?.name)).toEqual(last.all)
    },
  )
  await fc.assert(property, { numRuns: 12 })
})

test('a long list of changes goes on where its link says', async () => {
  await cut()
  const { batch }: Answer = await (await post('/batches', { name: 'long' })).json()
  for (const licences of [1, 2, 3]) {
    const cells = { licences_decided: number(licences) }
    const bureau = { id: '000100-0001' }
    const reports = Array.from({ length: 19 }, (_, i) => ({
      ...draft({ bureau, cells, year: 2008 + i }),
      reason,
    }))
    // oxlint-disable-next-line no-await-in-loop
    await post200(`/batches/${batch}/reports`, { reports, publish: true })
  }
  const name = await cut()
  const path = `/api/v1/releases/${name}/changes`
  const first = await get(path)
  const link = first.headers.get('link') ?? ''
  expect(link).toMatch(/^<.*\/changes\?cursor=\d+>; rel="next"$/)
  const { reports: one }: Answer = await first.json()
  const second = await get(/<(.*)>/.exec(link)?.[1] ?? '')
  const { reports: two }: Answer = await second.json()
  expect(second.headers.has('link')).toBe(false)
  // Amended to and fro, each of the 19 reports is told once: where it was changed last.
  const years = [...one, ...two].map(({ year }: Answer) => year)
  expect(years.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => 2008 + i))
  const licences = two[0].changes.find(({ figure }: Answer) => figure === 'licences_decided')
  expect(two[0]).toMatchObject({ revision: { before: null, after: 3 }, reason })
  expect(licences).toEqual({
    figure: 'licences_decided',
    change: 'added',
    before: null,
    after: { value: 3, state: 'number' },
  })
})
