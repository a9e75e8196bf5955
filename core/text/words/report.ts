import type { Label } from '#core/catalog/table.ts'

/** Words of the page of one report. */
export const reportWords = {
  report_title: {
    zh: '{name}{year}年政府信息公开工作年度报告',
    en: '{name}: annual disclosure report {year}',
  },
  report_description: {
    zh: '{name}{year}年年度报告的法定统计表、核对结果与来源。',
    en: 'Statutory tables, checks and source of the {year} report of {name}.',
  },
  part: { zh: '{part}、{name}', en: 'Part {part}: {name}' },
  form_of_table: { zh: '{edition}版表式', en: '{edition} form' },
  form_unknown: { zh: '表式未能确认', en: 'form not certain' },
  table_unheld: {
    zh: '未收录：本站所有的文件不含这张表。',
    en: 'Not held: the document at hand does not contain this table.',
  },
  content: { zh: '信息内容', en: 'Content' },
  row: { zh: '项目', en: 'Row' },
  value: { zh: '数字', en: 'Figure' },
  legend: { zh: '表中符号', en: 'Signs in the tables' },
  legend_zero: { zh: '原文印有数字0', en: 'a printed zero' },
  legend_blank: { zh: '原文空白（未填）', en: 'left blank in the original' },
  legend_na: { zh: '原文为“/”“—”“无”等（不适用）', en: '"/", "—" or "none" in the original' },
  legend_unread: { zh: '有内容，但未能确认是什么', en: 'something is there, but not certain what' },
  legend_absent: { zh: '本站的文件不含这一格', en: 'the document at hand lacks the cell' },
  legend_failed: { zh: '与应有的合计不符，可点开', en: 'does not agree with its sum; follow it' },
  sign_blank: { zh: '空白', en: 'blank' },
  sign_na: { zh: '不适用（原文：{raw}）', en: 'not applicable (printed: {raw})' },
  sign_unread: { zh: '未能确认：{reason}', en: 'not certain: {reason}' },
  as_printed: { zh: '原文：', en: 'printed: ' },
  sign_failed: { zh: '合计不符', en: 'sum does not hold' },
  checks: { zh: '核对结果', en: 'Checks' },
  checks_none: {
    zh: '没有可以核对的合计（所收录的部分不含相关表格）。',
    en: 'There is no sum to check in what is held.',
  },
  checks_pass: { zh: '相符', en: 'Hold' },
  checks_blank: { zh: '空白按0计则相符', en: 'Hold if blanks are 0' },
  checks_open: { zh: '无法核对', en: 'Cannot be checked' },
  checks_fail: { zh: '不符', en: 'Do not hold' },
  checks_open_help: {
    zh: '无法核对：有关的格不是数字（空白、不适用、未能确认或未收录）。',
    en: 'Cannot be checked: a cell concerned has no number (blank, not applicable, not certain or not held).',
  },
  accepted: {
    zh: '以下合计不符。数字仍按原文发布，本站没有改动；理由：{reason}。',
    en: 'The sums below do not hold. The figures are published as printed, nothing was altered; reason given: {reason}.',
  },
  year_before: { zh: '与上一年的报告不一致', en: 'Not as the year before has it' },
  year_before_help: {
    zh: '本报告的上年结转，与{year}年报告的结转下年度不同。两处数字都按原文发布。',
    en: 'What this report carries in is not what the report on {year} carries out. Both are published as printed.',
  },
  year_before_reason: { zh: '理由：{reason}。', en: ' Reason given: {reason}.' },
  year_before_item: {
    zh: '{figure}：本报告{now}件，{year}年报告{before}件',
    en: '{figure}: {now} here, {before} in the report on {year}',
  },
  provenance: { zh: '来源与版本', en: 'Source and version' },
  source_address: { zh: '原文地址', en: 'Address of the original' },
  source_unknown: { zh: '来源地址未知', en: 'address of the original not known' },
  published_on: { zh: '机关公布日期', en: 'Published by the bureau on' },
  unknown_date: { zh: '未知', en: 'not known' },
  file_hash: { zh: '导入文件的 SHA-256', en: 'SHA-256 of the imported file' },
  revision: { zh: '本站修订', en: 'Revision here' },
  revision_value: {
    zh: '第{number}次，数据版本 {version}，{date}',
    en: 'number {number}, data version {version}, {date}',
  },
  previous_year: { zh: '上一年：{year}', en: 'Previous: {year}' },
  next_year: { zh: '下一年：{year}', en: 'Next: {year}' },
  other_years: { zh: '其他年份', en: 'Other years' },
  all_years: { zh: '历年趋势', en: 'Trends over the years' },
  as_json: { zh: '本报告数据（JSON）', en: 'This report as data (JSON)' },

  fail_row: {
    zh: '“{row}”一行：六类申请人合计{left}件，应等于总计{right}件：差{gap}件',
    en: 'Row "{row}": the six kinds of applicants make {left}, which should equal the total {right}: {gap} apart',
  },
  fail_column: {
    zh: '“{column}”一列：各项办理结果合计{left}件，应等于（七）总计{right}件：差{gap}件',
    en: 'Column "{column}": the outcomes make {left}, which should equal (7) Total {right}: {gap} apart',
  },
  fail_identity: {
    zh: '新收{a}件加结转{b}件，应等于办理{c}件加结转{d}件：差{gap}件',
    en: '{a} new plus {b} carried in should equal {c} handled plus {d} carried out: {gap} apart',
  },
  in_column: { zh: '“{column}”一列：', en: 'Column "{column}": ' },
  fail_results: {
    zh: '“{group}”：四种结果合计{left}件，应等于总计{right}件：差{gap}件',
    en: '"{group}": the four results make {left}, which should equal the total {right}: {gap} apart',
  },
} as const satisfies Record<string, Label>
