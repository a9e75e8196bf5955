import type { Context } from 'hono'
import * as v from 'valibot'
import { type AreaSubject, areaCharts, areaSpecs } from '#core/chart/area.ts'
import { picture } from '#core/chart/picture.ts'
import { type Credit, versionLine } from '#core/chart/spec.ts'
import { coverageText } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { tellFile } from '../answer/file.ts'
import type { Meta } from '../answer/meta.ts'
import { originOf } from '../answer/origin.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { releaseOf, requireWhole } from '../version.ts'
import { type AreaData, newestOf, selectArea, subjectOf } from './area-data.ts'
import { hasLevel, isInOrder, needsLevel, order, sums } from './area-view.ts'
import { LangSchema, oneOf } from './parameters.ts'

export const AreaChart = v.pipe(
  v.object({
    chart: v.optional(oneOf(areaCharts)),
    ...sums,
    mode: v.optional(oneOf(['share', 'count']), 'share'),
    scale: v.optional(oneOf(['linear', 'log']), 'linear'),
    lang: LangSchema,
  }),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
  v.forward(
    v.check((asked) => hasLevel(asked), needsLevel),
    ['level'],
  ),
)

/** The charts of an area's page as one picture, which says what it is without a page around it. */
export async function areaSvg(
  c: Context<Env>,
  division: string | null,
  asked: v.InferOutput<typeof AreaChart>,
): Promise<Response> {
  const release = await releaseOf(c)
  await requireWhole(c)
  const { lang } = asked
  const area = await selectArea(c.var.db, division, { ...asked, release })
  if (!area) throw new Problem(404, `没有这个行政区划：${division}（no such division）`)
  const told = await tellFile(c, 'image/svg+xml; charset=utf-8', { coverage: countsOf(area) })
  // Opened by itself it is a document: one that may do nothing.
  c.header('content-security-policy', "default-src 'none'")
  const subject = subjectOf(area, asked)
  return c.body(
    picture(areaSpecs(lang, subject, { ...asked, credit: creditOf(told) }), {
      lang,
      empty: t(lang, 'area_empty', { name: area.name }),
      foot: footOf(c, area, subject, { told, lang }),
    }),
  )
}

/** Reports that the newest year of the picture is made of. */
function countsOf(area: AreaData) {
  const year = newestOf(area)
  const {
    received = 0,
    expected = null,
    missing = null,
  } = year === undefined ? {} : area.coverage(year)
  return { received, expected, missing_count: missing }
}

const creditOf = ({ data_version: data, updated: at, release }: Meta): Credit => ({
  data,
  at,
  ...(release !== null && { name: release }),
})

function footOf(
  c: Context<Env>,
  area: AreaData,
  { madeUp }: AreaSubject,
  { told, lang }: { readonly told: Meta; readonly lang: 'zh' | 'en' },
): string[] {
  const year = newestOf(area)
  return [
    ...(madeUp ? [t(lang, 'made_up_intro')] : []),
    t(lang, 'chart_source_many'),
    ...(year === undefined
      ? []
      : [
          t(lang, 'coverage_year', {
            year,
            text: coverageText(lang, area.coverage(year)),
          }).trimEnd(),
        ]),
    versionLine(lang, creditOf(told)),
    `${originOf(c)}${c.req.path.replace(/\.svg$/, '').replace(/^\/index$/, '/')}`,
  ]
}
