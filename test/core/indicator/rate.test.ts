import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FigureId, figures, isFigureId } from '#core/catalog/index.ts'
import {
  type IndicatorId,
  figuresOf,
  indicators,
  isIndicatorId,
} from '#core/indicator/indicators.ts'
import { type GroupSumId, groupSum } from '#core/indicator/quantity.ts'
import { isRankable, rate, rateGaps } from '#core/indicator/rate.ts'
import { wilson } from '#core/indicator/wilson.ts'
import type { State } from '#core/reading.ts'
import { states } from '#core/reading.ts'
import { type Seen, report } from './observations.ts'

type Figures = Readonly<Partial<Record<FigureId, Seen>>>

const ids = Object.keys(indicators).filter(isIndicatorId)

const seenAs = (row: string, value: Seen): Figures =>
  Object.fromEntries(
    figures
      .filter(({ id }) => id.startsWith(row) && id.endsWith('.total'))
      .map(({ id }) => [id, value]),
  )

const denied: Figures = { ...seenAs('outcome_denied', 0), 'outcome_denied_process_info.total': 10 }
const refused: Figures = { ...seenAs('outcome_refused', 0), 'outcome_refused_petition.total': 4 }
const unable: Figures = { ...seenAs('outcome_unable', 5), 'outcome_unable_not_held.total': 20 }
const other: Figures = {
  'outcome_other_overdue_correction.total': 1,
  'outcome_other_overdue_fee.total': 0,
  'outcome_other_misc.total': 5,
}

/** 100 new, 10 carried in; 30 + 20 disclosed, 10 denied, 30 unable, 4 refused, 6 other; 10 carried out. */
const year: Figures = {
  'requests_new.total': 100,
  'requests_new.natural_person': 90,
  'requests_carried_in.total': 10,
  'outcome_granted.total': 30,
  'outcome_partial.total': 20,
  ...denied,
  ...unable,
  ...refused,
  ...other,
  'outcome_total.total': 100,
  'requests_carried_out.total': 10,
  review_upheld: 24,
  review_corrected: 6,
  review_other: 8,
  review_pending: 2,
  review_total: 40,
  suit_direct_corrected: 1,
  suit_direct_pending: 4,
  suit_direct_total: 10,
  suit_after_review_corrected: 2,
  suit_after_review_pending: 0,
  suit_after_review_total: 5,
}

// Indicator, numerator, denominator.
test.for([
  ['disclosure_rate', 50, 100],
  ['denied_share', 10, 100],
  ['unable_share', 30, 100],
  ['refused_share', 4, 100],
  ['other_share', 6, 100],
  ['completion_rate', 100, 110],
  ['carry_out_rate', 10, 110],
  ['natural_person_share', 90, 100],
  ['petition_share', 4, 100],
  ['not_held_share', 20, 30],
  ['review_correction_rate', 6, 40],
  ['review_correction_rate_closed', 6, 38],
  ['suit_correction_rate', 3, 15],
  ['suit_correction_rate_closed', 3, 11],
  ['suit_direct_correction_rate', 1, 10],
  ['suit_direct_correction_rate_closed', 1, 6],
  ['suit_after_review_correction_rate', 2, 5],
  ['suit_after_review_correction_rate_closed', 2, 5],
] as const)('%s is %d of %d', ([id, numerator, denominator]) => {
  expect(rate(id, report(year))).toEqual({
    indicator: id,
    numerator,
    denominator,
    value: numerator / denominator,
    reason: null,
    missing: [],
    interval: wilson(numerator, denominator),
    tooFew: denominator < 30,
  })
})

test('disputes to requests is a ratio of two counts: no interval', () => {
  expect(rate('dispute_rate', report(year))).toEqual({
    indicator: 'dispute_rate',
    numerator: 55,
    denominator: 110,
    value: 0.5,
    reason: null,
    missing: [],
    interval: null,
    tooFew: false,
  })
  const many: Figures = { ...year, 'requests_new.total': 20, 'requests_carried_in.total': 2 }
  expect(rate('dispute_rate', report(many))).toMatchObject({ value: 2.5, reason: null })
})

// What changes in the year, indicator, why it is not defined, the numbers there are.
test.for<readonly [Figures, IndicatorId, string, number | null, number | null]>([
  [
    { 'outcome_total.total': 0, 'outcome_granted.total': 0, 'outcome_partial.total': 0 },
    'disclosure_rate',
    'denominator_zero',
    0,
    0,
  ],
  [
    { 'requests_new.total': 0, 'requests_carried_in.total': 0 },
    'dispute_rate',
    'denominator_zero',
    55,
    0,
  ],
  [{ 'outcome_total.total': 'blank' }, 'disclosure_rate', 'not_stated', 50, null],
  [{ 'outcome_granted.total': 'na' }, 'disclosure_rate', 'not_stated', null, 100],
  [{ 'outcome_granted.total': 'text' }, 'disclosure_rate', 'not_stated', null, 100],
  [{ 'outcome_granted.total': 'absent' }, 'disclosure_rate', 'not_stated', null, 100],
  [
    { 'outcome_granted.total': 'unread', 'outcome_partial.total': 'blank' },
    'disclosure_rate',
    'unread',
    null,
    100,
  ],
  [
    { 'outcome_total.total': 'blank', 'outcome_granted.total': 'unread' },
    'disclosure_rate',
    'unread',
    null,
    null,
  ],
  [{ 'outcome_denied_state_secret.total': 'blank' }, 'denied_share', 'not_stated', null, 100],
  [{ 'outcome_other.total': 6 }, 'other_share', 'mixed_forms', null, 100],
  [{ review_total: 'blank' }, 'review_correction_rate_closed', 'not_stated', 6, null],
  [{ review_pending: 'blank' }, 'review_correction_rate_closed', 'not_stated', 6, null],
  // As printed by real bureaus: the parts are there, the total is 0.
  [{ review_total: 0 }, 'review_correction_rate', 'contradictory', 6, 0],
  [
    { review_total: 1, review_pending: 2, review_corrected: 0 },
    'review_correction_rate_closed',
    'contradictory',
    0,
    -1,
  ],
  [{ 'outcome_granted.total': 200 }, 'disclosure_rate', 'contradictory', 220, 100],
  [{ 'outcome_granted.total': -30 }, 'disclosure_rate', 'contradictory', -10, 100],
  [{ 'outcome_granted.total': 0.5 }, 'disclosure_rate', 'contradictory', 20.5, 100],
])('with %j %s is not defined: %s', ([change, id, reason, numerator, denominator]) => {
  expect(rate(id, report({ ...year, ...change }))).toMatchObject({
    numerator,
    denominator,
    value: null,
    reason,
    interval: null,
  })
})

