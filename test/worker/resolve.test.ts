import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, draft, getJson, post, prepare } from './collection.ts'

beforeAll(prepare)

async function bureauOf(bureau: object, create = false): Promise<string> {
  const response = await post('/revisions', draft({ bureau, create }))
  const answer: Answer = await response.json()
  return response.ok ? answer.revision.bureau : answer.errors[0].code
}

test.for([
  // name in the report, division given, code of its page, bureau
  ['偃师区甲局', null, null, '410307-0001'],
  ['偃师区 甲局', null, null, '410307-0001'],
  ['偃师区甲委', null, null, '410307-0001'],
  ['偃师区甲局', '410307', null, '410307-0001'],
  ['偃师区甲局', '410300', null, 'unknown_bureau'],
  ['偃师区甲局', '123456', null, 'unknown_division'],
  // A city's site carries its districts' reports, and a page may be a copy on another's site.
  ['偃师区甲局', null, '410300', '410307-0001'],
  ['偃师区甲局', null, '321300', '410307-0001'],
  ['偃师区甲局', null, '123456', '410307-0001'],
  ['宿迁市人民政府', null, null, '321300-0001'],
  // There are several 鼓楼区: the name alone does not say which, the page may.
  ['鼓楼区甲局', null, null, 'division_needed'],
  ['鼓楼区甲局', null, '320106', '320106-0001'],
  ['鼓楼区甲局', null, '320100', '320106-0001'],
  ['鼓楼区甲局', null, '110101', 'division_needed'],
  ['鼓楼区甲局', '320106', null, '320106-0001'],
  ['甲局', null, null, 'division_needed'],
  // On a county's page a bureau without a place is the county's; on a city's it may be anybody's.
  ['甲委', null, '410307', 'unknown_bureau'],
  ['甲局', null, '410300', 'division_needed'],
] as const)('%s, division %s, page of %s: %s', async ([name, division, site, expected]) => {
  expect(await bureauOf({ name, division, site })).toBe(expected)
})

test.for([
  [{ name: '偃师区丙局' }, '410307-0003'],
  [{ name: '重庆市九龙坡区二郎街道办事处' }, '500107-0001'],
  [{ name: '洛阳市老城区教育局', site: '410300' }, '410302-0001'],
  [{ name: '天门市卫生健康委员会' }, '429006-0001'],
  [{ name: '太平镇人民政府', division: '500107' }, '500107-0002'],
  [{ name: '太平镇人民政府' }, 'division_needed'],
  [{ name: '鼓楼区教育局' }, 'division_needed'],
] as const)('created: %j is %s', async ([claim, expected]) => {
  expect(await bureauOf(claim, true)).toBe(expected)
  // The next report of that bureau finds it again.
  expect(await bureauOf(claim, true)).toBe(expected)
})

test('level, sector and scope of a new bureau follow from its name', async () => {
  const { bureau } = await getJson('/api/v1/bureaus/500107-0001')
  expect(bureau).toMatchObject({ level: 'township', sector: 'township', scope: 'own' })
})

test('a name that several bureaus of a division bear needs an id', async () => {
  await env.DB.prepare(
    "INSERT INTO bureau_name (bureau, name, kind) SELECT key, '偃师区甲局', 'alias' FROM bureau WHERE id = '410307-0002'",
  ).run()
  expect(await bureauOf({ name: '偃师区甲局' })).toBe('ambiguous_bureau')
})
