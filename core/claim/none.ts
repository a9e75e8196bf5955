import type { ClaimId } from './claim.ts'
import { request } from './label.ts'

/** A statement that there was none. */
export interface None {
  readonly about: ClaimId
  readonly from: number
}

/** 无, not 无法 and the like. */
const no = '(?:未曾|没有|未|没|无(?![法为论偿人线效条障]))'
const occurred =
  '(?:新收到?|收到|接到|受理|收办|发生|出现|产生|涉及|存在|有|被|因|引发|提起)?(?:过|任何)?'

/** What may follow without narrowing what there was none of. */
const ends =
  '(?=$|[,;:、和及也]|或|的?(?:情况|情形|现象|案件|事件|件|来信|来函|信件|信息|申请|请求|政府)+(?:发生)?(?:$|[,;:、和及]))'

/** Up to the dispute, but not by way of its result: none corrected is not none at all. */
const disputes = `${no}${occurred}(?![经按])(?:(?!纠|败|撤|维持)[^,;:]){0,40}?`
const unresolved =
  '(?!决定|机关|机构|意见|应诉|委员会|被|[^,;]{0,6}(?:纠|败|撤|维持)|[^,;]{0,8}\\d)'

const fees =
  '[^,;]{0,15}?(?:收取|产生|收缴|发生)[^,;]{0,18}?(?:信息处理费|公开处理费)|[^,;]{0,8}?(?:依申请|信息公开|公开信息)[^,;]{0,12}?(?:收取|产生)[^,;]{0,6}?费用|[^,;]{0,8}?(?:收取|产生)[^,;]{0,6}?信息公开[^,;]{0,8}?费用'

const wordings: readonly (readonly [readonly ClaimId[], RegExp])[] = [
  [
    ['requests_new.total'],
    new RegExp(`${no}${occurred}(?:公民|群众|企业)?(?:的)?(?:${request})${ends}`, 'g'),
  ],
  [
    ['review_total', 'suit_sum'],
    new RegExp(`${disputes}行政复议${unresolved}[、和或及与]?[^,;:、]{0,6}诉讼${unresolved}`, 'g'),
  ],
  [['review_total'], new RegExp(`${disputes}行政复议${unresolved}`, 'g')],
  [['suit_sum'], new RegExp(`${disputes}行政诉讼${unresolved}`, 'g')],
  [['requests_carried_in.total'], new RegExp(`${no}上一?年度?(?:结转|转结)`, 'g')],
  [
    ['requests_carried_out.total'],
    new RegExp(`${no}(?:结转|转结)(?:至|到)?(?:下一?年|次年|20\\d\\d年)`, 'g'),
  ],
  [['info_fee_received_yuan'], new RegExp(`${no}(?![按依严])(?:${fees})`, 'g')],
  [['info_fee_notices'], new RegExp(`${no}(?:发出|开具|发送|下达)[^,;]{0,10}收费通知`, 'g')],
]

/** Words that make it none of a part only: one channel, one quarter. */
const partly = /通过|网上|线上|信函|当面|邮件|传真|现场|平台|网站|季度|月|要求补正|部分/

/** Every statement of a sentence without brackets that there was none. */
export const nones = (text: string): None[] => {
  const found = wordings.flatMap(([about, wording]) =>
    [...text.matchAll(wording)]
      .filter((match) => !partly.test(clauseBefore(text, match.index) + match[0]))
      .flatMap((match) => about.map((id) => ({ about: id, from: match.index }))),
  )
  return found.filter(({ about }, i) => found.findIndex((one) => one.about === about) === i)
}

const clauseBefore = (text: string, at: number): string => {
  const start = Math.max(text.lastIndexOf(',', at), text.lastIndexOf(';', at))
  return text.slice(start + 1, at)
}
