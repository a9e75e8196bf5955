import type { Identity } from '#core/check/identity.ts'
import { valueOf } from '#core/reading.ts'
import { type Lang } from './lang.ts'
import { exact } from './number.ts'
import { type Dated, aboutName, identityName } from './proof.ts'
import { t } from './words.ts'
import { figureName } from './figure-name.ts'

/** A sum that does not hold, in words that a citizen understands: both sides and the difference. */
export function failureText(lang: Lang, one: Identity<Dated>): string {
  const { rule, leftSum, rightSum } = one
  const sides = {
    left: exact(leftSum),
    right: exact(rightSum),
    gap: exact(Math.abs(leftSum - rightSum)),
  }
  const name = aboutName(lang, one)
  if (rule === 'T3-ROW') return t(lang, 'fail_row', { row: name, ...sides })
  if (rule === 'T3-COL') return t(lang, 'fail_column', { column: name, ...sides })
  if (rule === 'T4-SUM') return t(lang, 'fail_results', { group: name, ...sides })
  return rule === 'T3-ID' ? flowText(lang, one, sides.gap) : yearsText(lang, one, sides)
}

/** 新收0件加结转2件，应等于办理2件加结转1件：差1件 */
function flowText(lang: Lang, one: Identity<Dated>, gap: string): string {
  const [a = '', b = '', c = '', d = ''] = [...one.left, ...one.right].map(({ id, of }) =>
    exact(valueOf(of.cells, id) ?? 0),
  )
  const where = one.about === 'total' ? '' : t(lang, 'in_column', { column: aboutName(lang, one) })
  return where + t(lang, 'fail_identity', { a, b, c, d, gap })
}

/** What this report says of the year before, and what that year's own says. */
function yearsText(
  lang: Lang,
  one: Identity<Dated>,
  { left, right }: { readonly left: string; readonly right: string },
): string {
  const [now] = one.left
  const [before] = one.right
  const year = before?.of.year ?? ''
  if (one.rule !== 'X-CARRY' || !now)
    return t(lang, 'fail_years', { name: identityName(lang, one), left, right, year })
  return t(lang, 'year_before_item', {
    figure: figureName(lang, now.id),
    now: left,
    before: right,
    year,
  })
}

/** A carry-over that the next report tells otherwise, seen from the report that carried it out. */
export function restatedText(
  lang: Lang,
  { left, right, leftSum, rightSum }: Identity<Dated>,
): string {
  const [now] = right
  return t(lang, 'year_after_item', {
    figure: now ? figureName(lang, now.id) : '',
    now: exact(rightSum),
    after: exact(leftSum),
    year: left[0]?.of.year ?? '',
  })
}
