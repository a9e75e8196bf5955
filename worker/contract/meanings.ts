import type { Label } from '#core/catalog/table.ts'

export type Json = Readonly<Record<string, unknown>>

/** What a parameter means, wherever it stands. */
export interface Meaning {
  readonly about: Label
  readonly example?: string
  /** Goes on working, under another name by now. */
  readonly deprecated?: true
}

const meaning = (zh: string, en: string, more: Omit<Meaning, 'about'> = {}): Meaning => ({
  about: { zh, en },
  ...more,
})

/** Every parameter of the public API by its name: a name means the same everywhere. */
export const meanings: Readonly<Record<string, Meaning>> = {
  figure: meaning(
    '指标或比率的编号，见 /api/v1/figures',
    'Id of a figure or a rate, see /api/v1/figures',
    { example: 'licences_decided' },
  ),
  year: meaning('报告所载的年份', 'The year that is reported on', { example: '2024' }),
  from: meaning('自此年（含）', 'From this year on'),
  to: meaning('至此年（含）', 'Up to this year'),
  division: meaning(
    '行政区划代码（GB/T 2260），含其下各级',
    'GB/T 2260 code of an area, with all that lies in it',
    { example: '410307' },
  ),
  sector: meaning(
    '系统，编号见 /api/v1/glossary.json 的 sector.*',
    'Sector; ids are those of sector.* in /api/v1/glossary.json',
    { example: 'culture_tourism' },
  ),
  level: meaning('层级', 'Level'),
  scope: meaning(
    '口径：own 本机关，area 整个地区；两者不相加',
    'own: the bureau itself; area: all bureaus of an area. Never added together',
  ),
  bureau: meaning('行政机关编号', 'Id of a bureau', { example: '410307-0001' }),
  q: meaning(
    '名称、简称、曾用名、拼音首字母的任何部分；空格分开多个',
    'Any part of names, short or former names, initials of pinyin; several with spaces',
  ),
  limit: meaning('每页条数', 'Entries a page'),
  cursor: meaning(
    '下一页的位置，取自上一页的 next_cursor 或 Link',
    'Where the next page begins, from next_cursor or Link of the page before',
  ),
  after: meaning('cursor 的旧名', 'The former name of cursor', { deprecated: true }),
  lang: meaning('语言', 'Language'),
  v: meaning(
    '版本号：答案永远是该版本的内容',
    'A release: the answer is that of the release, for ever',
    { example: '2026.1.0' },
  ),
  lineage: meaning(
    'separate：各机关分列；linked：连同其前身',
    'separate: each bureau on its own; linked: with those that it came from',
  ),
  by: meaning(
    'area：该地区；inside：其直接下辖的各地区',
    'area: the area itself; inside: each area directly in it',
  ),
  collection: meaning('made-up：虚构示例数据', 'made-up: the made-up data'),
  rule: meaning(
    '核对规则编号；一项核对另带它所指的行、列或分组，如 T3-ID.total',
    'Id of a rule; that of a check also has the row, column or block that it is about: T3-ID.total',
  ),
  severity: meaning('程度：error 错误，warning 提醒', 'error, or warning'),
  since: meaning(
    '数据版本号、日期（北京时间零时起）或时间：此后的变更，旧的在前；不给则新的在前',
    'A data version, a date (from midnight in China) or a time: changes after it, oldest first; without it newest first',
    { example: '2026-01-31' },
  ),
  release: meaning('版本号，如 2026.1.0', 'A release, such as 2026.1.0', { example: '2026.1.0' }),
  revision: meaning('报告的第几次修订', 'Number of a revision of the report', { example: '1' }),
  chart: meaning('图的名称；不给则全部', 'Name of a chart; without it all of them'),
  mode: meaning(
    '画法：count 件数，share 占比，index 指数（各机关都有数字的第一年为 100）',
    'How numbers are drawn: as they are (count), as shares, or as an index: the first year of which all have a number is 100',
  ),
  scale: meaning('纵轴：linear 等距，log 对数', 'Axis: linear or logarithmic'),
  facet: meaning('bureau：每个机关一幅图', 'bureau: a picture for each bureau'),
  axis: meaning(
    '多幅图的纵轴：shared 相同，own 各用各的',
    'Axes of several pictures: shared, or each its own',
  ),
  with: meaning(
    'median：同级同系统机关的中位数',
    'median: that of bureaus of the same level and sector',
  ),
  bom: meaning(
    '1：文件以字节顺序标记开头，供 Excel 识别',
    '1: begin with a byte order mark, for Excel',
  ),
  edition: meaning('表式：2019 或 2021', 'Form: 2019 or 2021', { example: '2021' }),
  bureaus: meaning('行政机关编号，逗号分隔', 'Ids of bureaus, comma-separated'),
  path: meaning('文件在整套文件中的路径', 'Path of a file of the whole set', {
    example: 'README.md',
  }),
}
