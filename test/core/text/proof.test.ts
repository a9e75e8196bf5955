import { expect, test } from 'vitest'
import type { YearReading } from '#core/check/continuity.ts'
import { identities } from '#core/check/identity.ts'
import { failureText, restatedText } from '#core/text/finding.ts'
import type { Lang } from '#core/text/lang.ts'
import { equation, identityName, resultText, stateText } from '#core/text/proof.ts'
import { cell, cellsOf } from '../check/cells.ts'

type Entries = Parameters<typeof cellsOf>[0]

const report = (
  year: number,
  entries: Entries,
  tables: YearReading['tables'] = { disclosure: '2021', requests: '2021', reviews: 'any' },
): YearReading => ({ year, scope: 'own', cells: cellsOf(entries), tables })

function proved(lang: Lang, id: string, own: YearReading, before: readonly YearReading[] = []) {
  const one = identities(own, before).find((identity) => identity.id === id)
  if (!one) throw new Error(id)
  const { words, numbers } = equation(lang, one)
  return [identityName(lang, one), words, numbers, resultText(lang, one)]
}

const review = (texts: readonly (string | number)[]): Entries => {
  const [a = '-', b = '-', c = '-', d = '-', sum = '-'] = texts
  return {
    review_upheld: a,
    review_corrected: b,
    review_other: c,
    review_pending: d,
    review_total: sum,
  }
}

const results = '结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计'

// Four results and their total, as printed; the equation and how it comes out.
test.for<[readonly (string | number)[], string, string]>([
  [[2, 0, 0, 1, 3], '2 + 0 + 0 + 1 = 3', '相等：两边都是3'],
  [[0, 0, 0, 0, 0], '0 + 0 + 0 + 0 = 0', '相等：两边都是0'],
  [[10, 1, 0, 0, 0], '10 + 1 + 0 + 0 ≠ 0', '不相等：左边11，右边0，差11'],
  [
    [2, '·', '/', 0, 2],
    '2 + · + ／ + 0 = 2',
    '空白按0计则相等，两边都是2。原文没有写0的：结果纠正、其他结果',
  ],
  [
    [2, '?', '详见附件', '-', 2],
    '2 + ? + “…” + — ? 2',
    '无法核对，因为这些格不是数字：结果纠正、其他结果、尚未审结',
  ],
])('%j', ([texts, numbers, result]) => {
  expect(proved('zh', 'T4-SUM.review', report(2024, review(texts)))).toEqual([
    '“行政复议”',
    results,
    numbers,
    result,
  ])
})

const flow = {
  'requests_new.org_other': 1200,
  'requests_carried_in.org_other': 1,
  'outcome_total.org_other': 1201,
  'requests_carried_out.org_other': 0,
}

test('an identity of part 三 in both languages', () => {
  expect(proved('zh', 'T3-ID.org_other', report(2024, flow))).toEqual([
    '“其他”一列',
    '一、本年新收政府信息公开申请数量 + 二、上年结转政府信息公开申请数量 = （七）总计 + 四、结转下年度继续办理',
    '1,200 + 1 = 1,201 + 0',
    '相等：两边都是1,201',
  ])
  expect(proved('en', 'T3-ID.org_other', report(2024, flow))).toEqual([
    'column "Other bodies"',
    '1. Requests newly received this year + 2. Requests carried over from last year = (7) Total + 4. Carried over to next year',
    '1,200 + 1 = 1,201 + 0',
    'Equal: both sides are 1,201',
  ])
})

const now = report(2024, {
  'requests_carried_in.total': 14,
  norms_valid: 7,
  norms_made: 3,
  norms_repealed: 1,
})
const before = report(2023, { 'requests_carried_out.total': 12, norms_valid: 6 })

test('between years each figure has its year, and what is taken away its sign', () => {
  expect(proved('zh', 'X-CARRY.total', now, [before])).toEqual([
    '“总计”一列',
    '上年结转政府信息公开申请数量（2024年报告） = 结转下年度继续办理（2023年报告）',
    '14 ≠ 12',
    '不相等：左边14，右边12，差2',
  ])
  expect(proved('zh', 'X-VALID.norms', now, [before]).slice(1)).toEqual([
    '现行有效行政规范性文件件数（2024年报告） − 行政规范性文件制发件数（2024年报告） + 行政规范性文件废止件数（2024年报告） = 现行有效行政规范性文件件数（2023年报告）',
    '7 − 3 + 1 ≠ 6',
    '不相等：左边5，右边6，差1',
  ])
})

test('what two years say otherwise, seen from either', () => {
  const [carry, valid] = identities(now, [before]).filter(({ id }) => id.startsWith('X-'))
  if (!carry || !valid) throw new Error('Two identities')
  expect(failureText('zh', carry)).toBe('上年结转政府信息公开申请数量：本报告14件，2023年报告12件')
  expect(restatedText('zh', carry)).toBe('结转下年度继续办理：本报告12件，2024年报告说是14件')
  expect(failureText('zh', valid)).toBe(
    '“现行有效行政规范性文件件数”：本报告为5，按2023年报告应为6',
  )
})

const older = { disclosure: '2019' } as const

test('items of the older form: a change may be negative', () => {
  const items = { licence_items_prev: 10, licence_items_change: -3 }
  expect(
    proved('zh', 'X-2019.licence', report(2020, { licence_items_prev: 7 }, older), [
      report(2019, items, older),
    ]).slice(2),
  ).toEqual(['7 = 10 + (−3)', '相等：两边都是7'])
})

test.for([
  ['5', '原文印有数字'],
  ['0', '原文印有数字0'],
  ['·', '原文空白（未填）'],
  ['/', '不适用（原文：/）'],
  ['详见附件', '原文为文字，不是数字'],
  ['?', '未能确认：not a number'],
] as const)('a cell of %s is told as %s', ([text, words]) => {
  expect(stateText('zh', cell(text))).toBe(words)
})

test('a cell that the document lacks', () => {
  expect(stateText('zh', undefined)).toBe('本站的文件不含这一格')
})
