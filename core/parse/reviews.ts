import { type FigureId, reviewGroupIds, reviewResultIds } from '#core/catalog/index.ts'
import { type ReviewGroup, reviewGroups, reviewResults } from '#core/catalog/reviews.ts'
import { byNumber, under, widthOf } from './columns.ts'
import { label } from './normal.ts'
import { type Row, type Slot, pieces } from './rows.ts'
import {
  type Found,
  type Sought,
  type Table,
  absent,
  conflict,
  summedCells,
  lost,
  put,
  refused,
} from './table.ts'

const resultKeys = reviewResultIds.map((id) => label(reviewResults[id].zh).key)
const groupKeys = reviewGroupIds.map((id) => ({ id, key: label(reviewGroups[id].zh).key }))
const width = reviewResultIds.length
const fullWidth = width * reviewGroupIds.length

const orderReason =
  '表四各列的次序与规定格式不同：请核对后录入（the columns of table 四 are not in the order of the form: type them in）'
const countReason =
  '表四的数字不是十五个：请核对原文（table 四 does not have fifteen cells: check the original）'

/** Cells that follow each other, with what the header above them names. */
interface Run {
  readonly slots: Slot[]
  /** Results in the order of the page, as far as they stand in cells of their own. */
  readonly results: readonly number[]
  readonly order: readonly string[]
  readonly groups: ReadonlySet<ReviewGroup>
  /** One cell to a line. */
  readonly streamed: boolean
}

/** Part 四 from the rows that belong to it: one row of fifteen cells, or one of five for each group. */
export function readReviews(rows: readonly Row[], atEnd: boolean): Table | 'twins' {
  const all = runs(rows)
  const filled = all.filter(({ slots }) => slots.some(({ shape }) => shape === 'value'))
  const list = filled.length > 0 ? filled : all.filter(({ slots }) => slots.length === fullWidth)
  const last = list[list.length - 1]
  const complete = atEnd && last && figureIds(last) === undefined ? list.slice(0, -1) : list
  if (complete.length === 0) return nothing(list)
  if (complete.some(({ slots }) => slots.length === 2 * fullWidth)) return 'twins'
  if (!complete.every(inOrder)) return refused(orderReason)
  // Beside a whole row, a number alone on its line is a page number.
  const rowsOnly = complete.filter(({ streamed }) => !streamed)
  if (rowsOnly.length > 0) return assemble(rowsOnly)
  return complete.every((run) => figureIds(run)) ? assemble(complete) : lost(countReason)
}

/** Numbers that are not fifteen say that the table is there, whether it was cut off or a cell is missing. */
const nothing = (list: readonly Run[]): Table => (list.length === 0 ? absent : refused(countReason))

function runs(rows: readonly Row[]): Run[] {
  const list: Run[] = []
  let header = emptyHeader()
  let current: Run | undefined
  for (const row of rows) {
    const { words, values } = wordsAndValues(row)
    if (words.length > 0) {
      if (current) header = emptyHeader()
      current = undefined
      for (const { text } of words) for (const name of names(text)) note(name, header)
      header.rows.push(row)
    }
    if (!isData(words, values)) continue
    const streamed = row.cells.length === 1
    if (streamed && current?.streamed) current.slots.push(...values)
    else
      list.push((current = { ...header, slots: [...placed(row, values, header.rows)], streamed }))
  }
  return list
}

/** The cells under the results that the header names; all where the grid does not tell them. */
function placed(row: Row, values: readonly Slot[], header: readonly Row[]): readonly Slot[] {
  const above = header.filter(({ grid }) => grid === row.grid && grid !== undefined)
  const ranges = above
    .flatMap(({ cells }) => cells.filter(({ text }) => resultKeys.includes(label(text).key)))
    .toSorted((a, b) => a.from - b.from)
  const isWhole = ranges.length === fullWidth || ranges.length === width
  if (!isWhole || ranges.some(({ from }, i) => from < (ranges[i - 1]?.to ?? 0))) return values
  return under(row, values, { ranges, width: Math.max(...above.map(widthOf)) }) ?? values
}

