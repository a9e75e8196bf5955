import { type TabledSpec, fromTable, isTabled } from '#core/chart/in-table.ts'
import type { LeanSpec } from '#core/chart/lean.ts'

/** What a chart draws: `text`, with the numbers of the table beside it where it leaves them there. */
export function specOf(figure: Element, text: string): LeanSpec {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server wrote it
  const spec = JSON.parse(text) as LeanSpec | TabledSpec
  if (!isTabled(spec)) return spec
  const years: number[] = []
  const rows: (number | null)[][] = []
  // The newest year stands first.
  for (const row of figure.parentElement?.querySelectorAll('tbody tr') ?? []) {
    years.unshift(Number.parseInt(row.querySelector('th')?.textContent ?? '', 10))
    rows.unshift([...row.querySelectorAll('td')].map(numberIn))
  }
  const width = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? null))
  return fromTable(spec, { years, columns })
}

/** The last number of a cell: a sum stands behind its parts. None in a cell that says why there is none. */
function numberIn(cell: HTMLElement): number | null {
  if (cell.classList.contains('off')) return null
  const text = /[−\d,.]+$/.exec(cell.textContent ?? '')?.[0] ?? ''
  return text === '' ? null : Number(text.replace(/,/g, '').replace('−', '-'))
}
