import { deriveBureau } from '#core/roster/derive.ts'
import { type BureauEntry, selectBureau, selectBureausByName } from '../../db/bureaus.ts'
import type { Db } from '../../db/client.ts'
import { insertBureau, selectDivision, selectDivisionsBefore } from '../../db/roster.ts'
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
 * known, and bureaus of other divisions are not looked at. Throws 422 where the division cannot be told, where the
 * bureau is unknown (and `create` is not set), or where more than one would do.
 */
export async function resolveBureau(
  db: Db,
  claim: BureauClaim,
  create: boolean,
): Promise<BureauEntry> {
  if ('id' in claim) {
    const bureau = await selectBureau(db, claim.id)
    return (
      bureau ??
      refuse('unknown_bureau', `没有编号为 ${claim.id} 的行政机关（no bureau ${claim.id}）`)
    )
  }
  const name = claim.name.replaceAll(/\s+/g, '')
  const division = await divisionOf(db, name, claim)
  const found = await selectBureausByName(db, name, division)
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

/** The division of a bureau: the one given, else the one that its name and its page agree on. */
async function divisionOf(
  db: Db,
  name: string,
  { division, site }: Exclude<BureauClaim, { readonly id: string }>,
): Promise<string> {
  if (division) {
    if (await selectDivision(db, division)) return division
    return refuse('unknown_division', `没有行政区划代码 ${division}（no division ${division}）`)
  }
  const hint = site ? (await selectDivision(db, site))?.code : undefined
  return (
    agreed(await leadingDivisions(db, name), hint) ??
    refuse(
      'division_needed',
      `不能确定“${name}”在哪个行政区划：请用 --division 代码或 --bureau 编号指明（nobody can tell where this bureau is: give --division or --bureau）`,
    )
  )
}

/**
 * The division that a name begins with. One of several of that name (鼓楼区) is decided by the page where it can be. A name
 * without a place, on the page of a county, is of that county; on a city's it may be anybody's.
 */
function agreed(leading: readonly string[], hint: string | undefined): string | undefined {
  if (leading.length === 0) return hint?.endsWith('00') ? undefined : hint
  const near = leading.length === 1 ? leading : leading.filter((code) => hint && lies(code, hint))
  return near.length === 1 ? near[0] : undefined
}

/** Whether a division is, or lies in, another: 410307 lies in 410300 and in 410000. */
const lies = (code: string, area: string): boolean =>
  code.startsWith(area.replace(/(?:00){1,2}$/, ''))

/** The divisions that a name may begin with, the innermost of each: 重庆市九龙坡区… is the district in the city. */
async function leadingDivisions(db: Db, name: string): Promise<string[]> {
  let codes: string[] = []
  let rest = name
  for (;;) {
    const places = (await selectDivisionsBefore(db, rest)).filter(
      ({ code }) => codes.length === 0 || codes.some((area) => code !== area && lies(code, area)),
    )
    const longest = Math.max(0, ...places.map((place) => place.name.length))
    if (longest === 0) return codes
    codes = places.filter((place) => place.name.length === longest).map(({ code }) => code)
    rest = rest.slice(longest)
  }
}
