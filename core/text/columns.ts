import type { Label } from '#core/catalog/table.ts'

/** What a column holds, in the words of XML Schema, which CSVW and data packages take theirs from. */
export type Datatype = 'string' | 'integer' | 'number' | 'date' | 'dateTime'

/** A column of a file: its name for people, what it holds, and what that means. */
export interface Column extends Label {
  readonly datatype: Datatype
  readonly about: Label
}

const column =
  (datatype: Datatype) =>
  (zh: string, en: string, aboutZh: string, aboutEn: string): Column => ({
    zh,
    en,
    datatype,
    about: { zh: aboutZh, en: aboutEn },
  })

const text = column('string')
const count = column('integer')
const number = column('number')

/** Every column of every file that the product gives out: a name means the same in all of them. */
export const columns = {
  id: text(
    '观测编号',
    'Observation',
    '永久不变：机关/年份/指标；与前身相加的另以 /linked 结尾',
    'Permanent: bureau/year/figure; /linked behind it where predecessors are added',
  ),
  bureau: text('机关编号', 'Bureau', '永久不变的编号', 'Its permanent id'),
  name: text('机关名称', 'Name', '此版本中的名称', 'Its name in this version'),
  name_en: text('英文名称', 'Name in English', '没有则为空', 'Empty where there is none'),
  division: text(
    '区划代码',
    'Division',
    'GB/T 2260 代码；功能区为上级代码加 Z 和两位数；全国为空',
    'GB/T 2260 code; a zone has its parent’s with Z and two digits; empty for the country',
  ),
  division_name: text(
    '区划名称',
    'Name of the division',
    '全国为“全国”',
    'That of the country is 全国',
  ),
  level: text(
    '层级',
    'Level',
    'state、province、prefecture、county、township',
    'state, province, prefecture, county, township',
  ),
  sector: text('系统', 'Sector', '编号见 docs/sectors.md', 'Ids as in docs/sectors.md'),
  scope: text(
    '口径',
    'Scope',
    'own 本机关；area 整个地区（不得与前者相加）',
    'own: the bureau itself; area: the whole area, never to be added to the former',
  ),
  kind: text(
    '机关类别',
    'Kind',
    'government 人民政府、bureau 部门等',
    'government, bureau and so on',
  ),
  made_up: text(
    '虚构示例',
    'Made up',
    '虚构示例数据标“虚构示例”，真实数据为空',
    '“虚构示例” marks made-up data; empty for real ones',
  ),
  first_year: count('最早年份', 'First year', '收录的最早年份', 'Of the reports in the collection'),
  last_year: count('最近年份', 'Last year', '收录的最近年份', 'Of the reports in the collection'),
  reports: count('报告数', 'Reports', '计入的报告份数', 'How many reports count here'),
  year: count('年份', 'Year', '报告所载的年份', 'The year that is reported on'),
  figure: text('指标编号', 'Figure', '编号见 /api/v1/figures', 'Ids as in /api/v1/figures'),
  label: text('指标', 'Label', '指标或词条的中文名称', 'Name of the figure or word, in Chinese'),
  label_en: text(
    '指标（英文）',
    'Label in English',
    '指标或词条的英文名称',
    'Name of the figure or word, in English',
  ),
  unit: text(
    '单位',
    'Unit',
    '件、件次、万元、个……；比率为空',
    'As printed in the form; empty for rates',
  ),
  value: number(
    '数值',
    'Value',
    '没有数字时为空，从不以 0 代替',
    'Empty where there is no number, never 0 instead',
  ),
  state: text(
    '状态',
    'State',
    'number 数字、blank 未填、na 斜线或“无”、text 文字、unread 未能确认、absent 报告没有此项、undefined 比率无定义、not_added 不能或没有合计；与前身相加时另有 undivided、other_scope、not_held、not_addable、not_number',
    'number, blank, na (“/”, none), text, unread (not certain), absent (not in the document), undefined (a rate), not_added (a sum); of linked figures also undivided, other_scope, not_held, not_addable, not_number',
  ),
  raw: text('原文', 'As printed', '单元格的原文', 'What the cell says'),
  numerator: number('分子', 'Numerator', '仅用于比率', 'Of rates only'),
  denominator: number('分母', 'Denominator', '仅用于比率', 'Of rates only'),
  low: number(
    '区间下限',
    'Interval from',
    '95% 威尔逊区间；分布为下界',
    '95 % Wilson interval; of a spread the lower bound',
  ),
  high: number(
    '区间上限',
    'Interval to',
    '95% 威尔逊区间；分布为上界',
    '95 % Wilson interval; of a spread the upper bound',
  ),
  reason: text(
    '原因',
    'Reason',
    '没有数字、更正或保留的原因',
    'Why there is no number, or why it was changed or kept',
  ),
  check: text(
    '核对',
    'Check',
    'failed：所属的合计式不成立，照原文公布',
    'failed: a sum that it is part of does not hold; shown as printed',
  ),
  edition: text(
    '表式',
    'Edition',
    '该表所用格式：2019 或 2021',
    'Form that the table follows: 2019 or 2021',
  ),
  break: text(
    '表式更替',
    'Form changed',
    '与上一年表式不同的第一年为 1',
    '1 in the first year of another form',
  ),
  excerpt: text('摘录', 'Excerpt', '只收录报告的一部分', 'Only part of the report was at hand'),
  aside: text(
    '不计入合计',
    'Aside',
    '另一机关的报告已包含其数字；旧版本中无从得知的为“未知”',
    'Another bureau’s report has its figures; 未知 where an old release cannot tell',
  ),
  lineage: text(
    '沿革',
    'Lineage',
    '机关更名、合并等及其文件',
    'What happened to the bureau, with the document',
  ),
  parts: text('组成机关', 'Parts', '连续序列中相加的机关', 'Bureaus that a linked figure adds up'),
  table: text('表', 'Table', 'disclosure、requests、reviews', 'disclosure, requests, reviews'),
  row: text('行', 'Row', '单元格所在行的标题', 'Label of the cell’s row'),
  column: text('列', 'Column', '单元格所在列的标题', 'Label of the cell’s column'),
  source: text('来源', 'Source', '原报告的网址', 'Address of the original report'),
  version: text(
    '版本',
    'Version',
    '版本号，如 2026.3.0；未定版为 d 加数据版本',
    'The release, such as 2026.3.0; d and the data version where there is none',
  ),
  held: count('收录报告', 'Held', '收录的报告份数', 'Reports in the collection'),
  unassessable: count(
    '无数字的报告',
    'Without a number',
    '此项没有数字的报告份数',
    'Reports without a number here',
  ),
  missing: count(
    '缺报机关',
    'Missing',
    '应报而未收录的机关数；没有名录则为空',
    'Bureaus that should have reported; empty without a roster',
  ),
  at_least: text(
    '至少',
    'At least',
    '可能有遗漏（没有名录时无从得知），合计是下限',
    'Something may be left out, or no roster can tell: the sum is a lower bound',
  ),
  rank_from: count(
    '名次自',
    'Rank from',
    '可能的最前名次；1 为最大值，不表示优劣',
    'First possible place; 1 is the largest value and no judgement',
  ),
  rank_to: count('名次至', 'Rank to', '可能的最后名次', 'Last possible place'),
  rank_of: count('参与排序', 'Ranked', '参与排序的机关数', 'How many are ranked'),
  percentile: text('分位', 'Percentile', 'p10、p25、p50、p75、p90', 'p10, p25, p50, p75, p90'),
  rule: text('规则', 'Rule', '核对规则编号', 'Id of the rule that was checked'),
  severity: text(
    '程度',
    'Severity',
    'error 不成立；warning 需留意',
    'error: does not hold; warning: worth a look',
  ),
  basis: text(
    '依据',
    'Basis',
    'form 本报告之内；previous 与上年报告',
    'form: within the report; previous: with the year before',
  ),
  left: text('左侧指标', 'Left side', '以 + 相连的指标编号', 'Figure ids, joined by +'),
  right: text('右侧指标', 'Right side', '以 + 相连的指标编号', 'Figure ids, joined by +'),
  left_value: number(
    '左侧数值',
    'Left value',
    '无法合计则为空',
    'Empty where it cannot be added up',
  ),
  right_value: number(
    '右侧数值',
    'Right value',
    '无法合计则为空',
    'Empty where it cannot be added up',
  ),
  difference: number(
    '差额',
    'Difference',
    '左侧减右侧；更正为新数减旧数',
    'Left less right; of a restatement new less old',
  ),
  fingerprint: text(
    '问题编号',
    'Fingerprint',
    '同一问题重新读取后不变',
    'The same for the same finding, however often it is read',
  ),
  stated: number('原载', 'Stated', '当年报告所载', 'In the report on the year itself'),
  restated: number('改载', 'Restated', '次年报告所载', 'In the report on the next year'),
  change: count('变更号', 'Change', '此次变更产生的数据版本', 'Data version that the change made'),
  action: text(
    '变更',
    'Action',
    'publish 公布、amend 更正、replace 替换、withdraw 撤回；观测为 added、changed、removed',
    'publish, amend, replace, withdraw; of an observation added, changed, removed',
  ),
  revision: count('修订', 'Revision', '报告的第几次修订', 'Number of the report’s revision'),
  at: { ...text('时间', 'Time', 'UTC', 'UTC'), datatype: 'dateTime' },
  release: text('版本号', 'Release', '如 2026.3.0', 'Such as 2026.3.0'),
  data_version: count(
    '数据版本',
    'Data version',
    '公开数据每变更一次加一',
    'One more with each change of what is public',
  ),
  before_value: number('原值', 'Value before', '没有则为空', 'Empty where there was none'),
  before_state: text('原状态', 'State before', '没有则为空', 'Empty where there was none'),
  after_value: number('新值', 'Value after', '没有则为空', 'Empty where there is none'),
  after_state: text('新状态', 'State after', '没有则为空', 'Empty where there is none'),
  editions: text('所属表式', 'Editions', '含有此项的表式', 'Forms that have it'),
  formula: text('计算式', 'Formula', '比率的计算方法', 'How a rate is made'),
  legal_basis: text(
    '法律依据',
    'Legal basis',
    '《政府信息公开条例》等的条款',
    'Article of the Regulations or another act',
  ),
  term: text(
    '词条',
    'Term',
    '词条编号；指标和比率即其编号',
    'Id of a word; of a figure or a rate its own',
  ),
  definition: text('释义', 'Definition', '中文释义', 'What it means, in Chinese'),
  definition_en: text(
    '释义（英文）',
    'Definition in English',
    '英文释义',
    'What it means, in English',
  ),
  from_2019: text(
    '2019版指标',
    'In the form of 2019',
    '以 + 相连的指标编号',
    'Figure ids, joined by +',
  ),
  to_2021: text(
    '2021版指标',
    'In the form of 2021',
    '以 + 相连的指标编号',
    'Figure ids, joined by +',
  ),
  relation: text(
    '对应关系',
    'Relation',
    'same 相同；wider、narrower 2021版较宽、较窄；none 没有对应',
    'same; wider, narrower: the form of 2021 counts more, less; none',
  ),
  remark: text('备注', 'Remark', '中文备注', 'In Chinese'),
  remark_en: text('备注（英文）', 'Remark in English', '英文备注', 'In English'),
} as const satisfies Readonly<Record<string, Column>>

export type ColumnId = keyof typeof columns
