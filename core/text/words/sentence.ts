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
  told_one_year: {
    zh: '目前只收录{year}年一份报告，还看不出变化',
    en: 'Only the report on {year} is held, so no change can be shown',
  },
} as const satisfies Record<string, Label>
