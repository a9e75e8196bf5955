import type { Label } from '#core/catalog/table.ts'

/** What a chart says when it is touched; the page's script carries these few words and no others. */
export const touchWords = {
  whole: { zh: '总计', en: 'Total' },
  own: { zh: '本机关', en: 'This bureau' },
  median: { zh: '中位数', en: 'Median' },
  half: { zh: '中间一半', en: 'Middle half' },
  most: { zh: '中间八成', en: 'Middle 80%' },
  restated: { zh: '※ 后来的报告另有说法', en: '※ a later report says otherwise' },
  numberless: { zh: '无数字', en: 'no number' },
} as const satisfies Record<string, Label>
