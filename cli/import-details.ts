import * as v from 'valibot'
import { bureauId, divisionCode } from '#core/roster/bureau.ts'
import { complaints } from './complaint.ts'

const text = (least: number) => {
  const message = `应有 ${least}–500 字（${least} to 500 characters）`
  return v.pipe(v.string(), v.trim(), v.minLength(least, message), v.maxLength(500, message))
}

/** What its reader knows of a document beyond what it says, as typed on a command line or in a list. */
const DetailsSchema = v.object({
  bureau: v.optional(
    v.pipe(v.string(), v.regex(bureauId, '应如 410307-0001（such as 410307-0001）')),
  ),
  division: v.optional(v.pipe(v.string(), v.regex(divisionCode, '应如 410307（such as 410307）'))),
  year: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(?:19|20)\d\d$/, '应为四位年份，如 2024（a year of four digits, such as 2024）'),
      v.transform(Number),
    ),
  ),
  source: v.optional(
    v.pipe(
      v.string(),
      v.url('应为 http(s) 地址（an http or https address）'),
      v.regex(/^https?:/, '应为 http(s) 地址（an http or https address）'),
    ),
  ),
  published_on: v.optional(v.pipe(v.string(), v.isoDate('应如 2024-03-01（such as 2024-03-01）'))),
  excerpt: v.optional(
    v.pipe(
      v.picklist(['0', '1'], '应为 1 或空（1 or empty）'),
      v.transform((mark) => mark === '1'),
    ),
  ),
  accept: v.optional(text(2)),
  reason: v.optional(text(10)),
})

export type Details = v.InferOutput<typeof DetailsSchema>

/** The details, or what is wrong with them. Empty is as good as not given; what is no detail is left aside. */
export function readDetails(
  typed: Readonly<Record<string, unknown>>,
): { readonly details: Details } | { readonly problems: readonly string[] } {
  const given = Object.entries(typed).filter(([, value]) => value !== '')
  const { success, output, issues } = v.safeParse(DetailsSchema, Object.fromEntries(given))
  return success ? { details: output } : { problems: complaints(issues) }
}
