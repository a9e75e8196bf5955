import { beforeAll, expect, test } from 'vitest'
import { prepare } from './collection.ts'
import { happen, idOf, newPlace, report } from './lineage-places.ts'
import { htmlOf, rowsOf, textOf } from './page-text.ts'

beforeAll(prepare)

const open = (place: Parameters<typeof idOf>[0], letter: string, query = '') =>
  htmlOf(`/b/${idOf(place, letter)}?figure=licences_decided${query}`)

test('a merger is told with day and document, and the other bureaus one click away', async () => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=1 b2018=2 a2019=4 c2020=7')
  await happen(place, '2020-03-01 merged a+b→c')
  const page = await open(place, 'c')
  expect(textOf(page)).toMatch(
    /机构沿革 2020-03-01 \S+a局 、 \S+b局 合并为本机关（依据： 某政发〔2020〕1号 ）/,
  )
  for (const letter of ['a', 'b']) expect(page).toContain(`href="/b/${idOf(place, letter)}"`)
  expect(textOf(page)).toContain('旗标处 2020年：合并')
  expect(rowsOf(page)).toEqual([
    ['报告年份', '行政许可处理决定数量 (件)'],
    ['2020', '7'],
  ])
})

test('joined with its predecessors, each part leads to its own report, and what is missing has its reason', async () => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=1 b2018=2 a2019=4 c2020=7')
  await happen(place, '2020-03-01 merged a+b→c')
  const page = await open(place, 'c', '&lineage=linked')
  expect(textOf(page)).toContain('旗标处 2020年：合并，此前为各前身机关之和')
  expect(rowsOf(page)).toEqual([
    ['报告年份', '行政许可处理决定数量 (件)'],
    ['2020', '7'],
    ['2019', '有前身机关该年的报告未收录'],
    ['2018', '1 + 2 = 3'],
  ])
  for (const letter of ['a', 'b'])
    expect(page).toContain(`/b/${idOf(place, letter)}/2018?cell=licences_decided#cell`)
  expect(textOf(page)).toContain('有前身机关该年的报告未收录')
  expect(page).toContain(`/b/${idOf(place, 'c')}.csv?figure=licences_decided&amp;lineage=linked`)
  const picture = await htmlOf(`/b/${idOf(place, 'c')}.svg?figure=licences_decided&lineage=linked`)
  expect(picture).toContain('2018年3件，2020年7件，2019年有前身机关该年的报告未收录')
})

test('figures from before a split are never divided', async () => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=9 b2020=2 c2020=3')
  await happen(place, '2020-03-01 split a→b+c')
  const page = await open(place, 'b', '&lineage=linked')
  expect(rowsOf(page)).toEqual([
    ['报告年份', '行政许可处理决定数量 (件)'],
    ['2020', '2'],
  ])
  expect(textOf(page)).toContain('拆分前的数字不作拆分')
})

test('no median beside joined lines', async () => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=1 b2018=2 c2020=7')
  await happen(place, '2020-03-01 merged a+b→c')
  expect(textOf(await open(place, 'c', '&with=median'))).toContain('不画同类机关的中位数')
})
