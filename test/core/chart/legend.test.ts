import { expect, test } from 'vitest'
import { isKeyed, legendOf } from '#core/chart/legend.ts'

const short = ['甲局', '乙局', '丙局', '丁局', '戊局', '己局']
const long = '某某市大数据发展和政务服务管理局以及综合行政执法协调办公室'

// names, width → names below the picture
test.for([
  [short.slice(0, 1), 320, false],
  [short.slice(0, 2), 320, true],
  [short.slice(0, 5), 560, false],
  [short, 560, true],
  // Beside the lines it would be cut.
  [['甲局', long], 560, true],
  // Side by side with a name of three rows each, four have no room.
  [Array.from(short.slice(0, 4), (name) => `${name}某某市大数据发展和政务服务管理局`), 560, true],
] as const)('%j on %d: below %s', ([names, width, keyed]) => {
  expect(isKeyed(names, width)).toBe(keyed)
})

test('names stand in full, one below the other where room is scarce, in two columns where it is not', () => {
  const names = ['甲局', long, '乙局']
  const entries = (width: number) =>
    legendOf(names, width, { indent: 48 }).entries.map(({ x, y, rows }) => [x, Math.round(y), rows])
  expect(entries(320)).toEqual([
    [0, 11, ['甲局']],
    [0, 30, ['某某市大数据发展和政务服务管理局以及综合行政执', '法协调办公室']],
    [0, 64, ['乙局']],
  ])
  expect(entries(560).map(([x]) => x)).toEqual([0, 280, 0])
})
