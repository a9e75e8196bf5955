import { expect, test } from 'vitest'
import { stackPlans } from '#core/chart/plans.ts'
import { stackSpec } from '#core/chart/stack.ts'
import type { Lang } from '#core/text/lang.ts'
import { toldStack } from '#core/text/told-stack.ts'
import { type Cells, bureau } from '../chart/figures.ts'
import { credit } from '../chart/subject.ts'

const told = (plan: keyof typeof stackPlans, cells: Cells, lang: Lang = 'zh') => {
  const years = Object.values(cells)[0]?.split(' ').length ?? 0
  const held = Array.from({ length: years }, () => '2021').join(' ')
  return toldStack(
    stackSpec(lang, stackPlans[plan], bureau(2023, held, cells), { credit, mode: 'count' }),
  )
}

const applicants = (total: string, other: Cells = {}): Cells => ({
  'requests_new.total': total,
  ...other,
})

// plan, cells from 2023 on → the sentence
test.for([
  ['applicants', applicants('0'), '2023年共0件。'],
  [
    'applicants',
    applicants('1', { 'requests_new.natural_person': '1' }),
    '2023年共1件：自然人1件。',
  ],
  [
    'applicants',
    applicants('3 40', {
      'requests_new.natural_person': '3 30',
      'requests_new.org_business': '0 10',
    }),
    '2024年共40件：自然人30件（75.0%）、商业企业10件（25.0%）；总数比2023年增加37件。',
  ],
  [
    'applicants',
    applicants('90', {
      'requests_new.natural_person': '50',
      'requests_new.org_business': '20',
      'requests_new.org_research': '10',
      'requests_new.org_social': '6',
      'requests_new.org_other': '4',
    }),
    '2023年共90件：自然人50件（55.6%）、商业企业20件（22.2%）、科研机构10件（11.1%）、其余10件。',
  ],
  // Parts that do not make the total have no shares, and no change is told.
  [
    'applicants',
    applicants('50 40≠', { 'requests_new.natural_person': '50 39≠' }),
    '2024年共40件：自然人39件（原文所印合计与分项不符，照原文列示）。',
  ],
  [
    'applicants',
    applicants('50 40', { 'requests_new.natural_person': '50 blank' }),
    '2024年共40件（1项无数字）；总数比2023年减少10件（20.0%）。',
  ],
  [
    'denials',
    {
      'outcome_denied_state_secret.total': '0 1',
      'outcome_denied_third_party.total': '2 2',
    },
    '2024年共3件：保护第三方合法权益2件、属于国家秘密1件；总数比2023年增加1件。',
  ],
  [
    'suits',
    { suit_direct_upheld: '2', suit_direct_total: '2', suit_after_review_total: '0' },
    '2023年共2件：结果维持2件。',
  ],
] as const)('%s %j', ([plan, cells, text]) => {
  expect(told(plan, cells)).toBe(text)
})

test('the newest year without a number is told beside the newest with one; none at all is told too', () => {
  const gone = {
    review_upheld: '1 blank',
    review_corrected: '0 blank',
    review_other: '0 blank',
    review_pending: '0 blank',
    review_total: '1 blank',
  }
  expect(told('reviews', gone)).toBe('2023年共1件：结果维持1件。2024年：未填。')
  const none = Object.fromEntries(
    Object.entries(gone).map(([id, cells]) => [id, cells.replace(/\d/, 'na')]),
  )
  expect(told('reviews', none)).toBe('2024年：未填。')
  expect(told('reviews', gone, 'en')).toBe('2023: 1 in all: Upheld 1. 2024: left blank.')
})
