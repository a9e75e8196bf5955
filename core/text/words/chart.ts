import type { Label } from '#core/catalog/table.ts'

/** Words inside charts and of the states of a cell. */
export const chartWords = {
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
} as const satisfies Record<string, Label>