test('the figures that stand in the way are named', () => {
  const gaps: Figures = { 'outcome_partial.total': 'blank', 'outcome_total.total': 'unread' }
  expect(rate('disclosure_rate', report({ ...year, ...gaps })).missing).toEqual([
    'outcome_partial.total',
    'outcome_total.total',
  ])
})

test.for([
  [29, true, false],
  [30, false, true],
] as const)('of %d: too few is %s, ranked is %s', ([n, tooFew, ranked]) => {
  const one = rate(
    'natural_person_share',
    report({ 'requests_new.total': n, 'requests_new.natural_person': 1 }),
  )
  expect([one.value, one.tooFew, isRankable(one)]).toEqual([1 / n, tooFew, ranked])
})

// Group, figures, sum.
test.for<readonly [GroupSumId, Figures, number | string]>([
  ['outcome_denied_sum', denied, 10],
  ['outcome_unable_sum', unable, 30],
  ['outcome_refused_sum', refused, 4],
  ['outcome_other_sum', other, 6],
  ['outcome_denied_sum', {}, 'not_stated'],
  ['outcome_denied_sum', { ...denied, 'outcome_denied_state_secret.total': 'blank' }, 'not_stated'],
  ['outcome_denied_sum', { ...denied, 'outcome_denied_state_secret.total': 'unread' }, 'unread'],
  // The 2019 form has one row.
  ['outcome_other_sum', { 'outcome_other.total': 7 }, 7],
  ['outcome_other_sum', { 'outcome_other.total': 'blank' }, 'not_stated'],
  ['outcome_other_sum', { ...other, 'outcome_other.total': 6 }, 'mixed_forms'],
  [
    'outcome_other_sum',
    { 'outcome_other.total': 6, 'outcome_other_misc.total': 'blank' },
    'mixed_forms',
  ],
  ['outcome_other_sum', {}, 'not_stated'],
])('%s of %j is %s', ([id, own, expected]) => {
  const result = groupSum(id, report(own))
  expect(result.value === null ? result.reason : result.value).toBe(expected)
})

test('every part of a rate is in the catalogue, and the words are in both languages', () => {
  for (const id of ids) {
    const { zh, en, formula, numerator, denominator, minN } = indicators[id]
    const parts = [numerator, denominator].flatMap((one) => [...one.plus])
    expect(parts.filter((part) => !isFigureId(part))).toEqual([])
    expect([zh, en, formula.zh, formula.en]).not.toContain('')
    expect(en + formula.en).not.toMatch(/[\u4e00-\u9fff]/)
    expect(minN).toBe(30)
  }
})

const seen: fc.Arbitrary<Seen> = fc.oneof(
  fc.integer({ min: 0, max: 50 }),
  fc.constantFrom(
    ...states.filter((state): state is Exclude<State, 'number'> => state !== 'number'),
  ),
)
const anyReport = fc
  .array(seen, { minLength: figures.length, maxLength: figures.length })
  .map((all): Figures => Object.fromEntries(figures.map(({ id }, i) => [id, all[i]])))

test('a rate has a finite value, or none and a reason', () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(...ids), (own, id) => {
      const { value, reason, interval } = rate(id, report({ ...year, ...own }))
      expect([Number.isFinite(value), reason === null]).toEqual([value !== null, value !== null])
      expect(interval !== null).toBe(value !== null && indicators[id].kind === 'share')
    }),
  )
})

test('why there is no rate is said in words of its own', () => {
  const said = Object.values(rateGaps).flatMap(({ zh, en }) => [zh, en])
  expect(new Set(said).size).toBe(10)
})

test('an indicator names every figure that it needs once', () => {
  expect(figuresOf('other_share')).toEqual([
    'outcome_other_overdue_correction.total',
    'outcome_other_overdue_fee.total',
    'outcome_other_misc.total',
    'outcome_other.total',
    'outcome_total.total',
  ])
  expect(figuresOf('suit_correction_rate_closed')).toEqual([
    'suit_direct_corrected',
    'suit_after_review_corrected',
    'suit_direct_total',
    'suit_after_review_total',
    'suit_direct_pending',
    'suit_after_review_pending',
  ])
})
