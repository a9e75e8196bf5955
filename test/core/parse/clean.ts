import fc from 'fast-check'
import {
  type FigureId,
  applicantIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import type { Edition } from '#core/catalog/table.ts'
import { type Report, formIds } from './render.ts'

const small = fc.oneof(fc.constant(0), fc.nat(9), fc.nat(300))
const parts = applicantIds.filter((column) => column !== 'total')
const results = reviewResultIds.filter((result) => result !== 'total')

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)

// The catalogue's ids are made of these parts.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const idOf = (row: string, column: string): FigureId => `${row}.${column}` as FigureId

/** A report whose sums all hold. */
export const clean = (edition: Edition): fc.Arbitrary<Report> =>
  fc.array(small, { minLength: 300, maxLength: 300 }).map((numbers) => {
    let at = 0
    const next = (): number => numbers[at++ % numbers.length] ?? 0
    const values = new Map<FigureId, number>()
    for (const id of formIds(edition)) if (!id.includes('.')) values.set(id, next())
    // In force is not 0 when more were made than repealed.
    for (const id of ['regulations_valid', 'norms_valid'] as const)
      if (values.has(id)) values.set(id, 1 + next())
    const rows = [...new Set(formIds(edition).flatMap((id) => id.match(/^.*(?=\.)/)?.[0] ?? []))]
    const outcomes = rows.filter((row) => row.startsWith('outcome_') && row !== 'outcome_total')
    const set = (row: string, column: string, value: number) => values.set(idOf(row, column), value)
    for (const column of parts) {
      const done = outcomes.map((row) => {
        const value = next()
        set(row, column, value)
        return value
      })
      const [total, out] = [sum(done), next()]
      const carried = Math.min(next(), total + out)
      set('outcome_total', column, total)
      set('requests_carried_out', column, out)
      set('requests_carried_in', column, carried)
      set('requests_new', column, total + out - carried)
    }
    for (const row of rows)
      set(row, 'total', sum(parts.map((column) => values.get(idOf(row, column)) ?? 0)))
    for (const group of reviewGroupIds)
      values.set(`${group}_total`, sum(results.map((r) => values.get(`${group}_${r}`) ?? 0)))
    const texts = Object.fromEntries([...values].map(([key, value]) => [key, String(value)]))
    return { edition, bureau: '云桥区教育局', year: edition === '2019' ? 2020 : 2023, texts }
  })
