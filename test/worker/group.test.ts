import { expect, test } from 'vitest'
import { areasOf } from '#worker/db/group.ts'

test.for([
  // a division and the areas that hold it, from the country down
  ['410307', [0, 41_000_000, 41_030_000, 41_030_700]],
  ['321300', [0, 32_000_000, 32_130_000]],
  ['410000', [0, 41_000_000]],
  // districts of a municipality and counties under a province have no prefecture
  ['500107', [0, 50_000_000, 50_010_700]],
  ['310000', [0, 31_000_000]],
  ['429006', [0, 42_000_000, 42_900_600]],
  // zones of a city and of a district
  ['130100Z01', [0, 13_000_000, 13_010_000, 13_010_001]],
  ['410307Z02', [0, 41_000_000, 41_030_000, 41_030_700, 41_030_702]],
  // a made-up place has a country of its own
  ['000101', [1, 0, 10_000, 10_100]],
  ['000100', [1, 0, 10_000]],
] as const)('%s lies in %j', ([code, divisions]) => {
  expect(areasOf(code).map(({ division }) => division)).toEqual(divisions)
})

test.for(['410307', '321300', '500107', '130100Z01', '000101'])(
  'the areas of %s are each at a depth of their own',
  (code) => {
    const depths = areasOf(code).map(({ depth }) => depth)
    expect(depths).toEqual([...new Set(depths)].toSorted((a, b) => a - b))
  },
)
