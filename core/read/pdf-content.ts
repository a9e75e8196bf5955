import { type Matrix, apply, identity, multiply } from './matrix.ts'
import { type Rule, legible } from './page.ts'
import { type Point, lineRules, shapeRules } from './page-path.ts'

/** A character with the two ends of its baseline and its height, all in points of the page as shown. */
export interface Mark {
  readonly text: string
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly size: number
  readonly isFirst: boolean
}

/** What of a font its characters' places depend on. */
export interface Font {
  /** Points per unit of a character's width, at size 1. */
  readonly unit: number
  readonly vertical: boolean
}

interface State {
  ctm: Matrix
  font: Font
  size: number
  charSpacing: number
  wordSpacing: number
  /** Horizontal scaling, 1 = as designed. */
  stretch: number
  leading: number
  rise: number
  mode: number
  /** Nothing is shown outside. */
  clip: Bounds
}

interface Bounds {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number
const everywhere: Bounds = {
  x0: NEGATIVE_INFINITY,
  y0: NEGATIVE_INFINITY,
  x1: POSITIVE_INFINITY,
  y1: POSITIVE_INFINITY,
}

const noFont: Font = { unit: 0.001, vertical: false }

/** Text rendering mode 3: neither filled nor stroked. Below a scan it is what a machine thought to see. */
const invisible = 3

/** Follows a page's drawing operators as a printer would, and notes characters and straight lines. */
export class Content {
  readonly marks: Mark[] = []
  readonly rules: Rule[] = []
  #state: State
  readonly #saved: State[] = []
  readonly #base: Matrix
  readonly #fonts: ReadonlyMap<string, Font>
  #line: Matrix = identity
  /** Where the next character goes, in the text line's own measure. */
  #x = 0
  #y = 0
  #text: Matrix = identity
  #isFirst = true
  /** Where a character that is not shown ended. */
  #hidden: readonly [number, number] | undefined

  constructor(base: Matrix, fonts: ReadonlyMap<string, Font>) {
    this.#base = base
    this.#fonts = fonts
    this.#state = {
      ctm: base,
      font: noFont,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      clip: everywhere,
    }
  }

  save(): void {
    this.#saved.push({ ...this.#state })
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state
  }

  transform(by: Matrix): void {
    this.#state.ctm = multiply(this.#state.ctm, by)
  }

  /** An annotation stands on the page itself, wherever the content before it had moved to. */
  restart(): void {
    this.#state.ctm = this.#base
  }

  set(change: Partial<State>): void {
    Object.assign(this.#state, change)
  }

  setFont(name: string, size: number): void {
    this.#state.font = this.#fonts.get(name) ?? noFont
    this.#state.size = size
  }

  beginText(): void {
    this.setTextMatrix(identity)
  }

  setTextMatrix(to: Matrix): void {
    this.#isFirst = true
    this.#text = to
    this.#line = to
    this.#x = 0
    this.#y = 0
  }

  moveText(x: number, y: number): void {
    this.#line = multiply(this.#line, [1, 0, 0, 1, x, y])
    this.#isFirst = true
    this.#text = this.#line
    this.#x = 0
    this.#y = 0
  }

  nextLine(): void {
    this.moveText(0, -this.#state.leading)
  }

  /** Draws glyphs; a number among them moves the next one by thousandths of the size. */
  showText(glyphs: readonly unknown[]): void {
    const { font, size, stretch } = this.#state
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#advance((-glyph * size) / 1000, font.vertical, stretch)
      else if (isGlyph(glyph)) this.#show(glyph)
    }
  }

  #advance(by: number, vertical: boolean, stretch: number): void {
    // Vertical writing counts downwards.
    if (vertical) this.#y += by
    else this.#x += by * stretch
  }

  #show(glyph: Glyph): void {
    const { font, size, stretch, charSpacing, wordSpacing, rise, mode } = this.#state
    const spacing = charSpacing + (glyph.isSpace === true ? wordSpacing : 0)
    const place = multiply(this.#state.ctm, this.#text)
    const width = glyph.width * font.unit * size
    const from = apply(place, this.#x, this.#y + rise)
    if (font.vertical) this.#advance(-Math.abs(width) - spacing, true, 1)
    else this.#advance(width + spacing, false, stretch)
    if (mode === invisible) return
    const to = font.vertical
      ? apply(place, this.#x, this.#y + rise)
      : apply(place, this.#x - spacing * stretch, this.#y + rise)
    const height = Math.abs(size) * Math.hypot(place[2], place[3])
    const centre = apply(place, this.#x - width / 2, this.#y + rise + size * 0.3)
    this.#note(
      { text: legible(glyph.unicode), from, to, size: height, isFirst: this.#isFirst },
      centre,
    )
    this.#isFirst = false
  }

  /** Text that is cut off in the middle carries a mark where it is cut. */
  #note(mark: Mark, centre: readonly [number, number]): void {
    const last = this.marks.at(-1)
    const cut = { ...mark, text: '\ufffd' }
    if (isInside(centre, this.#state.clip)) {
      if (this.#hidden && isNear(this.#hidden, mark)) this.marks.push({ ...cut, to: mark.from })
      this.marks.push(mark)
      this.#hidden = undefined
      return
    }
    if (mark.text.trim() === '') return
    if (last && last.text !== cut.text && isNear(last.to, mark)) {
      this.marks.push({ ...cut, to: mark.from })
    }
    this.#hidden = mark.to
  }

  /** From now on only what stands inside the path is shown. */
  clip(data: readonly number[]): void {
    const points = subpaths(data)
      .flat()
      .map(([x, y]) => apply(this.#state.ctm, x, y))
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    const { x0, y0, x1, y1 } = this.#state.clip
    this.#state.clip = {
      x0: Math.max(x0, Math.min(...xs) - tolerance),
      y0: Math.max(y0, Math.min(...ys) - tolerance),
      x1: Math.min(x1, Math.max(...xs) + tolerance),
      y1: Math.min(y1, Math.max(...ys) + tolerance),
    }
  }

  /** Notes straight lines: strokes, and filled shapes so thin that they are lines. */
  path(data: readonly number[], stroked: boolean, filled: boolean): void {
    for (const points of subpaths(data)) {
      const placed = points.map(([x, y]) => apply(this.#state.ctm, x, y))
      if (stroked) this.rules.push(...lineRules(placed))
      else if (filled) this.rules.push(...shapeRules(placed))
    }
  }
}

/** Of clipping paths, in points. */
const tolerance = 1

const isInside = ([x, y]: readonly [number, number], { x0, y0, x1, y1 }: Bounds): boolean =>
  x >= x0 && x <= x1 && y >= y0 && y <= y1

const isNear = ([x, y]: readonly [number, number], { from, size }: Mark): boolean =>
  Math.hypot(from[0] - x, from[1] - y) < size * 0.3

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace?: unknown
}

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' &&
  value !== null &&
  'unicode' in value &&
  typeof value.unicode === 'string' &&
  'width' in value &&
  typeof value.width === 'number'

/** pdf.js writes a path as numbers: a code, then its points. */
const pathLengths = [2, 2, 6, 4, 0]

function subpaths(data: readonly number[]): Point[][] {
  const list: Point[][] = []
  for (let i = 0; i < data.length;) {
    const code = data[i] ?? 0
    const length = pathLengths[code]
    if (length === undefined) break
    const points = list.at(-1)
    const [x = 0, y = 0] = data.slice(i + 1 + length - 2, i + 1 + length)
    if (code === 0) list.push([[x, y]])
    else if (code === 4) points?.push(...points.slice(0, 1))
    else points?.push([x, y])
    i += 1 + length
  }
  return list
}
