import { expect, test } from 'vitest'
import type { FlowReport } from '#core/chart/flow.ts'
import { findings } from '#core/check/finding.ts'
import { stateOf, valueOf } from '#core/reading.ts'
import { toldReport } from '#core/text/told-report.ts'
import { cellsOf } from '../check/cells.ts'

type Entries = Parameters<typeof cellsOf>[0]

function report(entries: Entries, other: Partial<FlowReport> = {}): FlowReport {
  const cells = cellsOf(entries)
  const tables = other.tables ?? { disclosure: '2021', requests: '2021' }
  const broken = findings(cells, tables).filter(({ severity }) => severity === 'error')
  const disputed = new Set(broken.flatMap(({ left, right }) => [...left, ...right]))
  return {
    name: '甲局',
    scope: 'own',
    year: 2024,
    tables,
    excerpt: false,
    read: (id) => ({
      value: valueOf(cells, id),
      state: stateOf(cells, id),
      disputed: disputed.has(id),
    }),
    ...other,
  }
}

const zeros: Entries = {
  'outcome_granted.total': 0,
  'outcome_partial.total': 0,
  'outcome_denied_state_secret.total': 0,
  'outcome_denied_law_prohibited.total': 0,
  'outcome_denied_three_security_one_stability.total': 0,
  'outcome_denied_third_party.total': 0,
  'outcome_denied_internal_affairs.total': 0,
  'outcome_denied_process_info.total': 0,
  'outcome_denied_enforcement_file.total': 0,
  'outcome_denied_admin_query.total': 0,
  'outcome_unable_not_held.total': 0,
  'outcome_unable_needs_creation.total': 0,
  'outcome_unable_unclear.total': 0,
}

const plain: Entries = {
  licences_decided: 45,
  penalties_decided: 1,
  'requests_new.total': 12,
  'requests_carried_in.total': 1,
  'outcome_total.total': 12,
  'requests_carried_out.total': 1,
}

// What the report says, what is told of it.
test.for<[string, FlowReport, string]>([
  [
    'decisions, requests, and every way of ending that is not 0',
    report({
      ...plain,
      ...zeros,
      'outcome_granted.total': 7,
      'outcome_denied_third_party.total': 2,
      'outcome_denied_admin_query.total': 3,
    }),
    '甲局2024年作出45件行政许可决定，作出1件行政处罚决定；新收12件政府信息公开申请，上年结转1件；办理完毕12件，其中予以公开7件、不予公开5件；结转下年度1件。',
  ],
  [
    'zeros that are printed',
    report({
      ...zeros,
      licences_decided: 0,
      penalties_decided: 0,
      'requests_new.total': 0,
      'requests_carried_in.total': 0,
      'outcome_total.total': 0,
      'requests_carried_out.total': 0,
    }),
    '甲局2024年没有作出行政许可决定（0件），没有作出行政处罚决定（0件）；没有新收政府信息公开申请（0件），上年结转0件；办理完毕0件；结转下年度0件。',
  ],
  [
    'a group with a blank is not told, and blanks are no zeros',
    report({
      ...plain,
      'outcome_denied_third_party.total': 2,
      'outcome_denied_admin_query.total': '·',
      penalties_decided: '·',
      licences_decided: '·',
    }),
    '甲局2024年新收12件政府信息公开申请，上年结转1件；办理完毕12件；结转下年度1件。2024年的行政许可处理决定数量、行政处罚处理决定数量未填。',
  ],
  [
    'a sum that does not hold',
    report({ ...plain, 'requests_carried_out.total': 2 }),
    '甲局2024年作出45件行政许可决定，作出1件行政处罚决定；新收12件政府信息公开申请，上年结转1件；办理完毕12件；结转下年度2件（原文所印合计与分项不符，照原文列示）。',
  ],
  [
    'an excerpt of a whole area',
    report(
      { licences_decided: 45, penalties_decided: '?' },
      { scope: 'area', excerpt: true, tables: { disclosure: '2021' } },
    ),
    '甲局（全区域汇总）2024年作出45件行政许可决定。2024年的行政处罚处理决定数量未能确认（该年只收录摘录）。2024年的本年新收政府信息公开申请数量、本年度办理结果·总计未收录（该年只收录摘录）。',
  ],
  [
    'nothing that has a number',
    report(
      { licences_decided: '/', penalties_decided: '详见附件' },
      { tables: { disclosure: '2021' } },
    ),
    '甲局2024年的行政许可处理决定数量不适用。2024年的行政处罚处理决定数量为文字。2024年的本年新收政府信息公开申请数量、本年度办理结果·总计未收录。',
  ],
])('%s', ([, own, text]) => {
  expect(toldReport('zh', own)).toBe(text)
})

test('in English', () => {
  const own = report({ ...plain, ...zeros, 'outcome_granted.total': 12, penalties_decided: '·' })
  expect(toldReport('en', own)).toBe(
    '甲局: in 2024 made 45 licensing decisions; received 12 new disclosure requests, 1 carried over from last year; 12 handled, of these 12 disclosed; 1 carried over to next year. 2024: Penalty decisions left blank.',
  )
})
