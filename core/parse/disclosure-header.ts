import type { DisclosureBlock } from '#core/catalog/disclosure.ts'
import type { Axis, Edition } from '#core/catalog/table.ts'
import { type Columns, widthOf } from './columns.ts'
import { type Label, isNear, isSame, label } from './normal.ts'
import { type Row, type Slot, pieces } from './rows.ts'

/** The header of one block of part 二, as far as it concerns one row. */
export interface Header {
  readonly edition: Edition
  /** The header proves the edition; 处理决定数量 alone does not. */
  readonly telling: boolean
  /** For each printed column what it is; undefined for a column that neither form has. */
  readonly columns: readonly (Column | undefined)[]
  /** Where the columns stand, if they stand in this grid. */
  readonly inGrid: (grid: number | undefined) => Columns | undefined
}

/** A column of the form: its place in the block of an edition. */
export interface Column {
  readonly edition: Edition
  readonly at: number
  /** As printed, where it has a text of its own. */
  readonly name: string
}

interface Choice {
  readonly edition: Edition
  readonly block: DisclosureBlock
}

const clause = /^第二十条第?.{1,4}项$/
const lead = new Set(['信息内容', '项目', '内容', '类别'])
const decisions = new Set(['处理决定数量', '本年处理决定数量'])

const isClauseText = (text: string): boolean => clause.test(label(text).key)

/** 第二十条第（一）项: a new block begins, the header before it no longer applies. */
export const isClause = (row: Row): boolean => row.cells.some(({ text }) => isClauseText(text))

/** A row that begins a header: 信息内容, or the name of some column. */
export const isHeader = (row: Row, choices: readonly Choice[]): boolean =>
  row.cells.some(
    ({ text, shape }) =>
      shape === 'words' &&
      (label(pieces(text)[0] ?? '').key === '信息内容' ||
        choices.some(({ block }) => block.columns.some((c) => like(text, c) === 'same'))),
  )

/** What the header rows above a row say about its columns: `none` if there are none, undefined if that is not certain. */
export function blockHeader(
  above: readonly Row[],
  choices: readonly Choice[],
): Header | 'none' | undefined {
  const named = above
    .map((row) => ({ row, slots: row.cells.filter(isColumn) }))
    .filter(({ slots }) => slots.length > 0)
  const texts = columnTexts(named.map(({ slots }) => slots)).flatMap((text) => apart(text, choices))
  if (texts.length === 0) return 'none'
  const found = choices
    .flatMap((choice) => resolve(texts, choice))
    .toSorted((a, b) => b.exact - a.exact)
  const [best] = found
  const columns = best && combine(found, texts)
  if (!columns) return undefined
  const only = named.length === 1 ? named[0] : undefined
  return {
    edition: best.edition,
    telling: best.exact > 0 && !(texts.length === 1 && decisions.has(label(texts[0] ?? '').key)),
    columns,
    inGrid: (grid) =>
      grid !== undefined && only?.row.grid === grid && only.slots.length === columns.length
        ? { ranges: only.slots, width: widthOf(only.row) }
        : undefined,
  }
}

const isColumn = ({ text, shape }: Slot): boolean =>
  shape === 'words' && text.length <= 30 && !isClauseText(text) && !lead.has(label(text).key)

/** Texts of the columns: one row of them, one to a line, or broken over rows of as many cells. */
function columnTexts(rows: readonly (readonly Slot[])[]): string[] {
  const [first] = rows
  if (!first) return []
  if (first.length > 1 && rows.every((row) => row.length === first.length)) {
    return first.map((_, i) => rows.map((row) => row[i]?.text ?? '').join(''))
  }
  return rows.flat().map(({ text }) => text)
}

/** Names of several columns that single spaces part. */
function apart(text: string, choices: readonly Choice[]): string[] {
  const all = pieces(text)
  const words = all.filter((word) => !lead.has(label(word).key))
  const isName = (word: string): boolean =>
    choices.some(({ block }) => block.columns.some((column) => like(word, column) === 'same'))
  return all.length > 1 && !isName(text) && words.every(isName) ? words : [text]
}

