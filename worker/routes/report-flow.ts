import type { FlowReport } from '#core/chart/flow.ts'
import { findings } from '#core/check/finding.ts'
import { stateOf, valueOf } from '#core/reading.ts'
import type { Lang } from '#core/text/lang.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import type { Report } from '../db/reports.ts'

/** A report as its flow and its sentence read it. */
export function flowReport(
  lang: Lang,
  { name, nameEn, scope }: Pick<BureauAsOf, 'name' | 'nameEn' | 'scope'>,
  { year, tables, cells, excerpt }: Report,
): FlowReport {
  const broken = findings(cells, tables).filter(({ severity }) => severity === 'error')
  const disputed = new Set(broken.flatMap(({ left, right }) => [...left, ...right]))
  return {
    name: lang === 'en' ? (nameEn ?? name) : name,
    scope,
    year,
    tables,
    excerpt,
    read: (id) => ({
      value: valueOf(cells, id),
      state: stateOf(cells, id),
      disputed: disputed.has(id),
    }),
  }
}
