import Papa from 'papaparse'
import type { Refusal } from '../reading.ts'
import { exceeds } from './bounds.ts'
import { type Doc, cell } from './doc.ts'

/** Reads comma-separated values (also semicolons or tabs): one grid, every cell as text. */
export function readCsv(text: string): Doc | Refusal {
  const exceeded = exceeds(text, 'csv')
  if (exceeded) return exceeded
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' })
  if (data.length === 0) return { refused: '表格是空的（the table is empty）' }
  const rows = data.map((row) => row.map((value) => cell(value.trim())))
  return {
    format: 'csv',
    title: null,
    meta: {},
    blocks: [{ kind: 'grid', rows, line: 1 }],
    open: false,
  }
}
