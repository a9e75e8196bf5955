import { requestRowIds } from '#core/catalog/index.ts'
import { type RequestRow, requestRows } from '#core/catalog/requests.ts'
import type { Axis } from '#core/catalog/table.ts'
import { type Label, isNear, label } from './normal.ts'

const formRows = requestRowIds.map((id) => {
  const { zh, aka = [] }: Axis = requestRows[id]
  return { id, names: [zh, ...aka].map(label) }
})

/** Rows by their labels, with and without remarks in brackets. */
const rowsByKey = new Map(
  formRows.flatMap(({ id, names }) =>
    names.flatMap(
      ({ key, short }) =>
        [
          [key, id],
          [short, id],
        ] as const,
    ),
  ),
)

/** Longest label that is looked at, in characters: some bureaus print explanations in brackets. */
const maxLength = 150
/** How many rows after the last one a damaged label may name. */
const reach = 5

/**
 * The row of part 三 that a label names, given the row before it; undefined if none for certain. Damaged labels count
 * only where the form has them: soon after the row before.
 */
export function requestRow(text: string, before: RequestRow | undefined): RequestRow | undefined {
  if (text.length > maxLength) return undefined
  const printed = label(text)
  if (printed.key === '其他') return otherRow(printed, before)
  if (printed.key === '总计' || printed.key === '合计') return totalRow(printed, before)
  return rowsByKey.get(printed.key) ?? rowsByKey.get(printed.short) ?? damagedRow(printed, before)
}

function damagedRow(printed: Label, before: RequestRow | undefined): RequestRow | undefined {
  if (printed.key.length < 5) return undefined
  const start = before === undefined ? 0 : requestRowIds.indexOf(before) + 1
  const near = formRows
    .slice(start, start + reach)
    .filter(({ names }) => names.some((name) => isNear(printed, name) && fits(printed, name)))
  return near.length === 1 ? near[0]?.id : undefined
}

/** 其他 is a column as well; as a row it has its number or its place. */
function otherRow({ number }: Label, before: RequestRow | undefined): RequestRow | undefined {
  if (number === '六') return 'outcome_other'
  return before === 'outcome_other_overdue_fee' ? 'outcome_other_misc' : undefined
}

function totalRow({ number }: Label, before: RequestRow | undefined): RequestRow | undefined {
  const follows = before === 'outcome_other' || before === 'outcome_other_misc'
  return number === '七' || follows ? 'outcome_total' : undefined
}

/** A damaged label must not carry the number of another row. */
const fits = (printed: Label, official: Label): boolean =>
  printed.number === '' || printed.number === official.number
