import {
  type FigureId,
  applicantIds,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import { type DisclosureBlock, disclosure } from '#core/catalog/disclosure.ts'
import {
  type RequestRow,
  type RowGroup,
  applicants,
  organisation,
  requestRows,
  requests,
  rowGroups,
} from '#core/catalog/requests.ts'
import { litigation, reviewGroups, reviewResults, reviews } from '#core/catalog/reviews.ts'
import type { Edition, Label } from '#core/catalog/table.ts'

/** What each cell prints, as it stands in the document: `45`, `251000元`, `/`, or nothing. */
export type Printed = Readonly<Partial<Record<FigureId, string>>>

/** A report to print. A table that is not in `tables` is not printed, nor is a row that lacks a cell. */
export interface FormReport {
  readonly bureau: string
  readonly year: number
  readonly tables: {
    readonly disclosure?: Edition
    /** `null`: the table breaks off before the row that tells its edition. */
    readonly requests?: Edition | null
    readonly reviews?: 'any'
  }
  readonly cells: Printed
  readonly narrative?: readonly string[]
}

/** The report as an HTML document with the tables of the statutory form. */
export function formHtml({ bureau, year, tables, cells, narrative = [] }: FormReport): string {
  const title = escape(`${bureau}${year}年政府信息公开工作年度报告`)
  const period = `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`
  return lines(
    '<!doctype html>',
    '<html lang="zh-Hans">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${title}</title>`,
    '<style>table { border-collapse: collapse } th, td { border: 1px solid; padding: 4px }</style>',
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    ...[period, ...narrative].map((sentence) => `<p>${escape(sentence)}</p>`),
    tables.disclosure &&
      part(disclosure, disclosureRows(disclosure.blocks[tables.disclosure], cells)),
    tables.requests !== undefined && part(requests, requestsRows(cells)),
    tables.reviews && part(reviews, reviewsRows(cells)),
    '</body>',
    '</html>',
    '',
  )
}

const part = (table: { part: string; zh: string }, rows: string[]): string =>
  lines(`<h2>${table.part}、${table.zh}</h2>`, '<table>', ...rows, '</table>')

function disclosureRows(blocks: readonly DisclosureBlock[], cells: Printed): string[] {
  const width = 1 + Math.max(...blocks.map(({ columns }) => columns.length))
  // The last cell of a short row reaches to the edge, as on the form.
  const line = (label: string, rest: Cell[]): string =>
    tr(
      th(label),
      ...rest.map((cell, i) =>
        i === rest.length - 1 ? { ...cell, colspan: width - rest.length } : cell,
      ),
    )
  return blocks.flatMap(({ clause, columns, rows }) => {
    const held = rows.filter(({ figures }) => figures.every((id) => cells[id] !== undefined))
    if (held.length === 0) return []
    const head = columns.map(({ zh }) => th(zh))
    return [
      tr(th(clause.zh, { colspan: width })),
      line('信息内容', head),
      ...held.map((row) =>
        line(
          row.zh,
          row.figures.map((id) => td(cells[id])),
        ),
      ),
    ]
  })
}

function requestsRows(cells: Printed): string[] {
  const held = requestRowIds.filter((row) =>
    applicantIds.every((column) => cells[`${row}.${column}`] !== undefined),
  )
  return [
    ...requestsHead(),
    ...held.map((row, index) => {
      const before = held.slice(0, index)
      const headings = headingsOf(row)
        .filter((heading) => !before.some((other) => headingsOf(other).includes(heading)))
        .map((heading) => {
          const rowspan = held.filter((other) => headingsOf(other).includes(heading)).length
          return th(rowGroups[heading].zh, { rowspan })
        })
      const label = th(requestRows[row].zh, { colspan: 3 - headingsOf(row).length })
      return tr(...headings, label, ...applicantIds.map((column) => td(cells[`${row}.${column}`])))
    }),
  ]
}

function requestsHead(): string[] {
  const organisations = applicantIds.filter((column) => 'group' in applicants[column])
  return [
    tr(
      th(requests.note.zh, { colspan: 3, rowspan: 3 }),
      th(requests.applicantsHead.zh, { colspan: applicantIds.length }),
    ),
    tr(
      th(applicants.natural_person.zh, { rowspan: 2 }),
      th(organisation.zh, { colspan: organisations.length }),
      th(applicants.total.zh, { rowspan: 2 }),
    ),
    tr(...organisations.map((column) => th(applicants[column].zh))),
  ]
}

/** The headings left of a row, outermost first. */
function headingsOf(row: RequestRow): RowGroup[] {
  const { in: group }: Label & { in?: RowGroup } = requestRows[row]
  if (group === undefined) return []
  return group === 'results' ? ['results'] : ['results', group]
}

function reviewsRows(cells: Printed): string[] {
  const results = reviewResultIds.map((result) => reviewResults[result].zh)
  const { review, ...suits } = reviewGroups
  const suitLabels = Object.values(suits).map(({ zh }) => zh)
  const across = { colspan: results.length }
  return [
    tr(th(review.zh, across), th(litigation.zh, { colspan: suitLabels.length * results.length })),
    tr(
      ...results.map((label) => th(label, { rowspan: 2 })),
      ...suitLabels.map((label) => th(label, across)),
    ),
    tr(...suitLabels.flatMap(() => results.map((label) => th(label)))),
    tr(
      ...reviewGroupIds.flatMap((group) =>
        reviewResultIds.map((result) => td(cells[`${group}_${result}`])),
      ),
    ),
  ]
}

interface Span {
  readonly colspan?: number
  readonly rowspan?: number
}

interface Cell extends Span {
  readonly tag: 'th' | 'td'
  readonly text: string
}

const th = (text: string, span: Span = {}): Cell => ({ tag: 'th', text, ...span })
const td = (text = ''): Cell => ({ tag: 'td', text })

const tr = (...cells: Cell[]): string => `<tr>${cells.map(cellHtml).join('')}</tr>`

const cellHtml = ({ tag, text, colspan = 1, rowspan = 1 }: Cell): string =>
  `<${tag}${attribute('colspan', colspan)}${attribute('rowspan', rowspan)}>${escape(text)}</${tag}>`

const attribute = (name: string, span: number): string => (span > 1 ? ` ${name}="${span}"` : '')

const lines = (...list: (string | false | undefined)[]): string =>
  list.filter((line) => line !== undefined && line !== false).join('\n')

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
