import { type FigureId, formFigures, requestRowIds } from '#core/catalog/index.ts'
import type { Applicant, RequestRow } from '#core/catalog/requests.ts'
import type { TableId } from '#core/catalog/table.ts'
import type { Cell, Cells, Tables } from '#core/reading.ts'
import type { NewBureau } from '#core/roster/bureau.ts'
import { type Random, pick, random } from '../../samples/random.ts'

/** A report as publishing takes it. The reason is needed only where something does not hold. */
export interface MadeReport {
  readonly tables: Tables
  readonly cells: Cells
  readonly excerpt: boolean
  /** Why it may be public although something does not hold. */
  readonly accepted: string | null
}

type Numbers = Partial<Record<FigureId, number>>

const zero: Cell = { state: 'number', value: 0, raw: '0' }

/**
 * A report with the real distribution: most cells 0, about 13 of 200 not; one report in a hundred whose sums do not
 * hold, some with empty cells or `/`, some excerpts, some tables of unknown edition. The same one for the same bureau
 * and year.
 */
export function madeReport(bureau: NewBureau, year: number): MadeReport {
  const next = random(`${bureau.id} ${year}`)
  const excerpt = next() < 0.01
  const tables = tablesOf(year, excerpt, next)
  const numbers: Numbers = {}
  const size = sizeOf(bureau, random(`${bureau.id} size`))
  const asked = { size, next, bureau, year }
  fillDisclosure(numbers, asked)
  const isRestated = !excerpt && fillRequests(numbers, asked)
  if (!excerpt && size > 1 && next() < 0.15) fillReviews(numbers, next)
  const broken = breakSum(numbers, next)
  return {
    tables,
    excerpt,
    cells: cellsOf(numbers, tables, next),
    accepted: (broken || isRestated) && !excerpt ? '照原文刊载' : null,
  }
}

/** Whether it has: now and then a printed total is one too many. */
function breakSum(numbers: Numbers, next: Random): boolean {
  const total = numbers['outcome_total.total']
  if (total === undefined || next() >= 0.02) return false
  numbers['outcome_total.total'] = total + 1
  return true
}

function tablesOf(year: number, excerpt: boolean, next: Random): Tables {
  const edition = year < 2021 || next() < 0.03 ? '2019' : '2021'
  if (excerpt) return { disclosure: edition }
  return { disclosure: edition, requests: next() < 0.002 ? null : edition, reviews: 'any' }
}

/** 0: has nothing to tell; 1: some; 2: much; 3: an area's government. */
function sizeOf({ level, scope }: NewBureau, next: Random): 0 | 1 | 2 | 3 {
  const at = next()
  if (scope === 'area') return 3
  if (level === 'township') return at < 0.15 ? 0 : at < 0.7 ? 1 : 2
  if (level === 'county') return at < 0.05 ? 0 : at < 0.35 ? 1 : 2
  return at < 0.05 ? 0 : at < 0.25 ? 1 : 2
}

/** A number of the order of magnitude: small ones are common. */
const about = (scale: number, next: Random): number => Math.floor(scale * next() ** 2)

/** What a bureau does every year: how many such bureaus there are, and how many cases. */
const cases = [
  ['licences_decided', 0.6],
  ['penalties_decided', 0.6],
  ['coercion_decided', 0.15],
  ['services_decided', 0.3],
  ['procurement_items', 0.4],
  ['norms_open_total', 0.5],
] as const satisfies (readonly [FigureId, number])[]

/** What stays the same from year to year unless something is made, repealed or changed. */
const stocks = [
  ['norms_valid', 0.5],
  ['licence_items_prev', 0.5],
  ['penalty_items_prev', 0.4],
] as const satisfies (readonly [FigureId, number])[]

function fillDisclosure(numbers: Numbers, { size, next, bureau }: Asked): void {
  if (size === 0) return
  const scale = 12 ** size
  const usual = random(`${bureau.id} usual`)
  for (const [id, share] of cases) {
    const [does, most] = [usual() < share, 1 + about(scale, usual)]
    // Now and then a year has nothing in common with the others.
    const year = Math.ceil(most * (0.7 + 0.6 * next())) * (next() < 0.01 ? 25 : 1)
    if (does) numbers[id] = year
  }
  for (const [id, share] of stocks) {
    const [has, most] = [usual() < share, 1 + about(scale, usual)]
    if (has) numbers[id] = most
  }
  // As many are made as are repealed.
  const made = next() < 0.2 ? 1 + about(scale / 4, next) : 0
  if (numbers.norms_valid !== undefined) numbers.norms_made = numbers.norms_repealed = made
  if (usual() < 0.25) numbers.fees_collected_wan = about(scale * 10_000, next) / 10_000
}

