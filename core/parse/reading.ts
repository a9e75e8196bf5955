import type { FigureId } from '#core/catalog/index.ts'
import { type TableEdition, type TableId, tableIds } from '#core/catalog/table.ts'
import type { Doc } from '../read/doc.ts'
import type { Cell, Place, Reading, Refusal } from '../reading.ts'
import { readDisclosure } from './disclosure.ts'
import { identity } from './identity.ts'
import { parts } from './parts.ts'
import { readRequests } from './requests.ts'
import { readReviews } from './reviews.ts'
import { type Row, rows } from './rows.ts'
import type { Table } from './table.ts'

/** Finds the three statutory tables in a document and reads their cells; nothing is derived, nothing guessed. */
export function parseDoc(doc: Doc): Reading | Refusal {
  const size = doc.blocks.reduce((n, b) => n + (b.kind === 'grid' ? b.rows.length : 1), 0)
  if (size > maxLines) return { refused: tooLong }
  const all = rows(doc)
  if (!all) return { refused: tooLong }
  const { rows: sorted, last } = parts(all)
  if (tableIds.some((id) => sorted[id].length > maxRows)) return { refused: tooLong }
  const tables = {
    disclosure: readDisclosure(sorted.disclosure, last === 'disclosure'),
    requests: readRequests(sorted.requests, last === 'requests'),
    reviews: readReviews(sorted.reviews, last === 'reviews'),
  }
  const refusal = refuse(doc, tables, all)
  if (refusal !== undefined) return { refused: refusal }
  return reading(doc, tables)
}

type Outcomes = Readonly<Record<TableId, Table | 'twins'>>

function refuse(doc: Doc, tables: Outcomes, all: readonly Row[]): string | undefined {
  const list = tableIds.map((id) => tables[id])
  if (list.includes('twins')) return comparison
  const refusedTables = list.flatMap((t) => (t !== 'twins' && t.kind === 'refused' ? [t] : []))
  const whole = refusedTables.find((table) => table.lost)
  if (whole) return whole.reason
  const read = list.flatMap((t) =>
    t !== 'twins' && t.kind === 'read' ? [...t.cells.values()].map(({ cell }) => cell) : [],
  )
  if (read.length > 0) return holds(doc, read) ? undefined : nothing
  return refusedTables[0]?.reason ?? noTable(all)
}

/**
 * Whether the tables say anything for certain. Empty cells do where a page marks each of them; in text, labels without
 * numbers may as well be what is left after repeated lines were dropped.
 */
const holds = ({ format }: Doc, cells: readonly Cell[]): boolean =>
  cells.some(({ state }) => state !== 'unread' && state !== 'blank') ||
  ((format === 'html' || format === 'docx') && cells.every(({ state }) => state === 'blank'))

/** Rows that one part may have; a report has fewer than a hundred, one cell to a line fewer than a thousand. */
const maxRows = 20_000
/** Lines and rows that a document may have; long pages of government sites have some ten thousand. */
const maxLines = 60_000
const tooLong =
  '文件过长，不是一份报告：请只保留报告本身（too long to be one report: keep the report only）'
const comparison =
  '这是两份报告的对照，不是一份报告：请分别提供每年的报告（two reports side by side, not one report: provide each year’s own report）'
const nothing =
  '表格里没有可以确定的数字：请核对原文后录入（the tables hold no certain number: check the original and type it in）'
const together =
  '单元格的数字连在一起，无法分开：请使用原网页（cells run together and cannot be separated: use the original page）'
const before2019 =
  '这是 2018 年及以前的格式，不支持（the format of 2018 and before is not supported）'
const none =
  '没有找到统计表格：请提供含表格的报告原文（no statutory table found: provide the report with its tables）'

function noTable(all: readonly Row[]): string {
  const texts = all.flatMap(({ cells }) => cells.map(({ text }) => text))
  if (texts.some((text) => /^(?:规章|行政规范性文件|规范性文件|行政许可)\d/.test(text)))
    return together
  const old = texts.filter((text) =>
    /主动公开政府信息数|申请公开答复数|收到申请数|统计指标/.test(text),
  )
  return old.length >= 2 ? before2019 : none
}

function reading(doc: Doc, tables: Outcomes): Reading {
  const editions: Partial<Record<TableId, TableEdition>> = {}
  const refusedTables: Partial<Record<TableId, string>> = {}
  const cells: Partial<Record<FigureId, Cell>> = {}
  const places: Partial<Record<FigureId, Place>> = {}
  for (const id of tableIds) {
    const table = tables[id]
    if (table === 'twins') continue
    if (table.kind === 'refused') refusedTables[id] = table.reason
    if (table.kind !== 'read') continue
    editions[id] = table.edition
    for (const [figure, { cell, place }] of table.cells) {
      cells[figure] = cell
      places[figure] = place
    }
  }
  return { identity: identity(doc), tables: editions, refusedTables, cells, places }
}
