import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figure, type FigureId, figure, figures } from '#core/catalog/index.ts'
import { type TableEdition, tableIds } from '#core/catalog/table.ts'
import { type BulkRecord, readBulk } from '#core/parse/bulk.ts'
import { readCell } from '#core/parse/cell.ts'
import { readDocument } from '#core/parse/index.ts'
import { readCsv } from '#core/read/csv.ts'
import type { Cell, Cells, Tables } from '#core/reading.ts'
import { toBulkCsv } from '#core/text/bulk.ts'
import { madeUpReports } from '../../../samples/made-up.ts'
import { cases } from '../../long.ts'

const texts = [
  '0',
  '7',
  '1,208',
  '３件',
  '-12',
  '4.25',
  '',
  '/',
  '—',
  '-',
  '无',
  '见附件',
  '=1+1 号文',
  '?',
  '暂无统计，待公布',
  '12"',
  '1O',
  '一,二\n三',
]

const textOf = fc.oneof(fc.constantFrom(...texts), fc.nat(100_000).map(String))

const cellOf = (id: FigureId): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 9, arbitrary: textOf.map((text) => readCell(text, figure(id))) },
    fc.record({
      state: fc.constant('unread' as const),
      raw: fc.constantFrom('12', '3 4', '合并的单元格', ''),
      reason: fc.constant('（doubt）'),
    }),
  )

const inTable = ({ table, editions }: Figure, edition: TableEdition | undefined, id: string) =>
  table === id &&
  edition !== undefined &&
  (edition === 'any' || (edition === null ? editions.length === 2 : editions.includes(edition)))

const edition = fc.option(fc.constantFrom<TableEdition>('2019', '2021', null), { nil: undefined })

/** Tables in any edition, some of their cells absent; a table of which nothing is read is not there. */
const record: fc.Arbitrary<BulkRecord> = fc
  .tuple(edition, edition, fc.constantFrom<TableEdition | undefined>('any', undefined))
  .chain(([disclosure, requests, reviews]) => {
    const wanted = { disclosure, requests, reviews }
    const own = figures.filter((one) => tableIds.some((id) => inTable(one, wanted[id], id)))
    const cells = Object.fromEntries(
      own.map(({ id }) => [id, fc.option(cellOf(id), { freq: 8, nil: undefined })]),
    )
    const identity = {
      bureau: fc.option(fc.constantFrom('云桥区教育局', '=1局', '-甲,乙局')),
      year: fc.option(fc.integer({ min: 2019, max: 2025 })),
      code: fc.option(fc.constantFrom('410307', '130100Z01')),
      name: fc.option(fc.constantFrom('云桥区', '"云"县')),
    }
    return fc.tuple(fc.record(identity), fc.record(cells)).map(([who, read]) => {
      const found: Cells = Object.fromEntries(Object.entries(read).filter(([, cell]) => cell))
      return { ...about(who), tables: tablesOf(wanted, found), cells: found }
    })
  })

interface Who {
  readonly bureau: string | null
  readonly year: number | null
  readonly code: string | null
  readonly name: string | null
}

const about = ({ bureau, year, code, name }: Who) => ({
  bureau,
  year,
  division: code === null && name === null ? null : { code, name },
})

const tablesOf = (
  wanted: Readonly<Record<string, TableEdition | undefined>>,
  cells: Cells,
): Tables =>
  Object.fromEntries(
    tableIds
      .filter((id) => wanted[id] !== undefined)
      .filter((id) => figures.some((one) => one.table === id && cells[one.id]))
      .map((id) => [id, wanted[id]]),
  )

/** What must survive: values, states and texts; how a number was spelled, and why a cell was unread, is left behind. */
const kept = ({ cells, ...rest }: BulkRecord) => ({
  ...rest,
  cells: Object.fromEntries(
    Object.entries(cells).map(([id, cell]) => [
      id,
      cell.state === 'number' ? cell.value : [cell.state, cell.raw.replace(/^\?/, '？')],
    ]),
  ),
})

function readBack(csv: string): readonly BulkRecord[] {
  const doc = readCsv(csv)
  return ('refused' in doc ? undefined : readBulk(doc)?.records) ?? []
}

test('an exported sheet reads back with no difference, states included', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), (records) => {
      expect(readBack(toBulkCsv(records)).map(kept)).toEqual(records.map(kept))
    }),
    { numRuns: cases(40) },
  )
})

test('reports as read export and read back', async () => {
  const read = await Promise.all(
    madeUpReports()
      .slice(0, 20)
      .map(({ html }) => readDocument(new TextEncoder().encode(html), 'a.html')),
  )
  const records = read.flatMap((one): BulkRecord[] => {
    if ('refused' in one || one.kind !== 'report') return []
    const { identity, tables, cells } = one.reading
    return [
      { bureau: identity.bureau, division: identity.division, year: identity.year, tables, cells },
    ]
  })
  expect(records.length).toBeGreaterThan(10)
  expect(readBack(toBulkCsv(records)).map(kept)).toEqual(records.map(kept))
})
