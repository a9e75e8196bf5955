import { expect, test } from 'vitest'
import type { Observation } from '#core/indicator/observation.ts'
import { type Share, linkedObservation, reasonOf } from '#core/lineage/point.ts'

const number = (value: number): Observation => ({ value, state: 'number' })
const blank: Observation = { value: null, state: 'blank' }
const absent: Observation = { value: null, state: 'absent' }

const share = (observation: Observation | null, sameScope = true): Share => ({
  bureau: 'a',
  sameScope,
  observation,
})

// The figure, the shares, what they make.
test.for([
  ['licences_decided', [share(number(3))], 3, 'number'],
  ['licences_decided', [share(blank)], null, 'blank'],
  ['norms_valid', [share(number(3))], 3, 'number'],
  ['licences_decided', [share(number(3)), share(number(0))], 3, 'number'],
  ['fees_collected_wan', [share(number(0.1)), share(number(0.2))], 0.3, 'number'],
  ['licences_decided', [share(number(3)), share(blank)], null, 'not_number'],
  ['licences_decided', [share(blank), share(blank)], null, 'not_number'],
  // What neither report has, as it stands in the other form alone, is no gap between them.
  ['fees_collected_wan', [share(absent), share(absent)], null, 'absent'],
  ['licences_decided', [share(number(3)), share(absent)], null, 'not_number'],
  ['licences_decided', [share(absent), share(null)], null, 'not_held'],
  ['licences_decided', [share(number(3)), share(null)], null, 'not_held'],
  ['licences_decided', [share(blank), share(null)], null, 'not_held'],
  ['norms_valid', [share(number(3)), share(number(4))], null, 'not_addable'],
  ['norms_valid', [share(number(3)), share(blank)], null, 'not_addable'],
  ['licences_decided', [share(number(3)), share(number(4), false)], null, 'other_scope'],
  ['licences_decided', [share(number(4), false)], null, 'other_scope'],
] as const)('%s of %j is %s, %s', ([id, shares, value, state]) => {
  expect(linkedObservation(id, shares)).toEqual({ value, state })
})

test('why parts are not added up is said in words, and the state of a single one needs none', () => {
  expect(reasonOf('not_held')?.zh).toMatch('未收录')
  expect(reasonOf('number')).toBeNull()
  expect(reasonOf('blank')).toBeNull()
})
