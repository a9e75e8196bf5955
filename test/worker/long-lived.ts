import { type Applicant, type RequestRow, requestRows } from '#core/catalog/requests.ts'
import type { FigureId } from '#core/catalog/index.ts'
import {
  applicantIds,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import { number, publish } from './collection.ts'

type Numbers = Partial<Record<FigureId, number>>

/** Numbers that look like nobody's: the same ones in every run. */
function dice(seed: number): (low: number, high: number) => number {
  let state = seed
  return (low, high) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return low + Math.floor((state / 2 ** 32) * (high - low + 1))
  }
}

const kinds = applicantIds.filter((id) => id !== 'total')
const isOutcome = (row: string): boolean => row.startsWith('outcome_') && row !== 'outcome_total'

const outcomeRows = (edition: '2019' | '2021'): RequestRow[] =>
  requestRowIds.flatMap((row) => {
    const entry = requestRows[row]
    const { edition: only = edition }: { zh: string; edition?: string } = entry
    return isOutcome(row) && only === edition ? [row] : []
  })

const amounts = (roll: ReturnType<typeof dice>): Numbers => ({
  licences_decided: roll(900, 19_000),
  penalties_decided: roll(90, 1900),
  coercion_decided: roll(5, 120),
  fees_collected_wan: roll(1000, 99_999) / 100,
})

/** Requests whose rows and columns add up, and what is left over at the end of the year. */
function requests(roll: ReturnType<typeof dice>, edition: '2019' | '2021', left: Numbers) {
  const cells: Numbers = {}
  const add = (row: RequestRow, column: Applicant, value: number): void => {
    for (const id of [`${row}.${column}`, `${row}.total`] as const)
      cells[id] = (cells[id] ?? 0) + value
  }
  for (const kind of kinds) {
    const most = kind === 'natural_person' ? 20 : 2
    const ends = outcomeRows(edition).map((row) => ({ row, value: roll(0, most) }))
    const handled = ends.reduce((sum, { value }) => sum + value, 0)
    const before = left[`requests_carried_out.${kind}`] ?? 0
    const after = roll(0, most)
    for (const { row, value } of ends) add(row, kind, value)
    add('outcome_total', kind, handled)
    add('requests_carried_in', kind, before)
    add('requests_carried_out', kind, after)
    add('requests_new', kind, handled + after - before)
  }
  return cells
}

function reviews(roll: ReturnType<typeof dice>): Numbers {
  return Object.fromEntries(
    reviewGroupIds.flatMap((group) => {
      const results = reviewResultIds.filter((result) => result !== 'total')
      const values = results.map((result) => [`${group}_${result}`, roll(0, 9)] as const)
      const total = values.reduce((sum, [, value]) => sum + value, 0)
      return [...values, [`${group}_total`, total] as const]
    }),
  )
}

/** Publishes a report a year of a busy bureau of a county: every figure another number each year, and every sum holds. */
export async function publishYears(id: string, first: number, last: number): Promise<void> {
  const roll = dice(4711)
  let left: Numbers = {}
  for (let year = first; year <= last; year++) {
    const edition = year < 2021 ? '2019' : '2021'
    left = requests(roll, edition, left)
    const cells: Numbers = { ...amounts(roll), ...left, ...reviews(roll) }
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as the data version grows
    await publish({
      bureau: { id },
      year,
      tables: { disclosure: edition, requests: edition, reviews: 'any' },
      cells: Object.fromEntries(
        Object.entries(cells).map(([figure, value]) => [figure, number(value)]),
      ),
      source: `https://www.example.gov.cn/zwgk/zfxxgknb/${year + 1}01/t${year + 1}0126_1152059.html`,
    })
  }
}
