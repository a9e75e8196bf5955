import type { ClaimId } from './claim.ts'

/** Words for a request under the regulations (依申请公开), whatever the order in which an office puts them. */
export const request =
  '(?:依申请(?:的)?(?:公开)?)?(?:(?:政府|政务)?信息公开|政府信息)(?:的)?(?:书面)?(?:申请|请求|事项)|依申请公开(?:的)?(?:(?:政府|政务)?信息)?(?:公开)?(?:的)?(?:申请|请求|事项|件|来信)?|政府信息申请公开|公开申请'

/** What may stand between a label and its number. */
const fill =
  '(?:总?数量?|总量|件数|案件|事项|事件|件)?(?:共计|共有|总共|合计|总计|累计|共|计|为|是|有|了|达到?|:)*$'

/** Words that end a count of requests in another count: one channel, one office, another matter. */
const parts =
  /其中|通过|网上|线上|信函|当面|邮件|邮箱|传真|现场|平台|网站|渠道|纸质|补正|撤回|咨询|投诉|转办|协助|征求|复议|诉讼|提案|建议|议案|许可|信访|热线|留言|季度|半年|月份|\d-\d+月/
const reasons = /(?:(?<!原)因|由于|属于|涉及|为由)(?!.*等)/
const notAnswered = /延期|逾期|不予|未|正在|当场|尚|顺延|继续/

/** A wording that says what the number behind it counts. */
export interface Wording {
  readonly about: ClaimId
  /** Matches the end of the words in front of the number. */
  readonly before: RegExp
  /** Matches the words behind it; then `before` is not the whole label. */
  readonly behind?: RegExp
  /** Not if the words in front hold this. */
  readonly unless?: RegExp
  /** What the sentence, or the two before it, must be about. */
  readonly topic?: Topic
  /** Not if an earlier part of the sentence goes into detail (其中) or names a part of the year. */
  readonly whole?: true
  /** Only behind such a claim in the same sentence. */
  readonly after?: RegExp
  /** Only behind such a unit. */
  readonly units?: RegExp
}

export type Topic = 'requests' | 'disclosure' | 'fee'

export const topics: Readonly<Record<Topic, RegExp>> = {
  requests: /公开(?:的)?申请|依申请|公开.{0,12}申请/,
  disclosure: /信息公开|依申请公开|政务公开/,
  fee: /处理费|收费通知/,
}

const end = (words: string): RegExp => new RegExp(`(?:${words})${fill}`)

const received = '(?:新收到?|收到|接到|接收|收办|受理|新增)(?:了|过)?'
const lastYear = '(?:上一?年度?|去年|20\\d\\d年度?)(?:度)?(?:结转|转结|转入)(?:来)?(?:的)?'
const nextYear =
  '(?:结转|转结|顺延|延续|转)(?:至|到|入)?(?:下一?年度?|次年|明年|20\\d\\d年度?)(?:继续|再)?(?:办理|处理|答复|办结)?(?:的)?'
const done = '(?:办结|答复|办复|办理完毕|办理并答复)(?:了)?'

const requestWordings: readonly Wording[] = [
  {
    about: 'requests_carried_in.total',
    before: end(`${lastYear}(?:${request}|申请|政府信息公开)?(?:办理)?`),
  },
  { about: 'requests_carried_out.total', before: end(`${nextYear}(?:${request}|申请)?`) },
  {
    about: 'requests_new.total',
    before: end(`${received}[^,;]{0,24}?(?:${request})`),
    unless: parts,
    whole: true,
  },
  {
    about: 'requests_new.total',
    before: end(`${received}(?:各类)?(?:书面)?申请`),
    unless: parts,
    topic: 'requests',
    whole: true,
  },
  {
    about: 'requests_new.total',
    before: /(?:新收到?|收到|接到|受理)(?:了|过)?(?:共计|共)?$/,
    behind: /^(?:(?:政府)?(?:信息)?依申请公开|(?:政府|政务)信息公开申请|信息公开申请)/,
    unless: parts,
    whole: true,
  },
  {
    about: 'requests_new.natural_person',
    before: end('自然人(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?'),
    after: /^requests_new/,
  },
  {
    about: 'requests_new.organisation_sum',
    before: end('法人(?:或者?|和|及|、)?其他组织(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?'),
    after: /^requests_new/,
  },
]

const outcome = (about: ClaimId, words: string): Wording => ({
  about,
  before: end(`(?:${words})(?:的|答复)?(?:申请)?`),
  unless: new RegExp(`${reasons.source}|主动公开|复议|诉讼`),
  topic: 'requests',
})

