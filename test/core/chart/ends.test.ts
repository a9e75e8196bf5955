import { expect, test } from 'vitest'
import { moveApart, nameRows } from '#core/chart/ends.ts'
import { wrap } from '#core/chart/text.ts'

const edges = { top: 0, bottom: 100 }

// wanted heights of labels that are 10 tall → where they stand, 3 apart
test.for([
  [
    [10, 50],
    [10, 50],
  ],
  [
    [50, 10],
    [10, 50],
  ],
  [
    [10, 12],
    [10, 23],
  ],
  [
    [95, 98],
    [77, 90],
  ],
  [
    [0, 0, 0],
    [0, 13, 26],
  ],
] as const)('labels at %j stand at %j', ([wanted, placed]) => {
  const labels = wanted.map((y) => ({ y, tall: 10 }))
  expect(moveApart(labels, edges).map(({ y }) => y)).toEqual(placed)
})

test.for([
  ['宿迁市人民政府', ['宿迁市人民政府']],
  ['云栖市十二教育局（虚构示例）', ['云栖市十二教育局', '（虚构示例）']],
  ['Bureau of Culture', ['Bureau of', 'Culture']],
] as const)('%s in rows', ([name, rows]) => {
  expect(nameRows(name)).toEqual(rows)
})

test('a word that is longer than a line is broken, never cut', () => {
  expect(wrap('Oberlandesgerichtspräsident', 6)).toEqual(['Oberlandes', 'gerichtspr', 'äsident'])
})

test('a stop never begins a line, nor hangs out of one', () => {
  expect(wrap('一二三四五六七八，九', 8)).toEqual(['一二三四五六七', '八，九'])
})
