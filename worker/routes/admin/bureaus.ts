import { Hono } from 'hono'
import * as v from 'valibot'
import { bureauId, divisionCode, levels, scopes } from '#core/roster/bureau.ts'
import { selectBureausById } from '../../db/bureaus.ts'
import { selectDivision } from '../../db/divisions.ts'
import { upsertBureaus } from '../../db/roster.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import { valid } from '../../valid.ts'

const Name = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(100))
const Word = v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/, 'lower-case letters and _'))

const NewBureauSchema = v.object({
  id: v.pipe(v.string(), v.regex(bureauId, '如 410307-0001（such as 410307-0001）')),
  division: v.pipe(v.string(), v.regex(divisionCode, '如 410307（such as 410307）')),
  divisionName: v.optional(v.nullable(Name)),
  divisionNameEn: v.optional(v.nullable(Name)),
  name: Name,
  nameEn: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(300)))),
  aliases: v.pipe(v.array(Name), v.maxLength(30)),
  validFrom: v.optional(v.nullable(v.pipe(v.string(), v.isoDate()))),
  level: v.picklist(levels),
  sector: Word,
  scope: v.picklist(scopes),
  kind: Word,
})

/** All that is made-up. */
const madeUpCountry = '000000'

const Body = v.object({
  bureaus: v.pipe(v.array(NewBureauSchema), v.minLength(1), v.maxLength(500)),
  /** The roster has all bureaus of an area (null: the country) from a year on; null: it is not known to any more. */
  whole: v.optional(
    v.nullable(
      v.object({
        division: v.nullable(
          v.pipe(v.string(), v.regex(divisionCode, '如 410307（such as 410307）')),
        ),
        from: v.nullable(
          v.pipe(
            v.number(),
            v.integer(),
            v.minValue(2008, '不早于 2008 年（not before 2008）'),
            v.maxValue(2100, '不晚于 2100 年（not after 2100）'),
          ),
        ),
      }),
    ),
    null,
  ),
})

export const adminBureaus = new Hono<Env>().post('/', valid('json', Body), async (c) => {
  const { bureaus, whole } = c.req.valid('json')
  await refuseStrangeIds(c.var.db, bureaus)
  const unnamed = bureaus.filter(({ divisionName }) => !divisionName)
  const area = whole?.division && whole.division !== madeUpCountry ? [whole.division] : []
  const codes = [...new Set([...unnamed.map(({ division }) => division), ...area])]
  const known = await Promise.all(codes.map((code) => selectDivision(c.var.db, code)))
  const missing = codes.filter((_, i) => known[i] === undefined)
  if (missing.length > 0)
    throw new Problem(
      422,
      '名册中有未知的行政区划代码，未写入任何内容（unknown division codes; nothing was written）',
      missing.map((code) => ({
        code: 'unknown_division',
        path: 'division',
        message: `${code}: 请填写 division_name（give its division_name）`,
      })),
    )
  await upsertBureaus(c.var.db, bureaus, { by: c.var.token, whole })
  return c.json({ bureaus: bureaus.length })
})

/**
 * An id begins with the code of the division where the bureau was first registered, and appears once. A bureau that is
 * known may move to another division; a made-up one never becomes real, nor a real one made-up.
 */
async function refuseStrangeIds(
  db: Env['Variables']['db'],
  bureaus: v.InferOutput<typeof Body>['bureaus'],
): Promise<void> {
  const known = await selectBureausById(
    db,
    bureaus.map(({ id }) => id),
  )
  const isKnown = new Set(known.map(({ id }) => id))
  const seen = new Set<string>()
  const errors = bureaus.flatMap(({ id, division }, i) => {
    const wrong = strange(id, division, isKnown.has(id), seen.has(id))
    seen.add(id)
    return wrong
      ? [{ code: 'strange_id', path: `bureaus.${i}.id`, message: `${id}: ${wrong}` }]
      : []
  })
  if (errors.length > 0)
    throw new Problem(
      422,
      '名册中有不能接受的编号，未写入任何内容（ids that cannot be; nothing was written）',
      errors,
    )
}

function strange(id: string, division: string, known: boolean, twice: boolean): string | undefined {
  if (twice) return '编号重复（the id stands twice）'
  if (id.startsWith('00') !== division.startsWith('00'))
    return '虚构示例与真实机关不能互换（made-up and real never mix）'
  return known || id.startsWith(`${division}-`)
    ? undefined
    : `编号应以区划代码 ${division} 开头（must begin with its division）`
}
