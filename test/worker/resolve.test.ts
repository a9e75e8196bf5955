import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { Problem } from '#worker/errors.ts'
import { type BureauClaim, resolveBureau } from '#worker/routes/admin/resolve.ts'
import { type Answer, draft, getJson, post, prepare } from './collection.ts'

beforeAll(prepare)

/** The bureau of a report on a year, or the code of the refusal. */
async function resolved(claim: BureauClaim, year?: number, create = false): Promise<string> {
  try {
    return (await resolveBureau(connect(env.DB), claim, create, year)).id
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.errors[0]?.code ?? ''
  }
}

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

test.for([
  // name in the report, its year, code of its page, division of the new bureau
  ['偃师市丁局', 2019, null, '410381'],
  ['洛阳市偃师市戊局', 2019, null, '410381'],
  ['偃师市己局', 2024, null, '410381'],
  ['偃师区丁局', 2024, null, '410307'],
  ['偃师区己局', 2015, null, '410307'],
  ['无为县甲局', 2009, null, '341422'],
  ['无为县乙局', 2015, null, '340225'],
  ['无为县丙局', 2024, null, '340225'],
  ['无为市甲局', 2024, null, '340281'],
  ['巢湖市甲局', 2008, null, '341400'],
  ['巢湖市甲局', 2013, null, '340181'],
  ['巢湖市乙局', 2011, null, 'division_needed'],
  ['巢湖市丙局', 2011, '341400', '341400'],
  ['巢湖市无为县丁局', 2010, null, '341422'],
  ['莱芜市甲局', 2015, null, '371200'],
  ['莱芜市莱城区甲局', 2015, null, '371202'],
  ['济南市莱芜区甲局', 2019, null, '370116'],
  ['钢城区甲局', 2015, null, '371203'],
  ['钢城区乙局', 2022, null, '370117'],
  ['公主岭市甲局', 2019, null, '220381'],
  ['公主岭市乙局', 2020, null, '220184'],
  ['公主岭市丙局', 2022, '220381', '220184'],
  ['襄樊市甲局', 2008, null, '420600'],
  ['赣州市赣县甲局', 2014, null, '360721'],
  ['赣州市赣县区甲局', 2019, null, '360704'],
  // In two cities at a time: the name does not say which. Later one of them is gone.
  ['新市区甲局', 2013, null, 'division_needed'],
  ['新市区甲局', 2022, null, '650104'],
  ['新市区乙局', 2022, '130602', 'division_needed'],
  ['新市区丙局', 2013, '130602', '130602'],
  // A bureau without a place, on the page of a county whose code has changed.
  ['庚局', 2019, '410307', '410381'],
  ['辛局', 2022, '410381', '410307'],
] as const)('%s of %s, page of %s: in %s', async ([name, year, site, division]) => {
  const id = await resolved({ name, site }, year, true)
  expect(id.replace(/-\d{4}$/, '')).toBe(division)
  expect(await resolved({ name, site }, year)).toBe(id)
})

test('without a year the present division is meant', async () => {
  expect(await resolved({ name: '公主岭市丁局' }, undefined, true)).toBe('220184-0003')
})

// The roster has put 偃师区甲局 under its present code; 偃师市甲局 is a name of the past that a roster may add.
test.for([
  ['偃师区甲局', '410381', 2019, '410307-0001'],
  ['偃师市壬局', null, 2019, '410307-0002'],
  ['偃师市壬局', null, 2022, '410307-0002'],
  ['偃师区甲局', '371200', 2019, 'unknown_bureau'],
] as const)('%s, division %s, of %s: %s', async ([name, division, year, id]) => {
  await env.DB.prepare(
    "INSERT OR IGNORE INTO bureau_name (bureau, name, kind) SELECT key, '偃师市壬局', 'official' FROM bureau WHERE id = '410307-0002'",
  ).run()
  expect(await resolved({ name, division }, year)).toBe(id)
})

test('a name that several bureaus of a division bear needs an id', async () => {
  await env.DB.prepare(
    "INSERT INTO bureau_name (bureau, name, kind) SELECT key, '偃师区甲局', 'alias' FROM bureau WHERE id = '410307-0002'",
  ).run()
  expect(await bureauOf({ name: '偃师区甲局' })).toBe('ambiguous_bureau')
})
