import type { Label } from '#core/catalog/table.ts'

/** Words of the page of downloads. */
export const dataWords = {
  data_title: { zh: '数据下载', en: 'Data to download' },
  data_description: {
    zh: '整套数据下载，CSV、XLSX、JSON、JSON-stat 等格式，版本、校验和、许可与引用方式。',
    en: 'The whole set to download, formats from CSV to JSON-stat, releases, checksums, licence and citation.',
  },
  data_lead: {
    zh: '年图的全部数字都可以下载、引用和再利用：整套的按发布版，单项的按页面或接口。',
    en: 'Every figure here can be downloaded, cited and used again: all of them by release, single ones by page or through the API.',
  },
  data_set: { zh: '整套数据', en: 'The whole set' },
  data_set_of: {
    zh: '{release} 版，{date} 定版：{files}个文件，{size}。一版的文件做好以后不再改变。',
    en: 'Release {release}, cut on {date}: {files} files, {size}. Files of a release never change once they are made.',
  },
  data_no_release: {
    zh: '还没有发布版，因此还没有整套文件。单项数据可以用下面的格式取得。',
    en: 'There is no release yet, and so no whole set. Single figures can be had in the formats below.',
  },
  data_no_set: {
    zh: '{release} 版没有制作整套文件。',
    en: 'The files of release {release} were not made.',
  },
  data_no_sets: {
    zh: '还没有哪一版制作了整套文件。单项数据可以用下面的格式取得。',
    en: 'No release has its files yet. Single figures can be had in the formats below.',
  },
  data_newest_set: { zh: '最新的整套文件是 {release} 版', en: 'The newest whole set is {release}' },
  data_file: { zh: '文件', en: 'File' },
  data_size: { zh: '大小', en: 'Size' },
  data_within: { zh: '内容', en: 'What is in it' },
  data_year: {
    zh: '{year}年度报告：{files}个文件，{size}',
    en: 'Reports on {year}: {files} files, {size}',
  },
  data_manifest: {
    zh: '每个文件的大小与 SHA-256',
    en: 'Every file with its size and SHA-256',
  },
  file_readme: {
    zh: '说明：有哪些文件、各列的含义、不可比之处',
    en: 'Which files there are, what columns mean, what does not compare',
  },
  file_package: { zh: '数据包描述（Frictionless）', en: 'Data package (Frictionless)' },
  file_sums: { zh: '校验和', en: 'Checksums' },
  file_bureaus: { zh: '行政机关', en: 'Bureaus' },
  file_figures: { zh: '指标', en: 'Figures' },
  file_licence: { zh: '使用许可', en: 'Licence' },
  data_releases: { zh: '发布版', en: 'Releases' },
  data_release: { zh: '版本', en: 'Release' },
  data_cut: { zh: '定版日期', en: 'Cut on' },
  data_changes: { zh: '相对上一版的变动', en: 'Changes since the one before' },
  data_set_column: { zh: '整套文件', en: 'Whole set' },
  data_set_link: { zh: '下载', en: 'Download' },
  data_changes_link: { zh: '列出', en: 'List' },
  data_older: { zh: '全部发布版', en: 'All releases' },
  data_cite: { zh: '怎样引用', en: 'How to cite' },
  data_cited: {
    zh: '年图. 政府信息公开工作年度报告数据[DS/OL]. {edition}. {date}[引用日期]. {address}',
    en: "Niantu. Figures of China's annual disclosure reports[DS/OL]. {edition}. {date}[date of access]. {address}",
  },
  data_cite_help: {
    zh: '引用单个机关的图表，用图下的“引用”。同时请写明数字出自哪个机关的报告。',
    en: 'To cite a chart of a bureau, use “Cite” below it. Please name the bureau whose report a figure is from, too.',
  },
} as const satisfies Record<string, Label>
