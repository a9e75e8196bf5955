import { expect, test } from 'vitest'
import { concerns } from '#core/check/assessment.ts'
import { formFindings } from '#core/check/form.ts'
import { readReport } from '#core/parse/index.ts'
import { isRefusal } from '#core/reading.ts'
import { readAs } from './gold.ts'

/** Table 二 in tabs, a block to a line: header cells, then rows. */
const table = (blocks: readonly (readonly string[])[]): string =>
  [
    '二、主动公开政府信息情况',
    ...blocks.flatMap(([header = '', ...rows]) => [
      '第二十条第（一）项',
      `信息内容\t${header}`,
      ...rows,
    ]),
    '三、收到和处理政府信息公开申请情况',
  ].join('\n')

const read = (text: string) => readReport(new TextEncoder().encode(text), 'report.txt')

const norms2021 = [
  '本年制发件数\t本年废止件数\t现行有效件数',
  '规章\t0\t0\t0',
  '规范性文件\t1\t2\t3',
]
const licences2021 = ['本年处理决定数量', '行政许可\t45']
const licences2019 = ['上一年项目数量\t本年增/减\t处理决定数量', '行政许可\t7\t-1\t45']
const norms2019 = [
  '本年新制作数量\t本年新公开数量\t对外公开总数量',
  '规章\t0\t0\t0',
  '规范性文件\t1\t5\t6',
]
const newNorms = {
  regulations_made: 0,
  regulations_repealed: 0,
  regulations_valid: 0,
  norms_made: 1,
  norms_repealed: 2,
  norms_valid: 3,
}

test.for([
  [
    'blocks of both forms',
    [norms2021, licences2019],
    { ...newNorms, licence_items_prev: 7, licence_items_change: -1, licences_decided: 45 },
    ['licence_items_prev', 'licence_items_change'],
  ],
  [
    'an old column among new ones',
    [norms2021, ['本年处理决定数量\t本年增/减', '行政许可\t45\t-1']],
    { ...newNorms, licences_decided: 45, licence_items_change: -1 },
    ['licence_items_change'],
  ],
  ['one form', [norms2021, licences2021], { ...newNorms, licences_decided: 45 }, []],
] as const)('%s: each figure by its own header, old ones named', async ([, blocks, cells, old]) => {
  const reading = await read(table(blocks))
  expect(readAs(reading)).toEqual(cells)
  if (isRefusal(reading)) return
  expect(reading.tables).toEqual({ disclosure: '2021' })
  const mixed = concerns(formFindings({ year: 2022, ...reading }))
  expect(mixed.flatMap(({ rule, severity, left }) => [rule, severity, ...left])).toEqual(
    old.length > 0 ? ['FORM_MIXED', 'warning', ...old] : [],
  )
})

test('the same row in both forms is two tables: refused', async () => {
  expect(await read(table([norms2021, licences2021, norms2019]))).toEqual({
    refused: expect.stringContaining('in the form of 2019 and in that of 2021'),
  })
})

test('an old column is never taken for a new one', async () => {
  expect(
    readAs(await read(table([norms2019, ['上一年项目数量\t本年增/减', '行政事业性收费\t240\t0']]))),
  ).toEqual({
    regulations_made: 0,
    regulations_opened: 0,
    regulations_open_total: 0,
    norms_made: 1,
    norms_opened: 5,
    norms_open_total: 6,
    fee_items_prev: 240,
    fee_items_change: 0,
  })
})
