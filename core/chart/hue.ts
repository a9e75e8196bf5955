import type { FigureId } from '#core/catalog/index.ts'

/** Colours of series, fixed across the site; each ≥ 4.5:1 on white except grey, which is for peers only. */
export const hues = {
  blue: '#1f4e8c',
  rust: '#b5482f',
  teal: '#1d7a6d',
  violet: '#6b4b94',
  ochre: '#8a6d1f',
  rose: '#a3386c',
  sky: '#2f7ea8',
  grey: '#6f737a',
} as const

export type Hue = keyof typeof hues

/** Second key beside the colour: stroke dashes of the first, second, … line of a chart. */
export const dashes = ['', '6 3', '2 3', '9 3 2 3', '4 2', '1 3', '10 4', '5 2 1 2'] as const

// The order of `hues` is the order in which the bureaus of a comparison get them.
const order: readonly Hue[] = ['blue', 'rust', 'teal', 'violet', 'ochre', 'rose', 'sky', 'grey']

export const nthHue = (n: number): Hue => order[n % order.length] ?? 'grey'

const byPrefix: readonly (readonly [prefix: string, hue: Hue])[] = [
  ['licence', 'blue'],
  ['penalt', 'rust'],
  ['coercion', 'ochre'],
  ['requests', 'teal'],
  ['outcome', 'teal'],
  ['review', 'violet'],
  ['suit', 'violet'],
]

/** The colour that a figure has everywhere. */
export const hueOf = (id: FigureId): Hue =>
  byPrefix.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'grey'

/** Parts of a whole: one ordered ramp from disclosed (teal) to refused (rust), grey for what is neither. */
export const ramp = {
  r1: '#0f5a50',
  r2: '#4f9d8f',
  r3: '#bd7f22',
  r4: '#b5482f',
  r5: '#7c2a1a',
  r6: '#8e9299',
  r7: '#6f737a',
} as const

/** A colour of a bar: of a series, or of a part of a whole. */
export type Tone = Hue | keyof typeof ramp

const tones: Readonly<Record<Tone, string>> = { ...hues, ...ramp }

export const toneColour = (tone: Tone): string => tones[tone]
