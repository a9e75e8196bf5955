import { type Matrix, apply, identity, matrix, multiply } from './matrix.ts'
import { type Glyph, type Page, type Rule, legible } from './page.ts'
import { type Point, lineRules, shapeRules } from './page-path.ts'
import { walkXml } from './xml.ts'
import type { Files } from './zip.ts'

/** Where the pages of a document are, and the box (`x y width height` in mm) of those that have none of their own. */
export interface OfdPage {
  readonly pages: readonly string[]
  readonly templates: ReadonlyMap<string, string>
  readonly box: string
}

const pointsPerMm = 72 / 25.4
const a4 = [0, 0, 210, 297]

/** The characters and ruling lines of a page and of the templates below it; undefined if it is damaged. */
export function drawPage(files: Files, path: string, layout: OfdPage): Page | undefined {
  const drawing = new Drawing()
  const templates: string[] = []
  if (!draw(files, path, drawing, templates)) return undefined
  for (const id of new Set(templates)) {
    const template = layout.templates.get(id)
    if (template !== undefined && !draw(files, template, drawing, [])) return undefined
  }
  const [x = 0, y = 0, width = 210, height = 297] = boxOf(drawing.box || layout.box)
  return {
    width: width * pointsPerMm,
    height: height * pointsPerMm,
    glyphs: drawing.glyphs.map((glyph) => shift(glyph, x, y)).filter(isInside),
    rules: drawing.rules,
  }
}

const isInside = (glyph: Glyph): boolean => glyph.x0 > -2 && glyph.y > -2

const shift = (glyph: Glyph, x: number, y: number): Glyph => ({
  ...glyph,
  x0: glyph.x0 - x * pointsPerMm,
  x1: glyph.x1 - x * pointsPerMm,
  y: glyph.y - y * pointsPerMm,
})

function boxOf(text: string): number[] {
  const box = numberList(text)
  return box.length === 4 && box.every(Number.isFinite) ? box : a4
}

function draw(files: Files, path: string, drawing: Drawing, templates: string[]): boolean {
  const bytes = files.get(path)
  if (!bytes) return false
  return walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'Template') templates.push(attributes['TemplateID'] ?? '')
      drawing.open(name, attributes)
    },
    close: (name, text) => drawing.close(name, text),
  })
}

const numberList = (text: string): number[] => text.trim().split(/\s+/).map(Number)

type Attributes = Readonly<Record<string, string>>

class Drawing {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  box = ''
  /** The object that is open: its attributes, and from its measure to points of the page. */
  #object: Attributes = {}
  #place: Matrix = identity
  #code: Attributes = {}
  #x = 0
  #y = 0

  open(name: string, attributes: Attributes): void {
    if (name === 'TextObject' || name === 'PathObject') {
      const [x = 0, y = 0] = numberList(attributes['Boundary'] ?? '0 0')
      const own = attributes['CTM'] === undefined ? identity : matrix(numberList(attributes['CTM']))
      const page: Matrix = [pointsPerMm, 0, 0, pointsPerMm, x * pointsPerMm, y * pointsPerMm]
      this.#place = multiply(page, own)
      this.#object = attributes
      this.#x = 0
      this.#y = 0
    } else if (name === 'TextCode') this.#code = attributes
  }

  close(name: string, text: string): void {
    if (name === 'PhysicalBox') this.box ||= text
    if (this.#object['Visible'] === 'false') return
    if (name === 'TextCode') this.#write(text)
    if (name === 'AbbreviatedData') this.#path(text)
  }

  #write(text: string): void {
    this.#x = Number(this.#code['X'] ?? this.#x)
    this.#y = Number(this.#code['Y'] ?? this.#y)
    const size = Number(this.#object['Size'] ?? 0)
    const [across, down] = [deltas(this.#code['DeltaX']), deltas(this.#code['DeltaY'])]
    for (const [i, char] of Array.from(text).entries()) {
      const isFirst = i === 0
      const width = size * this.#widthOf(char)
      const advance = across[i] ?? (down.length > 0 ? 0 : width)
      this.#put(
        { text: legible(char), size, isFirst },
        advance > 0 ? Math.min(width, advance) : width,
      )
      this.#x += advance
      this.#y += down[i] ?? 0
    }
  }

  /** In shares of the size. Fonts are not opened: Latin letters and digits are about half as wide as they are high. */
  #widthOf(char: string): number {
    const stretch = Number(this.#object['HScale'] ?? 1)
    return /[\u0020-\u007e]/.test(char) ? stretch / 2 : stretch
  }

  #put({ text, size, isFirst }: Pick<Glyph, 'text' | 'size' | 'isFirst'>, width: number): void {
    const [x0, y] = apply(this.#place, this.#x, this.#y)
    const [x1] = apply(this.#place, this.#x + width, this.#y)
    const height = size * Math.hypot(this.#place[2], this.#place[3])
    if (![x0, x1, y, height].every(Number.isFinite)) return
    const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)]
    this.glyphs.push({ text, x0: left, x1: right, y, size: height, isFirst: isFirst ?? false })
  }

  #path(data: string): void {
    const isStroked = this.#object['Stroke'] !== 'false'
    for (const points of subpaths(data)) {
      const placed = points.map(([x, y]) => apply(this.#place, x, y))
      if (isStroked) this.rules.push(...lineRules(placed))
      else if (this.#object['Fill'] === 'true') this.rules.push(...shapeRules(placed))
    }
  }
}

/** Steps between characters; `g 3 2.5` stands for `2.5 2.5 2.5`. */
function deltas(text: string | undefined): number[] {
  const steps: number[] = []
  const parts = (text ?? '').trim().split(/\s+/)
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] !== 'g') steps.push(Number(parts[i] || Number.NaN))
    else {
      const count = Math.min(Number(parts[i + 1]) || 0, 10_000)
      steps.push(...Array.from({ length: count }, () => Number(parts[i + 2])))
      i += 2
    }
  }
  return steps.filter(Number.isFinite)
}

/** How many numbers stand after each letter of a path; the last two are the point that it leads to. */
const pathLengths: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 }

function subpaths(data: string): Point[][] {
  const list: Point[][] = []
  const parts = data.trim().split(/[\s,]+/)
  for (let i = 0; i < parts.length;) {
    const letter = parts[i] ?? ''
    const length = pathLengths[letter]
    if (length === undefined) break
    const [x = 0, y = 0] = parts.slice(i + length - 1, i + length + 1).map(Number)
    extend(list, letter, [x, y])
    i += 1 + length
  }
  return list
}

function extend(list: Point[][], letter: string, point: Point): void {
  const points = list.at(-1)
  if (letter === 'S' || letter === 'M') list.push([point])
  else if (letter === 'C') points?.push(...points.slice(0, 1))
  else points?.push(point)
}
