import type { Filled } from './database.ts'
import type { Held } from './heap.ts'
import type { Imported } from './imports.ts'
import type { Measured } from './measure.ts'
import type { Route } from './routes.ts'

const maxStatements = 5
const maxRows = 2000
/** Where an answer needs a whole group. */
const maxRowsPerMember = 4
const maxRatio = 2
const maxMs = 50
const maxBytes = 7e9
const maxHeap = 64e6
const minPerSecond = 50

const ms = (n: number): string => n.toFixed(1)
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
const kilobytes = (bytes: number): string => thousands(Math.ceil(bytes / 1e3))
const thousands = (n: number): string => n.toLocaleString('en')

/** What is over its bar is marked. */
const bar = (text: string, holds: boolean): string => (holds ? text : `**${text}** ✗`)

export interface MeasuredRoute {
  readonly route: Route
  /** The small database, then the large one. */
  readonly bySize: readonly Measured[]
  /** Of the large one. */
  readonly growth: Held
}

/** The result as Markdown, the way docs/performance.md has it. */
export function report(
  [small, large]: readonly Filled[],
  measured: readonly MeasuredRoute[],
  imported: readonly Imported[],
): string[] {
  if (!small || !large) return []
  const held = [small, large].map(({ reports }) => thousands(reports))
  return [
    '## Routes',
    '',
    `| route | statements | rows read | kB | heap used / committed + buffers, MB | p50 / p99 ms at ${held[0]} reports | at ${held[1]} | ratio of p99 | requests |`,
    '|---|---|---|---|---|---|---|---|---|',
    ...measured.map(line),
    '',
    '## Import',
    '',
    '| reports held | reports/s through the API | rows written by a publish | rows read | statements |',
    '|---|---|---|---|---|',
    ...imported.map(
      ({ perSecond, rowsWritten, rowsRead, statements }, i) =>
        `| ${held[i]} | ${bar(perSecond.toFixed(0), perSecond >= minPerSecond)} | ${rowsWritten.toFixed(1)} | ${thousands(Math.round(rowsRead))} | ${statements.toFixed(1)} |`,
    ),
    '',
    '## Size',
    '',
    ...sizeLines(large),
  ]
}

function line({ route, bySize: [small, large], growth }: MeasuredRoute): string {
  if (!small || !large) return ''
  const { statements, rowsRead } = large.cost
  const most = route.group === undefined ? maxRows : maxRowsPerMember * route.group
  const ratio = large.p99 / small.p99
  const isQuick = (p99: number): boolean => !route.quick || p99 <= maxMs
  const at = ({ p50, p99 }: Measured): string => `${ms(p50)} / ${bar(ms(p99), isQuick(p99))}`
  const cells = [
    large.status === 200 ? route.name : `${route.name} **(${large.status})** ✗`,
    bar(String(statements), statements <= maxStatements),
    bar(thousands(rowsRead), rowsRead <= most),
    kilobytes(large.bytes),
    heapText(growth),
    at(small),
    at(large),
    route.grows ? '' : bar(ratio.toFixed(2), ratio <= maxRatio),
    large.requests,
  ]
  return `| ${cells.join(' | ')} |`
}

const heapText = ({ used, committed, buffers }: Held): string =>
  `${bar(megabytes(used), used <= maxHeap)} / ${megabytes(committed)} + ${megabytes(buffers)}`

const sizeLines = ({ reports, bytes, seconds, tables }: Filled): string[] => [
  `${thousands(reports)} reports: ${bar(`${megabytes(bytes)} MB`, bytes <= maxBytes)}, generated in ${seconds.toFixed(0)} s.`,
  '',
  '| table with its indexes | MB | rows | bytes/row |',
  '|---|---|---|---|',
  ...tables
    .filter(([, own]) => own >= 1e5)
    .map(
      ([name, own, rows]) =>
        `| ${name} | ${megabytes(own)} | ${thousands(rows)} | ${(own / Math.max(1, rows)).toFixed(0)} |`,
    ),
]
