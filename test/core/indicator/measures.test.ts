import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FigureId, figures } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import { bin, shareBin } from '#core/indicator/histogram.ts'
import { indicators, isIndicatorId } from '#core/indicator/indicators.ts'
import { indicatorMeasure, measuresOf } from '#core/indicator/measures.ts'
import { isRankable, rate } from '#core/indicator/rate.ts'
import { type Seen, report } from './observations.ts'

const ids = Object.keys(indicators).filter(isIndicatorId)

test('an indicator keeps its number for ever', () => {
  expect(Object.fromEntries(ids.map((id) => [id, indicatorMeasure(id)]))).toEqual({
    disclosure_rate: 1001,
    denied_share: 1002,
    unable_share: 1003,
    refused_share: 1004,
    other_share: 1005,
    completion_rate: 1006,
    carry_out_rate: 1007,
    natural_person_share: 1008,
    petition_share: 1009,
    not_held_share: 1010,
    review_correction_rate: 1011,
    review_correction_rate_closed: 1012,
    suit_correction_rate: 1013,
    suit_correction_rate_closed: 1014,
    suit_direct_correction_rate: 1015,
    suit_direct_correction_rate_closed: 1016,
    suit_after_review_correction_rate: 1017,
    suit_after_review_correction_rate_closed: 1018,
    dispute_rate: 1019,
  })
  expect(Math.max(...figures.map(({ key }) => key))).toBeLessThan(1000)
})

// What a report states, its measures with their bins.
test.for<readonly [Readonly<Partial<Record<FigureId, Seen>>>, readonly (readonly number[])[]]>([
  [{}, []],
  [{ licences_decided: 0, penalties_decided: 'blank', coercion_decided: 'absent' }, []],
  [{ licences_decided: 45 }, [[7, bin(45)]]],
  [
    { fees_collected_wan: 0.1, norms_made: -1 },
    [
      [4, bin(-1)],
      [10, bin(0.1)],
    ],
  ],
  // Not added up over bureaus, not kept for the country.
  [{ norms_valid: 12, procurement_amount: 3.5, licence_items_prev: 7 }, []],
  [
    { 'requests_new.total': 40, 'requests_new.natural_person': 0 },
    [
      [117, bin(40)],
      [1008, 0],
    ],
  ],
  // Too few, and a part above its whole: no rate.
  [{ 'requests_new.total': 29, 'requests_new.natural_person': 0 }, [[117, bin(29)]]],
  [
    { review_total: 40, review_corrected: 41 },
    [
      [502, bin(41)],
      [505, bin(40)],
    ],
  ],
])('%j: %j', ([stated, rows]) => {
  expect(measuresOf(report(stated)).toSorted(([a], [b]) => a - b)).toEqual(rows)
})

test('measures are the figures that are not 0 and the rates that may be ranked', () => {
  const seen = fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: -5, max: 200 }) },
    { weight: 1, arbitrary: fc.constantFrom<Seen>('blank', 'unread', 'absent', 0.5) },
  )
  const stated = fc.array(seen, { minLength: figures.length, maxLength: figures.length })
  fc.assert(
    fc.property(stated, (list) => {
      const values = report(Object.fromEntries(figures.map(({ id }, i) => [id, list[i] ?? 0])))
      const expected = [
        ...figures.flatMap(({ id, key }) => {
          const { value } = values(id)
          return mayAdd(id) === null && value !== null && value !== 0 ? [[key, bin(value)]] : []
        }),
        ...ids.flatMap((id) => {
          const one = rate(id, values)
          return isRankable(one) ? [[indicatorMeasure(id), shareBin(one.value)]] : []
        }),
      ]
      expect(measuresOf(values)).toEqual(expected)
    }),
  )
})
