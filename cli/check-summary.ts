import type { Lang } from '#core/text/lang.ts'
import { type Outcome, summaryRow } from './check-table.ts'

const heads: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['数字/单元格', '错误', '警告', '提示', '年度', '机关', '文件'],
  en: ['numbers/cells', 'errors', 'warnings', 'notices', 'year', 'bureau', 'file'],
}

/** A table for people, a row per report or refused file, and the totals below it. */
export function summaryLines(lang: Lang, outcomes: readonly Outcome[]): string[] {
  const rows = [heads[lang], ...outcomes.map((outcome) => cells(lang, outcome))]
  const widths = heads[lang].map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))))
  const lines = rows.map((row) =>
    row
      .map((text, i) => (i < row.length - 1 ? pad(text, widths[i] ?? 0) : text))
      .join('  ')
      .trimEnd(),
  )
  return [...lines, '', total(lang, outcomes)]
}

function cells(lang: Lang, outcome: Outcome): string[] {
  const row = summaryRow(outcome)
  const text = (key: string): string => String(row[key] ?? '—')
  if ('refused' in outcome) {
    const refused = lang === 'zh' ? '拒收' : 'refused'
    return [refused, '—', '—', '—', '—', '—', `${outcome.file}: ${outcome.refused}`]
  }
  const reason = row['refused'] === null ? '' : `: ${row['refused']}`
  return [
    `${text('numbers')}/${text('cells')}`,
    text('errors'),
    text('warnings'),
    text('notices'),
    text('year'),
    text('bureau'),
    text('file') + reason,
  ]
}

function total(lang: Lang, outcomes: readonly Outcome[]): string {
  const refused = outcomes.filter((outcome) => 'refused' in outcome).length
  const read = outcomes.length - refused
  const broken = outcomes.filter(
    (outcome) =>
      'findings' in outcome && outcome.findings.some(({ severity }) => severity === 'error'),
  ).length
  return lang === 'zh'
    ? `读取 ${read} 份，其中 ${broken} 份有错误；拒收 ${refused} 个文件`
    : `${read} read, ${broken} of them with errors; ${refused} refused`
}

/** Columns of a terminal: Chinese characters take two. */
const width = (text: string): number => text.length + (text.match(/[\u2e80-\uffe6]/g)?.length ?? 0)

const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)))
