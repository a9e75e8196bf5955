import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReport } from '#core/parse/index.ts'
import { cases } from '../../long.ts'
import { sample } from './arbitrary.ts'
import { readAs } from './gold.ts'
import {
  type FormCell,
  type Grid,
  type Report,
  disclosureGrid,
  html,
  render,
  requestsGrid,
  reviewsGrid,
} from './render.ts'

type Cells = readonly FormCell[]
/** What becomes of one cell of a row. */
type Mutation = (row: Cells, at: number) => Cells

const one = (row: Cells, at: number): FormCell => row[at] ?? { text: '', across: 1, down: 1 }
const put = (row: Cells, at: number, ...cells: Cells): Cells => row.toSpliced(at, 1, ...cells)

const mutations: Readonly<Record<string, Mutation>> = {
  removed: (row, at) => put(row, at),
  emptied: (row, at) => put(row, at, { ...one(row, at), text: '' }),
  doubled: (row, at) => put(row, at, one(row, at), one(row, at)),
  'a blank before it': (row, at) => put(row, at, { text: '', across: 1, down: 1 }, one(row, at)),
  'a column wider': (row, at) => put(row, at, { ...one(row, at), across: one(row, at).across + 1 }),
  'one column wide': (row, at) => put(row, at, { ...one(row, at), across: 1 }),
  'two rows tall': (row, at) => put(row, at, { ...one(row, at), down: one(row, at).down + 1 }),
  'merged with the next': (row, at) =>
    row.toSpliced(at, 2, {
      ...one(row, at),
      across: one(row, at).across + (row[at + 1]?.across ?? 0),
    }),
}

const grids = [disclosureGrid, requestsGrid, reviewsGrid]

/** The page with one cell of one table changed. */
function changed(report: Report, mutation: Mutation, [table, y, x]: readonly number[]): string {
  const before: Grid = (grids[(table ?? 0) % grids.length] ?? disclosureGrid)(report)
  const row = (y ?? 0) % before.length
  const after = before.map((cells, i) =>
    i === row ? mutation(cells, (x ?? 0) % cells.length) : cells,
  )
  return render(report, html).replace(html(before), html(after))
}

test.for(Object.entries(mutations))(
  'any one cell of a page %s: never another number',
  async ([, mutation]) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('2019', '2021').chain((edition) => sample(edition, true)),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        async ({ report, stated }, place) => {
          const text = `<meta charset=utf-8>${changed(report, mutation, place)}`
          const cells = readAs(await readReport(new TextEncoder().encode(text), 'page.html'))
          const wrong = Object.entries(cells).filter(
            ([id, cell]) => typeof cell === 'number' && cell !== stated[id],
          )
          expect(wrong).toEqual([])
        },
      ),
      { numRuns: cases(60) },
    )
  },
)
