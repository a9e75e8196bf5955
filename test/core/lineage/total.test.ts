import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Observation } from '#core/indicator/observation.ts'
import { lineageKinds, yearOf } from '#core/lineage/event.ts'
import { type Lineage, lineage } from '#core/lineage/lineage.ts'
import { linkedSeries, predecessors } from '#core/lineage/series.ts'
import { linkedFigure, linkedTotal } from '#core/lineage/total.ts'
import { line } from './events.ts'
import { accepted, anyEvents, history, idsIn, kinds, steps, years } from './history.ts'

test.for([
  ['2019-03-01 merged a+b→c', ['c', 'a', 'b'], 2018, ['a', 'b'], []],
  ['2019-03-01 merged a+b→c', ['c', 'a', 'b'], 2019, ['c'], []],
  ['2019-03-01 split a→a+b', ['a', 'b'], 2018, ['a'], ['b']],
  ['2019-03-01 split a→a+b', ['a', 'b'], 2019, ['a', 'b'], []],
] as const)('%s: the total of %j in %d reads %j', ([text, asked, year, bureaus, undivided]) => {
  expect(linkedTotal(line(text), asked, year)).toEqual({ bureaus, undivided })
})

const number = (value: number): Observation => ({ value, state: 'number' })
const blank: Observation = { value: null, state: 'blank' }

test.for([
  ['licences_decided', [number(3)], 3],
  ['licences_decided', [number(3), number(0)], 3],
  ['fees_collected_wan', [number(0.1), number(0.2)], 0.3],
  ['licences_decided', [number(3), blank], null],
  ['licences_decided', [blank], null],
  ['licences_decided', [], null],
  ['norms_valid', [number(3)], 3],
  ['norms_valid', [number(3), number(4)], null],
] as const)('%s of %j is %s', ([id, observations, value]) => {
  const parts = observations.map((one, i) => ({ bureau: `b${i}`, ...one }))
  expect(linkedFigure(id, parts)).toMatchObject({ value, parts })
})

test('why predecessors’ documents in force are not added up is said', () => {
  const parts = ['a', 'b'].map((bureau) => ({ bureau, ...number(1) }))
  expect(linkedFigure('norms_valid', parts).reason?.zh).toMatch('不能相加')
})

const repeated = (list: readonly string[]): string[] =>
  list.filter((id, i) => list.indexOf(id) !== i)

/** Those that nobody has succeeded. */
const last = ({ events, end }: Lineage): string[] =>
  idsIn(events).filter((id) => (end.get(id)?.kind ?? 'abolished') === 'abolished')

/** Reports that a total reads twice, or that two of today's bureaus both claim; in any year. */
function readTwice(past: Lineage): string[] {
  const all = idsIn(past.events)
  return [...years, 2040].flatMap((year) => [
    ...repeated(linkedTotal(past, all, year).bureaus),
    ...repeated(last(past).flatMap((id) => predecessors(past, id, year) ?? [])),
  ])
}

test('any events are refused, or no report is counted twice', () => {
  fc.assert(
    fc.property(anyEvents, (list) => {
      const result = lineage(list)
      expect('lineage' in result ? readTwice(result.lineage) : []).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('in a history that makes sense no report is counted twice', () => {
  fc.assert(
    fc.property(steps(kinds), (list) => {
      expect(readTwice(accepted(history(list)))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('without splits every report is counted: by the bureau that there is today', () => {
  const whole = steps(kinds.filter((kind) => kind !== 'split'))
  fc.assert(
    fc.property(whole, (list) => {
      const past = accepted(history(list))
      const { events, beginning, end } = past
      for (const year of years) {
        const there = idsIn(events).filter((id) => {
          const [first, final] = [beginning.get(id), end.get(id)]
          const gone = final && final.kind !== 'abolished' && yearOf(final) <= year
          return !gone && (!first || yearOf(first) <= year)
        })
        const read = last(past).flatMap((id) => predecessors(past, id, year) ?? [])
        expect(read.toSorted()).toEqual(there.toSorted())
      }
    }),
    { numRuns: 300 },
  )
})

test('a linked series reads in every year what the total reads', () => {
  fc.assert(
    fc.property(steps(kinds), (list) => {
      const past = accepted(history(list))
      for (const id of idsIn(past.events))
        for (const year of years) {
          const stretch = linkedSeries(past, id).stretches.find(
            ({ from, to }) => (from ?? 0) <= year && year <= (to ?? 9999),
          )
          expect(stretch?.bureaus ?? []).toEqual(predecessors(past, id, year) ?? [])
        }
    }),
    { numRuns: 200 },
  )
})

test('every kind of event occurs in these tests', () => {
  expect(kinds.toSorted()).toEqual(Object.keys(lineageKinds).toSorted())
})
