import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BarsSpec } from '#core/chart/bars.ts'
import { type ChartSpec, chartSvg } from '#core/chart/chart.ts'
import { drawnLayers } from '#core/chart/drawn.ts'
import { isJoined } from '#core/chart/points.ts'
import { placeOf } from '#core/chart/place.ts'
import type { LineSpec } from '#core/chart/spec.ts'
import type { StackSpec } from '#core/chart/stack.ts'
import type { StripSpec } from '#core/chart/strip.ts'
import { cases } from '../../long.ts'
import { outside, overlaps, pictureOf } from './picture-of.ts'

const name = fc.oneof(
  fc
    .array(fc.constantFrom(...Array.from('洛阳市偃师区文化广电和旅游局政务服务大数据管理')), {
      minLength: 1,
      maxLength: 40,
    })
    .map((chars) => chars.join('')),
  fc
    .array(fc.constantFrom('Bureau', 'of', 'Culture', 'Administration', 'and', 'Tourism'), {
      minLength: 1,
      maxLength: 9,
    })
    .map((words) => words.join(' ')),
)
const width = fc.constantFrom(320, 360, 560)
const count = fc.oneof(
  { weight: 4, arbitrary: fc.nat(60) },
  { weight: 2, arbitrary: fc.nat(100_000_000) },
  { weight: 1, arbitrary: fc.constant(0) },
)
const value = fc.option(count, { freq: 6 })
const head = {
  lang: 'zh' as const,
  heading: '申请办理结果',
  unit: '件',
  notes: [],
  credit: ['年图 · 数据版本 34'],
}
const yearsFrom = (n: number): number[] => Array.from({ length: n }, (_, i) => 2026 - n + i)
const tones = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'] as const

/** Words of years, for those that the predicate names. */
const wordsOf = (years: readonly number[], word: string, is: (i: number) => boolean) =>
  Object.fromEntries(years.flatMap((year, i) => (is(i) ? [[year, word]] : [])))

const stack: fc.Arbitrary<StackSpec> = fc
  .record({ n: fc.integer({ min: 1, max: 20 }), layers: fc.integer({ min: 1, max: 6 }) })
  .chain(({ n, layers }) => {
    const years = yearsFrom(n)
    return fc
      .record({
        subject: name,
        names: fc.array(name, { minLength: layers, maxLength: layers }),
        values: fc.array(fc.array(value, { minLength: n, maxLength: n }), {
          minLength: layers,
          maxLength: layers,
        }),
        mode: fc.constantFrom('count' as const, 'share' as const),
      })
      .map(({ subject, names, values, mode }): StackSpec => {
        const known = (i: number) => values.flatMap((layer) => layer[i] ?? [])
        const totals = years.map((_, i) => known(i).reduce((sum, part) => sum + part, 0))
        const isGap = (i: number) => known(i).length === 0 || (mode === 'share' && totals[i] === 0)
        return {
          ...head,
          kind: 'stack',
          subject,
          mode,
          years,
          layers: names.map((layer, i) => ({
            name: layer,
            tone: tones[i] ?? 'grey',
            values: values[i] ?? [],
          })),
          totals,
          gaps: wordsOf(years, '未收录', isGap),
          partial: wordsOf(years, '1项无数字', (i) => known(i).length < layers),
          disputed: wordsOf(years, '合计与分项不符', (i) => i % 5 === 3),
          breaks: {},
          excerpts: [],
        }
      })
  })

const bars: fc.Arbitrary<BarsSpec> = fc
  .array(fc.record({ name, from: count, value }), { minLength: 1, maxLength: 12 })
  .map((rows) => ({
    ...head,
    kind: 'bars',
    subject: '某市，2024年',
    rows: rows.map((row) => ({
      ...row,
      tone: 'blue',
      gap: row.value === null ? '表中无此项/未填' : '',
      disputed: '',
    })),
  }))

