import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figures } from '#core/catalog/index.ts'
import type { Cell, Cells, Tables } from '#core/reading.ts'
import { packCells, unpackCells } from '#worker/db/pack.ts'
import { figureRows, observation } from '#worker/db/published.ts'

const number = (value: number): Cell => ({ state: 'number', value, raw: String(value) })

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(number(0)) },
  fc.nat(5_000_000).map(number),
  fc
    .nat(9_999_999)
    .map((n): Cell => ({ state: 'number', value: n / 1000, raw: `${n / 1000}万元` })),
  fc.constant<Cell>({ state: 'blank', raw: '' }),
  fc.constantFrom('/', '—', '无').map((raw): Cell => ({ state: 'na', raw })),
  fc.string().map((raw): Cell => ({ state: 'text', raw })),
  fc.string().map((raw): Cell => ({ state: 'unread', raw, reason: '不确定' })),
)

const reading: fc.Arbitrary<{ cells: Cells; tables: Tables }> = fc.record({
  cells: fc
    .array(fc.tuple(fc.constantFrom(...figures.map(({ id }) => id)), cell), { maxLength: 200 })
    .map((entries): Cells => Object.fromEntries(entries)),
  tables: fc
    .record(
      {
        disclosure: fc.constantFrom('2019' as const, '2021' as const, null),
        requests: fc.constantFrom('2019' as const, '2021' as const, null),
        reviews: fc.constant('any' as const),
      },
      { requiredKeys: [] },
    )
    .map((tables): Tables => tables),
})

test('what is packed comes out as it was', () => {
  fc.assert(
    fc.property(reading, ({ cells, tables }) => {
      expect(unpackCells(packCells(cells, tables), tables)).toEqual(cells)
    }),
    { numRuns: 300 },
  )
})

test('a report that is all zeros takes a few bytes', () => {
  const cells = Object.fromEntries(figures.map(({ id }) => [id, number(0)]))
  const tables: Tables = { disclosure: '2021', requests: '2021', reviews: 'any' }
  const stated = Object.fromEntries(
    figures.flatMap(({ id, editions }) => (editions.includes('2021') ? [[id, cells[id]]] : [])),
  )
  expect(packCells(stated, tables)).toBe(
    '{"disclosure":["z10"],"requests":["z175"],"reviews":["z15"]}',
  )
})

test('the published rows say of every figure what the cell says', () => {
  fc.assert(
    fc.property(reading, ({ cells, tables }) => {
      const rows = new Map(
        figureRows(cells, tables).map(([key, value, state]) => [key, { value, state }]),
      )
      for (const entry of figures) {
        const own = tables[entry.table] === undefined ? undefined : cells[entry.id]
        expect(observation(entry, tables, rows.get(entry.key))).toEqual({
          value: own?.state === 'number' ? own.value : null,
          state: own?.state ?? 'absent',
        })
      }
    }),
    { numRuns: 300 },
  )
})