/** Blank cells are data only in a row without words. */
const isData = (words: readonly Slot[], values: readonly Slot[]): boolean =>
  words.length === 0 || values.some(({ shape }) => shape === 'value')

/** A cell, or the names of several columns that single spaces part. */
function names(text: string): string[] {
  const parts = pieces(text)
  return parts.length > 1 && parts.some((part) => resultKeys.includes(label(part).key))
    ? parts
    : [text]
}

interface Header {
  readonly results: number[]
  /** Names of groups in the order of the page, those that have a cell of their own. */
  readonly order: string[]
  readonly groups: Set<ReviewGroup>
  readonly rows: Row[]
}

const emptyHeader = (): Header => ({ results: [], order: [], groups: new Set(), rows: [] })

function wordsAndValues({ cells }: Row): { words: readonly Slot[]; values: readonly Slot[] } {
  if (isDoubtful(cells)) return { words: [], values: cells }
  const words = cells.filter(({ shape }) => shape === 'words')
  const last = cells.reduce((at, { shape }, i) => (shape === 'words' ? i : at), -1)
  return { words, values: cells.slice(last + 1) }
}

/** A row of fifteen cells, most of them values, with words that name no column: a number that cannot be read for certain. */
const isDoubtful = (cells: readonly Slot[]): boolean =>
  cells.length === fullWidth &&
  cells.filter(({ shape }) => shape === 'value').length >= fullWidth - width &&
  cells.every(({ text, shape }) => shape !== 'words' || !isHeading(text))

function isHeading(text: string): boolean {
  const { key } = label(text)
  return resultKeys.includes(key) || groupKeys.some((group) => key.includes(group.key))
}

function note(text: string, { results, order, groups }: Header): void {
  const { key } = label(text)
  const result = resultKeys.indexOf(key)
  if (result >= 0) results.push(result)
  if (result < 0) order.push(key)
  for (const group of groupKeys) if (key.includes(group.key)) groups.add(group.id)
}

/** The figures of a run, in order; undefined where it is not certain which they are. */
function figureIds({ slots, groups }: Run): Sought[] | undefined {
  if (byNumber(slots, fullWidth)) return reviewGroupIds.flatMap(ofGroup)
  const [group] = groups
  return group !== undefined &&
    groups.size === 1 &&
    slots.length < fullWidth &&
    byNumber(slots, width)
    ? ofGroup(group)
    : undefined
}

const ofGroup = (group: ReviewGroup): Sought[] =>
  reviewResultIds.map((result) => ({
    id: `${group}_${result}`,
    row: reviewGroups[group].zh,
    column: reviewResults[result].zh,
  }))

/** The header names the groups and their results in the order of the form. A header may stand there twice. */
function inOrder({ results, order }: Run): boolean {
  if (isBefore(order, '行政诉讼', '行政复议')) return false
  if (isBefore(order, '复议后起诉', '未经复议直接起诉')) return false
  const rounds = results.filter((at, i) => i > 0 && at <= (results[i - 1] ?? 0)).length + 1
  return rounds <= reviewGroupIds.length * Math.max(1, Math.ceil(results.length / fullWidth))
}

const isBefore = (order: readonly string[], a: string, b: string): boolean =>
  order.includes(a) && order.indexOf(a) < order.indexOf(b)

function assemble(list: readonly Run[]): Table {
  const cells = new Map<FigureId, Found>()
  for (const run of list) {
    const ids = figureIds(run)
    if (!ids) return refused(countReason)
    const slots = byNumber(run.slots, ids.length) ?? []
    if (!put(cells, summedCells(ids, slots, width - 1))) return conflict
  }
  return { kind: 'read', edition: 'any', cells }
}
