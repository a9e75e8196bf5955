import type { Child } from 'hono/jsx'
import { t } from '#core/text/words.ts'
import type { MissingBureau } from '../../db/coverage.ts'
import { CoverageStrip } from '../coverage-strip.tsx'
import type { View } from '../view.ts'
import { Badge } from '../words.tsx'
import type { Asked } from './asked.ts'
import { Trends } from './charts.tsx'
import { Controls } from './controls.tsx'
import { type AreaData, levelsIn, newestOf } from '../../routes/area-data.ts'
import { Headline } from './headline.tsx'
import { Inside } from './inside.tsx'
import { areaQuery } from './sources.tsx'

interface BodyProps {
  readonly view: View
  readonly name: string
  readonly madeUp: boolean
  readonly notices: readonly string[]
  readonly children: Child
}

/** The page of an area: its name, what must be known first, and all else below. */
export const AreaBody = ({ view: { lang }, name, madeUp, notices, children }: BodyProps) => (
  <>
    <h1>
      {name}
      {madeUp && <Badge warn>{t(lang, 'made_up')}</Badge>}
    </h1>
    {madeUp && <p class="notice">{t(lang, 'made_up_intro')}</p>}
    {notices.map((notice) => (
      <p class="notice">{notice}</p>
    ))}
    {children}
  </>
)

interface SectionProps {
  readonly view: View
  readonly asked: Asked
  readonly area: AreaData
  readonly missing: readonly MissingBureau[] | undefined
  /** Of the page; its files have `files`, where that is another. */
  readonly path: string
  readonly files?: string
}

/** Newest sums, trends, who has reported, the areas inside. */
export function Sections({ view, asked, area, missing, path, files = path }: SectionProps) {
  const { lang } = view
  const year = newestOf(area)
  const isHeld = area.years.some((one) => area.coverage(one).received > 0)
  return (
    <>
      {isHeld && (
        <Controls view={view} asked={asked} path={path} levels={levelsIn(area.division)} />
      )}
      {area.sums.own.length > 0 ? (
        <>
          <Headline lang={lang} sums={area.sums.own} />
          <h2>{t(lang, 'trends')}</h2>
          {area.isCut && <p class="soft small">{t(lang, 'years_cut')}</p>}
          <Trends view={view} asked={asked} area={area} path={files} />
        </>
      ) : (
        <NoSums view={view} asked={asked} area={area} />
      )}
      {year !== undefined && (
        <section id="coverage">
          <h2>{t(lang, 'who_reported')}</h2>
          <CoverageStrip
            view={view}
            year={year}
            years={area.years}
            counts={area.coverage}
            missing={missing}
            query={areaQuery(area.division)}
          />
        </section>
      )}
      <Inside view={view} asked={asked} area={area} />
    </>
  )
}

/** Where there is nothing to add up: why, and where else to look is said above. */
function NoSums({ view: { lang }, asked, area }: Pick<SectionProps, 'view' | 'asked' | 'area'>) {
  const isHeld = area.years.some((year) => area.coverage(year).received > 0)
  const word = asked.scope === 'own' ? 'no_own_reports' : 'no_area_reports'
  return <p class="empty">{t(lang, isHeld ? word : 'area_empty', { name: area.name })}</p>
}
