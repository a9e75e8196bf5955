import type { StackSpec } from './stack.ts'

/** One number per year of each layer; null where there is no bar, or the layer has no number. */
export type Drawn = readonly (readonly (number | null)[])[]

/** What is drawn of each layer: its numbers, or their shares of the totals in per cent. */
export const drawnLayers = ({
  layers,
  years,
  totals,
  gaps,
  mode,
}: Pick<StackSpec, 'layers' | 'years' | 'totals' | 'gaps' | 'mode'>): Drawn =>
  layers.map(({ values }) =>
    values.map((value, i) => {
      if (value === null || gaps[years[i] ?? 0] !== undefined) return null
      return mode === 'count' ? value : (value / (totals[i] ?? 1)) * 100
    }),
  )
