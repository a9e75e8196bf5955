import { expect, test } from 'vitest'
import { parts, period } from '#core/claim/section.ts'

test('the parts of a report by their headings, however they are numbered', () => {
  const text = [
    '某局2024年政府信息公开工作年度报告',
    '一、总体情况',
    '（一）主动公开。全年公开8条。',
    '二、主动公开政府信息情况',
    '三是收到和处理政府信息公开申请情况',
    '## 四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况：人手不足。',
    '六 、其他需要报告的事项',
    '无',
    '未收取费用',
  ]
  expect(parts(text.join('\n'))).toEqual({
    一: '\n（一）主动公开。全年公开8条。',
    二: '',
    三: '',
    四: '',
    五: '人手不足。',
    六: '\n无\n未收取费用',
  })
})

test('a sentence that begins like a heading is none', () => {
  expect(parts('主动公开政府信息情况见下表。\n存在问题较多')).toEqual({})
})

test.for([
  ['统计期限自2024年1月1日起至2024年12月31日止', { from: '2024-01-01', to: '2024-12-31' }],
  ['自 2024 年 1 月 1 日至 12 月 29 日', { from: '2024-01-01', to: '2024-12-29' }],
  ['2023年2月1日—2024年1月31日', { from: '2023-02-01', to: '2024-01-31' }],
  // Digits that the page has lost.
  ['自20221月1日起至202212月31日止', null],
  ['截至2024年12月31日', null],
] as const)('%s: the period is %j', ([text, expected]) => {
  expect(period(text)).toEqual(expected)
})
