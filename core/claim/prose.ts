import { type FigureId, applicantIds, requestRowIds } from '#core/catalog/index.ts'
import { type Assessment, verdictless } from '#core/check/assessment.ts'
import { exactSum } from '#core/check/exact.ts'
import { fingerprint, printed } from '#core/check/fingerprint.ts'
import { type Outcome, type Term, judge, term } from '#core/check/judge.ts'
import type { RuleId } from '#core/check/rule-book.ts'
import { type Cells, type Tables, valueOf } from '../reading.ts'
import { type Claim, type ClaimId, type FeeId, isClaimFigure } from './claim.ts'
import { type Sum, readings, tableOfClaim } from './reading.ts'

export interface Told {
  readonly cells: Cells
  readonly tables: Tables
}

type TextRule = Extract<RuleId, `TXT-${string}`>
type TableClaim = Claim & { readonly about: Exclude<ClaimId, FeeId> }

/**
 * What the prose counts against the tables. A sentence holds if any lawful reading of it does (newly received, or with
 * what was carried in); numbers that are rounded, of another year or of many years are not compared. `previous`: last
 * year's report, for what is said about the change.
 */
export function proseFindings(
  claims: readonly Claim[],
  report: Told,
  previous?: Told,
): Assessment[] {
  const comparable = claims.filter(isComparable)
  const found = comparable
    .filter(({ measure }) => measure === 'count')
    .map((claim) => ({ claim, assessment: count(claim, report) }))
  return once([
    ...found.map(({ claim, assessment }) => excused(assessment, claim, found)),
    ...(previous ? comparable.flatMap((claim) => change(claim, report, previous)) : []),
  ])
}

/** What the prose says twice is told once, where it is said first. */
const once = (list: readonly Assessment[]): Assessment[] =>
  [...new Map(list.toReversed().map((one) => [one.fingerprint, one])).values()].toReversed()

const isComparable = (claim: Claim): claim is TableClaim =>
  tableOfClaim(claim.about) !== undefined &&
  !claim.qualifiers.some((one) => ['approximate', 'cumulative', 'other_year'].includes(one))

interface Found {
  readonly claim: Claim
  readonly assessment: Assessment
}

/** Where the prose has several numbers for the same thing, one of them may be a part of it. */
function excused(own: Assessment, { about, value }: Claim, all: readonly Found[]): Assessment {
  const others = all.some(({ claim }) => claim.about === about && claim.value !== value)
  return own.outcome === 'fail' && others
    ? { ...own, outcome: 'not_assessable', severity: 'notice' }
    : own
}

const ruleOf = ({ about }: Claim): TextRule => {
  if (about.startsWith('requests_new')) return 'TXT-REQ'
  const table = tableOfClaim(about)
  return table === 'reviews' ? 'TXT-T4' : table === 'requests' ? 'TXT-OUT' : 'TXT-T2'
}

function count(claim: TableClaim, { cells, tables }: Told): Assessment {
  const tried = readings(claim.about, tables.requests).map((sum) =>
    tryReading(claim.value, cells, sum),
  )
  const best =
    tried.find(({ outcome }) => outcome === 'pass') ??
    tried.find(({ outcome }) => outcome === 'pass_if_blank_is_zero')
  // Only when no reading is open may the sentence be called wrong; the plainest one is then shown.
  const open = tried.find(({ outcome }) => outcome === 'not_assessable')
  const [shown] = [best, open, tried[0]].filter((one) => one !== undefined)
  return textual(
    ruleOf(claim),
    claim,
    shown ?? { outcome: 'not_assessable', sum: [], total: null },
    cells,
  )
}

interface Tried {
  readonly outcome: Outcome
  readonly sum: Sum
  readonly total: number | null
}

function tryReading(value: number, cells: Cells, plain: Sum): Tried {
  const sum = plain.flatMap((id) => columnsOf(id, cells))
  const told: Term = {
    id: 'requests_new.total',
    cell: { state: 'number', value, raw: String(value) },
    minus: false,
  }
  const { outcome, rightSum } = judge(
    [told],
    sum.map((id) => term(cells, id)),
  )
  const isSeen = sum.some((id) => valueOf(cells, id) !== null)
  // Whatever a gap hides, it takes nothing away: more than the sentence says is too much already.
  const isMore = outcome === 'not_assessable' && rightSum > value
  return { outcome: isMore ? 'fail' : outcome, sum, total: isSeen ? rightSum : null }
}

/** Where 总计 is left blank, its six columns say as much. */
function columnsOf(id: FigureId, cells: Cells): readonly FigureId[] {
  const row = requestRowIds.find((one) => id === `${one}.total`)
  if (row === undefined || cells[id]?.state !== 'blank') return [id]
  const columns = applicantIds
    .filter((column) => column !== 'total')
    .map((column): FigureId => `${row}.${column}`)
  return columns.some((column) => valueOf(cells, column) !== null) ? columns : [id]
}

function textual(
  rule: TextRule,
  claim: Claim,
  { outcome, sum, total }: Tried,
  cells: Cells,
): Assessment {
  const { about, measure, value, sentence, offset } = claim
  const told = `text ${about} ${measure} ${value}`
  return {
    ...verdictless(rule, outcome),
    basis: 'text',
    left: isClaimFigure(about) ? [about] : [],
    right: sum,
    leftSum: value,
    rightSum: total,
    difference: total === null ? null : exactSum([value, -total]),
    missing: sum.filter((id) => valueOf(cells, id) === null),
    statement: { sentence, offset },
    detail: about,
    fingerprint: fingerprint(rule, [told, ...sum.map((id) => `${id} ${printed(cells[id])}`)]),
  }
}

/** 比去年增加1件, 同比上升5%: the two reports must allow it in one of its readings. */
function change(claim: TableClaim, report: Told, previous: Told): Assessment[] {
  if (claim.measure === 'count') return []
  const tried = readings(claim.about, report.tables.requests).flatMap((sum) => {
    const [now, before] = [report, previous].map(({ cells }) => total(cells, sum))
    return now === undefined || before === undefined || now === null || before === null
      ? []
      : [{ sum, now, before }]
  })
  const [plain] = tried
  if (!plain) return []
  const holds = tried.some(({ now, before }) => agrees(claim, now, before))
  const shown = {
    outcome: holds ? 'pass' : 'fail',
    sum: plain.sum,
    total: plain.now - plain.before,
  } as const
  const found = textual('TXT-YOY', claim, shown, report.cells)
  const lines = plain.sum.flatMap((id) =>
    [report, previous].map(({ cells }, i) => `${i} ${id} ${printed(cells[id])}`),
  )
  const own = fingerprint('TXT-YOY', [`${claim.about} ${claim.measure} ${claim.value}`, ...lines])
  return [{ ...found, ...(claim.measure === 'percent' ? rate(plain) : {}), fingerprint: own }]
}

/** Both sides of a rate are in per cent. */
const rate = ({ now, before }: { now: number; before: number }) => ({
  rightSum: before === 0 ? null : Math.round(((now - before) / before) * 10_000) / 100,
  difference: null,
})

const total = (cells: Cells, sum: Sum): number | null =>
  sum.every((id) => valueOf(cells, id) !== null)
    ? exactSum(sum.map((id) => valueOf(cells, id) ?? 0))
    : null

function agrees({ measure, value }: Claim, now: number, before: number): boolean {
  if (measure === 'change') return now - before === value
  const places = (String(value).split('.')[1] ?? '').length
  // Rounded or cut off: up to one unit of the last place printed.
  return before !== 0 && Math.abs(((now - before) / before) * 100 - value) < 10 ** -places
}
