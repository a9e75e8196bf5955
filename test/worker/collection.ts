import { env } from 'cloudflare:test'
import type { Tables } from '#core/reading.ts'
import { app } from '#worker/app.ts'
import { sha256 } from '#worker/auth/token.ts'

const token = 'nt_test'

/** What the routes answer in these tests; each test asserts what it reads. */
// oxlint-disable-next-line typescript/no-explicit-any -- asserted at once, by value
export type Answer = any

/** A token and a small roster: two bureaus of 偃师区, one of 鼓楼区 (of which there are several), and an area. */
export async function prepare(): Promise<void> {
  await env.DB.prepare(
    "INSERT INTO token (name, hash, created_at) VALUES ('test', ?, '2026-01-01T00:00:00Z')",
  )
    .bind(await sha256(token))
    .run()
  const response = await post('/bureaus', { bureaus: roster })
  if (!response.ok) throw new Error(await response.text())
}

const own = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }

const roster = [
  { ...own, id: '410307-0001', division: '410307', name: '偃师区甲局', aliases: ['偃师区甲委'] },
  { ...own, id: '410307-0002', division: '410307', name: '偃师区乙局', nameEn: 'Bureau B' },
  { ...own, id: '320106-0001', division: '320106', name: '鼓楼区甲局' },
  { ...own, id: '321300-0001', division: '321300', name: '宿迁市人民政府', scope: 'area' },
  {
    ...own,
    id: '000100-0001',
    division: '000100',
    divisionName: '虚构示例市',
    name: '虚构示例市甲局',
  },
]

/** A request as the public makes it. */
export const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers }, env))

export const getJson = async (path: string): Promise<Answer> => (await get(path)).json()

/** A request that writes. */
export const post = (path: string, body: unknown, bearer = token): Promise<Response> =>
  Promise.resolve(
    app.request(
      `/api/v1/admin${path}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      env,
    ),
  )

export const number = (value: number) => ({ state: 'number', value, raw: String(value) }) as const

interface Draft {
  readonly bureau?: unknown
  readonly year?: unknown
  readonly tables?: Tables | Record<string, unknown>
  readonly cells?: Record<string, unknown>
  readonly [other: string]: unknown
}

/** A body for POST /revisions: 偃师区甲局 2024 with 45 licences, unless told otherwise. */
export const draft = (other: Draft = {}): Draft => ({
  bureau: { id: '410307-0001' },
  year: 2024,
  file: { name: 'a.html', sha256: 'a'.repeat(64) },
  tables: { disclosure: '2021' },
  cells: { licences_decided: number(45) },
  ...other,
})

/** Stores a draft and answers its id. */
export async function store(other: Draft = {}): Promise<number> {
  const response = await post('/revisions', draft(other))
  const answer: Answer = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(answer))
  return answer.revision.id
}

/** Stores a draft and publishes it. */
export async function publish(other: Draft = {}, accepted: string | null = null): Promise<void> {
  const reason = '原机关更正了报告中的数字'
  const response = await post(`/revisions/${await store(other)}/publish`, { accepted, reason })
  if (!response.ok) throw new Error(await response.text())
}