/**
 * The columns as the edition has them that knows most of them; a column that only the other edition has is that one's.
 * Undefined if both know as many and mean different columns.
 */
function combine(
  [best, other]: readonly Resolved[],
  texts: readonly string[],
): (Column | undefined)[] | undefined {
  if (!best) return undefined
  const isTie = other?.exact === best.exact
  if (isTie && best.columns.some((at, i) => at !== undefined && other.columns[i] !== undefined)) {
    return undefined
  }
  const isNamed = other?.columns.filter((at) => at !== undefined).length === other?.exact
  return best.columns.map((own, i) => {
    const from = own === undefined && isNamed ? other : best
    const at = from?.columns[i]
    if (from === undefined || at === undefined) return undefined
    const name = texts.length === best.columns.length ? (texts[i] ?? '') : best.official[at]
    return { edition: from.edition, at, name: name ?? '' }
  })
}

interface Resolved {
  readonly edition: Edition
  readonly columns: readonly (number | undefined)[]
  readonly exact: number
  /** Names of the block's columns. */
  readonly official: readonly string[]
}

function resolve(texts: readonly string[], { edition, block }: Choice): Resolved[] {
  const { columns } = block
  const official = columns.map(({ zh }) => zh)
  const at = texts.map((text) => columns.findIndex((column) => like(text, column) === 'same'))
  const exact = at.filter((place, i) => place >= 0 && at.indexOf(place) === i).length
  if (isByPlace(texts, at, columns) || isBroken(texts, columns)) {
    return [{ edition, columns: columns.map((_, i) => i), exact, official }]
  }
  const named = at.filter((place) => place >= 0)
  if (named.length === 0 || new Set(named).size < named.length) return []
  return [{ edition, columns: at.map((place) => (place < 0 ? undefined : place)), exact, official }]
}

/** All columns are there, in order, each recognisable; a name printed twice counts where it belongs. */
function isByPlace(
  texts: readonly string[],
  at: readonly number[],
  columns: readonly Axis[],
): boolean {
  if (texts.length !== columns.length) return false
  const inPlace = at.filter((place, i) => place === i).length
  if (texts.length > 1 && inPlace === 0) return false
  return texts.every((text, i) => {
    const column = columns[i]
    const place = at[i] ?? -1
    if (column === undefined) return false
    if (place >= 0) return place === i || (at[place] === place && inPlace > 1)
    return like(text, column) === 'near' || isBeginning(text, column)
  })
}

const isBeginning = (text: string, column: Axis): boolean => {
  const { key } = label(text)
  return key.length >= 3 && label(column.zh).key.startsWith(key)
}

/** One to a line, names broken over lines: together they are the whole header. */
const isBroken = (texts: readonly string[], columns: readonly Axis[]): boolean =>
  texts.length > columns.length &&
  label(texts.join('')).key === columns.map(({ zh }) => label(zh).key).join('')

const otherYear = /上一?年|去年|累计|同比/

/** A column's name; one of another year or in another unit is not the same column. */
function like(text: string, column: Axis): 'same' | 'near' | 'other' {
  const printed = label(text)
  if (otherYear.test(printed.key) && !otherYear.test(column.zh)) return 'other'
  if (column.zh.includes('万元') && /元/.test(text) && !/万元|萬元/.test(text)) return 'other'
  const names = [column.zh, ...(column.aka ?? [])].map(officialLabel)
  if (names.some((name) => isSame(printed, name))) return 'same'
  return names.some((name) => isNear(printed, name)) ? 'near' : 'other'
}

const known = new Map<string, Label>()

function officialLabel(name: string): Label {
  const found = known.get(name) ?? label(name)
  known.set(name, found)
  return found
}
