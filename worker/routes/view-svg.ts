import type { Context } from 'hono'
import type { FigureId } from '#core/catalog/index.ts'
import { type Caption, picture } from '#core/chart/picture.ts'
import { type LineSpec, type Subject, lineSpec, versionLine } from '#core/chart/spec.ts'
import { type Lang, listOf } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { tellFile } from '../answer/file.ts'
import type { Meta } from '../answer/meta.ts'
import { originOf } from '../answer/origin.ts'
import type { Point } from '../db/series.ts'
import type { Env } from '../env.ts'
import {
  type SeriesAnswer,
  type SeriesAsked,
  type SeriesPoint,
  seriesAnswer,
} from './series-answer.ts'

export interface ChartAsked extends Omit<SeriesAsked, 'lineage'> {
  readonly figure: readonly FigureId[]
  readonly lang: Lang
}

/** The charts of a view as one picture, which says what it is without a page around it. */
export async function chartSvg(c: Context<Env>, asked: ChartAsked): Promise<Response> {
  const answer = await seriesAnswer(c, asked)
  const told = await tellFile(c, 'image/svg+xml; charset=utf-8', answer.told)
  // Opened by itself it is a document: one that may do nothing.
  c.header('content-security-policy', "default-src 'none'")
  const specs = answer.reports.length === 0 ? [] : specsOf(asked, answer, told)
  return c.body(picture(specs, captionOf(c, asked.lang, answer, told)))
}

const nameIn = (lang: Lang, { name, nameEn }: SeriesAnswer['bureaus'][number]): string =>
  lang === 'en' ? (nameEn ?? name) : name

const specsOf = (
  { lang, figure }: ChartAsked,
  answer: SeriesAnswer,
  { data_version: data, updated: at }: Meta,
): LineSpec[] => figure.map((id) => lineSpec(lang, id, subjectsOf(lang, answer, id), { data, at }))

const subjectsOf = (
  lang: Lang,
  { bureaus, reports, lines }: SeriesAnswer,
  figure: FigureId,
): Subject[] =>
  bureaus.map((bureau) => ({
    name: nameIn(lang, bureau),
    scope: bureau.scope,
    reports: reports.filter((report) => report.bureau === bureau.id),
    points: lines
      .filter((line) => line.bureau === bureau.id && line.figure === figure)
      .flatMap(({ points }) => points.flatMap((point) => (isPlain(point) ? [point] : []))),
  }))

/** Neither a rate nor a sum of several bureaus, which no chart shows. */
const isPlain = (point: SeriesPoint): point is Point => 'state' in point && !('parts' in point)

function captionOf(
  c: Context<Env>,
  lang: Lang,
  { bureaus, reports }: SeriesAnswer,
  told: Meta,
): Caption {
  const names = bureaus.map((bureau) => nameIn(lang, bureau))
  const [only] = names.length === 1 ? names : []
  const source = only ? t(lang, 'chart_source', { name: only }) : t(lang, 'chart_source_many')
  return {
    lang,
    empty: `${listOf(lang, names)}${lang === 'zh' ? '：所选年份的报告均未收录' : ': no report of these years is in the collection'}`,
    foot: [
      ...(bureaus.some(({ madeUp }) => madeUp) ? [t(lang, 'made_up_banner')] : []),
      ...(reports.length === 0 ? [] : [source]),
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
