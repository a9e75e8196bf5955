import { expect, test } from 'vitest'
import type { FigureId } from '#core/catalog/index.ts'
import { identities } from '#core/check/identity.ts'
import type { Cells } from '#core/reading.ts'
import { figureName } from '#core/text/figure-name.ts'
import { failureText } from '#core/text/finding.ts'

const cells = (values: Partial<Record<FigureId, number>>): Cells =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      { state: 'number', value, raw: String(value) },
    ]),
  )

const failures = (values: Partial<Record<FigureId, number>>, table: 'requests' | 'reviews') => {
  const tables = table === 'requests' ? { requests: null } : { reviews: 'any' as const }
  return identities({ year: 2024, scope: null, cells: cells(values), tables }, [])
    .filter(({ outcome }) => outcome === 'fail')
    .map((one) => ({ zh: failureText('zh', one), en: failureText('en', one) }))
}

test('the identity of part 三, as a citizen reads it', () => {
  const values = {
    'requests_new.total': 0,
    'requests_carried_in.total': 2,
    'outcome_total.total': 2,
    'requests_carried_out.total': 1,
  }
  expect(failures(values, 'requests')).toEqual([
    {
      zh: '新收0件加结转2件，应等于办理2件加结转1件：差1件',
      en: '0 new plus 2 carried in should equal 2 handled plus 1 carried out: 1 apart',
    },
  ])
})

test('in another column the column is named', () => {
  const values = {
    'requests_new.natural_person': 1200,
    'requests_carried_in.natural_person': 0,
    'outcome_total.natural_person': 0,
    'requests_carried_out.natural_person': 0,
  }
  expect(failures(values, 'requests')[0]?.zh).toBe(
    '“自然人”一列：新收1,200件加结转0件，应等于办理0件加结转0件：差1,200件',
  )
})

test('a row of part 三 and a block of part 四', () => {
  const row = {
    'outcome_granted.natural_person': 2,
    'outcome_granted.org_business': 0,
    'outcome_granted.org_research': 0,
    'outcome_granted.org_social': 0,
    'outcome_granted.org_legal_service': 0,
    'outcome_granted.org_other': 1,
    'outcome_granted.total': 2,
  }
  expect(failures(row, 'requests')[0]?.zh).toBe(
    '“（一）予以公开”一行：六类申请人合计3件，应等于总计2件：差1件',
  )
  const block = {
    review_upheld: 10,
    review_corrected: 1,
    review_other: 0,
    review_pending: 0,
    review_total: 0,
  }
  expect(failures(block, 'reviews')[0]?.zh).toBe(
    '“行政复议”：四种结果合计11件，应等于总计0件：差11件',
  )
})

test.for([
  ['licences_decided', '行政许可处理决定数量', 'Licensing decisions'],
  ['requests_new.total', '本年新收政府信息公开申请数量', 'Requests newly received this year'],
  ['outcome_total.total', '本年度办理结果·总计', 'How requests ended this year: Total'],
  ['outcome_denied_state_secret.total', '不予公开·属于国家秘密', 'Not disclosed: State secret'],
  [
    'outcome_granted.natural_person',
    '本年度办理结果·予以公开·自然人',
    'How requests ended this year: Disclosed, Natural persons',
  ],
  ['review_total', '行政复议·总计', 'Administrative review, Total'],
] as const)('%s stands alone as %s', ([id, zh, en]) => {
  expect([figureName('zh', id), figureName('en', id)]).toEqual([zh, en])
})
