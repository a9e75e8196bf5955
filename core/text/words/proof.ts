import type { Label } from '#core/catalog/table.ts'

/** Words of a cell, of its place in the source, and of the proof of a sum. */
export const proofWords = {
  of_row: { zh: '“{name}”一行', en: 'row "{name}"' },
  of_column: { zh: '“{name}”一列', en: 'column "{name}"' },
  of_block: { zh: '“{name}”', en: '"{name}"' },
  figure_of_year: { zh: '{figure}（{year}年报告）', en: '{figure} (report on {year})' },
  fail_years: {
    zh: '{name}：本报告为{left}，按{year}年报告应为{right}',
    en: '{name}: {left} here, {right} by the report on {year}',
  },
  state_number: { zh: '原文印有数字', en: 'a printed number' },
  state_text: { zh: '原文为文字，不是数字', en: 'words, not a number' },
  result_pass: { zh: '相等：两边都是{left}', en: 'Equal: both sides are {left}' },
  result_fail: {
    zh: '不相等：左边{left}，右边{right}，差{gap}',
    en: 'Not equal: {left} on the left, {right} on the right, {gap} apart',
  },
  result_blank: {
    zh: '空白按0计则相等，两边都是{left}。原文没有写0的：{names}',
    en: 'Equal if blanks are 0: both sides are then {left}. No 0 is printed in: {names}',
  },
  result_open: {
    zh: '无法核对，因为这些格不是数字：{names}',
    en: 'Cannot be checked, as these cells have no number: {names}',
  },

  cell_definition: { zh: '指标含义', en: 'What this figure means' },
  cell_back: { zh: '回到表中', en: 'Back to the table' },
  cell_close: { zh: '收起', en: 'Close' },
  cell_state: { zh: '状态', en: 'State' },
  cell_raw: { zh: '原文', en: 'As printed' },
  cell_raw_none: { zh: '（空白）', en: '(blank)' },
  cell_place: { zh: '在报告中的位置', en: 'Place in the report' },
  cell_table: { zh: '{table}：', en: '{table}: ' },
  cell_labels: { zh: '行“{row}”，列“{column}”', en: 'row "{row}", column "{column}"' },
  cell_line: { zh: '网页源文第{line}行', en: 'line {line} of the source' },
  cell_page: { zh: '第{page}页', en: 'page {page}' },
  cell_box: {
    zh: '距左{x}、距上{y}，宽{width}、高{height}（点）',
    en: '{x} from the left, {y} from the top, {width} wide, {height} high (points)',
  },
  cell_sums: { zh: '它参与的核对', en: 'Checks that it is part of' },
  cell_sums_none: { zh: '没有核对式用到这一格。', en: 'No check uses this cell.' },
  cell_hints: { zh: '需要留意', en: 'Worth noting' },
  cell_json: { zh: '这一格的出处（JSON）', en: 'Source of this cell (JSON)' },
  cell_unknown: {
    zh: '没有名为“{id}”的指标，已略去。',
    en: 'There is no figure called "{id}"; left out.',
  },
  cell_absent: {
    zh: '本站所有的文件不含“{figure}”这一格，因此没有出处可看。',
    en: 'The document at hand has no cell "{figure}", so there is no source to show.',
  },
  retrieved_on: { zh: '本站导入日期', en: 'Brought in on' },

  proof_description: {
    zh: '{bureau}{year}年报告，{name}：{result}。',
    en: '{bureau}, report on {year}, {name}: {result}.',
  },
  proof_formula: { zh: '应当相等的两边', en: 'What should be equal' },
  proof_cells: { zh: '逐格对照', en: 'Cell by cell' },
  proof_left: { zh: '左边', en: 'Left' },
  proof_right: { zh: '右边', en: 'Right' },
  proof_minus: { zh: '（减）', en: ' (taken away)' },
  proof_sum: { zh: '合计', en: 'Sum' },
  proof_cell: { zh: '格', en: 'Cell' },
  proof_some: { zh: '有数字的格之和', en: 'of the cells that have a number' },
  proof_reason: {
    zh: '数字仍按原文发布，本站没有改动；理由：{reason}。',
    en: 'The figures are published as printed, nothing was altered; reason given: {reason}.',
  },
  proof_no_reason: {
    zh: '数字按原文发布，本站没有改动；没有说明理由。',
    en: 'The figures are published as printed, nothing was altered; no reason was given.',
  },
  proof_dismissed: {
    zh: '经人复核，不作为问题列示。',
    en: 'A person has looked at this and does not count it as a problem.',
  },
  proof_heuristic: {
    zh: '职能划转、文件清理等也会使两边不等，不等不一定是错。',
    en: 'Transfers between bureaus and clean-ups also make the two differ: it need not be an error.',
  },
  proof_merged: {
    zh: '合并以前的各机关，上年的数字相加。',
    en: 'Of bureaus that have become one, the figures of the year before are added.',
  },
  proof_report: { zh: '回到报告', en: 'Back to the report' },
  proof_json: { zh: '这项核对（JSON）', en: 'This check (JSON)' },
  proof_missing: {
    zh: '{name}{year}年的报告没有编号为“{id}”的核对。',
    en: 'The {year} report of {name} has no check called "{id}".',
  },
  proof_source: { zh: '来源：{name}{year}年报告', en: 'Source: {name}, report on {year}' },
  proof_of_year: { zh: '（{year}年报告）', en: ' (report on {year})' },
  report_named: { zh: '{name}{year}年', en: '{name}, {year}' },
  report_of_year: { zh: '{year}年报告', en: 'Report on {year}' },
  years_not_kept: {
    zh: '与前后年报告的核对只有现在的，定版不保存。',
    en: 'Checks against the reports of other years are as of now only; no release keeps them.',
  },
  proof_all: { zh: '全部核对（{count}项）', en: 'All checks ({count})' },
  proof_see: { zh: '看两边的数', en: 'See both sides' },
} as const satisfies Record<string, Label>
