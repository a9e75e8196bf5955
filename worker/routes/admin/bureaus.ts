import { Hono } from 'hono'
import * as v from 'valibot'
import { bureauId, divisionCode, levels, scopes } from '#core/roster/bureau.ts'
import { selectDivision, upsertBureaus } from '../../db/roster.ts'
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

const Body = v.object({
  bureaus: v.pipe(v.array(NewBureauSchema), v.minLength(1), v.maxLength(500)),
})

export const adminBureaus = new Hono<Env>().post('/', valid('json', Body), async (c) => {
  const { bureaus } = c.req.valid('json')
  const unnamed = bureaus.filter(({ divisionName }) => !divisionName)
  const codes = [...new Set(unnamed.map(({ division }) => division))]
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
  await upsertBureaus(c.var.db, bureaus)
  return c.json({ bureaus: bureaus.length })
})
