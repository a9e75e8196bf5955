import { expect, test } from 'vitest'
import { isKeyed, legendOf } from '#core/chart/legend.ts'

// lines, width → names below the picture
test.for([
  [1, 320, false],
  [2, 320, true],
  [2, 560, false],
  [5, 560, false],
  [6, 560, true],
] as const)('%d lines on %d: %s', ([lines, width, keyed]) => {
  expect(isKeyed(lines, width)).toBe(keyed)
})

test('names stand in full, one below the other where room is scarce, in two columns where it is not', () => {
  const names = ['甲局', '某某市大数据发展和政务服务管理局以及综合行政执法协调办公室', '乙局']
  expect(legendOf(names, 320, 10).entries).toEqual([
    { x: 0, y: 10, rows: ['甲局'] },
    { x: 0, y: 27.5, rows: ['某某市大数据发展和政务服务管理局以及综合行政执法协调', '办公室'] },
    { x: 0, y: 58.5, rows: ['乙局'] },
  ])
  expect(legendOf(names, 560, 10).entries.map(({ x, y }) => [x, y])).toEqual([
    [0, 10],
    [280, 10],
    [0, 41],
  ])
})
