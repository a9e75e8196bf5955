import { expect, test } from 'vitest'
import { reasonIn } from '#core/text/lang.ts'

// reason as stored → in Chinese, in English
test.for([
  ['数字可能连在一起（digits run together）', '数字可能连在一起', 'digits run together'],
  ['照原文刊载', '照原文刊载', '照原文刊载'],
  ['缺“（七）总计”一行（no row (7) Total）', '缺“（七）总计”一行', 'no row (7) Total'],
])('%s', ([reason = '', zh, en]) => {
  expect([reasonIn('zh', reason), reasonIn('en', reason)]).toEqual([zh, en])
})
