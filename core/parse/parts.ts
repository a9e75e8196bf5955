import type { TableId } from '#core/catalog/table.ts'
import { isClause } from './disclosure-header.ts'
import { label } from './normal.ts'
import { requestRow } from './request-row.ts'
import type { Row } from './rows.ts'

/** The rows of the three tables, and which of them go on to the end of the document. */
export interface Parts {
  readonly rows: Readonly<Record<TableId, readonly Row[]>>
  readonly last: TableId | undefined
}

const titles: readonly (readonly [TableId | undefined, RegExp])[] = [
  ['disclosure', /主动公开政府信息情况/],
  ['requests', /收到和处理政府信息公开申请/],
  ['reviews', /行政复议.*行政诉讼.*情况/],
  [undefined, /存在的?主要问题|存在问题|其他需要报告/],
]

/** Sorts the rows of a document into the parts of the form, by headings and by what only one part has. */
export function parts(rows: readonly Row[]): Parts {
  const found: Record<TableId, Row[]> = { disclosure: [], requests: [], reviews: [] }
  let part: TableId | undefined
  for (const row of rows) {
    const next = heading(row) ?? landmark(row, part)
    if (next !== undefined) part = next.part
    if (part !== undefined) found[part].push(row)
  }
  return { rows: found, last: part }
}

interface Turn {
  readonly part: TableId | undefined
}

/** A heading stands alone in its row and is short; a sentence that lists the parts is not one. */
function heading(row: Row): Turn | undefined {
  const filled = row.cells.filter(({ shape }) => shape !== 'blank')
  const [first] = filled
  if (!first || filled.length > 2 || first.shape !== 'words' || first.text.length > 40)
    return undefined
  const { key } = label(filled.map(({ text }) => text).join(''))
  if (key.length > 30) return undefined
  const title = titles.find(([, pattern]) => pattern.test(key))
  return title && { part: title[0] }
}

/** Cells that only one part of the form has. */
const marks = new Map<string, TableId>([
  ['本年制发件数', 'disclosure'],
  ['本年新制作数量', 'disclosure'],
  ['申请人情况', 'requests'],
  ['结果维持', 'reviews'],
  ['结果纠正', 'reviews'],
  ['未经复议直接起诉', 'reviews'],
  ['复议后起诉', 'reviews'],
])

/** What only one part of the form has; so a table without its heading is found too. */
function landmark(row: Row, part: TableId | undefined): Turn | undefined {
  if (isClause(row)) return { part: 'disclosure' }
  for (const { text, shape } of row.cells) {
    if (shape !== 'words' || text.length > 80) continue
    const { key } = label(text)
    const marked = marks.get(key) ?? (key.includes('勾稽关系') ? 'requests' : undefined)
    if (marked) return { part: marked }
    const isFirst = part !== 'requests' && requestRow(text, undefined) === 'requests_new'
    if (isFirst) return { part: 'requests' }
  }
  return undefined
}
