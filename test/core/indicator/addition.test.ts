import { expect, test } from 'vitest'
import { figures } from '#core/catalog/index.ts'
import { addUp, directionOf, mayAdd } from '#core/indicator/addition.ts'
import { indicators, isIndicatorId } from '#core/indicator/indicators.ts'
import { type Seen, observations } from './observations.ts'

const indicatorIds = Object.keys(indicators).filter(isIndicatorId)

test('these figures are not added up over bureaus, all others are', () => {
  const refused = figures.filter(({ id }) => mayAdd(id) !== null).map(({ id }) => id)
  expect(refused).toEqual([
    'regulations_valid',
    'norms_valid',
    'regulations_open_total',
    'norms_open_total',
    'licence_items_prev',
    'licence_items_change',
    'service_items_prev',
    'service_items_change',
    'penalty_items_prev',
    'penalty_items_change',
    'coercion_items_prev',
    'coercion_items_change',
    'fee_items_prev',
    'fee_items_change',
    'procurement_amount',
  ])
})

test('no rate is ever added up', () => {
  expect(indicatorIds.filter((id) => mayAdd(id) === null)).toEqual([])
})

const reasonOf = (id: 'norms_valid' | 'disclosure_rate') => ({ reason: mayAdd(id) })

// Figure, what the bureaus print, the sum.
test.for<readonly [Parameters<typeof addUp>[0], readonly Seen[], object]>([
  ['licences_decided', [3, 4, 0], { value: 7, counted: 3, missing: 0, reason: null }],
  ['licences_decided', [3, 'blank', 'absent'], { value: 3, counted: 1, missing: 2, reason: null }],
  ['licences_decided', ['blank'], { value: null, counted: 0, missing: 1, reason: null }],
  ['licences_decided', [], { value: null, counted: 0, missing: 0, reason: null }],
  ['fees_collected_wan', [0.1, 0.2], { value: 0.3, counted: 2, missing: 0, reason: null }],
  ['norms_valid', [3, 4], { value: null, counted: 2, missing: 0, ...reasonOf('norms_valid') }],
  [
    'disclosure_rate',
    [0.5, 0.5],
    { value: null, counted: 2, missing: 0, ...reasonOf('disclosure_rate') },
  ],
])('%s of %j', ([id, seen, expected]) => {
  expect(addUp(id, observations(seen))).toEqual(expected)
})

test('the reason is told in both languages', () => {
  expect([mayAdd('norms_valid')?.zh, mayAdd('disclosure_rate')?.en]).toEqual([
    expect.stringContaining('现行有效'),
    expect.stringContaining('numerators'),
  ])
})

test('no figure is good or bad: not licences, not penalties', () => {
  expect(figures.filter(({ id }) => directionOf(id) !== 'none')).toEqual([])
})

test('only corrections by others speak against a bureau', () => {
  const judged = indicatorIds.filter((id) => directionOf(id) !== 'none')
  expect(judged.every((id) => id.includes('correction') && directionOf(id) === 'less')).toBe(true)
})
