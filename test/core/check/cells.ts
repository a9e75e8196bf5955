import type { FigureId } from '#core/catalog/index.ts'
import type { Cell, Cells } from '#core/reading.ts'

/** A cell as a test writes it: a number, `·` blank, `/` not applicable, `?` unread; anything else is a sentence. */
export function cell(text: string): Cell {
  if (text === '·') return { state: 'blank', raw: '' }
  if (text === '/') return { state: 'na', raw: '/' }
  if (text === '?') return { state: 'unread', raw: '1O', reason: 'not a number' }
  return /^-?\d+(?:\.\d+)?$/.test(text)
    ? { state: 'number', value: Number(text), raw: text }
    : { state: 'text', raw: text }
}

/** Cells by figure; `-` is absent. */
export const cellsOf = (entries: Readonly<Partial<Record<FigureId, string | number>>>): Cells =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([id, text]) =>
      text === '-' ? [] : [[id, cell(String(text))]],
    ),
  )
