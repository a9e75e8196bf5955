import { deriveBureau } from '#core/roster/derive.ts'
import { type Meaning, meantIn } from '#core/roster/term.ts'
import { type BureauEntry, selectBureau, selectBureausByName } from '../../db/bureaus.ts'
import type { Db } from '../../db/client.ts'
import {
  type Place,
  selectDivision,
  selectDivisionsBefore,
  selectLine,
} from '../../db/divisions.ts'
import { insertBureau } from '../../db/roster.ts'
import { Problem } from '../../errors.ts'

/** How a report names its bureau: by id, or by name, with the division that its reader or its page gives. */
export type BureauClaim =
  | { readonly id: string }
  | {
      readonly name: string
      /** Given by whoever brings the report in. */
      readonly division?: string | null | undefined
      /** Code that the page's site or index number carries; a hint, as a city's site carries its districts' reports. */
      readonly site?: string | null | undefined
    }

/**
 * The bureau that a report belongs to. A name alone never decides: 太平镇 exists in many places, so the division must be
 * known, and bureaus of other divisions are not looked at. `year` is the one that the report is about: 偃师市 of 2019 is
 * the division of that time. Throws 422 where the division cannot be told, where the bureau is unknown (and `create` is
 * not set), or where more than one would do.
 */
export async function resolveBureau(
  db: Db,
  claim: BureauClaim,
  create: boolean,
  year?: number,
): Promise<BureauEntry> {
  if ('id' in claim) {
    const bureau = await selectBureau(db, claim.id)
    return (
      bureau ??
      refuse('unknown_bureau', `没有编号为 ${claim.id} 的行政机关（no bureau ${claim.id}）`)
    )
  }
  const name = claim.name.replaceAll(/\s+/g, '')
  const division = await divisionOf(db, name, claim, year)
  const found = await bureausOf(db, name, division)
  if (found.length > 1)
    return refuse(
      'ambiguous_bureau',
      `“${name}”对应多个行政机关：${found.map(({ id }) => id).join('、')}，请指明编号（several bureaus bear this name; give the id）`,
    )
  if (found[0]) return found[0]
  if (!create)
    return refuse(
      'unknown_bureau',
      `名册中没有“${name}”（${division}）：先用 niantu bureaus import 登记，或加 --create（unknown bureau: import a roster first, or use --create）`,
    )
  await insertBureau(db, deriveBureau(division, name))
  // Where somebody else has just added it, theirs is the one.
  const [bureau] = await selectBureausByName(db, name, division)
  if (!bureau) throw new Error(`Bureau ${name} was not stored`)
  return bureau
}

function refuse(code: string, message: string): never {
  throw new Problem(422, message, [{ code, path: 'bureau', message }])
}

/** The bureaus of that name in a division; where it has none, those of the same place under earlier and later codes. */
async function bureausOf(db: Db, name: string, division: string): Promise<BureauEntry[]> {
  const found = await selectBureausByName(db, name, division)
  if (found.length > 0) return found
  const others = (await selectLine(db, division)).filter(({ code }) => code !== division)
  const lists = await Promise.all(others.map(({ code }) => selectBureausByName(db, name, code)))
  return lists.flat()
}

/** The division of a bureau: the one given, else the one that its name and its page agree on. */
async function divisionOf(
  db: Db,
  name: string,
  { division, site }: Exclude<BureauClaim, { readonly id: string }>,
  year: number | undefined,
): Promise<string> {
  if (division) {
    if (await selectDivision(db, division)) return division
    return refuse('unknown_division', `没有行政区划代码 ${division}（no division ${division}）`)
  }
  const page = site ? await selectLine(db, site) : []
  const leading = await leadingDivisions(db, name, year)
  return (
    (leading ? agreed(leading, page) : ownerOf(page, year)) ??
    refuse(
      'division_needed',
      `不能确定“${name}”在哪个行政区划：请用 --division 代码或 --bureau 编号指明（nobody can tell where this bureau is: give --division or --bureau）`,
    )
  )
}

/** A name without a place, on the page of a county, is of that county; on a city's it may be anybody's. */
function ownerOf(page: readonly Place[], year: number | undefined): string | undefined {
  const [owner] = meantIn(page, year).likely
  return owner?.code.endsWith('00') ? undefined : owner?.code
}

/**
 * One of several divisions of a name (鼓楼区) is decided by the page where it can be. The page of a place that bore the
 * name at another time leaves it open.
 */
function agreed({ likely, unlikely }: Meaning<Place>, page: readonly Place[]): string | undefined {
  const isOnPage = ({ code }: Place) => page.some((area) => lies(code, area.code))
  const near = likely.filter(isOnPage)
  if (near.length > 0) return only(near)
  return unlikely.some(isOnPage) ? undefined : only(likely)
}

const only = (places: readonly Place[]): string | undefined =>
  places.length === 1 ? places[0]?.code : undefined

/** Whether a division is, or lies in, another: 410307 lies in 410300 and in 410000. */
const lies = (code: string, area: string): boolean =>
  code.startsWith(area.replace(/(?:00){1,2}$/, ''))

/**
 * The divisions that a name may begin with, the innermost of each: 重庆市九龙坡区… is the district in the city. Undefined
 * where it begins with none.
 */
async function leadingDivisions(
  db: Db,
  name: string,
  year: number | undefined,
): Promise<Meaning<Place> | undefined> {
  let found: Meaning<Place> | undefined
  let rest = name
  for (;;) {
    const areas = found?.likely
    // In order: where the next name begins follows from this one.
    // oxlint-disable-next-line no-await-in-loop
    const places = (await selectDivisionsBefore(db, rest)).filter(
      ({ code }) => !areas || areas.some((area) => code !== area.code && lies(code, area.code)),
    )
    const length = Math.max(0, ...places.map((place) => place.name.length))
    if (length === 0) return found
    const named = places.filter((place) => place.name.length === length)
    found = meantIn(named, year)
    rest = rest.slice(length)
  }
}
