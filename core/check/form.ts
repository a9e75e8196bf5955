import { type FigureId, figure, figures } from '#core/catalog/index.ts'
import { type Edition, type Kind, type TableId, editions, tableIds } from '#core/catalog/table.ts'
import { type Cells, type Tables, valueOf } from '../reading.ts'
import { type Assessment, compare, verdictless } from './assessment.ts'
import { checkReading } from './check.ts'
import { fingerprint, printed } from './fingerprint.ts'
import { type Holds, minus, term } from './judge.ts'

/** A report as the checks see it. `year`: null where nobody knows. */
export interface Report {
  readonly year: number | null
  readonly cells: Cells
  readonly tables: Tables
  /** Whether the bureau may make regulations (规章); null where nobody knows. */
  readonly regulates?: boolean | null
}

/** Every rule that a report can be held against on its own: the sums, the cells, the form. */
export const formFindings = (report: Report): Assessment[] => [
  ...sums(report),
  ...norms(report),
  ...regulations(report),
  ...impossible(report),
  ...blanks(report),
  ...mixedForms(report),
  ...unread(report),
]

const sums = ({ cells, tables }: Report): Assessment[] =>
  checkReading(cells, tables).map(({ id, left, right }) =>
    compare({
      rule: id,
      basis: 'own',
      left: left.map((one) => term(cells, one)),
      right: right.map((one) => term(cells, one)),
    }),
  )

/** In force is not 0 when more were made than repealed. */
const remains: Holds = (change, valid) => valid > 0 || change <= 0

const norms = ({ cells, tables }: Report): Assessment[] =>
  tables.disclosure === '2021'
    ? (['regulations', 'norms'] as const)
        .map((row) =>
          compare({
            rule: 'T2-POS',
            basis: 'own',
            left: [term(cells, `${row}_made`), minus(cells, `${row}_repealed`)],
            right: [term(cells, `${row}_valid`)],
            holds: remains,
          }),
        )
        .filter(({ outcome }) => outcome === 'fail')
    : []

const regulations = ({ cells, regulates = null }: Report): Assessment[] =>
  regulates === false
    ? idsIn(cells)
        .filter((id) => id.startsWith('regulations_') && (valueOf(cells, id) ?? 0) !== 0)
        .map((id) => about('T2-REG', cells, [id]))
    : []

/**
 * Whether a bureau may make regulations: ministries, and the governments of provinces and cities with districts. Null
 * for other reports of those levels: a general office may be reporting for its government.
 */
export function mayRegulate(
  level: 'state' | 'province' | 'prefecture' | 'county' | 'township',
  scope: 'own' | 'area',
): boolean | null {
  if (level === 'county' || level === 'township') return false
  return level === 'state' || scope === 'area' ? true : null
}

const impossible = ({ cells }: Report): Assessment[] =>
  idsIn(cells)
    .filter((id) => {
      const cell = cells[id]
      return cell?.state === 'number' && !possible[figure(id).kind](cell.value)
    })
    .map((id) => about('T2-INT', cells, [id]))

/** No sum tells of a blank cell in part 二: one notice names them all. */
function blanks({ cells }: Report): Assessment[] {
  const found = idsIn(cells).filter(
    (id) => figure(id).table === 'disclosure' && cells[id]?.state === 'blank',
  )
  if (found.length === 0) return []
  return [
    {
      ...about('T2-BLANK', cells, found),
      outcome: 'not_assessable',
      leftSum: null,
      missing: found,
    },
  ]
}

const possible: Readonly<Record<Kind, (value: number) => boolean>> = {
  count: (value) => Number.isSafeInteger(value) && value >= 0,
  signed: (value) => Number.isSafeInteger(value),
  amount: (value) => Number.isFinite(value) && value >= 0,
}

/** The edition that reports of a year are to follow. */
const editionOf = (year: number): Edition => (year <= 2020 ? '2019' : '2021')

/** Tables of an edition that is not that of the year or of part 二, and cells of the other edition. */
function mixedForms({ year, cells, tables }: Report): Assessment[] {
  const due = year === null ? editionIn(tables, 'disclosure') : editionOf(year)
  if (due === undefined) return []
  return tableIds.flatMap((table) => {
    const own = editionIn(tables, table) ?? due
    const strange = idsIn(cells).filter((id) => {
      const { table: at, editions: known } = figure(id)
      return at === table && !known.includes(due)
    })
    if (own === due && strange.length === 0) return []
    const lines = [table, due, ...strange]
    const found = about('FORM_MIXED', cells, strange)
    return [{ ...found, detail: table, fingerprint: fingerprint('FORM_MIXED', lines) }]
  })
}

const editionIn = (tables: Tables, table: TableId): Edition | undefined =>
  editions.find((edition) => edition === tables[table])

const unread = ({ cells }: Report): Assessment[] =>
  idsIn(cells)
    .filter((id) => cells[id]?.state === 'unread')
    .map((id) => ({ ...about('UNREAD', cells, [id]), outcome: 'unread', missing: [id] }))

/** A break that lies in the cells themselves. */
const about = (
  rule: 'T2-REG' | 'T2-INT' | 'T2-BLANK' | 'FORM_MIXED' | 'UNREAD',
  cells: Cells,
  left: readonly FigureId[],
): Assessment => {
  const [only] = left
  return {
    ...verdictless(rule, 'fail'),
    basis: 'own',
    left,
    leftSum: left.length === 1 && only ? valueOf(cells, only) : null,
    fingerprint: fingerprint(
      rule,
      left.map((id) => `${id} ${printed(cells[id])}`),
    ),
  }
}

/** The cells that a report has, in the order of the form. */
const idsIn = (cells: Cells): FigureId[] =>
  figures.flatMap(({ id }) => (cells[id] === undefined ? [] : [id]))
