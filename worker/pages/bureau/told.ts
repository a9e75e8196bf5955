import type { Lang } from '#core/text/lang.ts'
import { sentence } from '#core/text/sentence.ts'
import { t } from '#core/text/words.ts'
import type { BureauAsOf } from '../../db/bureaus.ts'
import { heldYears } from '../no-reports.tsx'
import { type View, nameOf } from '../view.ts'
import { yearRuns } from '../words.tsx'
import type { Asked } from './asked.ts'
import type { Found, Known } from './found.ts'
import type { Seen } from '../../routes/bureau-seen.ts'
import { type Who, lineSubject } from '../../routes/bureau-specs.ts'
import { mainFigures } from './subject.ts'

/** The page in a sentence; where the years asked for hold nothing, which years do. */
export function toldOf(
  { lang }: View,
  { bureau }: Known,
  { seen }: Found,
  { figures }: Asked,
): string {
  const held = bureau.years ?? seen.held.map(({ year }) => year)
  if (seen.held.length === 0 && held.length > 0)
    return t(lang, 'none_in_range', { years: heldYears([{ years: held }]) })
  const who = whoOf(lang, bureau)
  const told = (figures.length > 0 ? figures : mainFigures).map((figure) => ({
    figure,
    subject: lineSubject(who, seen, figure),
  }))
  return sentence(lang, told, held.length)
}

export const whoOf = (lang: Lang, bureau: BureauAsOf): Who => ({
  id: bureau.id,
  name: nameOf(lang, bureau),
  scope: bureau.scope,
})

/** What has happened to the bureau and its reports since the release of the page. */
export function sinceOf(lang: Lang, { bureau, now }: Known, { reports }: Seen): string[] {
  const gone = reports.map(({ year }) => year).filter((year) => !now.years.includes(year))
  const [was, is] = [bureau.tenure, now.tenure]
  const isChanged =
    was !== null && is !== null && (was.begins !== is.begins || was.ended !== is.ended)
  return [
    ...(now.name === bureau.name ? [] : [t(lang, 'since_renamed', { name: nameOf(lang, now) })]),
    ...(isChanged ? [t(lang, 'since_reorganised')] : []),
    ...(gone.length > 0 ? [t(lang, 'since_withdrawn', { years: yearRuns(gone) })] : []),
    t(lang, 'since_left_out'),
  ]
}
