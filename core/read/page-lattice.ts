import { cluster, nearest } from './page.ts'
import { type Bar, type Frame, reach } from './page-frame.ts'
import { type Run, lines } from './page-run.ts'

/** A cell of a ruled table, with its place on the page. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly text: string
  /** Number of the page, from 1. */
  readonly page?: number
}

/** More fields than any table of a report has. */
const maxFields = 5000

/** The smallest fields between all lines of a frame, joined where no line parts them. */
export class Lattice {
  readonly #xs: readonly number[]
  readonly #ys: readonly number[]
  /** For each field the one that stands for all that are joined to it. */
  readonly #parent: number[]
  /** Rows with a line at the left end and none at the right: the page cuts them off. */
  readonly #open: ReadonlySet<number>

  static of({ across, down }: Frame): Lattice | undefined {
    // Open sides count as closed: the ends of the other lines show where they are.
    const xs = edges(down, across)
    const ys = edges(across, down)
    if ((xs.length - 1) * (ys.length - 1) > maxFields) return undefined
    return new Lattice(xs, ys, { across, down })
  }

  private constructor(xs: readonly number[], ys: readonly number[], { across, down }: Frame) {
    this.#xs = xs
    this.#ys = ys
    this.#parent = Array.from({ length: this.#columns * this.#rows }, (_, i) => i)
    const poles = walls(down, xs, ys)
    const beams = walls(across, ys, xs)
    const rows = Array.from({ length: this.#rows }, (_, row) => row)
    this.#open = new Set(
      rows.filter((row) => poles.has(`0 ${row}`) && !poles.has(`${this.#columns} ${row}`)),
    )
    for (let row = 0; row < this.#rows; row++) {
      for (let column = 0; column < this.#columns; column++) {
        const field = row * this.#columns + column
        if (column > 0 && !poles.has(`${column} ${row}`)) this.#join(field - 1, field)
        if (row > 0 && !beams.has(`${row} ${column}`)) this.#join(field - this.#columns, field)
      }
    }
  }

  get #columns(): number {
    return this.#xs.length - 1
  }

  get #rows(): number {
    return this.#ys.length - 1
  }

  #root(field: number): number {
    let root = field
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root
    this.#parent[field] = root
    return root
  }

  #join(a: number, b: number): void {
    this.#parent[this.#root(b)] = this.#root(a)
  }

  #fieldAt(x: number, y: number): number {
    const column = Math.max(
      0,
      this.#xs.findLastIndex((edge) => edge <= x),
    )
    const row = Math.max(
      0,
      this.#ys.findLastIndex((edge) => edge <= y),
    )
    return Math.min(row, this.#rows - 1) * this.#columns + Math.min(column, this.#columns - 1)
  }

  contains(run: Run): boolean {
    const [x, y] = middle(run)
    const inX = x > (this.#xs[0] ?? 0) && x < (this.#xs.at(-1) ?? 0)
    return inX && y > (this.#ys[0] ?? 0) && y < (this.#ys.at(-1) ?? 0)
  }

  /** The cells with their text. A number that stands across a line makes both cells one: no guess which it is in. */
  boxes(runs: readonly Run[]): Box[] {
    for (const run of runs) if (/\d/.test(run.text)) this.#bridge(run)
    const areas = this.#areas()
    const texts = Map.groupBy(runs, (run) => this.#root(this.#fieldAt(...middle(run))))
    return areas.map(({ root, left, right, top, bottom }) => ({
      x0: this.#xs[left] ?? 0,
      x1: this.#xs[right + 1] ?? 0,
      y0: this.#ys[top] ?? 0,
      y1: this.#ys[bottom + 1] ?? 0,
      text: this.#textOf(texts.get(root) ?? [], right + 1 === this.#columns && this.#open.has(top)),
    }))
  }

  /** What is cut off may go on: a number there is none for certain, nor is an empty cell. */
  #textOf(runs: readonly Run[], isCut: boolean): string {
    const text = lines(runs)
      .map((line) => line.text)
      .join('\n')
    return isCut && /^$|\d/.test(text) ? `${text}\ufffd` : text
  }

  #bridge({ x0, x1, y, size }: Run): void {
    const [centre, height] = middle({ x0, x1, y, size })
    const reached = Math.min(Math.max(size / 4, 2), (x1 - x0) / 2)
    const field = this.#fieldAt(centre, height)
    this.#join(this.#fieldAt(x0 + reached, height), field)
    this.#join(this.#fieldAt(x1 - reached, height), field)
  }

  /** Joined fields as rectangles: what is not one swallows whatever lies inside its bounds. */
  #areas(): Area[] {
    for (;;) {
      const areas = this.#bounds()
      const ragged = areas.filter(
        ({ left, right, top, bottom, fields }) => fields < (right - left + 1) * (bottom - top + 1),
      )
      if (ragged.length === 0) return areas
      for (const area of ragged) this.#fill(area)
    }
  }

  #fill({ root, left, right, top, bottom }: Area): void {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        this.#join(root, row * this.#columns + column)
      }
    }
  }

  #bounds(): Area[] {
    const areas = new Map<number, Area>()
    this.#parent.forEach((_, field) => {
      const root = this.#root(field)
      const column = field % this.#columns
      const row = Math.floor(field / this.#columns)
      const area = areas.get(root)
      if (area) widen(area, column, row)
      else areas.set(root, { root, left: column, right: column, top: row, bottom: row, fields: 1 })
    })
    return [...areas.values()]
  }
}

interface Area {
  readonly root: number
  left: number
  right: number
  top: number
  bottom: number
  fields: number
}

function widen(area: Area, column: number, row: number): void {
  area.left = Math.min(area.left, column)
  area.right = Math.max(area.right, column)
  area.bottom = row
  area.fields++
}

/** The middle of the characters, not of the line they stand on. */
const middle = ({ x0, x1, y, size }: Omit<Run, 'text'>): [number, number] => [
  (x0 + x1) / 2,
  y - size * 0.35,
]

const edges = (bars: readonly Bar[], others: readonly Bar[]): number[] =>
  cluster(
    [
      ...bars.map(({ at }) => at),
      Math.min(...others.map(({ from }) => from)),
      Math.max(...others.map(({ to }) => to)),
    ],
    reach,
  )

/** Which fields have a line before them, as `place step`: most of the field's side must be drawn. */
function walls(
  bars: readonly Bar[],
  places: readonly number[],
  steps: readonly number[],
): Set<string> {
  const found = new Set<string>()
  for (const { at, from, to } of bars) {
    const place = nearest(places, at)
    for (let i = 0; i + 1 < steps.length; i++) {
      const [start = 0, end = 0] = [steps[i], steps[i + 1]]
      const drawn = Math.min(to, end) - Math.max(from, start)
      if (drawn > (end - start) * 0.6) found.add(`${place} ${i}`)
    }
  }
  return found
}
