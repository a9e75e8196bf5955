import { matrix, numbers } from './matrix.ts'
import type { Glyph, Page, Rule } from './page.ts'
import { Content, type Font, type Mark } from './pdf-content.ts'

/** A page's drawing operators as pdf.js lists them, by name. */
export interface Operator {
  readonly name: string
  readonly args: readonly unknown[]
}

export interface Shown {
  readonly width: number
  readonly height: number
  /** From the page's own measure to points as shown, y downwards. */
  readonly transform: readonly number[]
}

type Step = (content: Content, args: readonly unknown[]) => void

const first = (args: readonly unknown[]): number => numbers(args)[0] ?? 0

const show: Step = (content, [glyphs]) => content.showText(Array.isArray(glyphs) ? glyphs : [])

const move: Step = (content, args) => {
  const [x = 0, y = 0] = numbers(args)
  content.moveText(x, y)
}

const strokes = new Set(['stroke', 'closeStroke'])
const fills = new Set(['fill', 'eoFill', 'rawFillPath'])
const both = new Set(['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])

const steps: Readonly<Record<string, Step>> = {
  save: (content) => content.save(),
  restore: (content) => content.restore(),
  transform: (content, args) => content.transform(matrix(args)),
  paintFormXObjectBegin: (content, [by]) => {
    content.save()
    content.transform(matrix(by))
  },
  paintFormXObjectEnd: (content) => content.restore(),
  beginAnnotation: (content, [, , by, inner]) => {
    content.save()
    content.restart()
    content.transform(matrix(by))
    content.transform(matrix(inner))
  },
  endAnnotation: (content) => content.restore(),
  setFont: (content, [name, size]) => content.setFont(String(name), first([size])),
  setCharSpacing: (content, args) => content.set({ charSpacing: first(args) }),
  setWordSpacing: (content, args) => content.set({ wordSpacing: first(args) }),
  setHScale: (content, args) => content.set({ stretch: first(args) / 100 }),
  setLeading: (content, args) => content.set({ leading: first(args) }),
  setTextRise: (content, args) => content.set({ rise: first(args) }),
  setTextRenderingMode: (content, args) => content.set({ mode: first(args) }),
  beginText: (content) => content.beginText(),
  setTextMatrix: (content, args) =>
    content.setTextMatrix(matrix(args.length === 1 ? args[0] : args)),
  moveText: move,
  setLeadingMoveText: (content, args) => {
    content.set({ leading: -(numbers(args)[1] ?? 0) })
    move(content, args)
  },
  nextLine: (content) => content.nextLine(),
  showText: show,
}

/** The characters and ruling lines of a page, turned so that most of the text stands upright. */
export function page(
  operators: Iterable<Operator>,
  names: ReadonlyMap<number, string>,
  fonts: ReadonlyMap<string, Font>,
  { width, height, transform }: Shown,
): Page {
  const content = new Content(matrix(transform), fonts)
  let clips = false
  for (const { name, args } of operators) {
    if (name === 'clip' || name === 'eoClip') clips = true
    else if (name === 'constructPath') {
      draw(content, args, names, clips)
      clips = false
    } else steps[name]?.(content, args)
  }
  return upright(content.marks, content.rules, width, height)
}

function draw(
  content: Content,
  [how, data]: readonly unknown[],
  names: ReadonlyMap<number, string>,
  clips: boolean,
): void {
  const name = names.get(first([how])) ?? ''
  const path = Array.isArray(data) ? numbers(data[0]) : []
  if (clips && path.length > 0) content.clip(path)
  const stroked = strokes.has(name) || both.has(name)
  content.path(path, stroked, fills.has(name) || both.has(name))
}

/** Quarter turns clockwise of a direction; undefined for slanted text, such as a watermark. */
function quarter({ from, to }: Mark): number | undefined {
  const turns = Math.atan2(to[1] - from[1], to[0] - from[0]) / (Math.PI / 2)
  const whole = Math.round(turns)
  return Math.abs(turns - whole) < 0.05 ? (whole + 4) % 4 : undefined
}

function upright(
  marks: readonly Mark[],
  rules: readonly Rule[],
  width: number,
  height: number,
): Page {
  const counts = [0, 0, 0, 0]
  const placed = marks.flatMap((mark) => {
    const turned = quarter(mark)
    if (turned === undefined || !isOnPage(mark, width, height)) return []
    counts[turned] = (counts[turned] ?? 0) + 1
    return [{ mark, turned }]
  })
  const most = counts.indexOf(Math.max(...counts))
  const turn = turnBack(most, width, height)
  const glyphs = placed.map(({ mark, turned }) => glyph(mark, turned === most, turn))
  const isTurned = most % 2 === 1
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    glyphs,
    rules: rules.map((rule) => turnRule(rule, turn)),
  }
}

/** A table too wide for its page is cut by its edge: what stands there still belongs to its cells. */
const isOnPage = ({ from: [x, y] }: Mark, width: number, height: number): boolean =>
  x > -width / 2 && y > -2 && x < width * 1.5 && y < height + 2

type Turn = (x: number, y: number) => [number, number]

function turnBack(quarters: number, width: number, height: number): Turn {
  if (quarters === 1) return (x, y) => [y, width - x]
  if (quarters === 2) return (x, y) => [width - x, height - y]
  return quarters === 3 ? (x, y) => [height - y, x] : (x, y) => [x, y]
}

function glyph({ text, from, to, size, isFirst }: Mark, isUpright: boolean, turn: Turn): Glyph {
  const [[ax, ay], [bx, by]] = [turn(...from), turn(...to)]
  if (isUpright) return { text, x0: Math.min(ax, bx), x1: Math.max(ax, bx), y: ay, size, isFirst }
  // Text from top to bottom: each character is a line of its own.
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2]
  return { text, x0: x - size / 2, x1: x + size / 2, y: y + size * 0.35, size }
}

function turnRule({ x0, y0, x1, y1 }: Rule, turn: Turn): Rule {
  const [[ax, ay], [bx, by]] = [turn(x0, y0), turn(x1, y1)]
  return { x0: ax, y0: ay, x1: bx, y1: by }
}
