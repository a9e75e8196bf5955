import { expect, test } from 'vitest'
import { nearFigures } from '#core/text/near-figures.ts'

// what is asked for → the nearest, if any
test.for([
  ['licence_decided', 'licences_decided'],
  ['requests_new', 'requests_new.total'],
  ['行政处罚', 'penalties_decided'],
  ['现行有效规范性文件', 'norms_valid'],
  ['licensing decision', 'licences_decided'],
  ['xyzzy', undefined],
  ['', undefined],
] as const)('%s is near %s', ([asked, id]) => {
  expect(nearFigures(asked)[0]).toBe(id)
  expect(nearFigures(asked).length).toBeLessThanOrEqual(8)
})
