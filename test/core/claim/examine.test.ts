import { expect, test } from 'vitest'
import { concerns } from '#core/check/assessment.ts'
import { type Earlier, type Examined, examine } from '#core/claim/examine.ts'
import { cellsOf } from '../check/cells.ts'

const text = (year: number, words: string): string =>
  [
    '一、总体情况',
    `统计期限为${year}年1月1日至${year}年12月31日。${words}`,
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '解读形式单一，今后增加图解。',
    '六、其他需要报告的事项',
    '未收取信息处理费。',
  ].join('\n')

const report: Examined = {
  year: 2024,
  scope: 'own',
  tables: { requests: '2021' },
  cells: cellsOf({
    'requests_new.total': 12,
    'requests_carried_in.total': 1,
    'outcome_total.total': 13,
    'requests_carried_out.total': 0,
  }),
  text: text(2024, '新收政府信息公开申请12件，比去年增加3件。'),
  titleYears: [2024],
  publishedOn: '2025-01-20',
  due: '2025-01-31',
}

const before: Earlier = {
  year: 2023,
  scope: 'own',
  tables: { requests: '2021' },
  cells: cellsOf({ 'requests_new.total': 9, 'requests_carried_out.total': 1 }),
  text: text(2023, '新收政府信息公开申请9件。'),
}

const broken = (own: Partial<Examined>, previous: readonly Earlier[]): string[] =>
  concerns(examine({ ...report, ...own }, previous))
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ rule, leftSum, rightSum, detail }) => `${rule} ${leftSum} ${rightSum} ${detail}`)

test('a report that holds in every way', () => {
  expect(broken({}, [before])).toEqual([])
  expect(broken({}, [])).toEqual([])
  expect(new Set(examine(report, [before]).map(({ rule }) => rule))).toEqual(
    new Set(
      'T3-ROW T3-COL T3-ID X-CARRY X-YOY TXT-REQ TXT-YOY FEE DOC-YEAR DOC-PERIOD DOC-LATE DOC-SECTION DOC-EMPTY'.split(
        ' ',
      ),
    ),
  )
})

test('the figures alone are held against their own sums only', () => {
  const alone = { text: null, titleYears: [], publishedOn: null }
  expect(broken(alone, [])).toEqual([])
  expect(new Set(examine({ ...report, ...alone }, []).map(({ rule }) => rule))).toEqual(
    new Set(['T3-ROW', 'T3-COL', 'T3-ID']),
  )
})

test('whatever does not hold is found', () => {
  const own = {
    cells: cellsOf({
      'requests_new.total': 13,
      'requests_carried_in.total': 2,
      'outcome_total.total': 14,
      'requests_carried_out.total': 0,
    }),
    titleYears: [2023],
    publishedOn: '2025-03-02',
  }
  expect(broken(own, [before])).toEqual([
    'T3-ID 15 14 null',
    'X-CARRY 2 1 null',
    'TXT-REQ 12 13 requests_new.total',
    'TXT-YOY 3 4 requests_new.total',
    'DOC-YEAR null null 2023 ≠ 2024',
    'DOC-LATE null null 2025-03-02 > 2025-01-31',
  ])
})
