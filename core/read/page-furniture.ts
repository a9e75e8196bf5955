import type { Item } from './page-order.ts'

/** The items of one page, and its height in points. */
export interface Sheet {
  readonly height: number
  readonly items: readonly Item[]
}

const pageNumber =
  /^(?:[-—–－―·\s]+\d{1,3}[-—–－―·\s]+|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?)$/
/** May also be a cell of a table without ruling lines: a page number only if it is the first or the last line. */
const bareNumber = /^\d{1,3}(?:\s*\/\s*\d{1,3})?$/
/** Share of the page's height in which page numbers and running heads stand. */
const margin = 0.13

/** Page numbers, and heads and feet that are the same on every page, left out; such a head is kept once. */
export function withoutFurniture(sheets: readonly Sheet[]): Sheet[] {
  const seen = new Set<string>()
  return sheets.map((sheet) => ({
    ...sheet,
    items: sheet.items.filter((item, i) => {
      if (!isAtEdge(sheet, item)) return true
      if (isPageNumber(item, i === 0 || i === sheet.items.length - 1)) return false
      const key = furnitureKey(item)
      if (key === undefined || !repeats(sheets, key)) return true
      const first = !seen.has(key)
      seen.add(key)
      return first
    }),
  }))
}

const isPageNumber = (item: Item, isOutermost: boolean): boolean =>
  item.kind === 'line' &&
  (pageNumber.test(item.line.text) || (isOutermost && bareNumber.test(item.line.text)))

function isAtEdge({ height }: Sheet, item: Item): boolean {
  if (item.kind === 'table') return false
  const { y, size } = item.line
  return y - size < height * margin || y > height * (1 - margin)
}

/** The text and its height on the page. */
const furnitureKey = (item: Item): string | undefined =>
  item.kind === 'line' ? `${Math.round(item.line.y / 4)} ${item.line.text}` : undefined

const repeats = (sheets: readonly Sheet[], key: string): boolean =>
  sheets.length > 1 &&
  sheets.filter(({ items }) => items.some((item) => furnitureKey(item) === key)).length >
    sheets.length / 2
