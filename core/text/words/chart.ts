import type { Label } from '#core/catalog/table.ts'
import { touchWords } from './touch.ts'

/** Words inside charts and of the states of a cell. */
export const chartWords = {
  ...touchWords,
  unit: { zh: '单位：{unit}', en: 'Unit: {unit}' },
  unheld: { zh: '未收录', en: 'not held' },
  blank: { zh: '未填', en: 'left blank' },
  na: { zh: '不适用', en: 'not applicable' },
  text: { zh: '为文字', en: 'stated in words' },
  unread: { zh: '未能确认', en: 'not certain' },
  not_in_form: { zh: '表中无此项', en: 'not in that form' },
  disputed_short: { zh: '合计与分项不符', en: 'its sum does not hold' },
  disputed_note: {
    zh: '≠ 原文所印合计与分项不符，照原文列示',
    en: '≠ the sum as printed does not hold; shown as printed',
  },
  form_break: { zh: '{edition}版表', en: '{edition} form' },
  year: { zh: '{year}年', en: '{year}' },
  all_zero: { zh: '各年均为0{unit}', en: '0 {unit} in every year' },
  held_zero: { zh: '有数字的年份均为0{unit}', en: '0 {unit} in every year that has a number' },
  one_zero: { zh: '{year}年为0{unit}', en: '0 {unit} in {year}' },
  no_numbers: { zh: '没有可以画出的数字', en: 'No number to draw' },
  excerpt_star: { zh: '* 仅收录报告摘录', en: '* excerpt of the report only' },
  excerpt_note: { zh: '部分年份只收录报告摘录', en: 'Of some years only an excerpt is held' },
  area_note: {
    zh: '全区域汇总，含所属各部门',
    en: 'Whole area: includes its departments',
  },
  mixed_scope_note: {
    zh: '标“全区域”的为汇总数，与单个机关不可比',
    en: '"Whole area" sums many bureaus; not comparable with one bureau',
  },
  form_note: {
    zh: '各机关换用2021版表的年份不尽相同',
    en: 'Bureaus moved to the 2021 form in different years',
  },
  chart_source: {
    zh: '来源：{name}政府信息公开工作年度报告',
    en: 'Source: annual information-disclosure reports, {name}',
  },
  chart_source_many: {
    zh: '来源：各机关政府信息公开工作年度报告',
    en: "Source: the bureaus' annual information-disclosure reports",
  },
  chart_credit: {
    zh: '年图 · 数据版本 {version} · {date}',
    en: 'Niantu · data version {version} · {date}',
  },
  chart_credit_release: {
    zh: '年图 · 定版 {release} · {date}',
    en: 'Niantu · release {release} · {date}',
  },
  plan_applicants: { zh: '本年新收申请，按申请人', en: 'New requests by who asked' },
  plan_outcomes: { zh: '申请办理结果', en: 'How requests ended' },
  plan_denials: { zh: '不予公开的理由', en: 'Reasons for not disclosing' },
  plan_reviews: { zh: '行政复议结果', en: 'Results of administrative reviews' },
  plan_suits: { zh: '行政诉讼结果', en: 'Results of lawsuits' },
  granted: { zh: '予以公开', en: 'Disclosed' },
  partly: { zh: '部分公开', en: 'Disclosed in part' },
  none_new: { zh: '没有新收', en: 'none received' },
  none_handled: { zh: '没有办结', en: 'none handled' },
  none_denied: { zh: '没有不予公开', en: 'none denied' },
  none_reviewed: { zh: '没有复议', en: 'no reviews' },
  none_sued: { zh: '没有诉讼', en: 'no lawsuits' },
  as_shares: { zh: '{heading}占比', en: '{heading}, as shares' },
  share_of: { zh: '共{n}', en: 'of {n}' },
  no_number: { zh: '{n}项无数字', en: '{n} without a number' },
  partial_note: {
    zh: '† 有的分项没有数字，柱中只有其余各项',
    en: '† some parts have no number: the bar holds the others only',
  },
  share_note: {
    zh: '占原文所印总计的百分比',
    en: 'Of the total as printed',
  },
  share_sum_note: {
    zh: '占各项之和的百分比；表中没有总计',
    en: 'Of the sum of the parts: the form prints no total',
  },
  plan_flow: { zh: '申请从收到到结转', en: 'Requests, from received to carried over' },
  carried_in: { zh: '上年结转', en: 'Carried over from last year' },
  newly_received: { zh: '本年新收', en: 'Newly received' },
  carried_out: { zh: '结转下年度', en: 'Carried over to next year' },
  flow_apart: {
    zh: '所印数字连不成一线：新收加上年结转，不等于办理结果加结转下年度，或有的没有数字',
    en: 'The numbers do not join up: received and carried in differ from handled and carried out, or some are missing',
  },
  few_peers: {
    zh: '仅{n}份有数字，不足{least}份，不显示分布',
    en: 'only {n} with a number; under {least}, no spread is shown',
  },
  log_unit: { zh: '单位：{unit}（对数刻度）', en: 'Unit: {unit} (log scale)' },
  flag_note: { zh: '旗标处 {year}年：{what}', en: 'Flag at {year}: {what}' },
  flag_joined: {
    zh: '{what}，此前为各前身机关之和',
    en: '{what}; before it the sum of the predecessors',
  },
  restated_note: {
    zh: '※ 后来的报告对该年另有说法',
    en: '※ a later report says otherwise of that year',
  },
  reports_n: { zh: '{n}份报告', en: '{n} reports' },
  strip_key: {
    zh: '细线：中间八成；方框：中间一半；竖线：中位数；圆点：本机关',
    en: 'Thin line: the middle 80%; box: the middle half; tick: the median; dot: this bureau',
  },
  log_negative: {
    zh: '有负数，不能用对数刻度',
    en: 'With negative numbers there is no log scale',
  },
  alt_least: { zh: '最少{text}', en: 'least {text}' },
  alt_most: { zh: '最多{text}', en: 'most {text}' },
  alt_rows: { zh: '共{n}项，其中{none}项无数字', en: '{n} in all, {none} without a number' },
  alt_own: { zh: '本机关{text}', en: 'this bureau {text}' },
  alt_spread: {
    zh: '{n}份报告的中位数{p50}，中间一半{p25}至{p75}，中间八成{p10}至{p90}',
    en: 'of {n} reports the median is {p50}, the middle half {p25} to {p75}, the middle 80% {p10} to {p90}',
  },
} as const satisfies Record<string, Label>
