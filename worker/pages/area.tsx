import type { Context } from 'hono'
import { divisionCode, scopes } from '#core/roster/bureau.ts'
import { type HeldCounts, coverageText, scopeText } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { type AreaBureauPage, selectAreaBureaus } from '../db/area-bureaus.ts'
import type { Db } from '../db/client.ts'
import { type MissingBureau, selectMissing } from '../db/coverage.ts'
import { type Place, selectDivision } from '../db/divisions.ts'
import { isMadeUp } from '../db/outline.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { type Asked, askedOf, sumsOf } from './area/asked.ts'
import { AreaBody, Sections } from './area/body.tsx'
import { Bureaus } from './area/bureaus.tsx'
import { type AreaData, insideFigures, newestOf, selectArea } from '../routes/area-data.ts'
import { type Head, page } from './layout.tsx'
import { type View, nameOf, viewOf } from './view.ts'

/** `/d/{division}`: an area with its sums, its areas and its bureaus. */
export async function areaPage(c: Context<Env, '/d/:division'>): Promise<Response> {
  const view = await viewOf(c)
  const division = c.req.param('division')
  if (!divisionCode.test(division)) throw noDivision(division)
  const asked = askedOf(c, view)
  const { db } = c.var
  if (view.version?.behind && !view.release) return behindPage(c, view, division, asked)
  const area = await selectArea(db, division, sumsOf(view, asked))
  if (!area) throw noDivision(division)
  const bureaus = view.release ? undefined : await selectBureaus(db, division, asked)
  const more = await selectMore(db, view, area, asked)
  const { lang } = view
  return page(
    c,
    view,
    headOf(view, area, asked),
    <AreaBody view={view} name={area.name} madeUp={area.madeUp} notices={asked.notices}>
      {more.place && <Past view={view} place={more.place} />}
      <Sections
        view={view}
        asked={asked}
        area={area}
        missing={more.missing}
        path={`/d/${division}`}
      />
      {bureaus ? (
        <Bureaus view={view} asked={asked} path={`/d/${division}`} page={bureaus} />
      ) : (
        <p class="text soft">{t(lang, 'bureaus_not_frozen')}</p>
      )}
    </AreaBody>,
  )
}

const noDivision = (code: string): Problem =>
  new Problem(
    404,
    `没有代码为 ${code.slice(0, 20)} 的行政区划；可以按名称查找其中的机关（there is no division with the code ${code.slice(0, 20)}; search for its bureaus by name）`,
  )

function headOf({ lang }: View, area: AreaData, asked: Asked): Head {
  const { name, coverage, around } = area
  const year = newestOf(area)
  const held = year === undefined ? '' : coverageText(lang, coverage(year))
  return {
    title: t(lang, 'area_title', { name }),
    description: t(lang, 'area_description', { name, scope: scopeText(lang, asked), held }),
    crumbs: [
      ['/', t(lang, 'home')],
      ...around.map((place) => [`/d/${place.code}`, nameOf(lang, place)] as const),
    ],
    unlisted: asked.after !== undefined || asked.level !== undefined || asked.sector !== undefined,
  }
}

/** The years of which bureaus show their figures. */
const bureauYears = 5

const selectBureaus = (db: Db, division: string, asked: Asked): Promise<AreaBureauPage> => {
  const to = asked.years.to ?? new Date().getUTCFullYear()
  return selectAreaBureaus(db, {
    division,
    figures: insideFigures,
    from: Math.max(asked.years.from ?? 0, to - bureauYears + 1),
    to,
    level: asked.level,
    sector: asked.sector,
    scope: asked.scope === 'area' ? 'area' : undefined,
    after: asked.after,
  })
}

/** Of more bureaus than these only a part could be looked at. */
const fewEnough = 150
const lookedAt = 200

interface More {
  readonly missing?: readonly MissingBureau[]
  readonly place?: Place | undefined
}

/**
 * Who is missing, where that can be told at once and the sums have left a statement for it; of an area of which nothing
 * is held, what became of its code.
 */
async function selectMore(db: Db, view: View, area: AreaData, asked: Asked): Promise<More> {
  const { division, coverage } = area
  if (view.release || division === null || asked.scope === 'area') return {}
  const year = newestOf(area)
  if (year === undefined || isNothing(coverage(year)))
    return { place: await selectDivision(db, division) }
  return isTold(coverage(year))
    ? { missing: (await selectMissing(db, { year, division, scopes }, null, lookedAt)).bureaus }
    : {}
}

const isNothing = ({ received, expected }: HeldCounts): boolean =>
  received === 0 && expected === null

const isTold = ({ expected, missing }: HeldCounts): boolean =>
  missing !== null && missing > 0 && expected !== null && expected <= fewEnough

/** A code that is no more leads to the one that came after it. */
function Past({ view: { lang }, place: { validTo, successor } }: { view: View; place: Place }) {
  if (validTo === null) return <></>
  return (
    <p class="notice">
      {t(lang, 'code_until', { year: validTo })}{' '}
      {successor && (
        <a href={`/d/${successor}`}>{t(lang, 'code_successor', { code: successor })}</a>
      )}
    </p>
  )
}

/** While sums lack reports, none is told: the bureaus and their own figures are there. */
async function behindPage(
  c: Context<Env>,
  view: View,
  division: string,
  asked: Asked,
): Promise<Response> {
  const { db } = c.var
  const place = await selectDivision(db, division)
  const madeUp = isMadeUp(division)
  if (!place && division !== '000000') throw noDivision(division)
  const name = place?.name ?? t(view.lang, 'made_up')
  const bureaus = await selectBureaus(db, division, asked)
  return page(
    c,
    view,
    { title: name, description: name, crumbs: [['/', t(view.lang, 'home')]] },
    <AreaBody view={view} name={name} madeUp={madeUp} notices={asked.notices}>
      <p class="notice">{t(view.lang, 'counts_behind')}</p>
      <Bureaus view={view} asked={asked} path={`/d/${division}`} page={bureaus} />
    </AreaBody>,
  )
}
