import type { LeanSpec } from './lean.ts'

type Values = readonly (number | null)[]
type Of<K extends LeanSpec['kind']> = Extract<LeanSpec, { readonly kind: K }>
type Less<T, K extends PropertyKey> = Omit<T, K>

/** A chart of years whose numbers stand in a table beside it. */
export type TabledSpec =
  | (Less<Of<'line'>, 'years' | 'lines' | 'reference'> & {
      readonly lines: readonly Less<Of<'line'>['lines'][number], 'values'>[]
      readonly reference?: { readonly name: string }
    })
  | (Less<Of<'stack'>, 'years' | 'layers' | 'totals'> & {
      readonly layers: readonly Less<Of<'stack'>['layers'][number], 'values'>[]
    })

function less<T extends { readonly values: Values }>(part: T): Omit<T, 'values'> {
  const { values: _values, ...own } = part
  return own
}

/** The chart without its numbers, so that a page has them once. Bars that lie and strips are no charts of years. */
export function inTable(spec: LeanSpec): TabledSpec | LeanSpec {
  if (spec.kind === 'line') {
    const { years: _years, lines, reference, ...own } = spec
    return { ...own, lines: lines.map(less), ...(reference && { reference: less(reference) }) }
  }
  if (spec.kind !== 'stack') return spec
  const { years: _years, layers, totals: _totals, ...own } = spec
  return { ...own, layers: layers.map(less) }
}

/** A table of years, the first year first. */
export interface Numbers {
  readonly years: readonly number[]
  /** One for each line, then the reference; or one for each layer, then the total. Each has a number per year. */
  readonly columns: readonly Values[]
}

/** The chart with its numbers again. */
export function fromTable(spec: TabledSpec, { years, columns }: Numbers): LeanSpec {
  const at = (i: number): Values => columns[i] ?? []
  if (spec.kind === 'stack') {
    const layers = spec.layers.map((layer, i) => ({ ...layer, values: at(i) }))
    return { ...spec, years, layers, totals: at(layers.length) }
  }
  const { lines, reference, ...own } = spec
  return {
    ...own,
    years,
    lines: lines.map((line, i) => ({ ...line, values: at(i) })),
    ...(reference && { reference: { ...reference, values: at(lines.length) } }),
  }
}

/** Whether the numbers of a chart stand elsewhere. */
export const isTabled = (spec: LeanSpec | TabledSpec): spec is TabledSpec =>
  (spec.kind === 'stack' || spec.kind === 'line') && !('years' in spec)
