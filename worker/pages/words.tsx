import { type Lang, langTag } from '#core/text/lang.ts'
import { type Level, levelEntries } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { t } from '#core/text/words.ts'
import type { Bureau } from '../db/bureaus.ts'
import { nameOf } from './view.ts'

interface Named {
  readonly name: string
  readonly nameEn: string | null
}

/** A name, marked as Chinese where the page is not and it has no other. */
export const Name = ({ lang, of }: { lang: Lang; of: Named }) =>
  lang === 'en' && of.nameEn === null ? (
    <span lang={langTag.zh}>{of.name}</span>
  ) : (
    <>{nameOf(lang, of)}</>
  )

export const levelName = (lang: Lang, level: Level): string => levelEntries[level][lang]

/** A roster's own sector that is not in the list is shown as it is. */
export const sectorName = (lang: Lang, sector: string): string =>
  sectors.find(({ id }) => id === sector)?.[lang] ?? sector

/** What a reader must know at the name: made up, whole area, excerpt. */
export const Badges = ({
  lang,
  of,
  excerpt = false,
}: {
  lang: Lang
  of: Bureau
  excerpt?: boolean
}) => (
  <>
    {of.scope === 'area' && <Badge>{t(lang, 'scope_area')}</Badge>}
    {excerpt && <Badge warn>{t(lang, 'excerpt')}</Badge>}
    {of.madeUp && <Badge warn>{t(lang, 'made_up')}</Badge>}
  </>
)

export const Badge = ({ children, warn = false }: { children: string; warn?: boolean }) => (
  <>
    {' '}
    <span class={warn ? 'badge warn' : 'badge'}>{children}</span>
  </>
)

/** `2019, 2021–2023`: years held, runs joined. */
export function yearRuns(years: readonly number[]): string {
  const runs: [number, number][] = []
  for (const year of years) {
    const last = runs.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else runs.push([year, year])
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')
}
