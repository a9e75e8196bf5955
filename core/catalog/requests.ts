import type { Axis, Edition, Label, TableId } from './table.ts'

/** The seven columns of part 三: who asked. `total` is the sum of the others. */
export const applicants = {
  natural_person: { key: 1, zh: '自然人', en: 'Natural persons' },
  org_business: { key: 2, zh: '商业企业', en: 'Businesses', group: 'organisation' },
  org_research: { key: 3, zh: '科研机构', en: 'Research institutes', group: 'organisation' },
  org_social: {
    key: 4,
    zh: '社会公益组织',
    en: 'Public-interest organisations',
    group: 'organisation',
    aka: ['社会公益'],
  },
  org_legal_service: {
    key: 5,
    zh: '法律服务机构',
    en: 'Legal services',
    group: 'organisation',
  },
  org_other: { key: 6, zh: '其他', en: 'Other bodies', group: 'organisation' },
  total: { key: 7, zh: '总计', en: 'Total' },
} as const satisfies Record<string, Axis & { key: number; group?: 'organisation' }>

export type Applicant = keyof typeof applicants

export const organisation: Label = { zh: '法人或其他组织', en: 'Legal persons and organisations' }

/** Headings that stand left of the rows; `in` of a row names the innermost one. */
export const rowGroups = {
  results: { zh: '三、本年度办理结果', en: '3. How requests ended this year' },
  denied: { zh: '（三）不予公开', en: '(3) Not disclosed', in: 'results' },
  unable: { zh: '（四）无法提供', en: '(4) Unable to provide', in: 'results' },
  refused: { zh: '（五）不予处理', en: '(5) Not processed', in: 'results' },
  other: { zh: '（六）其他处理', en: '(6) Handled otherwise', in: 'results' },
} as const satisfies Record<string, Label & { in?: 'results' }>

export type RowGroup = keyof typeof rowGroups

interface Row extends Axis {
  /** Permanent small number for storage. Never reused. */
  readonly key: number
  readonly in?: RowGroup
  /** The only edition that has the row; both when absent. */
  readonly edition?: Edition
}

/** Every row of part 三 in the order of the form, both editions. */
export const requestRows = {
  requests_new: {
    key: 1,
    zh: '一、本年新收政府信息公开申请数量',
    en: '1. Requests newly received this year',
  },
  requests_carried_in: {
    key: 2,
    zh: '二、上年结转政府信息公开申请数量',
    en: '2. Requests carried over from last year',
  },
  outcome_granted: { key: 3, in: 'results', zh: '（一）予以公开', en: '(1) Disclosed' },
  outcome_partial: {
    key: 4,
    in: 'results',
    zh: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    en: '(2) Disclosed in part (counted here only)',
    aka: ['（二）部分公开'],
  },
  outcome_denied_state_secret: {
    key: 5,
    in: 'denied',
    zh: '1.属于国家秘密',
    en: '1. State secret',
  },
  outcome_denied_law_prohibited: {
    key: 6,
    in: 'denied',
    zh: '2.其他法律行政法规禁止公开',
    en: '2. Prohibited by other laws or regulations',
  },
  outcome_denied_three_security_one_stability: {
    key: 7,
    in: 'denied',
    zh: '3.危及“三安全一稳定”',
    en: '3. Endangers national, public or economic security or social stability',
  },
  outcome_denied_third_party: {
    key: 8,
    in: 'denied',
    zh: '4.保护第三方合法权益',
    en: '4. Lawful rights of a third party',
  },
  outcome_denied_internal_affairs: {
    key: 9,
    in: 'denied',
    zh: '5.属于三类内部事务信息',
    en: '5. Internal affairs (three kinds)',
  },
  outcome_denied_process_info: {
    key: 10,
    in: 'denied',
    zh: '6.属于四类过程性信息',
    en: '6. Information in process (four kinds)',
  },
  outcome_denied_enforcement_file: {
    key: 11,
    in: 'denied',
    zh: '7.属于行政执法案卷',
    en: '7. Enforcement case file',
  },
  outcome_denied_admin_query: {
    key: 12,
    in: 'denied',
    zh: '8.属于行政查询事项',
    en: '8. Matter of administrative query',
  },
  outcome_unable_not_held: {
    key: 13,
    in: 'unable',
    zh: '1.本机关不掌握相关政府信息',
    en: '1. Not held by this bureau',
  },
  outcome_unable_needs_creation: {
    key: 14,
    in: 'unable',
    zh: '2.没有现成信息需要另行制作',
    en: '2. Would have to be created',
  },
  outcome_unable_unclear: {
    key: 15,
    in: 'unable',
    zh: '3.补正后申请内容仍不明确',
    en: '3. Still unclear after correction',
  },
  outcome_refused_petition: {
    key: 16,
    in: 'refused',
    zh: '1.信访举报投诉类申请',
    en: '1. Petition, report or complaint',
  },
  outcome_refused_duplicate: {
    key: 17,
    in: 'refused',
    zh: '2.重复申请',
    en: '2. Duplicate request',
  },
  outcome_refused_publication: {
    key: 18,
    in: 'refused',
    zh: '3.要求提供公开出版物',
    en: '3. Asks for a published work',
  },
  outcome_refused_mass_repeat: {
    key: 19,
    in: 'refused',
    zh: '4.无正当理由大量反复申请',
    en: '4. Mass repeated requests without good reason',
  },
  outcome_refused_confirm_reissue: {
    key: 20,
    in: 'refused',
    zh: '5.要求行政机关确认或重新出具已获取信息',
    en: '5. Asks to confirm or reissue information already obtained',
  },
  outcome_other: {
    key: 21,
    in: 'results',
    zh: '（六）其他处理',
    en: '(6) Handled otherwise',
    aka: ['（六）其他'],
    edition: '2019',
  },
  outcome_other_overdue_correction: {
    key: 22,
    in: 'other',
    zh: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    en: '1. Not corrected in time without good reason',
    aka: ['1.逾期不补正'],
    edition: '2021',
  },
  outcome_other_overdue_fee: {
    key: 23,
    in: 'other',
    zh: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    en: '2. Fee not paid in time',
    aka: ['2.逾期不缴费'],
    edition: '2021',
  },
  outcome_other_misc: { key: 24, in: 'other', zh: '3.其他', en: '3. Other', edition: '2021' },
  outcome_total: { key: 25, in: 'results', zh: '（七）总计', en: '(7) Total' },
  requests_carried_out: {
    key: 26,
    zh: '四、结转下年度继续办理',
    en: '4. Carried over to next year',
  },
} as const satisfies Record<string, Row>

export type RequestRow = keyof typeof requestRows

/** Part 三 of the form: requests received and how they ended. */
export const requests = {
  id: 'requests' satisfies TableId,
  part: '三',
  zh: '收到和处理政府信息公开申请情况',
  en: 'Requests received and how they were handled',
  /** Printed in the first header cell; it is the official identity T3-ID. */
  note: {
    zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    en: '(In each column, items 1 + 2 equal items 3 + 4.)',
  },
  applicantsHead: { zh: '申请人情况', en: 'Applicants' },
} as const
