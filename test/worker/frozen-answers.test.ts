import { beforeAll, expect, test } from 'vitest'
import { sha256 } from '#worker/auth/token.ts'
import { type Answer, get, number, post, prepare, publish, store } from './collection.ts'
import { cut } from './varied.ts'

const reason = '原机关更正了报告中的数字'
const own = { level: 'county', sector: 'education', scope: 'own', kind: 'bureau', aliases: [] }

const send = async (path: string, body: unknown): Promise<Answer> => {
  const response = await post(path, body)
  const answer: Answer = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(answer))
  return answer
}

const register = (bureaus: readonly object[], whole?: object) =>
  send('/bureaus', { bureaus: bureaus.map((one) => ({ ...own, ...one })), ...(whole && { whole }) })

const ids = Array.from({ length: 10 }, (_, i) => `410307-10${i + 10}`)
const [first = '', second = '', third = ''] = ids
const zone = '410300Z05'
const requests = {
  'requests_new.total': number(40),
  'requests_carried_in.total': number(0),
  'outcome_total.total': number(35),
  'outcome_granted.total': number(20),
  'outcome_partial.total': number(5),
  'requests_carried_out.total': number(5),
}
const tables = { disclosure: '2021', requests: '2021' }

let release = ''
let withdrawn = 0
beforeAll(async () => {
  await prepare()
  await register([
    ...ids.map((id, i) => ({ id, division: '410307', name: `偃师区第${i}局` })),
    { id: `${zone}-0001`, division: zone, divisionName: '洛阳某区', name: '某区教育局' },
  ])
  for (const [i, id] of [...ids, `${zone}-0001`].entries())
    for (const year of [2022, 2023])
      // oxlint-disable-next-line no-await-in-loop
      await publish(
        { bureau: { id }, year, tables, cells: { licences_decided: number(i), ...requests } },
        '照原文公布',
      )
  withdrawn = await store({ bureau: { id: first }, year: 2024 })
  await send(`/revisions/${withdrawn}/publish`, {})
  release = await cut()
})

/** Everything that may happen to what a release holds, and next to it. */
async function goOn(): Promise<void> {
  await register(
    [
      { id: first, division: '410304', name: '瀍河区新名局', nameEn: 'New name', sector: 'health' },
      { id: second, division: '410307', name: '偃师区第1局', level: 'prefecture' },
      { id: '410300Z06-0001', division: '410300Z06', divisionName: '洛阳二区', name: '二区局' },
      { id: `${zone}-0002`, division: zone, divisionNameEn: 'A zone', name: '某区二局' },
      ...Array.from({ length: 20 }, (_, i) => ({
        id: `410307-00${i + 10}`,
        division: '410307',
        name: `偃师区新${i}局`,
      })),
    ],
    { division: '410000', from: 2020 },
  )
  const from = [second, third]
  await send('/lineage', {
    events: [{ kind: 'merged', on: '2022-05-01', document: '机构改革方案', from, to: [first] }],
  })
  await send(`/revisions/${withdrawn}/withdraw`, { reason })
  for (const [bureau, year] of [
    [third, 2023],
    ['410307-0010', 2019],
    ['410307-0010', 2023],
    [first, 2025],
    ['410300Z06-0001', 2023],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop
    await publish(
      { bureau: { id: bureau }, year, cells: { licences_decided: number(777) } },
      '照原文公布',
    )
  await cut()
  await register([{ id: second, division: '110101', name: '东城区局', scope: 'area' }])
}

const some = ids.slice(0, 4).join()
const both = 'figure=licences_decided,disclosure_rate'
const tablesOf = [
  `/api/v1/series?bureau=${some}&${both}`,
  `/api/v1/totals?${both}`,
  `/api/v1/totals?${both}&division=410300&by=inside`,
  `/api/v1/totals?${both}&division=410000&level=county&sector=education&year=2023`,
  '/api/v1/ranking?figure=licences_decided&division=410000&sector=education&level=county&scope=own',
  '/api/v1/ranking?figure=disclosure_rate&year=2023&sector=education&level=county&scope=own&limit=3',
  '/api/v1/spread?figure=licences_decided',
  '/api/v1/spread?figure=licences_decided&year=2023&scope=own',
  `/api/v1/spread?figure=disclosure_rate&year=2023&bureau=${second}`,
  '/api/v1/coverage',
  '/api/v1/coverage?year=2023&division=410300',
  '/api/v1/coverage?division=410000&level=county&sector=education&year=2023',
  '/api/v1/reports',
  '/api/v1/reports?limit=2&year=2023&division=410000',
  `/b/${first}?figure=licences_decided,completion_rate`,
  `/b/${first}/2024`,
  `/compare?bureaus=${some}`,
]

/** The address of a file of an answer. */
function fileOf(address: string, ending: string): string {
  const [path = '', query] = address.split('?')
  const json = ending === '.json' && path.startsWith('/api/')
  return `${path}${json ? '' : ending}?${query === undefined ? '' : `${query}&`}v=${release}`
}

const addresses = () => [
  ...tablesOf.flatMap((one) => ['.json', '.csv', '.xlsx'].map((ending) => fileOf(one, ending))),
  ...[`/b/${first}`, `/b/${third}?lang=en`, `/compare?bureaus=${some}`].map((one) =>
    fileOf(one, '.svg'),
  ),
  ...[`bureau=${some}&${both}`, both, `${both}&by=inside&division=410000`].map(
    (query) => `/api/v1/cube.json-stat?${query}&v=${release}`,
  ),
  `/api/v1/reports/${first}/2024?v=${release}`,
  `/api/v1/releases/${release}/changes`,
]

const read = async (address: string) => {
  const response = await get(address)
  const { status, headers } = response
  const kept = ['etag', 'cache-control', 'link', 'content-disposition', 'x-coverage', 'x-missing']
  const bytes = await sha256(await response.arrayBuffer())
  return [status, ...kept.map((name) => headers.get(name)), bytes].join()
}

test('a release is the same in every form for ever, whatever happens to what it is about', async () => {
  const asked = addresses()
  const before = await Promise.all(asked.map(read))
  expect(asked.filter((_, i) => !/^200,.*immutable/.test(before[i] ?? ''))).toEqual([])
  await goOn()
  const after = await Promise.all(asked.map(read))
  expect(asked.filter((_, i) => after[i] !== before[i])).toEqual([])
})
