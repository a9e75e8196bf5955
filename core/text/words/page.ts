import type { Label } from '#core/catalog/table.ts'

/** Words of the pages: frame, list of bureaus, trends, comparison, embeds. */
export const pageWords = {
  site: { zh: '年图', en: 'Niantu' },
  tagline: {
    zh: '政府信息公开年报里的数字，按机关、按年份',
    en: "The figures of China's annual disclosure reports, by bureau and year",
  },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  nav: { zh: '主导航', en: 'Main' },
  home: { zh: '首页', en: 'Home' },
  compare: { zh: '比较', en: 'Compare' },
  api: { zh: '数据接口', en: 'API' },
  api_description: {
    zh: '每个数字都能以 JSON、CSV、XLSX、JSON-stat 取得，附出处、状态与版本。',
    en: 'Every figure as JSON, CSV, XLSX or JSON-stat, with source, state and version.',
  },
  about: { zh: '关于', en: 'About' },
  breadcrumbs: { zh: '当前位置', en: 'You are here' },
  footer_version: { zh: '数据版本 {version}', en: 'Data version {version}' },
  footer_at: { zh: '发布于{date}（北京时间）', en: 'published {date} (Beijing time)' },
  footer_empty: { zh: '尚未发布任何数据', en: 'Nothing is published yet' },
  licence_default: {
    zh: '数字取自各行政机关依法公开的政府信息公开工作年度报告，可自由使用，请注明“年图”与原报告。',
    en: 'Figures from public annual reports; free to use, please name Niantu and the report.',
  },
  made_up: { zh: '虚构示例', en: 'Made up' },
  made_up_banner: {
    zh: '虚构示例：这个机关并不存在，数字由程序生成，仅供试用。',
    en: 'Made-up example: this bureau does not exist; its figures are generated for trying things out.',
  },
  made_up_section: { zh: '虚构示例（试用数据）', en: 'Made-up example (for trying out)' },
  made_up_intro: {
    zh: '一座不存在的城市，用来试看各种情形。它的数字从不与真实机关一起计数、合计或排序。',
    en: 'A city that does not exist, to see every case. It is never counted, summed or ranked with real bureaus.',
  },
  made_up_open: { zh: '打开虚构示例的机关列表', en: 'Open the list of made-up bureaus' },
  real_open: { zh: '回到真实机关', en: 'Back to real bureaus' },

  home_lead: {
    zh: '每个行政机关每年都要公布一份政府信息公开工作年度报告。年图逐份读取、逐格核对，把其中的行政许可、行政处罚和信息公开申请按地区、机关和年份列出，每个数字都有出处。',
    en: 'Every public body in China publishes a report on information disclosure each year. Niantu reads them, checks them cell by cell, and shows licences, penalties and disclosure requests by place, bureau and year, each number with its source.',
  },
  home_description: {
    zh: '按机关、按年份查看政府信息公开工作年度报告中的行政许可、行政处罚与依申请公开数字。',
    en: "Licences, penalties and disclosure requests in China's annual disclosure reports, by bureau and year.",
  },
  count_newest: { zh: '收录{year}年度报告的机关', en: 'Bureaus with a {year} report held' },
  count_reports: { zh: '收录报告', en: 'Reports held' },
  count_years: { zh: '报告年份', en: 'Report years' },
  counts_behind: {
    zh: '正在整理，数字稍后可用。',
    en: 'Counts are being prepared; come back later.',
  },
  search: { zh: '查找机关', en: 'Find a bureau' },
  search_hint: {
    zh: '机关名称、简称或地区，如“偃师 文旅”',
    en: 'Name, short name or place, in Chinese or English',
  },
  search_button: { zh: '查找', en: 'Search' },
  bureaus: { zh: '行政机关', en: 'Bureaus' },
  bureaus_matching: { zh: '符合条件的行政机关', en: 'Matching bureaus' },
  filters: { zh: '筛选', en: 'Filters' },
  col_bureau: { zh: '机关', en: 'Bureau' },
  col_division: { zh: '地区', en: 'Place' },
  col_sector: { zh: '层级 · 系统', en: 'Level · sector' },
  col_years: { zh: '收录年份', en: 'Years held' },
  no_years: { zh: '尚无已发布的报告', en: 'No published report yet' },
  next_page: { zh: '下一页', en: 'Next page' },
  first_page: { zh: '回到第一页', en: 'First page' },
  none_so_far: {
    zh: '查过的机关中还没有符合条件的，后面还有未查的。写得更具体可以更快找到。',
    en: 'None so far, and not all bureaus have been looked at. More of the name finds it sooner.',
  },
  nothing_matches: { zh: '没有找到符合条件的机关', en: 'No bureau matches' },
  nothing_matches_help: {
    zh: '可以只输入一个词（如“文旅”），换用全称或地区名，或者清除筛选。没有找到只说明本站未收录，不说明该机关没有公开。',
    en: 'Try a single word, the full name or the place, or clear the filters. Not found only means that it is not in this collection.',
  },
  clear_filters: { zh: '清除全部条件', en: 'Clear everything' },
  nothing_held: { zh: '这里还没有任何报告', en: 'Nothing is held yet' },
  nothing_held_help: {
    zh: '导入报告之后，机关和年份会列在这里。导入命令：npm run -s niantu -- import --create --publish 文件…',
    en: 'Bureaus and years appear here once reports are imported: npm run -s niantu -- import --create --publish FILE…',
  },

  scope: { zh: '口径', en: 'Scope' },
  scope_area: { zh: '全区域', en: 'Whole area' },
  scope_own_long: { zh: '只计本机关', en: 'Counts this bureau only' },
  scope_area_long: {
    zh: '全区域汇总，含所属各部门，不与部门数字相加',
    en: 'Whole area: includes its departments; never added to theirs',
  },
  excerpt: { zh: '摘录', en: 'Excerpt' },
  excerpt_long: {
    zh: '本站只有这份报告的一部分；其余内容标为未收录。',
    en: 'Only part of this report is at hand; the rest is marked as not held.',
  },
  former_names: { zh: '曾用名与简称', en: 'Former and short names' },
  trends: { zh: '趋势', en: 'Trends' },
  table_by_year: { zh: '逐年数字', en: 'Figures by year' },
  report_year: { zh: '报告年份', en: 'Report year' },
  form_of_part: { zh: '{part}：{edition}', en: 'Part {part}: {edition}' },
  source: { zh: '来源', en: 'Source' },
  no_report: { zh: '未收录这一年的报告', en: 'No report of this year is held' },
  bad_figures: {
    zh: '不认识或不能画图的指标，已略去：{ids}。全部指标见数据接口。',
    en: 'Figures that are unknown or cannot be charted, left out: {ids}. The API lists them all.',
  },
  too_many_figures: {
    zh: '最多显示6个指标，只显示前6个。',
    en: 'At most 6 figures; showing the first 6.',
  },
  bad_choice: {
    zh: '{key}={text} 无效，已略去；可用：{words}。',
    en: '{key}={text} means nothing here and was left out. Allowed: {words}.',
  },
  bad_years: {
    zh: '年份范围无效，已略去：应为四位年份，且起始不晚于结束。',
    en: 'Invalid range of years left out: four digits, and the first not after the last.',
  },
  no_reports_here: {
    zh: '还没有已发布的报告，因此没有图。',
    en: 'No report is published yet, so there is no chart.',
  },
  none_in_range: {
    zh: '所选年份没有收录的报告；收录年份：{years}。',
    en: 'No report of the years chosen is held. Years held: {years}.',
  },
  all_held_years: { zh: '显示全部收录年份', en: 'Show all years held' },

  compare_title: { zh: '比较行政机关', en: 'Compare bureaus' },
  compare_lead: {
    zh: '选至多8个机关和6项指标或比率，看同样的图、同样的表。',
    en: 'Up to eight bureaus and six figures or rates: the same charts and tables for all.',
  },
  compare_empty: {
    zh: '还没有选择机关。在下面按名称查找，然后加入比较。',
    en: 'No bureau is chosen yet. Search by name below and add it.',
  },
  compare_too_many: {
    zh: '最多比较8个机关：只显示前8个。',
    en: 'At most eight bureaus: showing the first eight.',
  },
  compare_unknown: { zh: '没有这些机关：{ids}', en: 'No such bureaus: {ids}' },
  compare_full: {
    zh: '已选满8个机关，先移除一个再添加。',
    en: 'Eight are chosen; remove one to add another.',
  },
  compare_add: { zh: '加入比较', en: 'Add' },
  compare_remove: { zh: '移除', en: 'Remove' },
  compare_chosen: { zh: '参加比较的机关', en: 'Bureaus compared' },
  compare_choose: { zh: '选择', en: 'Choose' },
  compare_find: { zh: '添加机关', en: 'Add a bureau' },
  compare_found: { zh: '“{q}”的查找结果', en: 'Results for "{q}"' },
  compare_more: {
    zh: '只列出前{shown}个；请多输入几个字，缩小范围。',
    en: 'Only the first {shown} are listed; add a word to narrow the search.',
  },
  compare_figure: { zh: '指标', en: 'Figure' },
  compare_show: { zh: '显示', en: 'Show' },
  compare_mixed: {
    zh: '其中有全区域汇总，也有单个机关：两类数字的口径不同，不能直接比高低。',
    en: 'Some of these sum a whole area, others count one bureau: the two are not comparable.',
  },
  compare_made_up: {
    zh: '其中有虚构示例，只用于试看。',
    en: 'Some of these are made up, only for trying out.',
  },
  compare_caption: {
    zh: '{figure}（{unit}），按年份和机关',
    en: '{figure} ({unit}), by year and bureau',
  },

  embed_full: { zh: '完整页面与数据', en: 'Full page and data' },
  embed_table: { zh: '数字', en: 'Figures' },
  embed_too_many: {
    zh: '一个嵌入页最多画{max}个指标。请去掉一些，或分成几个嵌入页。',
    en: 'An embed draws at most {max} figures. Leave some out, or use several embeds.',
  },
  embed_unknown: {
    zh: '这个地址没有可以嵌入的图。能嵌入的是一个机关的图，代码在该机关页面的“嵌入”里。',
    en: 'There is no chart to embed at this address. Charts of a bureau can be embedded; "Embed" on its page gives the code.',
  },
  error_400: { zh: '这个地址里有看不懂的内容', en: 'Something in this address is not understood' },
  error_404: { zh: '没有这个页面', en: 'There is no such page' },
  error_500: { zh: '服务器出了差错', en: 'Something went wrong here' },
  error_400_help: {
    zh: '没有改动任何数据。请检查地址中的编号、年份或指标，或者从首页查找机关。',
    en: 'Nothing was changed. Check the id, year or figure in the address, or search from here.',
  },
  error_404_help: {
    zh: '地址可能有误，也可能本站没有收录。可以在这里查找机关，或回到首页。',
    en: 'The address may be wrong, or it is not in this collection. Search here, or go home.',
  },
  error_500_help: {
    zh: '没有改动任何数据。请稍后再试；若一再出现，请告诉网站管理者。',
    en: 'Nothing was changed. Try again later; if it keeps happening, tell whoever runs this site.',
  },
  no_such_bureau: { zh: '没有编号为 {id} 的机关。', en: 'There is no bureau with the id {id}.' },
  no_such_figure: {
    zh: '没有名为 {id} 的指标，或者它不能画图。',
    en: 'There is no figure called {id}, or it cannot be charted.',
  },
  no_such_report: {
    zh: '本站未收录{name}{year}年的报告。未收录不等于未公开。',
    en: 'The {year} report of {name} is not in this collection. That does not mean it was not published.',
  },
} as const satisfies Record<string, Label>
