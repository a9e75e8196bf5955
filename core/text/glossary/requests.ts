import type { Applicant, RequestRow } from '#core/catalog/requests.ts'
import type { ReviewGroup, ReviewResult } from '#core/catalog/reviews.ts'
import type { Label } from '#core/catalog/table.ts'

/** What each row of part 三 counts. */
export const rowMeanings: Readonly<Record<RequestRow, Label>> = {
  requests_new: {
    zh: '报告年度内新收到的政府信息公开申请件数，一件申请只计一次。',
    en: 'Requests for government information received in the year; each counts once.',
  },
  requests_carried_in: {
    zh: '上一年度没有办结、转入本年继续办理的申请件数，应与上一年报告的“结转下年度继续办理”相同。',
    en: 'Requests not finished last year and taken over; the same as what last year’s report carries out.',
  },
  outcome_granted: {
    zh: '提供了所申请的信息，或者告知申请人已经公开的信息从何处获取。',
    en: 'The information was given, or the applicant was told where it had been published.',
  },
  outcome_partial: {
    zh: '信息中含有不应公开的内容，经区分处理公开了其余部分。一件申请有几种结果的，只计在这里。',
    en: 'Part of the information was withheld and the rest given. A request with several outcomes counts here only.',
  },
  outcome_denied_state_secret: {
    zh: '所申请的信息依法确定为国家秘密，不予公开。',
    en: 'Withheld: a state secret.',
  },
  outcome_denied_law_prohibited: {
    zh: '所申请的信息由国家秘密以外的其他法律、行政法规禁止公开。',
    en: 'Withheld: another law or administrative regulation forbids disclosure.',
  },
  outcome_denied_three_security_one_stability: {
    zh: '公开可能危及国家安全、公共安全、经济安全或社会稳定，不予公开。',
    en: 'Withheld: disclosure may endanger national, public or economic security or social stability.',
  },
  outcome_denied_third_party: {
    zh: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益，不予公开。',
    en: 'Withheld: disclosure would harm lawful rights of a third party, such as business secrets or privacy.',
  },
  outcome_denied_internal_affairs: {
    zh: '属于人事管理、后勤管理、内部工作流程三类内部事务信息，不予公开。',
    en: 'Withheld: internal affairs, that is personnel, logistics or internal procedure.',
  },
  outcome_denied_process_info: {
    zh: '属于讨论记录、过程稿、磋商信函、请示报告四类过程性信息，不予公开。',
    en: 'Withheld: information in process, that is minutes of discussions, drafts, letters of consultation or requests for instructions.',
  },
  outcome_denied_enforcement_file: {
    zh: '属于行政执法案卷中的信息，不予公开。',
    en: 'Withheld: part of an enforcement case file.',
  },
  outcome_denied_admin_query: {
    zh: '属于不动产登记资料等另有查询规定的信息，告知申请人依照该规定办理。',
    en: 'To be asked for by rules of its own, such as land registers; the applicant was told so.',
  },
  outcome_unable_not_held: {
    zh: '本机关没有所申请的信息，或者该信息不由本机关负责公开。',
    en: 'The bureau does not have the information, or another one is in charge of it.',
  },
  outcome_unable_needs_creation: {
    zh: '没有现成的信息，需要另行加工、分析才能提供。',
    en: 'The information is not there as such and would have to be made.',
  },
  outcome_unable_unclear: {
    zh: '经补正，申请的内容仍不明确，无法提供。',
    en: 'Even after correction it was not clear what was asked for.',
  },
  outcome_refused_petition: {
    zh: '以信息公开申请的形式进行信访、投诉、举报等活动，不作为申请处理。',
    en: 'A petition, complaint or report in the form of a request; not handled as one.',
  },
  outcome_refused_duplicate: {
    zh: '已经答复过，同一申请人又申请相同的信息，不予重复处理。',
    en: 'Answered before, and asked again by the same applicant.',
  },
  outcome_refused_publication: {
    zh: '要求提供政府公报、报刊、书籍等公开出版物，告知获取的途径。',
    en: 'Asks for a published work such as a gazette, a newspaper or a book; told where to find it.',
  },
  outcome_refused_mass_repeat: {
    zh: '申请的数量、频次明显超过合理范围，又没有正当理由，不予处理。',
    en: 'Far more, or far more often, than is reasonable, without good reason.',
  },
  outcome_refused_confirm_reissue: {
    zh: '要求确认已经取得的信息，或者重新出具，不予处理。',
    en: 'Asks to confirm or issue again what the applicant has already.',
  },
  outcome_other: {
    zh: '前五类以外的办理结果。只有2019年版有此行，2021年版分为三行。',
    en: 'Any other outcome. Only in the 2019 form; that of 2021 has three rows instead.',
  },
  outcome_other_overdue_correction: {
    zh: '申请人无正当理由逾期不补正，不再处理其申请。只有2021年版有此行。',
    en: 'Not corrected in time without good reason, and so closed. Only in the 2021 form.',
  },
  outcome_other_overdue_fee: {
    zh: '申请人逾期没有按收费通知缴纳信息处理费，不再处理其申请。只有2021年版有此行。',
    en: 'The information fee was not paid in time, and so closed. Only in the 2021 form.',
  },
  outcome_other_misc: {
    zh: '以上各行以外的办理结果，如申请人撤回。只有2021年版有此行。',
    en: 'Any other outcome, such as a request that was taken back. Only in the 2021 form.',
  },
  outcome_total: {
    zh: '报告年度内办理完毕的申请件数，等于各项办理结果之和。',
    en: 'Requests handled in the year: all outcomes together.',
  },
  requests_carried_out: {
    zh: '年末没有办结、转到下一年度继续办理的申请件数。',
    en: 'Requests not finished at the end of the year and carried over to the next.',
  },
}