const strip: fc.Arbitrary<StripSpec> = fc
  .array(
    fc.record({
      name,
      own: value,
      sorted: fc.option(
        fc
          .array(count, { minLength: 5, maxLength: 5 })
          .map((five) => five.toSorted((a, b) => a - b)),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => ({
    ...head,
    kind: 'strip',
    subject: '某局，2024年',
    rows: rows.map(({ sorted, ...row }) => {
      const [p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0] = sorted ?? []
      return {
        ...row,
        hue: 'teal',
        n: 40,
        percentiles: sorted === null ? null : { p10, p25, p50, p75, p90 },
        gap: sorted === null ? '仅5份有数字，不足8份，不显示分布' : '',
      }
    }),
  }))

const line: fc.Arbitrary<LineSpec> = fc
  .record({
    n: fc.integer({ min: 1, max: 20 }),
    names: fc.array(name, { minLength: 1, maxLength: 8 }),
    isLog: fc.boolean(),
  })
  .chain(({ n, names, isLog }) =>
    fc
      .array(fc.array(value, { minLength: n, maxLength: n }), {
        minLength: names.length,
        maxLength: names.length,
      })
      .map((values): LineSpec => {
        const years = yearsFrom(n)
        return {
          ...head,
          kind: 'line',
          figure: 'licences_decided',
          subject: '某局',
          years,
          lines: names.map((own, at) => ({
            name: own,
            hue: 'blue',
            values: values[at] ?? [],
            gaps: wordsOf(years, '未收录', (i) => values[at]?.[i] === null),
            disputed: {},
          })),
          breaks: {},
          excerpts: [],
          ...(isLog && { scale: 'log' as const }),
        }
      }),
  )

const numbers = (path: string, pattern: RegExp): number[][] =>
  [...path.matchAll(pattern)].map(([, ...parts]) => parts.map(Number))

const check = <S extends ChartSpec>(
  specs: fc.Arbitrary<S>,
  holds: (spec: S, drawn: ReturnType<typeof pictureOf>) => void,
) =>
  fc.assert(
    fc.property(specs, width, (spec, wide) => {
      holds(spec, pictureOf(chartSvg(spec, 'c', wide)))
    }),
    { numRuns: cases(60) },
  )

test('stacks: every layer ends where its number and those below it end, and nothing else is drawn', () => {
  check(stack, (spec, { area, down, marks }) => {
    const [, top = 0, , bottom = 0, , high = 1] = area
    const drawn = drawnLayers(spec)
    for (const [nth, { tone }] of spec.layers.entries()) {
      const own = spec.years.flatMap((_, i) => ((drawn[nth]?.[i] ?? 0) > 0 ? [i] : []))
      const { d = '' } = marks.find((mark) => mark.tone === tone) ?? {}
      const ends = numbers(d, /M[\d.]+ [\d.]+V([\d.]+)/g).map(([y = 0]) => bottom - down - y)
      const wanted = own.map((i) => {
        const sum = drawn.slice(0, nth + 1).reduce((all, values) => all + (values[i] ?? 0), 0)
        return (sum / high) * (bottom - top)
      })
      expect(ends).toHaveLength(wanted.length)
      for (const [i, end] of ends.entries())
        expect(Math.abs(end - (wanted[i] ?? 0))).toBeLessThan(0.51)
    }
  })
})

test('bars: from where to where each says', () => {
  check(bars, (spec, { area, marks }) => {
    const [left = 0, , right = 0, , low = 0, high = 1] = area
    const place = placeOf(low, high, undefined)
    const wanted = spec.rows.flatMap(({ from, value: own }) =>
      own ? [[from, from + own].map((at) => left + place(at) * (right - left))] : [],
    )
    const found = marks.flatMap(({ d }) => numbers(d, /M([\d.]+) [\d.]+H([\d.]+)/g))
    expect(found).toHaveLength(wanted.length)
    for (const [i, ends] of found.entries())
      for (const [j, end] of ends.entries())
        expect(Math.abs(end - (wanted[i]?.[j] ?? 0))).toBeLessThan(0.2)
  })
})

test('spreads: line, box, tick and dot stand where the percentiles and the bureau do', () => {
  check(strip, (spec, { area, marks }) => {
    const [left = 0, , right = 0, , low = 0, high = 1] = area
    const x = (at: number) => left + placeOf(low, high, undefined)(at) * (right - left)
    const wanted = spec.rows.flatMap(({ percentiles: p, own }) =>
      p ? [x(p.p10), x(p.p25), x(p.p50), ...(own === null ? [] : [x(own)])] : [],
    )
    const found = marks.map(({ d }) => numbers(d, /^M([\d.]+) /g)[0]?.[0] ?? 0)
    expect(found).toHaveLength(wanted.length)
    for (const [i, at] of found.entries()) expect(Math.abs(at - (wanted[i] ?? 0))).toBeLessThan(0.1)
  })
})

test('lines: a point where each number says, on a log axis too; none where there is no number', () => {
  check(line, (spec, { area, down, marks }) => {
    const [, top = 0, , bottom = 0, low = 0, high = 1] = area
    const place = placeOf(low, high, spec.scale)
    const paths = marks.filter((_, i) => i % 2 === 0)
    for (const [i, { values }] of spec.lines.entries()) {
      const d = paths[i]?.d ?? ''
      const known = values.flatMap((own) => own ?? [])
      const heights = numbers(d, /[ML][\d.]+ ([\d.]+)/g).map(([y = 0]) => bottom - down - y)
      expect(heights).toHaveLength(known.length)
      for (const [j, own] of known.entries())
        expect(Math.abs((heights[j] ?? 0) - place(own) * (bottom - top))).toBeLessThan(0.11)
      const joints = values.filter((_, j) => isJoined(values, j, spec)).length
      expect(d.split('L')).toHaveLength(joints + 1)
    }
  })
})

test.for<[string, fc.Arbitrary<ChartSpec>]>([
  ['stacks', stack],
  ['bars', bars],
  ['spreads', strip],
])('%s: no word leaves the picture, none lies on another', ([, specs]) => {
  check(specs, (_, picture) => {
    expect(outside(picture)).toEqual([])
    expect(overlaps(picture.texts)).toEqual([])
  })
})

test('lines: no word leaves the picture, none lies on another, but for the word of a gap', () => {
  check(line, (_, picture) => {
    expect(outside(picture)).toEqual([])
    const words = picture.texts.filter(({ text }) => text !== '未收录' && !text.startsWith('没有'))
    expect(overlaps(words)).toEqual([])
  })
})
