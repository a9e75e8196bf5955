import { deriveBureau } from '#core/roster/derive.ts'
import { type BureauEntry, selectBureau, selectBureausByName } from '../../db/bureaus.ts'
import type { Db } from '../../db/client.ts'
import {
  insertBureau,
  selectDivision,
  selectDivisionsBefore,
  undetermined,
} from '../../db/roster.ts'
import { Problem } from '../../errors.ts'

/** How a report names its bureau: by id, or by name and, where known, division. */
export type BureauClaim =
  | { readonly id: string }
  | { readonly name: string; readonly division?: string | null | undefined }

/**
 * The bureau that a report belongs to. A name alone never decides: 太平镇 exists in many places, so the division, given
 * or read off the front of the name, must agree. Throws 422 where the bureau is unknown (and `create` is not set) or
 * more than one would do.
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
  const division = (await givenDivision(db, claim.division)) ?? (await leadingDivision(db, name))
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
      `名册中没有“${name}”：先用 niantu bureaus import 登记，或加 --create（unknown bureau: import a roster first, or use --create）`,
    )
  const id = await insertBureau(db, deriveBureau(division, name))
  const bureau = await selectBureau(db, id)
  if (!bureau) throw new Error(`Bureau ${id} was not stored`)
  return bureau
}

function refuse(code: string, message: string): never {
  throw new Problem(422, message, [{ code, path: 'bureau', message }])
}

/** A code that the list of divisions has; a page may well carry another. */
const givenDivision = async (
  db: Db,
  code: string | null | undefined,
): Promise<string | undefined> => (code ? (await selectDivision(db, code))?.code : undefined)

/**
 * The division that a name begins with (重庆市九龙坡区…: the district inside the city). Where two divisions of that name
 * exist (鼓楼区), nobody can tell: `undetermined`.
 */
async function leadingDivision(db: Db, name: string): Promise<string> {
  let code: string | undefined
  let rest = name
  for (;;) {
    const within = code?.replace(/(?:00){1,2}$/, '') ?? ''
    const places = (await selectDivisionsBefore(db, rest)).filter(
      (place) => place.code.startsWith(within) && place.code !== code,
    )
    const longest = Math.max(0, ...places.map((place) => place.name.length))
    const best = places.filter((place) => place.name.length === longest)
    if (best.length !== 1 || best[0] === undefined)
      return best.length > 1 ? undetermined : (code ?? undetermined)
    code = best[0].code
    rest = rest.slice(longest)
  }
}
