import { SingleBar } from 'cli-progress'
import { parseArgs } from 'node:util'
import { langOf } from '#core/text/lang.ts'
import { type Checked, type Subject, checkAll, subjects } from './check-subject.ts'
import { type Outcome, csvLines, findingRows, summaryRow } from './check-table.ts'
import { refusalLine, reportLines } from './check-text.ts'
import { summaryLines } from './check-summary.ts'
import { openDocument } from './document.ts'
import type { Output } from './output.ts'
import { isFolder, walk } from './walk.ts'

export const usage = `check [--summary] [--csv] [--lang zh|en] FILE|FOLDER…`

const options = {
  csv: { type: 'boolean', default: false },
  summary: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh' },
} as const

/**
 * Reads reports and holds them against every rule, also against each other year by year; stores nothing. Folders give a
 * table, a row per report. Exit code: 0 clean, 1 some error or refusal, 2 wrong usage.
 */
export async function check(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  if (positionals.length === 0 || !['zh', 'en'].includes(values.lang)) return 2
  const lang = langOf(values.lang)
  const folders = await Promise.all(positionals.map(isFolder))
  const isSummary = values.summary || (folders.includes(true) && !values.csv)
  const outcomes = await outcomesOf(await walk(positionals), output)
  const lines = values.csv
    ? csvLines(
        outcomes.flatMap((one) => (isSummary ? [summaryRow(one)] : findingRows(lang, one))),
        isSummary ? 'summary' : 'findings',
      )
    : isSummary
      ? summaryLines(lang, outcomes)
      : outcomes.flatMap((one) =>
          'refused' in one ? [refusalLine(lang, one.file, one.refused)] : reportLines(lang, one),
        )
  for (const line of lines) output.out(line)
  return outcomes.some(isBad) ? 1 : 0
}

const isBad = (outcome: Outcome): boolean =>
  'refused' in outcome ||
  Object.keys(outcome.subject.refusedTables).length > 0 ||
  outcome.findings.some(({ severity }) => severity === 'error')

/** All files in their order, with a progress bar on a terminal. */
async function outcomesOf(files: readonly string[], output: Output): Promise<Outcome[]> {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {name}',
    clearOnComplete: true,
    noTTYOutput: false,
  })
  const opened: (Subject | { readonly file: string; readonly refused: string })[] = []
  if (files.length > 1) bar.start(files.length, 0, { name: '' })
  for (const file of files) {
    // One after the other: a folder of reports must not be in memory at once.
    // oxlint-disable-next-line no-await-in-loop
    const document = await openDocument(file)
    if ('kind' in document && document.kind === 'bulk')
      for (const warning of document.warnings) output.err(`${file}: ${warning}`)
    const found = subjects(file, document)
    if ('refused' in found) opened.push({ file, refused: found.refused })
    else opened.push(...found)
    if (files.length > 1) bar.increment(1, { name: file })
  }
  bar.stop()
  const checked = new Map<Subject, Checked>(
    checkAll(opened.filter((one) => 'report' in one)).map((one) => [one.subject, one]),
  )
  return opened.flatMap((one): Outcome[] => {
    if ('refused' in one) return [one]
    const found = checked.get(one)
    return found ? [found] : []
  })
}
