import { disclosure } from '#core/catalog/disclosure.ts'
import {
  type FigureId,
  applicantIds,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import { applicants, requestRows, requests, rowGroups } from '#core/catalog/requests.ts'
import { reviewGroups, reviewResults } from '#core/catalog/reviews.ts'
import type { Edition, Label } from '#core/catalog/table.ts'

/** Printed texts of the cells of a report; a missing one is printed as 0. */
export interface Report {
  readonly edition: Edition
  readonly bureau: string
  readonly year: number
  readonly texts: Readonly<Partial<Record<FigureId, string>>>
}

/** A cell of the official form. */
export interface FormCell {
  readonly text: string
  readonly across: number
  readonly down: number
}

export type Grid = readonly (readonly FormCell[])[]

const cell = (text: string, across = 1, down = 1): FormCell => ({ text, across, down })

/** The figures of a report of this edition, in the order in which the form prints them. */
export const formIds = (edition: Edition): FigureId[] => [
  ...disclosure.blocks[edition].flatMap(({ rows }) => rows.flatMap(({ figures }) => figures)),
  ...rowsOf(edition).flatMap((row) => applicantIds.map((c): FigureId => `${row}.${c}`)),
  ...reviewGroupIds.flatMap((g) => reviewResultIds.map((r): FigureId => `${g}_${r}`)),
]

const rowsOf = (edition: Edition) =>
  requestRowIds.filter((id) => {
    const row: Label & { edition?: Edition } = requestRows[id]
    return row.edition === undefined || row.edition === edition
  })

/** Table 二 as one grid. */
export function disclosureGrid({ edition, texts }: Report): Grid {
  return disclosure.blocks[edition].flatMap(({ clause, columns, rows }) => {
    const wide = 4 - columns.length
    const spread = (items: readonly string[]): FormCell[] =>
      items.map((text, i) => cell(text, i === items.length - 1 ? 1 + wide - 0 : 1))
    return [
      [cell(clause.zh, 4)],
      [
        cell('信息内容'),
        ...spread(columns.map(({ zh }) => zh)).map((c, i, all) => narrow(c, i, all)),
      ],
      ...rows.map(({ zh, figures }) => [
        cell(zh),
        ...spread(figures.map((id) => texts[id] ?? '0')).map((c, i, all) => narrow(c, i, all)),
      ]),
    ]
  })
}

/** The last column takes what is left of the three. */
const narrow = (c: FormCell, i: number, all: readonly FormCell[]): FormCell =>
  i === all.length - 1 ? cell(c.text, 4 - all.length) : cell(c.text)

/** Table 三 with its headings left of the rows. */
export function requestsGrid({ edition, texts }: Report): Grid {
  const ids = rowsOf(edition)
  const inResults = ids.filter((id) => 'in' in requestRows[id]).length
  let opened = new Set<string>()
  return [
    [cell(requests.note.zh, 3, 3), cell('申请人情况', 7)],
    [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
    applicantIds.slice(1, 6).map((id) => cell(applicants[id].zh)),
    ...ids.map((id) => {
      const row: Label & { in?: keyof typeof rowGroups } = requestRows[id]
      const values = applicantIds.map((column) => cell(texts[`${id}.${column}`] ?? '0'))
      if (row.in === undefined) return [cell(row.zh, 3), ...values]
      const lead: FormCell[] = []
      if (!opened.has('results')) lead.push(cell(rowGroups.results.zh, 1, inResults))
      if (row.in !== 'results' && !opened.has(row.in)) {
        lead.push(
          cell(rowGroups[row.in].zh, 1, ids.filter((other) => inGroup(other, row.in)).length),
        )
      }
      opened = new Set([...opened, 'results', row.in])
      return [...lead, cell(row.zh, row.in === 'results' ? 2 : 1), ...values]
    }),
  ]
}

const inGroup = (id: (typeof requestRowIds)[number], group: string | undefined): boolean => {
  const row: Label & { in?: string } = requestRows[id]
  return row.in === group
}

/** Table 四: fifteen columns and one row. */
export function reviewsGrid({ texts }: Report): Grid {
  const results = reviewResultIds.map((id) => reviewResults[id].zh)
  return [
    [cell('行政复议', 5), cell('行政诉讼', 10)],
    [
      ...results.map((text) => cell(text, 1, 2)),
      cell(reviewGroups.suit_direct.zh, 5),
      cell(reviewGroups.suit_after_review.zh, 5),
    ],
    [...results, ...results].map((text) => cell(text)),
    reviewGroupIds.flatMap((group) =>
      reviewResultIds.map((result) => cell(texts[`${group}_${result}`] ?? '0')),
    ),
  ]
}

/** How a dialect prints one table. */
export type Dialect = (grid: Grid) => string

/** The report as a whole document; headings and sentences are our own. */
export function render(report: Report, dialect: Dialect, page = (body: string) => body): string {
  const { bureau, year } = report
  const part = (title: string) => (dialect === html ? `<h2>${title}</h2>` : `\n${title}\n`)
  const text = (words: string) => (dialect === html ? `<p>${words}</p>` : words)
  return page(
    [
      text(`${bureau}${year}年政府信息公开工作年度报告`),
      text(`本报告的统计期限自${year}年1月1日起至${year}年12月31日止。`),
      part('一、总体情况'),
      text('本机关照章办理，数字见下表。'),
      part('二、主动公开政府信息情况'),
      dialect(disclosureGrid(report)),
      part('三、收到和处理政府信息公开申请情况'),
      dialect(requestsGrid(report)),
      part('四、政府信息公开行政复议、行政诉讼情况'),
      dialect(reviewsGrid(report)),
      part('五、存在的主要问题及改进情况'),
      text('没有需要说明的问题。'),
      part('六、其他需要报告的事项'),
      text('没有。'),
      '',
    ].join('\n'),
  )
}

const lines = (grid: Grid, print: (row: readonly FormCell[]) => string): string =>
  grid.map(print).join('\n')

export const html: Dialect = (grid) =>
  `<table>${lines(
    grid,
    (row) =>
      `<tr>${row
        .map(({ text, across, down }) => {
          const spans = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`
          return `<td${spans}>${text}</td>`
        })
        .join('')}</tr>`,
  )}</table>`

const own = (row: readonly FormCell[]): string[] => row.map(({ text }) => text)

/** Merged rows have fewer leading cells. */
export const tabs: Dialect = (grid) => lines(grid, (row) => own(row).join('\t'))

/** As a spreadsheet copies it: every column, merged cells empty but for the first. */
export const sheet: Dialect = (grid) => {
  const down: number[] = []
  return lines(grid, (row) => {
    const printed: string[] = []
    const skip = () => {
      while ((down[printed.length] ?? 0) > 0) {
        down[printed.length] = (down[printed.length] ?? 0) - 1
        printed.push('')
      }
    }
    for (const { text, across, down: reach } of row) {
      skip()
      for (let i = 0; i < across; i++) {
        down[printed.length] = reach - 1
        printed.push(i === 0 ? text : '')
      }
    }
    skip()
    return printed.join('\t')
  })
}

export const pipesAfter: Dialect = (grid) =>
  lines(grid, (row) =>
    own(row)
      .map((t) => `${t} |`)
      .join(' '),
  )

export const pipesAround: Dialect = (grid) => lines(grid, (row) => `| ${own(row).join(' | ')} |`)

/** Rows padded at their end for what their cells span. */
export const pipesPadded: Dialect = (grid) =>
  lines(
    grid,
    (row) =>
      row.map(({ text }) => `${text} |`).join(' ') +
      '|'.repeat(row.reduce((n, c) => n + c.across - 1, 0)),
  )

export const cellPerLine: Dialect = (grid) => lines(grid, (row) => own(row).join('\n\n'))

export const pipePerLine: Dialect = (grid) =>
  lines(grid, (row) =>
    own(row)
      .map((t) => `${t} |`)
      .join('\n'),
  )

/** Columns by runs of spaces; a blank cell leaves no trace. */
export const spaces: Dialect = (grid) =>
  lines(grid, (row) =>
    own(row)
      .filter((t) => t !== '')
      .join('    '),
  )

/** Columns by single spaces, as a paste from a PDF has them. */
export const words: Dialect = (grid) =>
  lines(grid, (row) =>
    own(row)
      .filter((t) => t !== '')
      .join(' '),
  )

export const dialects = {
  html,
  tabs,
  sheet,
  pipesAfter,
  pipesAround,
  pipesPadded,
  cellPerLine,
  pipePerLine,
  spaces,
  words,
}
