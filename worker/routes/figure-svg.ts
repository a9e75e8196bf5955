import type { Context } from 'hono'
import type * as v from 'valibot'
import { isFigureId } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import type { ChartSpec } from '#core/chart/chart.ts'
import { picture } from '#core/chart/picture.ts'
import { versionLine } from '#core/chart/spec.ts'
import { inLang } from '#core/text/lang.ts'
import { coverageText } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { tellFile } from '../answer/file.ts'
import { meta } from '../answer/meta.ts'
import { originOf } from '../answer/origin.ts'
import { isMadeUp } from '../db/outline.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { type FigureAnswer, measureName, selectFigure } from '../pages/figure-answer.ts'
import { type MeasureId, peersOf } from '../pages/figure-asked.ts'
import {
  type FigureShown,
  partsSpec,
  placeText,
  spreadSpec,
  trendSpec,
} from '../pages/figure-specs.ts'
import { releaseOf, requireWhole } from '../version.ts'
import { divisionOf } from './place.ts'
import type { FigureChart } from './view-queries.ts'

type Asked = v.InferOutput<typeof FigureChart>

/** The pictures of a figure's page as one, which says what it is without a page around it. */
export async function figureSvg(
  c: Context<Env>,
  measure: MeasureId,
  { lang, chart, level, sector, ...asked }: Asked,
): Promise<Response> {
  const release = await releaseOf(c)
  await requireWhole(c)
  const place = { division: divisionOf(asked), scope: asked.scope }
  const wanted = {
    ...place,
    ...peersOf(place, level, sector),
    year: asked.year,
    shown: 'list',
  } as const
  const answer = await selectFigure(c.var.db, measure, wanted, release)
  if (!answer) throw new Problem(404, `没有这个行政区划：${place.division}（no such division）`)
  const { data_version: data, updated: at, release: name } = await meta(c)
  const credit = { data, at, ...(name !== null && { name }) }
  const shown = { lang, measure, asked: wanted, answer, credit }
  const held = heldIn(answer)
  const { received, expected, missing } = held
  await tellFile(c, 'image/svg+xml; charset=utf-8', {
    coverage: { received, expected, missing_count: missing },
  })
  // Opened by itself it is a document: one that may do nothing.
  c.header('content-security-policy', "default-src 'none'")
  const what = `${measureName(lang, measure)}${lang === 'zh' ? '，' : ', '}${placeText(lang, shown)}`
  const refused = isFigureId(measure) ? mayAdd(measure) : null
  const why = refused ? inLang(lang, refused) : t(lang, 'no_sum')
  return c.body(
    picture(specsOf(shown, chart), {
      lang,
      empty: `${what}${lang === 'zh' ? '：' : ': '}${why}`,
      foot: [
        ...(isMadeUp(place.division) ? [t(lang, 'made_up_intro')] : []),
        t(lang, 'chart_source_many'),
        `${answer.year}${lang === 'zh' ? '年：' : ': '}${coverageText(lang, held)}`,
        versionLine(lang, credit),
        `${originOf(c)}${c.req.path.replace(/\.svg$/, '')}`,
      ],
    }),
  )
}

/** What is held of the area in the year of its parts. */
function heldIn({ trend, year }: FigureAnswer) {
  const { held = 0, expected = null, missing = null } = trend.find((one) => one.year === year) ?? {}
  return { received: held, expected, missing }
}

/** Those that there are of what is asked for. */
function specsOf(shown: FigureShown, chart: Asked['chart']): ChartSpec[] {
  const { parts, trend } = shown.answer
  const isAsked = (name: Asked['chart']): boolean => chart === undefined || chart === name
  const spread = isAsked('spread') ? spreadSpec(shown) : null
  return [
    ...(isAsked('areas') && parts.some(hasValue) ? [partsSpec(shown)] : []),
    ...(isAsked('trend') && trend.some(hasValue) ? [trendSpec(shown)] : []),
    ...(spread ? [spread] : []),
  ]
}

const hasValue = ({ value }: { readonly value: number | null }): boolean => value !== null
