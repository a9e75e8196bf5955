import { type DisclosureBlock, disclosure } from './disclosure.ts'
import {
  type FigureId,
  applicantIds,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from './index.ts'
import { applicants, requestRows } from './requests.ts'
import { reviewGroups, reviewResults } from './reviews.ts'
import type { TableEdition } from './table.ts'

/** The labels of a figure's row and column as the form has them. */
export interface FormLabels {
  readonly row: string
  readonly column: string
}

type Entry = readonly [FigureId, FormLabels]

const ofBlock = ({ rows, columns }: DisclosureBlock): Entry[] =>
  rows.flatMap(({ zh: row, figures }) =>
    figures.map((id, i): Entry => [id, { row, column: columns[i]?.zh ?? '' }]),
  )

const disclosureLabels = {
  '2019': new Map<FigureId, FormLabels>(disclosure.blocks['2019'].flatMap(ofBlock)),
  '2021': new Map<FigureId, FormLabels>(disclosure.blocks['2021'].flatMap(ofBlock)),
}

/** Those of the tables whose labels are the same in both editions. */
const otherLabels = new Map<FigureId, FormLabels>([
  ...requestRowIds.flatMap((row) =>
    applicantIds.map((column): Entry => [
      `${row}.${column}`,
      { row: requestRows[row].zh, column: applicants[column].zh },
    ]),
  ),
  ...reviewGroupIds.flatMap((group) =>
    reviewResultIds.map((result): Entry => [
      `${group}_${result}`,
      { row: reviewGroups[group].zh, column: reviewResults[result].zh },
    ]),
  ),
])

/**
 * The labels that the form of this edition has for a figure; those of the other form where the edition has not the
 * figure, and those of 2021 first where it is not known.
 */
export function formLabels(id: FigureId, edition: TableEdition): FormLabels {
  const [first, second] =
    edition === '2019' ? ['2019' as const, '2021' as const] : ['2021' as const, '2019' as const]
  const found =
    otherLabels.get(id) ?? disclosureLabels[first].get(id) ?? disclosureLabels[second].get(id)
  if (!found) throw new TypeError(`Not in any form: ${id}`)
  return found
}
