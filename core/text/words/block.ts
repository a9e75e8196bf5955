import type { Label } from '#core/catalog/table.ts'

/** Words around a chart: its tabs, what can be done with it, how to cite it. */
export const blockWords = {
  view_as: { zh: '显示方式', en: 'Show as' },
  tab_chart: { zh: '图', en: 'Chart' },
  tab_table: { zh: '表', en: 'Table' },
  tab_source: { zh: '来源', en: 'Source' },
  download: { zh: '下载', en: 'Download' },
  download_help: {
    zh: 'CSV 与 XLSX 每行一个数字，附状态与版本；JSON 同数据接口；SVG 为图片。',
    en: 'CSV and XLSX: one figure a row, with state and version. JSON: as the API has it. SVG: the picture.',
  },
  cite: { zh: '引用', en: 'Cite' },
  cite_release: { zh: '{release}版', en: 'Release {release}' },
  cite_data: { zh: '数据版本{version}', en: 'Data version {version}' },
  cite_accessed: { zh: '引用日期', en: 'date of access' },
  cite_by_hand: {
    zh: '请把“引用日期”换成您看到它的日期。',
    en: 'Replace "date of access" by the day on which you saw it.',
  },
  cite_standard: { zh: '格式依 GB/T 7714—2015。', en: 'In the style of GB/T 7714—2015. ' },
  cite_permanent: {
    zh: '链接指向定版 {release}，其中的数字不再改变。',
    en: 'The link leads to release {release}, whose figures never change.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  embed: { zh: '嵌入', en: 'Embed' },
  embed_open: { zh: '单独打开这张图', en: 'Open this chart alone' },
  embed_help: {
    zh: '把这段代码放进网页，图会随数据更新。',
    en: 'Put this into a page; the chart follows the data.',
  },
  share: { zh: '分享', en: 'Share' },
  share_with: { zh: '发送到…', en: 'Send to…' },
  permalink: { zh: '固定链接', en: 'Permanent link' },
  permalink_help: {
    zh: '固定链接：图和数字都不再改变。',
    en: 'A permanent link: chart and figures never change.',
  },
  permalink_none: {
    zh: '还没有定版：链接总是显示最新的数字。',
    en: 'There is no release yet: the link always shows the newest figures.',
  },
} as const satisfies Record<string, Label>
