/**
 * A page as printed: characters and ruling lines where they stand. PDF and OFD are read into this; paragraphs and tables
 * are rebuilt from it. All measures are in points (1/72 inch), x to the right, y downwards.
 */
export interface Page {
  readonly width: number
  readonly height: number
  /** In the order of drawing. */
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
}

/** One character; what cannot be told is U+FFFD. `y` is its baseline, `size` its height. */
export interface Glyph {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  /** It was not simply drawn behind the one before: something new may begin here. */
  readonly isFirst?: boolean
}

/** A straight line, horizontal or vertical. */
export interface Rule {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Places that lie on one line of the page, although they were drawn a little apart: their mean. Sorted. */
export function cluster(places: readonly number[], reach: number): number[] {
  const groups: number[][] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && place - (group[0] ?? place) <= reach) group.push(place)
    else groups.push([place])
  }
  return groups.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length)
}

/** Index of the nearest place. */
export function nearest(places: readonly number[], place: number): number {
  let best = 0
  places.forEach((p, i) => {
    if (Math.abs(p - place) < Math.abs((places[best] ?? p) - place)) best = i
  })
  return best
}

/** Parts of characters that some fonts give in place of the characters; NFKC knows the others. */
const radicals: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '⺠民',
    '⻅见',
    '⻆角',
    '⻋车',
    '⻓长',
    '⻔门',
    '⻚页',
    '⻛风',
    '⻝食',
    '⻢马',
    '⻥鱼',
    '⻩黄',
    '⻄西',
    '⻰龙',
    '⻬齐',
    '⻘青',
  ].map(([radical = '', whole = '']) => [radical, whole]),
)

/** A character as people read it; U+FFFD for what a font without a table of meanings gives. */
export function legible(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters meant
  if (text === '' || /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff]/.test(text))
    return '\ufffd'
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (c) => radicals[c] ?? c.normalize('NFKC'))
}
