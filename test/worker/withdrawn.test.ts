import { beforeAll, expect, test } from 'vitest'
import { get, getJson, number, post, prepare, store } from './collection.ts'
import { publicRequests } from './public-routes.ts'

/** A number that nothing else has. */
const figure = 918273645
const printed = /918[,\s]?273[,\s]?645|9\.18\d* ?亿/
const reason = '原机关撤回了这份报告'

let revision: number

beforeAll(async () => {
  await prepare()
  revision = await store({
    cells: {
      licences_decided: number(figure),
      'requests_new.total': number(figure),
    },
    tables: { disclosure: '2021', requests: '2021' },
  })
  const published = await post(`/revisions/${revision}/publish`, { accepted: reason })
  if (!published.ok) throw new Error(await published.text())
  await post('/releases', {})
})

/** What a release holds stays as it was, and workbooks are compressed: their rows are those of the CSV. */
const isLive = (path: string): boolean => !/[?&]v=|\/changes|\.xlsx|^\/embed\/nothing/.test(path)

const live = Object.values(publicRequests).flat().filter(isLive)

/** The addresses whose answers have the number. */
async function showing(paths: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    paths.map(async (path) => ({ path, text: await (await get(path)).text() })),
  )
  return answers.flatMap(({ path, text }) => (printed.test(text) ? [path] : []))
}

test('a withdrawn figure is gone from every live answer at once, and stays in what is frozen', async () => {
  const { name } = (await getJson('/api/v1/releases')).releases[0]
  const frozen = `/api/v1/series?figure=licences_decided&bureau=410307-0001&v=${name}`
  const kept = await (await get(frozen)).text()
  const before = await showing(live)
  expect(before).toEqual(
    expect.arrayContaining([
      expect.stringContaining('/api/v1/series?'),
      expect.stringContaining('/api/v1/series.csv'),
      expect.stringContaining('/api/v1/reports/'),
      expect.stringContaining('/api/v1/totals'),
      expect.stringContaining('/b/410307-0001.csv'),
      expect.stringContaining('/b/410307-0001/2024'),
      expect.stringContaining('/embed/b/'),
    ]),
  )
  expect(printed.test(kept)).toBe(true)

  const answer = await post(`/revisions/${revision}/withdraw`, { reason })
  expect(answer.status).toBe(200)
  expect(await showing(live)).toEqual([])
  expect(await (await get(frozen)).text()).toBe(kept)
  expect((await getJson(`/api/v1/releases/${name}`)).withdrawn).toMatchObject([
    { bureau: '410307-0001', year: 2024, reason },
  ])
})

test('nobody may keep a live answer for more than two minutes', async () => {
  const answers = await Promise.all(live.map(async (path) => ({ path, answer: await get(path) })))
  const kept = answers.flatMap(({ path, answer }) => {
    const control = answer.headers.get('cache-control') ?? ''
    const seconds = [...control.matchAll(/(?:max-age|stale-while-revalidate)=(\d+)/g)]
    const sum = seconds.reduce((all, [, n]) => all + Number(n), 0)
    return sum > 120 ? [`${path}: ${control}`] : []
  })
  // What holds no figure may be kept for longer.
  expect(kept.filter((line) => !/^\/(?:schema|assets)\//.test(line))).toEqual([])
})