const outcomeWordings: readonly Wording[] = [
  outcome('outcome_disclosed_sum', '予以公开(?:及|以及|和|、|与|或)(?:予以)?部分公开'),
  outcome('outcome_granted.total', '(?<!不)予以公开|同意公开|全部公开'),
  outcome('outcome_partial.total', '部分公开'),
  outcome('outcome_denied_sum', '不予公开'),
  outcome('outcome_unable_sum', '无法提供'),
  outcome('outcome_refused_sum', '不予处理'),
  outcome('outcome_other_sum', '(?:作|做)?其他(?:方式)?处理'),
  // After the others: 予以公开答复 counts what was disclosed.
  {
    about: 'outcome_total.total',
    before: end(`(?:${done}|共办理)(?:${request}|申请)?`),
    unless: new RegExp(`${parts.source}|${notAnswered.source}`),
    topic: 'requests',
    whole: true,
  },
]

/** An office that decides on reviews of all kinds counts those too: then only those over disclosure are meant. */
const asJudge = /^(?!.*公开).*(?:受理|审理|办理|审结|收到|立案)/

const dispute = (about: ClaimId, words: string, unless = asJudge): Wording => ({
  about,
  before: end(`(?:${words})(?:申请|案件|案|事项)?`),
  unless,
  topic: 'disclosure',
})

const disputeWordings: readonly Wording[] = [
  dispute('suit_after_review_total', '复议后(?:再)?(?:起诉|(?:提起)?(?:行政)?诉讼)'),
  dispute('suit_direct_total', '未经复议(?:直接)?(?:起诉|(?:提起)?(?:行政)?诉讼)'),
  dispute('review_total', '(?:行政)?复议'),
  // 行政复议、行政诉讼3件 counts both as one.
  dispute('suit_sum', '(?:行政)?诉讼', new RegExp(`复议|${asJudge.source}`)),
  { about: 'review_upheld', before: end('(?:结果)?维持'), after: /^review/, unless: /诉讼/ },
  { about: 'review_corrected', before: end('(?:结果)?纠正'), after: /^review/, unless: /诉讼/ },
  { about: 'review_pending', before: end('尚?未审结'), after: /^review/, unless: /诉讼/ },
]

const documents = '(?:行政)?规范性文件'
const partly = /其中|名义|累计|清理|修订|备案|审查|解读/

const documentWordings: readonly Wording[] = [
  {
    about: 'norms_made',
    before: end(
      `(?:制发|制定|印发|出台|制作)(?:并(?:公开|公布|发布|印发)|出台|印发)?(?:了)?${documents}`,
    ),
    unless: partly,
  },
  { about: 'norms_repealed', before: end(`废止(?:了)?${documents}`), unless: partly },
  { about: 'norms_valid', before: end(`现行有效(?:的)?${documents}`), unless: partly },
  ...(
    [
      ['licences_decided', '行政许可'],
      ['penalties_decided', '行政处罚'],
      ['coercion_decided', '行政强制'],
      ['services_decided', '其他对外管理服务事项'],
    ] as const
  ).map(([about, words]) => ({ about, before: end(`${words}类?(?:本年)?处理决定`) })),
]

const money = /元$/
const fee = '(?:政府)?(?:信息公开)?(?:信息处理费|信息公开处理费)(?:用)?'

const feeWordings: readonly Wording[] = [
  {
    about: 'info_fee_received_yuan',
    before: end(`(?:收取|实收|收缴|收到)(?:了)?[^,;]{0,20}?${fee}(?:总?金额|总额)?`),
    units: money,
  },
  {
    about: 'info_fee_received_yuan',
    before: end('实际收取(?:的)?(?:总?金额|总额)?'),
    topic: 'fee',
    units: money,
  },
  {
    about: 'info_fee_billed_yuan',
    before: end('(?:收费通知书?|应收|收费)(?:的)?(?:总?金额|总额)'),
    topic: 'fee',
    units: money,
  },
  {
    about: 'info_fee_billed_yuan',
    before: end('^(?:涉及)?总?金额'),
    after: /^info_fee_notices/,
    units: money,
  },
  {
    about: 'info_fee_notices',
    before: end('(?:发出|开具|送达|下达|制发)(?:了)?[^,;]{0,16}?收费通知书?'),
    units: /^(?:件|份|次|个)$/,
  },
]

/** In the order in which they are tried: the first that fits says what a number counts. */
export const wordings: readonly Wording[] = [
  ...requestWordings,
  ...outcomeWordings,
  ...disputeWordings,
  ...documentWordings,
  ...feeWordings,
]
