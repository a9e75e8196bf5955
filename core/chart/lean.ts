import type { ChartSpec } from './chart.ts'

/** Words and marks that the picture has: a script that draws on top of it needs none of them. */
const inPicture = ['heading', 'subject', 'notes', 'credit', 'breaks', 'flags', 'domain'] as const

type Lean<S> = S extends unknown ? Omit<S, (typeof inPicture)[number]> : never

/** A chart as the page's script needs it: what can be pointed at. */
export type LeanSpec = Lean<ChartSpec>

export const leanSpec = (spec: ChartSpec): LeanSpec =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object less some of its keys
  Object.fromEntries(
    Object.entries(spec).filter(([key]) => !inPicture.some((name) => name === key)),
  ) as unknown as LeanSpec
