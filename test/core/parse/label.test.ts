import { expect, test } from 'vitest'
import { requestRowIds } from '#core/catalog/index.ts'
import { type RequestRow, requestRows } from '#core/catalog/requests.ts'
import { disclosureRow } from '#core/parse/disclosure.ts'
import { requestRow } from '#core/parse/request-row.ts'

test.for(requestRowIds)('the official label of %s is found after the row before it', (id) => {
  const before = requestRowIds[requestRowIds.indexOf(id) - 1]
  expect(requestRow(requestRows[id].zh, before)).toBe(id)
})

// Printed label, the row read before it, the row that it names.
test.for<[string, RequestRow | undefined, RequestRow | undefined]>([
  ['(一) 予以公开', 'requests_carried_in', 'outcome_granted'],
  ['予以公开', 'requests_carried_in', 'outcome_granted'],
  ['（二）部分公开 (区分处理的, 只计这一情形, 不计其他情形)', 'outcome_granted', 'outcome_partial'],
  ['（二）部分公开（区分处理的，只计这一情 形，不', 'outcome_granted', 'outcome_partial'],
  ['2.其他法律行政止公开', 'outcome_denied_state_secret', 'outcome_denied_law_prohibited'],
  ['3.危及"三安全一稳定"', undefined, 'outcome_denied_three_security_one_stability'],
  ['5.屬於三類內部事務信息', undefined, 'outcome_denied_internal_affairs'],
  ['2.沒有現(xiàn)成信息需要另行製作', undefined, 'outcome_unable_needs_creation'],
  ['２．重复申请', undefined, 'outcome_refused_duplicate'],
  ['1.逾期不补正', 'outcome_refused_confirm_reissue', 'outcome_other_overdue_correction'],
  ['（六）其他处理', 'outcome_refused_confirm_reissue', 'outcome_other'],
  ['(六)其他', 'outcome_refused_confirm_reissue', 'outcome_other'],
  ['3.其他', 'outcome_other_overdue_fee', 'outcome_other_misc'],
  ['3.其它', 'outcome_other_overdue_fee', 'outcome_other_misc'],
  ['其他', undefined, undefined],
  ['其他', 'outcome_denied_state_secret', undefined],
  ['总计', undefined, undefined],
  ['（七）总计', 'outcome_other_misc', 'outcome_total'],
  // Rows that the form does not have are not squeezed into one of its own.
  ['9.属于工作秘密', 'outcome_denied_admin_query', undefined],
  ['1.属于工作秘密', 'outcome_partial', undefined],
  ['10.属于内部管理信息', 'outcome_denied_admin_query', undefined],
  ['4.无法联系到申请人', 'outcome_other_misc', undefined],
  ['三、本年度办理结果', 'requests_carried_in', undefined],
  ['（三）不予公开', 'outcome_partial', undefined],
])('%j after %s is %s', ([text, before, wanted]) => {
  expect(requestRow(text, before)).toBe(wanted)
})

test.for([
  ['规章', 'regulations_made'],
  ['行政规范性文件', 'norms_made'],
  ['规范性文件', 'norms_made'],
  ['行政許可', 'licences_decided'],
  ['行政強製', 'coercion_decided'],
  ['行政事业型收费', 'fees_collected_wan'],
  ['行政处罚（件）', 'penalties_decided'],
  ['其他主动公开文件', undefined],
  ['地方性法规', undefined],
  ['行政', undefined],
] as const)('%s of part 二 is the row of %s', ([text, id]) => {
  const found = disclosureRow(text)?.places.find(({ edition }) => edition === '2021')
  expect(found?.figures[0]).toBe(id)
})
