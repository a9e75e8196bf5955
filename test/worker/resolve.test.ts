import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, draft, getJson, post, prepare } from './collection.ts'

beforeAll(prepare)

async function bureauOf(name: string, division: string | null, create = false): Promise<string> {
  const response = await post('/revisions', draft({ bureau: { name, division }, create }))
  const answer: Answer = await response.json()
  return response.ok ? answer.revision.bureau : answer.errors[0].code
}

test.for([
  // name in the report, division code in the report, bureau
  ['偃师区甲局', null, '410307-0001'],
  ['偃师区 甲局', null, '410307-0001'],
  ['偃师区甲委', null, '410307-0001'],
  ['偃师区甲局', '410307', '410307-0001'],
  ['偃师区甲局', '410300', '410307-0001'],
  ['偃师区甲局', '321300', 'unknown_bureau'],
  ['宿迁市人民政府', null, '321300-0001'],
  // There are several 鼓楼区: the name alone does not say which.
  ['鼓楼区甲局', null, 'unknown_bureau'],
  ['鼓楼区甲局', '320106', '320106-0001'],
  ['甲局', null, 'unknown_bureau'],
  // A page's site code that is no division is no help, and no harm.
  ['偃师区甲局', '123456', '410307-0001'],
] as const)('%s with division %s is %s', async ([name, division, expected]) => {
  expect(await bureauOf(name, division)).toBe(expected)
})

test.for([
  ['偃师区丙局', null, '410307-0003'],
  ['重庆市九龙坡区二郎街道办事处', null, '500107-0001'],
  ['天门市卫生健康委员会', null, '429006-0001'],
  ['某某镇人民政府', null, '999999-0001'],
  ['某某镇人民政府', '500107', '500107-0002'],
] as const)('created: %s with division %s is %s', async ([name, division, expected]) => {
  expect(await bureauOf(name, division, true)).toBe(expected)
  // The next report of that bureau finds it again.
  expect(await bureauOf(name, division, true)).toBe(expected)
})

test('level, sector and scope of a new bureau follow from its name', async () => {
  const { bureau } = await getJson('/api/v1/bureaus/500107-0001')
  expect(bureau).toMatchObject({ level: 'township', sector: 'township', scope: 'own' })
})

test('a name that several bureaus of a division bear needs an id', async () => {
  await env.DB.prepare(
    "INSERT INTO bureau_name (bureau, name, kind) SELECT key, '偃师区甲局', 'alias' FROM bureau WHERE id = '410307-0002'",
  ).run()
  expect(await bureauOf('偃师区甲局', null)).toBe('ambiguous_bureau')
})
