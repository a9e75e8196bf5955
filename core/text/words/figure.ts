import type { Label } from '#core/catalog/table.ts'

/** Words of the page of one figure, and of comparing. */
export const figureWords = {
  rate_undefined: { zh: '无定义', en: 'not defined' },
  too_few: { zh: '件数过少', en: 'too few cases' },
  few_cases: {
    zh: '件数过少，不宜与他处或他年相比',
    en: 'Too few cases to be compared with others',
  },
  index_unit: { zh: '指数，{year}年=100', en: 'index, {year} = 100' },
  index_note: {
    zh: '各机关都以{year}年为100；{year}年为0的没有指数',
    en: 'Each bureau is 100 in {year}; where it was 0 in {year} there is no index',
  },
  index_undefined: { zh: '基年为0', en: 'base is 0' },

  compared: {
    zh: '{year}年{figure}，{high}最多（{most}），{low}最少（{least}）',
    en: '{figure} in {year}: most at {high} ({most}), fewest at {low} ({least})',
  },
  compared_rates: {
    zh: '{year}年{figure}，{high}最高（{most}），{low}最低（{least}）',
    en: '{figure} in {year}: highest at {high} ({most}), lowest at {low} ({least})',
  },
  compared_same: {
    zh: '{year}年{figure}，{names}都是{value}',
    en: '{figure} in {year}: {value} at each of {names}',
  },
  compared_one: {
    zh: '{year}年{figure}，只有{name}有可比的数字（{value}）',
    en: '{figure} in {year}: only {name} has a number to compare ({value})',
  },
  compared_none: {
    zh: '{year}年{figure}，没有可比的数字',
    en: '{figure} in {year}: no number to compare',
  },
  compared_overlap: {
    zh: '两者的95%区间有重叠，高低不能断定',
    en: 'Their 95 % intervals overlap: which is higher cannot be told',
  },
  compared_gap: { zh: '{names}{gap}', en: '{names}: {gap}' },
  compared_disputed: {
    zh: '{names}的原文合计与分项不符，照原文列示',
    en: 'A sum as printed by {names} does not hold; shown as printed',
  },

  area_rate: {
    zh: '{year}年{name}{value}（{part} ÷ {whole}，由收录的{n}份报告分别合计）',
    en: '{name} in {year}: {value} ({part} ÷ {whole}, both added up over the {n} reports held)',
  },
  area_interval: {
    zh: '95%区间{low}至{high}',
    en: '95 % interval: {low} to {high}',
  },
  area_no_rate: { zh: '{year}年{name}没有合计：{reason}', en: '{name} in {year}: none. {reason}' },
  area_unheld: {
    zh: '尚未收录可用于{name}的报告',
    en: 'No report that {name} could be made of is held yet',
  },

  figures_title: { zh: '指标', en: 'Figures' },
  figures_lead: {
    zh: '法定表格的每一格都是一项指标，另有由它们算出的比率。点开看释义、分布和各地合计。',
    en: 'Every cell of the statutory form is a figure; rates are made of them. Each leads to its meaning, spread and sums by area.',
  },
  figures_rates: { zh: '比率', en: 'Rates' },
  no_figure: { zh: '没有名为 {id} 的指标', en: 'There is no figure called {id}' },
  near_figures: { zh: '名称相近的：', en: 'Of a similar name:' },
  all_figures: { zh: '全部指标', en: 'All figures' },
  no_such_division: {
    zh: '没有代码为 {code} 的行政区划。',
    en: 'There is no division with the code {code}.',
  },
  asked_left_out: {
    zh: '这些条件不能用，已略去：{names}',
    en: 'Left out, because they cannot be had: {names}',
  },
  unit_is: { zh: '单位', en: 'Unit' },
  legal_basis: { zh: '依据', en: 'Legal basis' },
  basis_background: { zh: '（条款未印在表上）', en: ' (the article is not printed in the form)' },
  in_form: { zh: '在表中', en: 'In the form' },
  part_cell: { zh: '{part}、{table}：{cell}', en: 'Part {part}, {table}: {cell}' },
  row_column: { zh: '“{row}”行，“{column}”列', en: 'row “{row}”, column “{column}”' },
  in_editions: { zh: '表式', en: 'Editions' },
  edition_of: { zh: '{edition}版', en: '{edition}' },
  two_forms: { zh: '两版对照', en: 'Across editions' },
  crossing_same: { zh: '{relation}（{note}）。', en: '{relation} ({note}). ' },
  crossing: {
    zh: '2019版“{from}”与2021版“{to}”：{relation}（{note}）。',
    en: '2019 “{from}”, 2021 “{to}”: {relation} ({note}). ',
  },
  no_such_item: { zh: '无此项', en: 'no such item' },
  not_done: { zh: '不能怎样用', en: 'Not to be' },
  not_across_scopes: {
    zh: '单个机关与全区域汇总不相加、不相比；多少不表示优劣。',
    en: 'Reports of bureaus and of whole areas are neither added nor compared; more is neither better nor worse.',
  },
  figure_id: { zh: '编号', en: 'Id' },

  by_area: { zh: '{place}：各地合计与变化', en: '{place}: sums by area, and over the years' },
  place_nav: { zh: '地区与口径', en: 'Place and scope' },
  real_place: { zh: '真实数据', en: 'Real data' },
  whole_province: { zh: '全省', en: 'Whole province' },
  all_of: { zh: '{place}的全部指标', en: 'All figures of {place}' },
  sums_own: { zh: '各机关', en: 'Bureaus' },
  sums_area: { zh: '全区域汇总', en: 'Whole areas' },
  as_map: { zh: '分省方块图', en: 'Tile map' },
  as_list: { zh: '条形图', en: 'Bars' },
  ask_level: { zh: '层级', en: 'Level' },
  ask_sector: { zh: '系统', en: 'Sector' },
  all_levels: { zh: '各层级', en: 'All levels' },
  all_sectors: { zh: '各系统', en: 'All sectors' },
  no_sum: { zh: '无合计', en: 'no sum' },
  areas_held: {
    zh: '{year}年，{scope}。{coverage}。',
    en: '{year}. {scope}. {coverage}.',
  },
  areas_missing: {
    zh: '没有收录该年报告的：{names}。',
    en: 'Of these no report of the year is held: {names}.',
  },
  missing_list: { zh: '缺哪些机关', en: 'Who is missing' },
  tiles_legend: {
    zh: '颜色越深数越大；≥ 表示至少；没有数字或件数过少的为空框。港澳台不适用《政府信息公开条例》。',
    en: 'The darker, the more; ≥ is a lower bound; hollow where there is no number, or too few cases. The Regulations do not apply in Hong Kong, Macao and Taiwan.',
  },
  sums_least: {
    zh: '* 合计只是下限：收录的报告不全，各地之间高低未必是实际差别',
    en: '* lower bounds: not every report is held, so differences between areas may only be of what is held',
  },
  by_code: { zh: '按行政区划代码排列', en: 'In the order of division codes' },
  parts_in: { zh: '{place}各地，{year}年', en: 'areas of {place}, {year}' },
  no_parts: {
    zh: '没有可列出的下级地区：未收录，或不按层级、系统保存。',
    en: 'No areas to list: nothing held, or not kept by level and sector.',
  },
  spread_of: { zh: '{place}各机关，{year}年', en: 'bureaus, {place}, {year}' },
  spread_bounds: {
    zh: '分位数由分组计数得出，图中取上下界的中点，表中列出上下界',
    en: 'Percentiles come from binned counts: the picture has the middle of the bounds, the table both',
  },
  spread_told: {
    zh: '收录的{n}份报告中，{zeros}份为0；一半不超过{median}。',
    en: 'Of the {n} reports held {zeros} state 0; half are at most {median}.',
  },
  spread_rates: {
    zh: '收录的{n}份件数足够的报告中，一半不超过{median}。',
    en: 'Of the {n} reports with enough cases half are at most {median}.',
  },
  col_zeros: { zh: '为0', en: 'Zero' },
  col_n: { zh: '份数', en: 'Reports' },
  col_rate: { zh: '比率', en: 'Rate' },
  col_part: { zh: '分子', en: 'Numerator' },
  col_whole: { zh: '分母', en: 'Denominator' },
  col_interval: { zh: '95%区间', en: '95 % interval' },
  sums_source: {
    zh: '收录的各机关年度报告；合计在公布报告时算出，逐份可查。',
    en: 'The annual reports held; sums are made as reports are published, and each can be looked up.',
  },
  sums_api: { zh: '同样的数字（数据接口）', en: 'The same from the API' },
  reports_api: { zh: '逐份报告', en: 'The reports' },
  not_added: { zh: '不作合计：{reason}。', en: 'Not added up. {reason}' },
  compare_instead: { zh: '可以逐个机关比较', en: 'Bureaus can be compared one by one' },

  n_bureaus: { zh: '{n}个机关', en: '{n} bureaus' },
  median_of: { zh: '同级同系统中位数（{place}）', en: 'Median of peers ({place})' },
  too_few_peers: { zh: '不足8份（{n}）', en: 'under 8 ({n})' },
  median_no_index: { zh: '指数不与中位数相比。', en: 'An index is not compared with a median.' },
  median_too_many: {
    zh: '同级同系统的机关太多，没有读取中位数；少选几项指标或几年再试。',
    en: 'There are too many peers to read a median; fewer figures or years may do.',
  },
  median_no_peers: {
    zh: '这些机关不是同一层级、系统和口径，没有共同的中位数。',
    en: 'These bureaus are not of one level, sector and scope, so they have no common median.',
  },
  compare_measures: {
    zh: '一次最多比较6项，比率按所用的各项计：只显示前{n}项。',
    en: 'At most six at once, a rate counting as what it is made of: showing the first {n}.',
  },
  compare_no_share: {
    zh: '占比只用于分母明确的比率，请在“比率”中选；其他指标仍显示原数。',
    en: 'Only rates have a defined whole: choose them under “Rates”. Figures are shown as they are.',
  },
  compare_no_index: {
    zh: '没有一个年份各机关都有数字，算不出指数，仍显示原数。',
    en: 'There is no year of which all have a number, so there is no index; shown as they are.',
  },
  compare_search_frozen: {
    zh: '定版页面查找机关时不显示图，选定后再显示。',
    en: 'On pages of a release charts come back once a bureau is chosen.',
  },
  compare_part_made_up: {
    zh: '其中有虚构示例，与真实机关不能相比。',
    en: 'Some of these are made up: not comparable with real bureaus.',
  },
  compare_one_form: {
    zh: '只有一版表式有这些项：{figures}。用另一版表的年份标“表中无此项”。',
    en: 'Only one edition of the form has: {figures}. Years of the other are marked so.',
  },
  compare_held: { zh: '{years}年收录报告{n}份。', en: '{years}: {n} reports held. ' },
  compare_coverage: {
    zh: '{years}年应有报告{expected}份，收录{n}份。',
    en: '{years}: {n} of {expected} reports held. ',
  },
  compare_lacking: { zh: '未收录：{names}。', en: 'Not held: {names}.' },
  compare_lacks: { zh: '{name} {years}', en: '{name} {years}' },
  compare_all: { zh: '各机关', en: 'all of them' },
  compare_most: { zh: '最多选{n}项。', en: 'At most {n}.' },
  year_from: { zh: '起始年份', en: 'From' },
  year_to: { zh: '结束年份', en: 'To' },
  look: { zh: '显示方式', en: 'Look' },
  look_count: { zh: '原数', en: 'As they are' },
  look_index: { zh: '指数', en: 'Index' },
  look_log: { zh: '对数刻度', en: 'Log scale' },
  look_median: { zh: '同类中位数', en: 'Median of peers' },
  look_facets: { zh: '每个机关一图', en: 'A chart for each' },
  look_own_axis: { zh: '各用各的纵轴', en: 'Own axes' },
  look_off: { zh: '（点击取消）', en: '(click to turn off)' },
} as const satisfies Record<string, Label>
