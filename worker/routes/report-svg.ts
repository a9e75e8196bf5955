import type { Context } from 'hono'
import { tables } from '#core/catalog/index.ts'
import { flowSpec } from '#core/chart/flow.ts'
import { picture } from '#core/chart/picture.ts'
import { versionLine } from '#core/chart/spec.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { tellFile } from '../answer/file.ts'
import { originOf } from '../answer/origin.ts'
import { selectReport } from '../db/reports.ts'
import type { Env } from '../env.ts'
import { releaseOf } from '../version.ts'
import { bureauOr404 } from './bureaus.ts'
import { flowReport } from './report-flow.ts'
import { noReport, toldOf } from './reports.ts'

interface Asked {
  readonly bureau: string
  readonly year: number
  readonly lang: Lang
}

/** The flow of one report as a picture, which says what it is without a page around it. */
export async function reportSvg(
  c: Context<Env>,
  { bureau: id, year, lang }: Asked,
): Promise<Response> {
  const release = await releaseOf(c)
  const bureau = await bureauOr404(c.var.db, id, release)
  const report = await selectReport(c.var.db, bureau, year, release)
  if (!report) throw noReport(bureau, year)
  const told = await tellFile(c, 'image/svg+xml; charset=utf-8', toldOf(report))
  // Opened by itself it is a document: one that may do nothing.
  c.header('content-security-policy', "default-src 'none'")
  const flow = flowReport(lang, bureau, report)
  const credit = {
    data: told.data_version,
    at: told.updated,
    ...(told.release !== null && { name: told.release }),
  }
  return c.body(
    picture(report.tables.requests === undefined ? [] : [flowSpec(lang, flow, credit)], {
      lang,
      empty: `${t(lang, 'report_title', { name: flow.name, year })}${lang === 'zh' ? '：' : ': '}${inLang(lang, tables.requests)}${lang === 'zh' ? '，' : ', '}${t(lang, 'unheld')}`,
      foot: [
        ...(bureau.madeUp ? [t(lang, 'made_up_banner')] : []),
        t(lang, 'chart_source', { name: flow.name }),
        versionLine(lang, credit),
        `${originOf(c)}${c.req.path.replace(/\.svg$/, '')}`,
      ],
    }),
  )
}
