import { expect, test } from 'vitest'
import { crossings, crosswalk } from '#core/catalog/crosswalk.ts'
import { type FigureId, figures } from '#core/catalog/index.ts'

const told = (id: FigureId): string[] =>
  crossings(id).map(
    ({ from2019, relation, to2021 }) => `${from2019.join('+')} ${relation} ${to2021.join('+')}`,
  )

test.for<[FigureId, string[]]>([
  ['licences_decided', ['licences_decided same licences_decided']],
  ['norms_made', ['norms_made same norms_made']],
  ['norms_open_total', ['norms_open_total none norms_valid']],
  ['norms_valid', ['norms_open_total none norms_valid']],
  ['fees_collected_wan', ['fee_items_prev none fees_collected_wan']],
  ['norms_opened', ['norms_opened none ']],
  ['norms_repealed', [' none norms_repealed']],
  [
    'outcome_other.total',
    [
      'outcome_other.total same outcome_other_overdue_correction.total+outcome_other_overdue_fee.total+outcome_other_misc.total',
      'outcome_other.total narrower outcome_other_overdue_correction.total',
      'outcome_other.total narrower outcome_other_overdue_fee.total',
      'outcome_other.total narrower outcome_other_misc.total',
    ],
  ],
])('%s: %j', ([id, lines]) => {
  expect(told(id)).toEqual(lines)
})

test('every figure stands in the crosswalk, on the side of its edition', () => {
  const sides = { '2019': new Set<string>(), '2021': new Set<string>() }
  for (const { from2019, to2021 } of crosswalk) {
    for (const id of from2019) sides['2019'].add(id)
    for (const id of to2021) sides['2021'].add(id)
  }
  for (const { id, editions } of figures) {
    expect(
      Object.entries(sides).flatMap(([edition, ids]) => (ids.has(id) ? [edition] : [])),
    ).toEqual([...editions])
  }
})

test('a figure is joined to one series at most', () => {
  const joined = crosswalk.filter(({ relation }) => relation === 'same')
  const ids = joined.flatMap(({ from2019 }) => from2019)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every line says why, in both languages', () => {
  expect(
    crosswalk.filter(({ note }) => !/\p{Script=Han}/u.test(note.zh) || note.en === ''),
  ).toEqual([])
})
