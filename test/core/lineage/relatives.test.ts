import { expect, test } from 'vitest'
import { relatives } from '#core/lineage/relatives.ts'
import { line } from './events.ts'

// Events, bureau; those that it came from, and those that came from it.
test.for([
  ['', 'a', [], []],
  ['2019-03-01 renamed a→a', 'a', [], []],
  ['2019-03-01 renamed a→b', 'b', ['a'], []],
  ['2019-03-01 merged a+b→c', 'c', ['a', 'b'], []],
  ['2019-03-01 merged a+b→c', 'a', [], ['c']],
  ['2019-03-01 merged a+b→a', 'a', ['b'], []],
  ['2019-03-01 split a→a+b', 'a', [], ['b']],
  ['2019-03-01 split a→b+c', 'c', ['a'], []],
  ['2020-03-01 abolished a→', 'a', [], []],
  ['2020-03-01 created →a', 'a', [], []],
  ['2020-03-01 transferred a→b', 'a', [], []],
  ['2021-03-18 moved_division a→b', 'a', [], ['b']],
  ['2019-03-01 renamed a→b; 2020-03-01 merged b+c→d', 'b', ['a'], ['d']],
] as const)('%s: %s came from %j and became %j', ([text, bureau, predecessors, successors]) => {
  expect(relatives(line(text), bureau)).toEqual({ predecessors, successors })
})
