import { expect, test } from 'vitest'
import {
  applicantIds,
  disclosureIds,
  figure,
  figureByKey,
  figures,
  formFigures,
  isFigureId,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import { disclosure } from '#core/catalog/disclosure.ts'
import { editions } from '#core/catalog/table.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

// The ids that data sets about these reports use; each is made of the words of its row and column.
const columns = words(
  'natural_person org_business org_research org_social org_legal_service org_other total',
)
const rows = words(`
  requests_new requests_carried_in outcome_granted outcome_partial
  outcome_denied_state_secret outcome_denied_law_prohibited outcome_denied_three_security_one_stability
  outcome_denied_third_party outcome_denied_internal_affairs outcome_denied_process_info
  outcome_denied_enforcement_file outcome_denied_admin_query
  outcome_unable_not_held outcome_unable_needs_creation outcome_unable_unclear
  outcome_refused_petition outcome_refused_duplicate outcome_refused_publication
  outcome_refused_mass_repeat outcome_refused_confirm_reissue
  outcome_other outcome_other_overdue_correction outcome_other_overdue_fee outcome_other_misc
  outcome_total requests_carried_out`)
const disclosed = words(`
  regulations_made regulations_repealed regulations_valid norms_made norms_repealed norms_valid
  licences_decided penalties_decided coercion_decided fees_collected_wan
  regulations_opened regulations_open_total norms_opened norms_open_total
  licence_items_prev licence_items_change service_items_prev service_items_change services_decided
  penalty_items_prev penalty_items_change coercion_items_prev coercion_items_change
  fee_items_prev fee_items_change procurement_items procurement_amount`)
const groups = words('review suit_direct suit_after_review')
const results = words('upheld corrected other pending total')

test('the ids are those of the form, in its order', () => {
  expect({ disclosureIds, requestRowIds, applicantIds, reviewGroupIds, reviewResultIds }).toEqual({
    disclosureIds: disclosed,
    requestRowIds: rows,
    applicantIds: columns,
    reviewGroupIds: groups,
    reviewResultIds: results,
  })
  expect(figures.map(({ id }) => id)).toEqual([
    ...disclosed,
    ...rows.flatMap((row) => columns.map((column) => `${row}.${column}`)),
    ...groups.flatMap((group) => results.map((result) => `${group}_${result}`)),
  ])
})

// Table, edition, cells.
test.for([
  ['disclosure', '2019', 22],
  ['disclosure', '2021', 10],
  ['requests', '2019', 161],
  ['requests', '2021', 175],
  ['reviews', 'any', 15],
  // Edition not known: the cells that both have.
  ['disclosure', null, 5],
  ['requests', null, 154],
] as const)('%s of %s has %i cells', ([table, edition, cells]) => {
  expect(formFigures(table, edition)).toHaveLength(cells)
})

test('every id and every key is used once and leads back to its figure', () => {
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
  expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length)
  for (const entry of figures) {
    expect(figure(entry.id)).toBe(entry)
    expect(figureByKey(entry.key)).toBe(entry)
  }
})

// Stored figures carry these numbers for ever: a line may be added, never changed.
test('no key ever changes', async () => {
  const lines = figures.map(({ id, key }) => `${key} ${id}\n`)
  await expect(lines.join('')).toMatchFileSnapshot('catalog/keys.txt')
})

test.for(editions)('every row of part 二 of %s has a figure for each column', (edition) => {
  for (const { columns: heads, rows: lines } of disclosure.blocks[edition])
    for (const line of lines) expect(line.figures).toHaveLength(heads.length)
})

test('every figure has a label in both languages', () => {
  expect(
    figures.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/^[\x20-\x7e]+$/.test(en)),
  ).toEqual([])
})

test.for(['', 'licences', 'requests_new', 'requests_new.all', 'constructor', 'toString'])(
  '%j is no figure',
  (id) => {
    expect(isFigureId(id)).toBe(false)
  },
)
