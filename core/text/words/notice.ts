import type { Label } from '#core/catalog/table.ts'

/** Words of the frame of every page, and of pages that tell of an error. */
export const noticeWords = {
  nav_figures: { zh: '指标', en: 'Figures' },
  nav_data: { zh: '数据', en: 'Data' },
  nav_api: { zh: '接口', en: 'API' },
  about_title: { zh: '关于年图', en: 'About Niantu' },
  about_description: {
    zh: '年图怎样读取和核对政府信息公开工作年度报告，什么不能比，以及全部术语。',
    en: 'How Niantu reads and checks annual disclosure reports, what does not compare, and every term.',
  },
  about_licence: { zh: '使用许可', en: 'Licence' },

  footer_release: { zh: '发布版 {release}', en: 'Release {release}' },
  footer_glossary: { zh: '术语', en: 'Glossary' },
  footer_corrections: { zh: '指正', en: 'Corrections' },
  footer_privacy: { zh: '隐私', en: 'Privacy' },
  footer_licence: { zh: '使用许可', en: 'Licence' },

  error_503: { zh: '正在整理数据', en: 'Data is being prepared' },
  error_503_help: {
    zh: '升级之后合计和统计要重新整理，通常几分钟完成；各机关的页面照常可看。没有改动任何数据。',
    en: 'After an upgrade sums and counts are made anew, mostly within minutes; pages of bureaus can be read meanwhile. Nothing was changed.',
  },
  error_near: { zh: '您要找的也许是', en: 'Perhaps you want' },
  error_pages: { zh: '也可以从这里开始', en: 'Or start here' },
  page_home: { zh: '查找机关，浏览地区', en: 'Find a bureau, browse places' },
  page_figures: {
    zh: '每个指标的定义、法律依据和分布',
    en: 'What each figure means, its legal basis, its spread',
  },
  page_compare: { zh: '把几个机关放在一张图里', en: 'Several bureaus in one chart' },
  page_data: { zh: '整套下载和各种格式', en: 'Downloads of everything, and formats' },
  page_api: { zh: '用程序取得每个数字', en: 'Every figure for your own program' },
  page_about: { zh: '怎样读、怎样核对、术语', en: 'How it is read and checked, and a glossary' },
} as const satisfies Record<string, Label>
