import type { Context } from 'hono'
import type * as v from 'valibot'
import { picture } from '#core/chart/picture.ts'
import { versionLine } from '#core/chart/spec.ts'
import { listOf } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { tellFile } from '../answer/file.ts'
import { meta } from '../answer/meta.ts'
import { originOf } from '../answer/origin.ts'
import type { Env } from '../env.ts'
import type { CompareAsked } from '../pages/compare-asked.ts'
import { plotted } from '../pages/compare-specs.ts'
import { coverageTold } from '../pages/compare-told.ts'
import { selectComparison } from '../pages/comparison.ts'
import { nameOf } from '../pages/view.ts'
import { releaseOf, requireWhole, versionOf } from '../version.ts'
import { requireAll, seriesCoverage } from './series-answer.ts'
import type { CompareChart } from './view-queries.ts'

type Asked = v.InferOutput<typeof CompareChart>

/** The pictures of a comparison as one, which says what it is without a page around it. */
export async function compareSvg(c: Context<Env>, asked: Asked): Promise<Response> {
  const release = await releaseOf(c)
  if (asked.with !== undefined) await requireWhole(c)
  const { lang, from, to } = asked
  const comparison = await selectComparison(c.var.db, askedOf(asked), {
    release,
    hasGroups: true,
  })
  const { bureaus, trend } = comparison
  requireAll(asked.bureaus, bureaus)
  const at = release?.at ?? (await versionOf(c)).at
  const coverage = seriesCoverage(bureaus, trend.reports, { from, to, at })
  const { data_version: data, updated, release: name } = await meta(c)
  const credit = { data, at: updated, ...(name !== null && { name }) }
  await tellFile(c, 'image/svg+xml; charset=utf-8', { coverage })
  // Opened by itself it is a document: one that may do nothing.
  c.header('content-security-policy', "default-src 'none'")
  const shown = trend.reports.length === 0 ? [] : plotted(lang, comparison, credit)
  const names = listOf(
    lang,
    bureaus.map((bureau) => nameOf(lang, bureau)),
  )
  return c.body(
    picture(
      shown.flatMap(({ spec, facets }) => (facets.length > 0 ? facets : [spec])),
      {
        lang,
        empty: `${names}${lang === 'zh' ? '：' : ': '}${t(lang, 'unheld')}`,
        foot: [
          ...(bureaus.some(({ madeUp }) => madeUp) ? [t(lang, 'compare_part_made_up')] : []),
          t(lang, 'chart_source_many'),
          coverageTold({ lang, at }, comparison),
          versionLine(lang, credit),
          `${originOf(c)}/compare`,
        ],
      },
    ),
  )
}

const askedOf = (asked: Asked): CompareAsked => ({
  ids: asked.bureaus,
  measures: asked.figure,
  years: { from: asked.from, to: asked.to, invalid: false },
  q: '',
  mode: asked.mode === 'index' ? 'index' : 'count',
  scale: asked.scale,
  facets: asked.facet !== undefined,
  axis: asked.axis,
  median: asked.with !== undefined,
  unknown: [],
  tooManyBureaus: false,
  tooManyMeasures: false,
  noShare: false,
  bad: [],
})
