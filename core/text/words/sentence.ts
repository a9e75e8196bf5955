import type { Label } from '#core/catalog/table.ts'

/** Parts of the sentence that a page of figures begins with. */
export const sentenceWords = {
  told_nothing: { zh: '本站尚未收录{name}的报告。', en: 'No report of {name} is held yet.' },
  told_area: { zh: '{name}（全区域汇总）', en: '{name} (whole area)' },
  told_year: { zh: '{year}年{text}', en: 'in {year} {text}' },
  told_figure: { zh: '{name}为{value}{unit}', en: '{name}: {value}{unit}' },
  told_disputed: {
    zh: '{text}（原文所印合计与分项不符，照原文列示）',
    en: '{text} (a sum as printed does not hold; shown as printed)',
  },
  told_same: { zh: '与{year}年相同', en: 'the same as in {year}' },
  told_more: {
    zh: '比{year}年增加{amount}{unit}{share}',
    en: '{amount}{share} more than in {year}',
  },
  told_fewer: {
    zh: '比{year}年减少{amount}{unit}{share}',
    en: '{amount}{share} fewer than in {year}',
  },
  told_missing: { zh: '{year}年的{names}{reason}', en: '{year}: {names} {reason}' },
  told_excerpt: { zh: '{word}（该年只收录摘录）', en: '{word} (only an excerpt is held)' },
  told_range: { zh: '{first}–{last}年间{high}，{low}', en: '{first}–{last}: {high}, {low}' },
  told_high: { zh: '最高{amount}{unit}（{years}）', en: 'highest {amount}{unit} ({years})' },
  told_low: { zh: '最低{amount}{unit}（{years}）', en: 'lowest {amount}{unit} ({years})' },
  told_both_years: { zh: '{first}、{second}年', en: '{first}, {second}' },
  told_years: { zh: '{first}等{n}个年份', en: '{n} years, {first} the first' },
  told_total: { zh: '{year}年共{total}{unit}', en: '{year}: {total}{unit} in all' },
  told_total_of: {
    zh: '{year}年共{total}{unit}：{parts}',
    en: '{year}: {total}{unit} in all: {parts}',
  },
  told_part: { zh: '{name}{value}{unit}{share}', en: '{name} {value}{unit}{share}' },
  told_share: { zh: '（{share}）', en: ' ({share})' },
  told_rest: { zh: '其余{value}{unit}', en: 'all others {value}{unit}' },
  told_partial: { zh: '（{gap}）', en: ' ({gap})' },
  told_total_change: { zh: '总数{change}', en: 'total {change}' },
  told_gap: { zh: '{year}年：{gap}', en: '{year}: {gap}' },
  event_same: { zh: '{day}　{what}', en: '{day}: {what}' },
  event_renamed: {
    zh: '{day}　{from}更名为{to}',
    en: '{day}: {from} renamed {to}',
  },
  event_merged: {
    zh: '{day}　{from}合并为{to}',
    en: '{day}: {from} merged into {to}',
  },
  event_split: {
    zh: '{day}　{from}拆分为{to}',
    en: '{day}: {from} split into {to}',
  },
  event_abolished: { zh: '{day}　{from}撤销', en: '{day}: {from} abolished' },
  event_created: { zh: '{day}　新设{to}', en: '{day}: {to} created' },
  event_transferred: {
    zh: '{day}　{from}的部分职能划转{to}',
    en: '{day}: duties of {from} transferred to {to}',
  },
  event_moved_division: {
    zh: '{day}　{from}划归其他行政区划，改为{to}',
    en: '{day}: {from} moved to another division, as {to}',
  },
  event_document: { zh: '（依据：{document}）', en: ' (by {document})' },
  told_one_year: {
    zh: '目前只收录{year}年一份报告，还看不出变化',
    en: 'Only the report on {year} is held, so no change can be shown',
  },
} as const satisfies Record<string, Label>
