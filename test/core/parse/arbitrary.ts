import fc from 'fast-check'
import { type FigureId, figure } from '#core/catalog/index.ts'
import type { Edition } from '#core/catalog/table.ts'
import { type Report, formIds } from './render.ts'

export interface Sample {
  readonly report: Report
  /** What must be read: numbers, or the state of a cell without one. */
  readonly stated: Readonly<Record<string, number | string>>
}

/** A cell as printed, with what it says. */
type Printed = readonly [text: string, says: number | string]

const count: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(20) },
  { weight: 1, arbitrary: fc.nat(5_000_000) },
)
const wide = (text: string): string =>
  text.replace(/[\d.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

const number = (id: FigureId): fc.Arbitrary<Printed> => {
  const { kind, unit } = figure(id)
  return fc.tuple(count, fc.nat(4), fc.boolean()).map(([n, style, odd]): Printed => {
    const value = kind === 'amount' && odd ? n + 0.25 : kind === 'signed' && odd ? 0 - n : n
    const text = String(value)
    if (style === 1) return [value.toLocaleString('en-US', { maximumFractionDigits: 4 }), value]
    if (style === 2) return [wide(text), value]
    if (style === 3 && unit === 'item') return [`${text}件`, value]
    return [text, value]
  })
}

const empty: fc.Arbitrary<Printed> = fc.constantFrom<Printed[]>(
  ['', 'blank'],
  ['/', 'na'],
  ['—', 'na'],
  ['无', 'na'],
)

/** A report of random figures, none or some of its cells without a number. */
export const sample = (edition: Edition, withEmpty: boolean): fc.Arbitrary<Sample> =>
  fc
    .record(
      Object.fromEntries(
        formIds(edition).map((id) => [
          id,
          withEmpty ? fc.oneof({ weight: 3, arbitrary: number(id) }, empty) : number(id),
        ]),
      ),
    )
    .map((cells) => {
      const printed = Object.entries(cells)
      const texts = Object.fromEntries(printed.map(([id, [text]]) => [id, text]))
      const stated = Object.fromEntries(printed.map(([id, [, says]]) => [id, says]))
      return { report: { edition, bureau: '云桥区教育局', year: 2023, texts }, stated }
    })
