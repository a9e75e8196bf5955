import type { Glyph } from './page.ts'

/** Characters that stand close together on one line: a word, a number, a line of Chinese. */
export interface Run {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
}

/** Wider gaps part words, in shares of the size: the narrowest space of common fonts is 0.2. */
const wordGap = 0.15
/** Wider gaps part cells of a table without lines. */
const cellGap = 0.8
/** Characters that overlap more are drawn over each other: nobody can tell which of them counts. */
const overlap = -0.3

/** Joins characters to runs; what is drawn twice in the same place (a way to print bold) counts once. */
export function runs(glyphs: readonly Glyph[]): Run[] {
  const list: Run[] = []
  const drawn = new Map<string, number[]>()
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '' || isDrawn(drawn, glyph)) continue
    const last = list.at(-1)
    if (last && follows(last, glyph)) {
      list[list.length - 1] = { ...last, text: last.text + glyph.text, x1: glyph.x1 }
    } else list.push(glyph)
  }
  return list
}

function isDrawn(drawn: Map<string, number[]>, { text, x0, x1, y, size }: Glyph): boolean {
  const row = Math.round(y)
  const near = Math.max(x1 - x0, size * 0.2) * 0.4
  const same = [row - 1, row, row + 1].some((r) =>
    drawn.get(`${r} ${text}`)?.some((x) => Math.abs(x - x0) < near),
  )
  if (same) return true
  const key = `${row} ${text}`
  const places = drawn.get(key)
  if (places) places.push(x0)
  else drawn.set(key, [x0])
  return false
}

function follows(run: Run, glyph: Glyph): boolean {
  const size = Math.min(run.size, glyph.size)
  const gap = glyph.x0 - run.x1
  return (
    !(glyph.isFirst && !isNumber(run.text.slice(-1) + glyph.text)) &&
    Math.abs(glyph.y - run.y) < size * 0.15 &&
    isSameSize(run, glyph) &&
    gap > overlap * size &&
    gap <= wordGap * size
  )
}

/** A number may be drawn digit by digit; other characters may be drawn right beside those of the next cell. */
const isNumber = (text: string): boolean => /^[\d.,０-９，．]+$/.test(text)

export const isSameSize = (a: { size: number }, b: { size: number }): boolean =>
  Math.min(a.size, b.size) > Math.max(a.size, b.size) * 0.75

export interface Line extends Run {
  readonly runs: readonly Run[]
}

/** Lines from top to bottom. Gaps are one space, wide ones two; doubtful neighbours are parted by U+FFFD or `^`. */
export function lines(list: readonly Run[]): Line[] {
  const groups: Run[][] = []
  for (const run of list.toSorted((a, b) => a.y - b.y)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && run.y - first.y < Math.max(first.size, run.size) * 0.4) group.push(run)
    else groups.push([run])
  }
  return groups.map(line)
}

function line(group: readonly Run[]): Line {
  const sorted = group.toSorted((a, b) => a.x0 - b.x0)
  const text = sorted.map((run, i) => between(sorted[i - 1], run) + run.text).join('')
  return {
    text,
    x0: Math.min(...sorted.map(({ x0 }) => x0)),
    x1: Math.max(...sorted.map(({ x1 }) => x1)),
    y: Math.max(...sorted.map(({ y }) => y)),
    size: Math.max(...sorted.map(({ size }) => size)),
    runs: sorted,
  }
}

function between(a: Run | undefined, b: Run): string {
  if (!a) return ''
  const gap = (b.x0 - a.x1) / Math.min(a.size, b.size)
  if (gap > cellGap) return '  '
  if (gap > wordGap) return ' '
  const numbers = /\d$/.test(a.text) && /^\d/.test(b.text)
  if (gap < overlap && (numbers || /\d/.test(a.text + b.text))) return '\ufffd'
  // A raised digit is a footnote's mark, not part of the number.
  return numbers && !isSameSize(a, b) ? '^' : ''
}
