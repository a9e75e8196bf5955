import type { Label } from '#core/catalog/table.ts'

/** Words of the page of a bureau. */
export const bureauWords = {
  section_acts: { zh: '行政管理', en: 'Licensing and enforcement' },
  section_requests: { zh: '依申请公开', en: 'Disclosure on request' },
  section_disputes: { zh: '复议与诉讼', en: 'Reviews and lawsuits' },
  total: { zh: '合计', en: 'Total' },
  sum_open: { zh: '无法合计', en: 'no sum' },
  block_source: { zh: '各年报告的{parts}。', en: 'Of each annual report: {parts}.' },
  reports_held: { zh: '收录的报告', en: 'Reports held' },
  held_report: { zh: '{year}年报告', en: 'Report on {year}' },
  flow_link: {
    zh: '{year}年的申请从收到、办理到结转，见该年报告',
    en: 'From received through handled to carried over: the requests of {year} in that report',
  },
  years_missing: { zh: '未收录：{years}', en: 'Not held: {years}' },
  years_held: {
    zh: '{first}–{last}年应有{expected}份，收录{received}份',
    en: '{received} of {expected} due for {first}–{last} held',
  },
  years_all: {
    zh: '收录{first}–{last}年全部{received}份',
    en: 'all {received} for {first}–{last} held',
  },
  years_one: { zh: '收录{first}年1份', en: 'that on {first} held' },
  years_only: { zh: '收录{received}份', en: '{received} held' },
  coverage: { zh: '报告', en: 'Reports' },
  lineage: { zh: '机构沿革', en: 'What became of it' },
  this_bureau: { zh: '本机关', en: 'this bureau' },
  lineage_is_linked: {
    zh: '图中与前身机关的数字相连；拆分前的数字不作拆分。',
    en: 'Lines are joined with those of its predecessors; figures from before a split are never divided.',
  },
  lineage_frozen: {
    zh: '定版不保存机构沿革，只显示本机关的数字。',
    en: 'Releases keep no lineage: the figures are of this bureau alone.',
  },
  lineage_none: {
    zh: '这个机关没有可相连的前身机关。',
    en: 'This bureau has no predecessors to join with.',
  },
  median_frozen: {
    zh: '定版视图不画同类机关的中位数。',
    en: 'Pages of a release draw no median of peers.',
  },
  median_kin: {
    zh: '与前身机关相连时，不画同类机关的中位数。',
    en: 'No median of peers is drawn on lines joined with predecessors.',
  },
  median_name: { zh: '同类中位数', en: 'Median of peers' },
  median_note: {
    zh: '灰线为{place}同级同系统机关的中位数；不足8个机关的年份不画。',
    en: 'Grey: median of bureaus of the same level and sector in {place}; none where they are fewer than 8.',
  },
  median_none: {
    zh: '同类机关过多或过少，没有画中位数。',
    en: 'Too many or too few peers: no median is drawn.',
  },
  choose: { zh: '选择年份、指标与画法', en: 'Choose years, figures and how they are drawn' },
  choose_from: { zh: '从', en: 'From' },
  choose_to: { zh: '到', en: 'To' },
  choose_first: { zh: '最早', en: 'first' },
  choose_last: { zh: '最新', en: 'newest' },
  choose_mode: { zh: '构成', en: 'Bars' },
  mode_count: { zh: '件数', en: 'numbers' },
  mode_share: { zh: '百分比', en: 'shares' },
  choose_scale: { zh: '刻度', en: 'Scale' },
  scale_linear: { zh: '普通', en: 'linear' },
  scale_log: { zh: '对数', en: 'logarithmic' },
  choose_axis: { zh: '纵轴', en: 'Axes' },
  axis_own: { zh: '各图自定', en: 'each its own' },
  axis_shared: { zh: '统一', en: 'shared' },
  choose_lineage: { zh: '沿革', en: 'Lineage' },
  lineage_separate: { zh: '只看本机关', en: 'this bureau alone' },
  lineage_linked: { zh: '与前身相连', en: 'joined with predecessors' },
  choose_median: { zh: '加画同类机关的中位数', en: 'With the median of peers' },
  choose_figures: { zh: '只看这些指标（至多6个）', en: 'Only these figures (at most 6)' },
  choose_show: { zh: '显示', en: 'Show' },
  choose_all: { zh: '恢复全部图', en: 'Back to all charts' },
  add_bureau: { zh: '与另一个机关比较', en: 'Compare with another bureau' },
  bad_charts: {
    zh: '没有这样的图，已略去：{ids}；可用：{known}。',
    en: 'No such charts, left out: {ids}. Allowed: {known}.',
  },
  status_release: {
    zh: '这是定版 {release}（{date}）的数字，',
    en: 'These are the figures of release {release} ({date}), ',
  },
  status_current: { zh: '目前没有更新的定版。', en: 'the current one.' },
  status_newer: { zh: '已有更新的定版：', en: 'a newer one is available: ' },
  status_live: { zh: '看最新的数字', en: 'See the newest figures' },
  since_renamed: {
    zh: '此后该机关更名为{name}。',
    en: 'Since then the bureau has been renamed {name}.',
  },
  since_reorganised: {
    zh: '此后该机关有机构变动，见最新页面。',
    en: 'The bureau has been reorganised since; see the newest page.',
  },
  since_withdrawn: {
    zh: '此后撤回了报告：{years}。这里仍按定版列示。',
    en: 'Reports withdrawn since: {years}. They stand here as the release has them.',
  },
  since_left_out: {
    zh: '机构沿革与别名不随定版保存，此处不列。',
    en: 'Lineage and other names are not kept with releases and are left out here.',
  },
} as const satisfies Record<string, Label>
