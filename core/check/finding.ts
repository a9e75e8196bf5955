import type { FigureId } from '#core/catalog/index.ts'
import type { Cells, Tables } from '../reading.ts'
import { type Check, checkReading } from './check.ts'
import type { Rule } from './rules.ts'

export type Severity = 'error' | 'warning' | 'notice'

/** What a reader should know about a report before trusting it. Errors stand in the way of publishing. */
export interface Finding {
  readonly rule: Rule['id'] | 'UNREAD'
  readonly severity: Severity
  readonly outcome: Exclude<Check['outcome'], 'pass'> | 'unread'
  /** Figures of both sides; for UNREAD the cell itself stands left. */
  readonly left: readonly FigureId[]
  readonly right: readonly FigureId[]
  readonly leftSum: number | null
  readonly rightSum: number | null
  /** Cells without a number. */
  readonly missing: readonly FigureId[]
}

/** All findings of a report: broken sums are errors, unread cells warnings, sums that cannot be judged notices. */
export const findings = (cells: Cells, tables: Tables): Finding[] => [
  ...checkReading(cells, tables).flatMap((check) => checkFinding(check) ?? []),
  ...unread(cells),
]

export const hasErrors = (list: readonly Finding[]): boolean =>
  list.some((finding) => finding.severity === 'error')

function checkFinding({
  id,
  outcome,
  left,
  right,
  leftSum,
  rightSum,
  missing,
}: Check): Finding | undefined {
  if (outcome === 'pass') return undefined
  const severity = outcome === 'fail' ? 'error' : 'notice'
  return { rule: id, severity, outcome, left, right, leftSum, rightSum, missing }
}

const unread = (cells: Cells): Finding[] =>
  entries(cells).flatMap(([id, cell]) =>
    cell?.state === 'unread'
      ? [
          {
            rule: 'UNREAD',
            severity: 'warning',
            outcome: 'unread',
            left: [id],
            right: [],
            leftSum: null,
            rightSum: null,
            missing: [id],
          } as const,
        ]
      : [],
  )

const entries = (cells: Cells): [FigureId, Cells[FigureId]][] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Cells has no other keys
  Object.entries(cells) as [FigureId, Cells[FigureId]][]
