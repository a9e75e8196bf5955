import type { Context } from 'hono'
import type * as v from 'valibot'
import { isFigureId } from '#core/catalog/index.ts'
import { type Chart, bureauCharts, figuresOf } from '#core/chart/bureau-charts.ts'
import type { ChartSpec } from '#core/chart/chart.ts'
import { lineWith } from '#core/chart/options.ts'
import { type Caption, picture } from '#core/chart/picture.ts'
import { versionLine } from '#core/chart/spec.ts'
import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { tellFile } from '../answer/file.ts'
import type { Meta } from '../answer/meta.ts'
import { originOf } from '../answer/origin.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import type { Env } from '../env.ts'
import { seenOf } from './bureau-seen.ts'
import { type Drawn, lineOf, stackOf } from './bureau-specs.ts'
import { flagsOf } from './lineage-flags.ts'
import { type SeriesAnswer, seriesAnswer } from './series-answer.ts'
import { type BureauChart, figuresAsked } from './view-queries.ts'

type Asked = v.InferOutput<typeof BureauChart>

/** The charts of a bureau as one picture, which says what it is without a page around it. */
export async function bureauSvg(c: Context<Env>, id: string, asked: Asked): Promise<Response> {
  const { from, to, lineage, lang } = asked
  const charts = chartsOf(asked)
  const figure = [...new Set(charts.flatMap(figuresOf))]
  const answer = await seriesAnswer(c, { figure, bureau: [id], from, to, lineage })
  const told = await tellFile(c, 'image/svg+xml; charset=utf-8', answer.told)
  // Opened by itself it is a document: one that may do nothing.
  c.header('content-security-policy', "default-src 'none'")
  const [bureau] = answer.bureaus
  if (!bureau) throw new TypeError('The answer has the bureau that was asked for')
  const specs = answer.reports.length === 0 ? [] : specsOf(asked, charts, bureau, answer)
  return c.body(picture(specs, captionOf(c, lang, { bureau, answer, told })))
}

const nameIn = (lang: Lang, { name, nameEn }: BureauAsOf): string =>
  lang === 'en' ? (nameEn ?? name) : name

/** The charts by their names, then the figures as lines. */
const chartsOf = ({ figure, chart = [] }: Asked): readonly Chart[] => [
  ...chart.map((id) => bureauCharts[id]),
  ...(chart.length > 0 && !figure ? [] : figuresAsked(figure)).map((id): Chart => ({
    kind: 'line',
    figure: id,
  })),
]

function specsOf(
  { lang, mode, scale, lineage }: Asked,
  charts: readonly Chart[],
  bureau: BureauAsOf,
  { kin, reports, lines }: SeriesAnswer,
): ChartSpec[] {
  const own = lines.flatMap(({ figure, points }) =>
    isFigureId(figure)
      ? [{ figure, points: points.flatMap((point) => ('state' in point ? [point] : [])) }]
      : [],
  )
  const { id, scope } = bureau
  const drawn: Drawn = {
    lang,
    // The foot of the picture says which data and of when.
    credit: { data: 0, at: null },
    who: { id, scope, name: nameIn(lang, bureau) },
    seen: seenOf(lang, id, { reports, lines: own }),
  }
  const flags = flagsOf(lang, kin, id, lineage)
  return charts.map((chart) =>
    chart.kind === 'line'
      ? lineWith(lineOf(drawn, chart.figure), { scale, flags })
      : stackOf(drawn, chart.plan, mode),
  )
}

interface Captioned {
  readonly bureau: BureauAsOf
  readonly answer: SeriesAnswer
  readonly told: Meta
}

function captionOf(c: Context<Env>, lang: Lang, { bureau, answer, told }: Captioned): Caption {
  const name = nameIn(lang, bureau)
  return {
    lang,
    empty: `${name}${lang === 'zh' ? '：所选年份的报告均未收录' : ': no report of these years is in the collection'}`,
    foot: [
      ...(bureau.madeUp ? [t(lang, 'made_up_banner')] : []),
      ...(answer.reports.length === 0 ? [] : [t(lang, 'chart_source', { name })]),
      `${coverageText(lang, told)}${lang === 'zh' ? '；' : '; '}${versionText(lang, told)}`,
      `${originOf(c)}${c.req.path.replace(/\.svg$/, '')}`,
    ],
  }
}

function coverageText(lang: Lang, { coverage }: Meta): string {
  const { received = 0, expected = null } = coverage ?? {}
  const count = expected === null ? String(received) : `${received} / ${expected}`
  return lang === 'zh' ? `收录报告 ${count} 份` : `Reports in the collection: ${count}`
}

const versionText = (lang: Lang, { release, data_version: data, updated: at }: Meta): string =>
  versionLine(lang, { data, at, ...(release !== null && { name: release }) })
