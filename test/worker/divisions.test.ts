import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { selectDivision, selectDivisionsBefore, selectLine } from '#worker/db/divisions.ts'
import { post, prepare } from './collection.ts'

const db = connect(env.DB)

const rows = async (query: string) => (await env.DB.prepare(query).all()).results

beforeAll(prepare)

test.for([
  // Code, name, first year in the list, first year without it, what took its place.
  ['410381', '偃师市', null, 2021, '410307'],
  ['410307', '偃师区', 2021, null, null],
  // A county, moved, that became a city.
  ['341422', '无为县', null, 2011, '340225'],
  ['340225', '无为县', 2011, 2019, '340281'],
  ['340281', '无为市', 2019, null, null],
  // A county that became a district with its prefecture on the way.
  ['632121', '平安县', null, 2013, '630221'],
  ['630221', '平安县', 2013, 2015, '630203'],
  ['630203', '平安区', 2015, null, null],
  // A prefecture that was divided, and its seat.
  ['341400', '巢湖市', null, 2011, null],
  ['341402', '居巢区', null, 2011, '340181'],
  // A prefecture that became part of another.
  ['371200', '莱芜市', null, 2018, null],
  ['371202', '莱城区', null, 2018, '370116'],
  ['371203', '钢城区', null, 2018, '370117'],
  ['370116', '莱芜区', 2018, null, null],
  // A prefecture that became a city as a whole.
  ['542400', '那曲地区', null, 2017, '540600'],
  // Parts went elsewhere, the name stayed.
  ['130323', '抚宁县', null, 2015, '130306'],
  // Merged, or dissolved in what was there: nobody's successor.
  ['140402', '城区', null, 2018, null],
  ['310103', '卢湾区', null, 2011, null],
  ['512081', '简阳市', null, 2016, '510185'],
  ['620102', '城关区', null, null, null],
] as const)('%s %s: %s to %s, then %s', async ([code, name, validFrom, validTo, successor]) => {
  expect(await selectDivision(db, code)).toEqual({ code, name, validFrom, validTo, successor })
})

test.for([
  ['410307', '410381 410307'],
  ['341422', '341422 340225 340281'],
  ['340281', '341422 340225 340281'],
  ['341400', '341400'],
  ['123456', ''],
] as const)('the line of %s is %s', async ([code, line]) => {
  expect((await selectLine(db, code)).map((place) => place.code).join(' ')).toBe(line)
})

test.for([
  ['偃师市教育局', '410381 偃师市 -2021'],
  ['襄樊市规划局', '420600 襄樊市 -2010'],
  ['襄阳市规划局', '420600 襄阳市 -'],
  ['万盛区教育局', '500110 万盛区 -2011'],
  ['双江拉祜族佤族布朗族傣族自治县教育局', '530925 双江拉祜族佤族布朗族傣族自治县 -'],
  ['无为县教育局', '340225 无为县 2011-2019, 341422 无为县 -2011'],
  ['省直辖县级行政区划', ''],
] as const)('%s begins with %s', async ([text, expected]) => {
  const places = (await selectDivisionsBefore(db, text)).map(
    ({ code, name, validFrom, validTo }) => `${code} ${name} ${validFrom ?? ''}-${validTo ?? ''}`,
  )
  expect(places.toSorted().join(', ')).toBe(expected)
})

test.for([
  [
    'every division but provinces has a parent',
    `SELECT code FROM division WHERE parent IS NULL AND code NOT LIKE '%0000' AND code NOT LIKE '00%'`,
  ],
  [
    'a parent is the prefecture of the code, or the province where there is none',
    `SELECT d.code FROM division d WHERE length(d.code) = 6 AND d.code NOT LIKE '%0000' AND d.code NOT LIKE '00%'
      AND d.parent <> coalesce((SELECT p.code FROM division p WHERE p.code = substr(d.code, 1, 4) || '00' AND p.code <> d.code),
        substr(d.code, 1, 2) || '0000')`,
  ],
  [
    'a division has ended before its parent has, or with it',
    `SELECT d.code FROM division d JOIN division p ON p.code = d.parent
      WHERE p.valid_to < coalesce(d.valid_to, 9999) OR p.valid_from > coalesce(d.valid_from, 0)`,
  ],
  [
    'a successor begins when the division ends, or has a code that was used before',
    `SELECT d.code FROM division d JOIN division s ON s.code = d.successor
      WHERE s.valid_from IS NOT d.valid_to
        AND NOT EXISTS (SELECT 1 FROM division_name n WHERE n.code = s.code AND n.valid_to = d.valid_to)`,
  ],
  [
    'a successor lies in the same province',
    'SELECT code FROM division WHERE substr(code, 1, 2) <> substr(successor, 1, 2)',
  ],
  [
    'no division takes the place of two',
    'SELECT successor FROM division WHERE successor IS NOT NULL GROUP BY successor HAVING count(*) > 1',
  ],
  [
    'present names are unique within a parent',
    'SELECT parent, name FROM division WHERE valid_to IS NULL GROUP BY parent, name HAVING count(*) > 1',
  ],
  [
    'no collective entries',
    `SELECT name FROM division WHERE name IN ('市辖区', '县') OR instr(name, '直辖') > 0`,
  ],
  [
    'a name of the past is no present name of the code',
    'SELECT n.name FROM division_name n JOIN division d ON d.code = n.code WHERE n.name = d.name',
  ],
] as const)('%s', async ([, exceptions]) => {
  expect(await rows(exceptions)).toEqual([])
})

test('following successors ends', async () => {
  const longest = await rows(`WITH RECURSIVE step (code, n) AS (
    SELECT code, 0 FROM division UNION ALL
    SELECT d.successor, n + 1 FROM step JOIN division d ON d.code = step.code WHERE d.successor IS NOT NULL AND n < 9)
    SELECT max(n) AS n FROM step`)
  expect(longest).toEqual([{ n: 2 }])
})

test('what a roster adds lies in what its code lies in', async () => {
  const bureaus = [
    ['410307Z01', '偃师区先进制造业开发区'],
    // Before the city that it lies in, which comes along.
    ['000200Z01', '虚构开发区'],
    ['000200', '虚构市'],
    // Prefectures that there are not: 市辖区 of a municipality.
    ['110199', '北京虚构区'],
    ['410399', '洛阳虚构区'],
  ].map(([division, divisionName]) => ({
    id: `${division}-0001`,
    division,
    divisionName,
    name: `${divisionName}甲局`,
    level: 'county',
    sector: 'other',
    scope: 'own',
    kind: 'bureau',
    aliases: [],
  }))
  expect((await post('/bureaus', { bureaus })).status).toBe(200)
  const codes = JSON.stringify(bureaus.map(({ division }) => division))
  expect(
    await rows(
      `SELECT code, parent FROM division WHERE code IN (SELECT value FROM json_each('${codes}')) ORDER BY code`,
    ),
  ).toEqual([
    { code: '000200', parent: null },
    { code: '000200Z01', parent: '000200' },
    { code: '110199', parent: '110000' },
    { code: '410307Z01', parent: '410307' },
    { code: '410399', parent: '410300' },
  ])
})
