import Papa from 'papaparse'
import { tableIds } from '#core/catalog/table.ts'
import type { Severity } from '#core/check/finding.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import type { Checked } from './check-subject.ts'
import { placeOf } from './check-text.ts'

/** What became of a file: its reports, or why it was refused. */
export type Outcome = Checked | { readonly file: string; readonly refused: string }

type Row = Readonly<Record<string, string | number | null>>

const count = ({ findings }: Checked, wanted: Severity): number =>
  findings.filter(({ severity }) => severity === wanted).length

/** One row for a report or a refused file. */
export function summaryRow(outcome: Outcome): Row {
  if ('refused' in outcome) {
    return { ...emptySummary, file: outcome.file, refused: outcome.refused }
  }
  const { file, bureau, division, report, refusedTables } = outcome.subject
  const states = Object.values(report.cells).map(({ state }) => state)
  const tables = tableIds.map((id) => [
    id,
    refusedTables[id] ? 'refused' : edition(report.tables[id]),
  ])
  return {
    file,
    bureau,
    division: division?.code ?? division?.name ?? null,
    year: report.year,
    ...Object.fromEntries(tables),
    cells: states.length,
    numbers: states.filter((state) => state === 'number').length,
    unread: states.filter((state) => state === 'unread').length,
    errors: count(outcome, 'error'),
    warnings: count(outcome, 'warning'),
    notices: count(outcome, 'notice'),
    refused: Object.values(refusedTables).join(' ') || null,
  }
}

const edition = (own: string | null | undefined): string | null =>
  own === null ? 'unknown' : (own ?? null)

const emptySummary: Row = {
  file: null,
  bureau: null,
  division: null,
  year: null,
  disclosure: null,
  requests: null,
  reviews: null,
  cells: null,
  numbers: null,
  unread: null,
  errors: null,
  warnings: null,
  notices: null,
  refused: null,
}

/** One row per finding; a refused file has one row as well. */
export function findingRows(lang: Lang, outcome: Outcome): Row[] {
  if ('refused' in outcome) {
    return [
      {
        ...emptyFinding,
        file: outcome.file,
        severity: 'error',
        rule: 'REFUSED',
        detail: outcome.refused,
      },
    ]
  }
  const { subject, findings } = outcome
  const { file, bureau, report } = subject
  const refused = tableIds.flatMap((id) => {
    const reason = subject.refusedTables[id]
    return reason
      ? [{ ...emptyFinding, rule: 'REFUSED', severity: 'error', left: id, detail: reason }]
      : []
  })
  const own = findings.map((finding) => {
    const place = placeOf(finding, subject)
    return {
      ...emptyFinding,
      rule: finding.rule,
      severity: finding.severity,
      outcome: finding.outcome,
      asks: inLang(lang, ruleBook[finding.rule]),
      left: finding.left.join(' '),
      right: finding.right.join(' '),
      left_sum: finding.leftSum,
      right_sum: finding.rightSum,
      difference: finding.difference,
      missing: finding.missing.join(' '),
      detail: finding.detail,
      sentence: finding.statement?.sentence ?? null,
      page: place?.page ?? null,
      line: place?.line ?? null,
      fingerprint: finding.fingerprint,
    }
  })
  return [...refused, ...own].map((row) => ({ ...row, file, bureau, year: report.year }))
}

const emptyFinding: Row = {
  file: null,
  bureau: null,
  year: null,
  rule: null,
  severity: null,
  outcome: null,
  asks: null,
  left: null,
  right: null,
  left_sum: null,
  right_sum: null,
  difference: null,
  missing: null,
  detail: null,
  sentence: null,
  page: null,
  line: null,
  fingerprint: null,
}

/** With a header row even if there are no rows. What a spreadsheet would take for a formula is quoted. */
export const csvLines = (rows: readonly Row[], kind: 'summary' | 'findings'): string[] => {
  const columns = Object.keys(kind === 'summary' ? emptySummary : emptyFinding)
  const data = rows.map((row) => columns.map((column) => row[column] ?? ''))
  return Papa.unparse({ fields: columns, data }, { escapeFormulae: true, newline: '\n' }).split(
    '\n',
  )
}
