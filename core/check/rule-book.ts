import type { Label } from '#core/catalog/table.ts'
import type { Severity } from './finding.ts'
import { ruleLabels } from './rules.ts'

/**
 * Where the doubt lies: `reader`: we may have misread; `publisher`: the report contradicts itself or the form as
 * printed; `heuristic`: unusual, yet may well be right.
 */
export type Origin = 'reader' | 'publisher' | 'heuristic'

interface RuleEntry extends Label {
  /** How much a break weighs. Errors only where law or arithmetic leaves no other reading. */
  readonly severity: Severity
  readonly origin: Origin
}

const error = { severity: 'error', origin: 'publisher' } as const
const form = { severity: 'warning', origin: 'publisher' } as const
const hint = { severity: 'warning', origin: 'heuristic' } as const

/** Every rule that a report is held against, and what it asks for. */
export const ruleBook = {
  'T3-ROW': { ...error, ...ruleLabels['T3-ROW'] },
  'T3-COL': { ...error, ...ruleLabels['T3-COL'] },
  'T3-ID': { ...error, ...ruleLabels['T3-ID'] },
  'T4-SUM': { ...error, ...ruleLabels['T4-SUM'] },
  'X-CARRY': {
    ...error,
    zh: '上年结转应等于上一年报告的结转下年度',
    en: 'Carried in equals what last year’s report carried out',
  },
  'X-VALID': {
    ...hint,
    zh: '现行有效减制发加废止，应等于上一年的现行有效',
    en: 'In force, less made, plus repealed, equals in force last year',
  },
  'T2-POS': {
    ...hint,
    zh: '废止不应多于上年有效加本年制发；制发多于废止时现行有效不应为0',
    en: 'No more repealed than there were; in force is not 0 when more were made than repealed',
  },
  'T2-REG': {
    ...hint,
    zh: '没有规章制定权的机关，规章一行应为0',
    en: 'A bureau without the power to make regulations reports none',
  },
  'T2-INT': {
    ...form,
    zh: '件数应为非负整数，金额不应为负数',
    en: 'Counts are whole numbers from 0 up; amounts are not negative',
  },
  'X-YOY': {
    ...hint,
    zh: '与上一年相差悬殊的，应当说明',
    en: 'A figure far from last year’s is explained',
  },
  'X-2019': {
    ...hint,
    zh: '上一年项目数量应等于上一年报告的项目数量加增减',
    en: 'Items of the previous year equal last year’s items plus change',
  },
  'X-HIER': {
    ...hint,
    zh: '全区域汇总应等于所属各机关之和',
    en: 'The area’s figure equals the sum of its bureaus',
  },
  'T2-BLANK': {
    severity: 'notice',
    origin: 'publisher',
    zh: '表二各格应填写数字，没有的填0',
    en: 'Every cell of part 2 holds a number, 0 where there is none',
  },
  FORM_MIXED: {
    ...form,
    zh: '各表应采用同一版格式，且与报告年度相符',
    en: 'All tables follow the edition of the form for the year',
  },
  UNREAD: {
    severity: 'warning',
    origin: 'reader',
    zh: '每个单元格都应能确认',
    en: 'Every cell can be read for certain',
  },
  'TXT-REQ': {
    ...hint,
    zh: '正文的申请数量应与表三一致',
    en: 'Requests in the text agree with part 3',
  },
  'TXT-OUT': {
    ...hint,
    zh: '正文的办理结果应与表三一致',
    en: 'Outcomes in the text agree with part 3',
  },
  'TXT-T4': {
    ...hint,
    zh: '正文的复议诉讼数量应与表四一致',
    en: 'Reviews and lawsuits in the text agree with part 4',
  },
  'TXT-T2': {
    ...hint,
    zh: '正文的文件或决定数量应与表二一致',
    en: 'Documents and decisions in the text agree with part 2',
  },
  'TXT-YOY': {
    ...hint,
    zh: '正文所说的同比变化应与上一年报告相符',
    en: 'The change told in the text is that between the two reports',
  },
  FEE: {
    ...hint,
    zh: '第六部分应说明信息处理费，且不与表三矛盾',
    en: 'Part 6 speaks of the information fee and does not contradict part 3',
  },
  'DOC-YEAR': {
    ...form,
    zh: '标题年份、统计期限与报告年度应一致',
    en: 'Title, period and report name the same year',
  },
  'DOC-PERIOD': {
    ...form,
    zh: '统计期限应为1月1日至12月31日',
    en: 'The period is 1 January to 31 December',
  },
  'DOC-SECTION': { ...form, zh: '六个部分应齐全', en: 'All six parts are there' },
  'DOC-EMPTY': {
    ...form,
    zh: '第五部分应写明主要问题及改进情况',
    en: 'Part 5 names problems and improvements',
  },
  'DOC-COPY': {
    ...hint,
    zh: '内容不应与上一年报告雷同',
    en: 'The text is not that of last year',
  },
  'DOC-LATE': { ...form, zh: '应在法定期限内发布', en: 'Published by the deadline' },
} as const satisfies Record<string, RuleEntry>

export type RuleId = keyof typeof ruleBook
