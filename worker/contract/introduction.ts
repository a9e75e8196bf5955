import type { Label } from '#core/catalog/table.ts'

/** What a user of the API should know before the first request. */
export const introduction: Label = {
  zh: '各行政机关政府信息公开工作年度报告中的数字，逐格可溯源。只读，无需注册。没有数字就是 null，并有状态说明，从不以 0 代替。',
  en: 'Figures of the annual reports of administrative bodies on government information disclosure, traceable to the cell. Read only, no registration. What has no number is null with a state that says why, never 0.',
}
