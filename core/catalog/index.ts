import { type DisclosureFigureId, disclosure, disclosureFigures } from './disclosure.ts'
import { type Applicant, type RequestRow, applicants, requestRows, requests } from './requests.ts'
import {
  type ReviewGroup,
  type ReviewResult,
  reviewGroups,
  reviewResults,
  reviews,
} from './reviews.ts'
import {
  type Edition,
  type Kind,
  type Label,
  type TableEdition,
  type TableId,
  type Unit,
  editions,
} from './table.ts'

export type RequestFigureId = `${RequestRow}.${Applicant}`
export type ReviewFigureId = `${ReviewGroup}_${ReviewResult}`

/** One cell of the form: `licences_decided`, `requests_new.total`, `review_upheld`. */
export type FigureId = DisclosureFigureId | RequestFigureId | ReviewFigureId

export interface Figure extends Label {
  readonly id: FigureId
  /** Permanent small number for storage. */
  readonly key: number
  readonly table: TableId
  readonly unit: Unit
  readonly kind: Kind
  readonly editions: readonly Edition[]
}

/** The tables by id, in the order of the form. */
export const tables = { disclosure, requests, reviews } as const

/** Keys of an object literal, typed. Sound here: the catalogue's objects have no other keys. */
const keys = <T extends object>(object: T): (keyof T & string)[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Object.keys(object) as (keyof T & string)[]

export const disclosureIds = keys(disclosureFigures)
export const applicantIds = keys(applicants)
export const requestRowIds = keys(requestRows)
export const reviewGroupIds = keys(reviewGroups)
export const reviewResultIds = keys(reviewResults)

const inDisclosure = (id: DisclosureFigureId, edition: Edition): boolean =>
  disclosure.blocks[edition].some(({ rows }) => rows.some((row) => row.figures.includes(id)))

const disclosureEntries: Figure[] = disclosureIds.map((id) => {
  const entry: Label & { key: number; unit?: Unit; kind?: Kind } = disclosureFigures[id]
  const { key, zh, en, unit = 'item', kind = 'count' } = entry
  const own = editions.filter((edition) => inDisclosure(id, edition))
  return { id, key, table: 'disclosure', zh, en, unit, kind, editions: own }
})

/** Numbering in front of a row's label, dropped where the figure stands alone. */
const numbering = /^(?:[一二三四]、|（[一二三四五六七]）|\d\. ?|\(\d\) )/

const requestEntries: Figure[] = requestRowIds.flatMap((row) => {
  const { key, zh, en, edition }: Label & { key: number; edition?: Edition } = requestRows[row]
  return applicantIds.map((column) => ({
    id: `${row}.${column}` as const,
    key: 100 + key * 10 + applicants[column].key,
    table: 'requests' as const,
    zh: `${zh.replace(numbering, '')}·${applicants[column].zh}`,
    en: `${en.replace(numbering, '')}, ${applicants[column].en}`,
    unit: 'item' as const,
    kind: 'count' as const,
    editions: edition ? [edition] : editions,
  }))
})

const reviewEntries: Figure[] = reviewGroupIds.flatMap((group) =>
  reviewResultIds.map((result) => ({
    id: `${group}_${result}` as const,
    key: 500 + reviewGroups[group].key * 10 + reviewResults[result].key,
    table: 'reviews' as const,
    zh: `${reviewGroups[group].zh}·${reviewResults[result].zh}`,
    en: `${reviewGroups[group].en}, ${reviewResults[result].en}`,
    unit: 'item' as const,
    kind: 'count' as const,
    editions,
  })),
)

/** Every figure of both editions, in the order of the form. */
export const figures: readonly Figure[] = [
  ...disclosureEntries,
  ...requestEntries,
  ...reviewEntries,
]

const byId = new Map<string, Figure>(figures.map((f) => [f.id, f]))
const byKey = new Map<number, Figure>(figures.map((f) => [f.key, f]))

export const isFigureId = (id: string): id is FigureId => byId.has(id)

/** The catalogue's entry. Throws TypeError on an id that is not in it. */
export function figure(id: FigureId): Figure {
  const found = byId.get(id)
  if (!found) throw new TypeError(`Not in the catalogue: ${id}`)
  return found
}

/** The table that a figure stands in. */
export const tableOf = (id: FigureId): TableId => figure(id).table

/** The figure that storage knows by this number; undefined where there is none. */
export const figureByKey = (key: number): Figure | undefined => byKey.get(key)

/**
 * The figures that a table of this edition has, in the order of the form. Where the edition is not
 * known (`null`), those that both editions have.
 */
export const formFigures = (table: TableId, edition: TableEdition): readonly Figure[] =>
  figures.filter(
    (f) =>
      f.table === table &&
      (edition === null
        ? f.editions.length === editions.length
        : edition === 'any' || f.editions.includes(edition)),
  )