const askers = [
  ['natural_person', 80],
  ['org_business', 12],
  ['org_legal_service', 5],
  ['org_other', 2],
] as const satisfies (readonly [Applicant, number])[]

const endings = [
  ['outcome_granted', 40],
  ['outcome_partial', 11],
  ['outcome_denied_third_party', 2],
  ['outcome_denied_process_info', 1],
  ['outcome_denied_enforcement_file', 2],
  ['outcome_unable_not_held', 26],
  ['outcome_unable_needs_creation', 2],
  ['outcome_refused_petition', 4],
  ['outcome_refused_duplicate', 2],
] as const satisfies (readonly [RequestRow, number])[]

interface Asked {
  readonly size: number
  readonly next: Random
  readonly bureau: NewBureau
  readonly year: number
}

/** What a report says is carried over to the next year. */
function carriedOut(bureau: NewBureau, year: number): number {
  const next = random(`${bureau.id} carried ${year}`)
  return bureau.level !== 'township' && next() < 0.12 ? 1 + about(3, next) : 0
}

/** Now and then a report states another number than the one before it did. */
const restated = (before: number, next: Random): number =>
  before > 0 && next() < 0.2 ? before + 1 : before

const add = (numbers: Numbers, id: FigureId, n: number): void => {
  if (n !== 0) numbers[id] = (numbers[id] ?? 0) + n
}

const usual = [0, 8, 30, 120]

/** Whether it states another carry-over than the year before. */
function fillRequests(numbers: Numbers, { size, next, bureau, year }: Asked): boolean {
  const out = carriedOut(bureau, year)
  const before = carriedOut(bureau, year - 1)
  const carriedIn = restated(before, next)
  const fresh = Math.max(out, about(usual[size] ?? 0, next))
  add(numbers, 'requests_carried_out.natural_person', out)
  add(numbers, 'requests_carried_in.natural_person', carriedIn)
  for (let n = 0; n < fresh; n++) {
    // Those that stay open are from natural persons.
    const asker = n < out ? 'natural_person' : pick(next, askers)
    add(numbers, `requests_new.${asker}`, 1)
    if (n >= out) end(numbers, asker, next)
  }
  for (let n = 0; n < carriedIn; n++) end(numbers, 'natural_person', next)
  for (const row of requestRowIds)
    for (const [asker] of askers) add(numbers, `${row}.total`, numbers[`${row}.${asker}`] ?? 0)
  return carriedIn !== before
}

function end(numbers: Numbers, asker: Applicant, next: Random): void {
  add(numbers, `${pick(next, endings)}.${asker}`, 1)
  add(numbers, `outcome_total.${asker}`, 1)
}

function fillReviews(numbers: Numbers, next: Random): void {
  const upheld = 1 + about(6, next)
  const pending = about(2, next)
  numbers.review_upheld = upheld
  numbers.review_pending = pending
  numbers.review_total = upheld + pending
}

const zeros = new Map<string, Cells>()

/** A report of these tables in which every cell is 0. */
function zeroCells(tables: Tables): Cells {
  const at = JSON.stringify(tables)
  const known = zeros.get(at)
  if (known) return known
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object typed by them
  const forms = (Object.keys(tables) as TableId[]).flatMap((table) => {
    const edition = tables[table]
    return edition === undefined ? [] : formFigures(table, edition)
  })
  const cells: Cells = Object.fromEntries(forms.map(({ id }) => [id, zero]))
  zeros.set(at, cells)
  return cells
}

const regulations = ['regulations_made', 'regulations_repealed', 'regulations_valid'] as const

function cellsOf(numbers: Numbers, tables: Tables, next: Random): Cells {
  const cells: Partial<Record<FigureId, Cell>> = { ...zeroCells(tables) }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object typed by them
  for (const id of Object.keys(numbers) as FigureId[]) {
    const value = numbers[id] ?? 0
    if (value !== 0 && cells[id]) cells[id] = { state: 'number', value, raw: String(value) }
  }
  // A bureau that cannot make regulations leaves their cells empty, or strikes them out.
  const habit = next()
  if (habit < 0.08)
    for (const id of regulations)
      if (cells[id])
        cells[id] = habit < 0.04 ? { state: 'blank', raw: '' } : { state: 'na', raw: '/' }
  return cells
}