/** Whose requests a column of part 三 counts. */
export const applicantMeanings: Readonly<Record<Applicant, Label>> = {
  natural_person: { zh: '只计自然人（个人）的申请。', en: 'Those of natural persons only.' },
  org_business: { zh: '只计商业企业的申请。', en: 'Those of businesses only.' },
  org_research: { zh: '只计科研机构的申请。', en: 'Those of research institutes only.' },
  org_social: {
    zh: '只计社会公益组织的申请。',
    en: 'Those of public-interest organisations only.',
  },
  org_legal_service: {
    zh: '只计法律服务机构的申请。',
    en: 'Those of providers of legal services only.',
  },
  org_other: {
    zh: '只计其他法人或其他组织的申请。',
    en: 'Those of other legal persons and organisations only.',
  },
  total: { zh: '六类申请人合计。', en: 'All six kinds of applicants.' },
}

/** Which cases a block of part 四 counts. */
export const reviewMeanings: Readonly<Record<ReviewGroup, Label>> = {
  review: {
    zh: '因政府信息公开工作被申请行政复议的案件',
    en: 'Administrative reviews over information disclosure',
  },
  suit_direct: {
    zh: '因政府信息公开工作，未经复议直接提起的行政诉讼案件',
    en: 'Lawsuits over information disclosure without a review before',
  },
  suit_after_review: {
    zh: '因政府信息公开工作，经复议后提起的行政诉讼案件',
    en: 'Lawsuits over information disclosure after a review',
  },
}

/** How those cases ended. */
export const resultMeanings: Readonly<Record<ReviewResult, Label>> = {
  upheld: { zh: '原来的处理得到维持的件数。', en: 'in which the bureau was upheld.' },
  corrected: {
    zh: '原来的处理被撤销、变更、确认违法等的件数。',
    en: 'in which the bureau was corrected: what it did was set aside, changed, found unlawful or the like.',
  },
  other: {
    zh: '维持和纠正以外的其他结果的件数，如撤回、终止。',
    en: 'that ended otherwise, such as withdrawn or discontinued ones.',
  },
  pending: { zh: '年末尚未审结的件数。', en: 'still pending at the end of the year.' },
  total: {
    zh: '总数，是以上四种结果之和，可含上一年转入的案件。',
    en: 'in all: the four results together. Cases of the year before may be among them.',
  },
}
