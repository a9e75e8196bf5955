import { type SQL, sql } from 'drizzle-orm'
import { type FigureId, applicantIds, figureByKey } from '#core/catalog/index.ts'
import { compare } from '#core/check/assessment.ts'
import type { Term } from '#core/check/judge.ts'
import type { Db } from './client.ts'
import { type BureauRow, type ListedBureau, bureauOf, listedBureau } from './listed.ts'
import { isMadeUp } from './outline.ts'

/** What the next year's report says of a year otherwise than the year's own. Both stand. */
export interface Restatement {
  readonly bureau: ListedBureau
  readonly year: number
  readonly figure: FigureId
  /** In the report on the year. */
  readonly stated: number
  /** In the report on the next one. */
  readonly restated: number
  /** Why, as a person has said; null: no reason was given. */
  readonly reason: string | null
}

/** Where a list goes on: after this restatement, or after all of the bureau, where it has no more (year 9999). */
export interface RestatementPlace {
  readonly year: number
  readonly bureau: number
  readonly figure: number
  readonly division: string
  readonly id: string
}

export interface RestatementQuery {
  /** One bureau, by its id; the bureaus of an area, by the codes of divisions; null: the real country. */
  readonly of:
    | { readonly bureau: string }
    | { readonly from: string; readonly below: string }
    | null
  readonly year: number | undefined
  readonly figures: readonly FigureId[] | undefined
  readonly limit: number
  readonly after: RestatementPlace | undefined
}

/** So many restatements, or bureaus of an area, are looked at for a page: each costs some six rows. */
const mostLookedAt = 250

/**
 * A page of restatements, but for what a person has dismissed: of an area in the order of divisions and bureaus, of the
 * country the newest year first. At most `limit`, and fewer, or none, where what is looked at does not fit; `next` leads
 * on, null at the end. Two statements.
 */
export async function selectRestatements(
  db: Db,
  query: RestatementQuery,
): Promise<{
  readonly restatements: readonly Restatement[]
  readonly next: RestatementPlace | null
}> {
  const { of, figures, limit } = query
  const most = of === null && !figures ? Math.min(limit, mostLookedAt) : mostLookedAt
  const rows = await db.all<Row>(
    sql`SELECT s.bureau AS key, s.year, s.figure, s.stated, s.restated, ${listedBureau}
      FROM ${of === null ? ofCountry(query, most) : ofBureaus(query, of)}`,
  )
  const told = rows.flatMap((row) => {
    const item = itemOf(row)
    const isAsked = item && (figures?.includes(item.figure) ?? true)
    return isAsked && (of !== null || !isMadeUp(row.code)) ? [{ row, item }] : []
  })
  const said = await selectSaid(db, told)
  const kept = told
    .map((one, i) => ({ ...one, said: said.get(i) }))
    .filter((one) => one.said?.verdict !== 'dismissed')
  const page = kept.slice(0, limit)
  const end = rows.length < most ? undefined : rows.at(-1)
  const last = kept.length > page.length ? page.at(-1)?.row : end
  return {
    restatements: page.map(({ item, said: own }) => ({ ...item, reason: own?.reason ?? null })),
    next: last ? placeOf(last) : null,
  }
}

/** A bureau of an area that has no restatement has none of the first five. */
interface Row extends BureauRow {
  readonly key: number | null
  readonly year: number | null
  readonly figure: number | null
  readonly stated: number | null
  readonly restated: number | null
}

const placeOf = ({ year, key, figure, code: division, id }: Row): RestatementPlace => ({
  year: year ?? 9999,
  bureau: key ?? 0,
  figure: figure ?? 0,
  division,
  id,
})

function itemOf(row: Row): Omit<Restatement, 'reason'> | undefined {
  const { year, figure, stated, restated } = row
  if (year === null || figure === null || stated === null || restated === null) return undefined
  const id = figureByKey(figure)?.id
  return id && { bureau: bureauOf(row), year, figure: id, stated, restated }
}

const places = sql`CROSS JOIN division d ON d.code = b.division`

/** By the key, from its end. */
function ofCountry({ year, after }: RestatementQuery, most: number): SQL {
  const [bureau, figure] = [after?.bureau ?? Number.MAX_SAFE_INTEGER, after?.figure ?? 0]
  const which =
    year === undefined
      ? sql`(year, bureau, figure) < (${after?.year ?? 9999}, ${bureau}, ${figure})`
      : sql`year = ${year} AND (bureau, figure) < (${bureau}, ${figure})`
  return sql`(SELECT * FROM restatement WHERE ${which} ORDER BY year DESC, bureau DESC, figure DESC LIMIT ${most}) s
    CROSS JOIN bureau b ON b.key = s.bureau ${places} ORDER BY s.year DESC, s.bureau DESC, s.figure DESC`
}

/**
 * Bureau by bureau. The loops are in the order of the list, so that no more is read than the page has; the bureau that
 * the last page ended in comes once more.
 */
function ofBureaus(
  { year, after }: RestatementQuery,
  of: NonNullable<RestatementQuery['of']>,
): SQL {
  const from = after ?? { division: '', id: '', year: 0, figure: 0 }
  const which =
    'bureau' in of
      ? sql`id = ${of.bureau}`
      : sql`(division, id) >= (${from.division > of.from ? from.division : of.from}, ${from.id}) AND division < ${of.below}`
  return sql`(SELECT * FROM bureau WHERE ${which} ORDER BY division, id LIMIT ${mostLookedAt}) b ${places}
    LEFT JOIN restatement s ON s.bureau = b.key ${year === undefined ? sql`` : sql`AND s.year = ${year}`}
      AND (b.id <> ${from.id} OR (s.year, s.figure) > (${from.year}, ${from.figure}))
    LIMIT ${mostLookedAt}`
}

interface Said {
  readonly verdict: 'accepted' | 'dismissed'
  readonly reason: string
}

/** What a person has said of them, by their places in the list: the later report's finding has the verdict. */
async function selectSaid(
  db: Db,
  told: readonly { readonly row: Row; readonly item: Omit<Restatement, 'reason'> }[],
): Promise<ReadonlyMap<number, Said>> {
  const wanted = told.map(({ row, item }) => [row.key, item.year + 1, fingerprintOf(item)])
  const rows = await db.all<Said & { readonly i: number }>(
    sql`SELECT j.key AS i, v.verdict, v.reason FROM json_each(${JSON.stringify(wanted)}) j
      CROSS JOIN report n ON n.bureau = j.value ->> 0 AND n.year = j.value ->> 1
      CROSS JOIN verdict v ON v.report = n.id AND v.fingerprint = j.value ->> 2`,
  )
  return new Map(rows.map(({ i, ...said }) => [i, said]))
}

/** What was carried out, by the number of its figure: which applicant's. */
const columnOf = (figure: FigureId) => applicantIds.find((one) => figure.endsWith(`.${one}`))

const term = (id: FigureId, value: number): Term => ({
  id,
  cell: { state: 'number', value, raw: String(value) },
  minus: false,
})

/** That of the finding which these two numbers make. */
function fingerprintOf({ figure, stated, restated }: Omit<Restatement, 'reason'>): string {
  return compare({
    rule: 'X-CARRY',
    basis: 'previous',
    left: [term(`requests_carried_in.${columnOf(figure) ?? 'total'}`, restated)],
    right: [term(figure, stated)],
  }).fingerprint
}
