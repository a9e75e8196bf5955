import { type FigureId, applicantIds, figure as figureOf } from '#core/catalog/index.ts'
import { type Cells, valueOf } from '#core/reading.ts'
import type { NewBureau } from '#core/roster/bureau.ts'
import { type Account, type Concern, type Surroundings, concernsOf } from '#worker/db/assess.ts'
import { divisionNumber } from '#worker/db/group.ts'
import { isOpen } from '#worker/db/plan.ts'
import { type Bulk } from './bulk.ts'
import type { MadeReport } from './report.ts'

/** A report with the one of the year before, if that is held. */
interface Examined {
  readonly report: number
  /** From 1. */
  readonly bureau: number
  readonly entry: NewBureau
  readonly year: number
  readonly made: MadeReport
  readonly before: MadeReport | null
}

/** What publishing finds wrong with a made report. Most have nothing wrong, which is told at a glance. */
export function doubts(one: Examined): Concern[] {
  if (!isDoubtful(one)) return []
  const { bureau, year, made, before } = one
  const own = accountOf(one, made, year)
  const accounts = new Map(
    before ? [[`${bureau} ${year - 1}`, accountOf(one, before, year - 1)]] : [],
  )
  const around: Surroundings = {
    accounts,
    verdicts: new Map(),
    seen: [],
    before: (key) => [key],
    after: (key) => [key],
  }
  return concernsOf(around, own).filter(({ outcome }) => outcome === 'fail')
}

export const openAmong = (concerns: readonly Concern[]): Concern[] => concerns.filter(isOpen)

const accountOf = (
  { report, bureau, entry }: Examined,
  { cells, tables }: MadeReport,
  year: number,
): Account => ({
  report,
  bureau,
  year,
  level: entry.level,
  scope: entry.scope,
  division: entry.division,
  cells,
  tables,
})

/** Whether any rule might be broken. All of them take ten times as long. */
function isDoubtful({ made, before, year }: Examined): boolean {
  const { cells, tables, accepted } = made
  const due = year < 2021 ? '2019' : '2021'
  const strange = [tables.disclosure, tables.requests].some(
    (edition) => edition !== undefined && edition !== due,
  )
  return accepted !== null || strange || (before !== null && isFar(cells, before.cells))
}

const same = applicantIds.map((column): readonly [FigureId, FigureId] => [
  `requests_carried_in.${column}`,
  `requests_carried_out.${column}`,
])
const steady = [
  'norms_valid',
  'regulations_valid',
  'licence_items_prev',
  'penalty_items_prev',
] as const
const loose = ['licences_decided', 'penalties_decided', 'requests_new.total'] as const

/** What the rules ask of two years, drawn a little closer. */
const isFar = (now: Cells, before: Cells): boolean =>
  same.some(([into, out]) => differ(now, into, before, out)) ||
  steady.some((id) => differ(now, id, before, id)) ||
  loose.some((id) => {
    const [a, b] = [valueOf(now, id) ?? 0, valueOf(before, id) ?? 0]
    return Math.abs(a - b) > 90 && Math.max(a, b) > 4 * Math.min(a, b)
  }) ||
  isFarAmount(valueOf(now, 'fees_collected_wan') ?? 0, valueOf(before, 'fees_collected_wan') ?? 0)

const isFarAmount = (a: number, b: number): boolean =>
  a > 0 && b > 0 && Math.max(a, b) > 900 * Math.min(a, b)

function differ(now: Cells, a: FigureId, before: Cells, b: FigureId): boolean {
  const [left, right] = [valueOf(now, a), valueOf(before, b)]
  return left !== null && right !== null && left !== right
}

/** Findings in the order of their key, whatever order they come in. */
export function findingOrder() {
  const rows: (string | number | null)[][] = []
  return {
    add: (
      { bureau, entry, year }: Pick<Examined, 'bureau' | 'entry' | 'year'>,
      concerns: readonly Concern[],
    ): void => {
      const byPrint = new Map(concerns.toReversed().map((one) => [one.fingerprint, one]))
      for (const { fingerprint, left, right, ...one } of byPrint.values()) {
        const [lefts = '', rights = ''] = [left, right].map((ids) =>
          JSON.stringify(ids.map((id) => figureOf(id).key)),
        )
        const key = [year, divisionNumber(entry.division), bureau, fingerprint]
        const said = [one.rule, one.severity, one.basis, lefts, rights, one.leftSum, one.rightSum]
        rows.push([...key, ...said])
      }
    },
    write: (finding: Bulk): void => {
      for (const row of rows.toSorted(byKey)) finding.add(...row)
    },
  }
}

function byKey(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < 3; i++) {
    const less = Number(a[i]) - Number(b[i])
    if (less !== 0) return less
  }
  return String(a[3]) < String(b[3]) ? -1 : 1
}
