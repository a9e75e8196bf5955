import { type FigureId, applicantIds } from '#core/catalog/index.ts'
import { type Cells, type Tables, stateOf } from '../reading.ts'
import { type Assessment, compare } from './assessment.ts'
import { type Holds, type Term, term } from './judge.ts'
import type { RuleId } from './rule-book.ts'

/** A report on a year. `scope`: on the bureau alone, or on all bureaus of its area; null where nobody knows. */
export interface YearReading {
  readonly year: number
  readonly scope: 'own' | 'area' | null
  readonly cells: Cells
  readonly tables: Tables
}

interface Years {
  readonly now: YearReading
  readonly before: readonly YearReading[]
}

/**
 * This year's report against last year's. After a merger `previous` holds the report of every predecessor, and their
 * sums are compared; after a split nothing can be: pass none. Reports of another year or another scope are no
 * previous reports: the result is then empty.
 */
export function continuityFindings(
  current: YearReading,
  previous: readonly YearReading[],
): Assessment[] {
  const follows = ({ year, scope }: YearReading): boolean =>
    year === current.year - 1 &&
    (scope === current.scope || scope === null || current.scope === null)
  if (previous.length === 0 || !previous.every(follows)) return []
  const years: Years = { now: current, before: previous }
  return [...carried(years), ...inForce(years), ...items(years), ...jumps(years)]
}

const inAll = ({ now, before }: Years, holds: (tables: Tables) => boolean): boolean =>
  [now, ...before].every(({ tables }) => holds(tables))

const isThere = (side: readonly Term[]): boolean => side.some(({ cell }) => cell !== undefined)

/** One rule of the two years; left out where either report has none of its cells. */
function across(rule: RuleId, left: readonly Term[], right: readonly Term[], holds?: Holds) {
  if (!isThere(left) || !isThere(right)) return []
  return [compare({ rule, basis: 'previous', left, right, ...(holds ? { holds } : {}) })]
}

const all = (before: readonly YearReading[], ...ids: readonly FigureId[]): Term[] =>
  before.flatMap(({ cells }) => ids.map((id) => term(cells, id)))

const carried = ({ now, before }: Years): Assessment[] =>
  applicantIds.flatMap((column) =>
    across(
      'X-CARRY',
      [term(now.cells, `requests_carried_in.${column}`)],
      all(before, `requests_carried_out.${column}`),
    ),
  )

const atMost: Holds = (left, right) => left <= right

const inForce = (years: Years): Assessment[] =>
  inAll(years, ({ disclosure }) => disclosure === '2021')
    ? (['regulations', 'norms'] as const).flatMap((row) => {
        const { cells } = years.now
        const valid = all(years.before, `${row}_valid`)
        const [made, repealed] = [term(cells, `${row}_made`), term(cells, `${row}_repealed`)]
        const kept = [term(cells, `${row}_valid`), { ...made, minus: true }, repealed]
        const gone = [repealed, { ...made, minus: true }]
        return [
          ...across('X-VALID', kept, valid),
          ...across('T2-POS', gone, valid, atMost).filter(({ outcome }) => outcome === 'fail'),
        ]
      })
    : []

const items = (years: Years): Assessment[] =>
  inAll(years, ({ disclosure }) => disclosure === '2019')
    ? (['licence', 'service', 'penalty', 'coercion', 'fee'] as const).flatMap((row) =>
        across(
          'X-2019',
          [term(years.now.cells, `${row}_items_prev`)],
          all(years.before, `${row}_items_prev`, `${row}_items_change`),
        ),
      )
    : []

const farFrom =
  (times: number, least: number): Holds =>
  (left, right) => {
    const [low, high] = left < right ? [left, right] : [right, left]
    return high <= times * low || high - low <= least
  }

/** More than five times as many, or fewer than a fifth, and by more than 100. */
const likely = farFrom(5, 100)

/** A thousandfold amount is most often yuan where 10,000 yuan belong. 0 is an ordinary amount. */
const likelyAmount: Holds = (left, right) =>
  left <= 0 || right <= 0 || farFrom(1000, 0)(left, right)

const watched: readonly (readonly [FigureId, Holds])[] = [
  ['licences_decided', likely],
  ['penalties_decided', likely],
  ['requests_new.total', likely],
  ['fees_collected_wan', likelyAmount],
]

const jumps = ({ now, before }: Years): Assessment[] =>
  watched
    .filter(([id]) => before.every(({ cells }) => stateOf(cells, id) === 'number'))
    .filter(([id]) => stateOf(now.cells, id) === 'number')
    .flatMap(([id, holds]) => across('X-YOY', [term(now.cells, id)], all(before, id), holds))
