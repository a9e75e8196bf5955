import { expect, test } from 'vitest'
import { readBulk } from '#core/parse/bulk.ts'
import { readCsv } from '#core/read/csv.ts'
import { cell } from '#core/read/doc.ts'

test.for([
  [
    'commas',
    '行政许可,45\n行政处罚,"1,208"',
    [
      ['行政许可', '45'],
      ['行政处罚', '1,208'],
    ],
  ],
  [
    'semicolons',
    '行政许可;45\n行政处罚;8',
    [
      ['行政许可', '45'],
      ['行政处罚', '8'],
    ],
  ],
  [
    'a mark of byte order, quotes, blank lines',
    '\ufeff"行政\n许可", 45 \r\n\r\n,\r\n',
    [['行政\n许可', '45']],
  ],
] as const)('a table with %s', ([, text, expected]) => {
  expect(readCsv(text)).toMatchObject({
    blocks: [{ kind: 'grid', rows: expected.map((row) => row.map((one) => cell(one))) }],
  })
})

test.for([
  ['a row of a million columns', ','.repeat(1_000_000), /超过 1000 列/],
  ['nothing', '\n\n', /空的/],
] as const)('%s is refused', ([, text, reason]) => {
  const doc = readCsv(text)
  expect('refused' in doc ? doc.refused : 'read').toMatch(reason)
})

function bulk(text: string) {
  const doc = readCsv(text)
  return 'refused' in doc ? undefined : readBulk(doc)
}

test('a bulk sheet: one report a row, states kept, unknown columns named', () => {
  const sheet = bulk(
    `机关名称,行政区划,年度,规章-本年制发件数,行政许可-本年处理决定数量,一、本年新收政府信息公开申请数量-自然人,review_total,备注
云山县水务局,云山县,2024,/,45396,,3,无
云山县教育局,,2024年,0,1.5,"1,208",一共三件，其中一件尚未审结,`,
  )
  expect(sheet).toEqual({
    warnings: ['不认识的列“备注”，未读取（unknown column, not read）'],
    records: [
      {
        bureau: '云山县水务局',
        division: { code: null, name: '云山县' },
        year: 2024,
        tables: { disclosure: null, requests: null, reviews: 'any' },
        cells: {
          regulations_made: { state: 'na', raw: '/' },
          licences_decided: { state: 'number', value: 45_396, raw: '45396' },
          'requests_new.natural_person': { state: 'blank', raw: '' },
          review_total: { state: 'number', value: 3, raw: '3' },
        },
      },
      {
        bureau: '云山县教育局',
        division: null,
        year: 2024,
        tables: { disclosure: null, requests: null, reviews: 'any' },
        cells: {
          regulations_made: { state: 'number', value: 0, raw: '0' },
          licences_decided: { state: 'unread', raw: '1.5', reason: expect.any(String) },
          'requests_new.natural_person': { state: 'number', value: 1208, raw: '1,208' },
          review_total: { state: 'text', raw: '一共三件，其中一件尚未审结' },
        },
      },
    ],
  })
})

/** Header of a column → the figure it holds. */
test.for([
  ['norms_made', 'norms_made'],
  ['行政规范性文件-现行有效件数', 'norms_valid'],
  ['规范性文件 / 对外公开总数量', 'norms_open_total'],
  ['行政事业性收费-本年收费金额（单位：万元）', 'fees_collected_wan'],
  ['行政事业性收费-上一年项目数量', 'fee_items_prev'],
  ['(三)不予公开 1.属于国家秘密—总计', 'outcome_denied_state_secret.total'],
  ['（六）其他处理3.其他-其他', 'outcome_other_misc.org_other'],
  ['（六）其他处理-总计', 'outcome_other.total'],
  ['（七）总计-总计', 'outcome_total.total'],
  ['行政诉讼（复议后起诉）-尚未审结', 'suit_after_review_pending'],
  ['项目数量', undefined],
  ['3.其他-总计', undefined],
  ['本年处理决定数量', undefined],
] as const)('the header %s is %s', ([header, id]) => {
  const sheet = bulk(
    `bureau,year,review_upheld,review_other,review_corrected,${header}\n甲局,2024,1,1,1,7`,
  )
  const others = ['review_upheld', 'review_other', 'review_corrected']
  expect(
    Object.keys(sheet?.records[0]?.cells ?? {}).filter((one) => !others.includes(one)),
  ).toEqual(id === undefined ? [] : [id])
})

test('a sheet for both forms: each row follows the one whose own columns it fills', () => {
  const sheet = bulk(
    'bureau,year,licences_decided,norms_made,norms_valid,norms_opened\n甲局,2020,1,2,,4\n甲局,2021,1,2,3,\n甲局,2022,1,2,3,4',
  )
  expect(
    sheet?.records.map(({ tables, cells }) => [tables.disclosure, Object.keys(cells).join(' ')]),
  ).toEqual([
    ['2019', 'licences_decided norms_made norms_opened'],
    ['2021', 'licences_decided norms_made norms_valid'],
    [null, 'licences_decided norms_made norms_valid norms_opened'],
  ])
})

test('the same column or the same report twice is said, and a doubled column is not read', () => {
  const sheet = bulk(
    '单位名称,年份,规章制发件数,行政许可-处理决定数量,licences_decided,penalties_decided,coercion_decided\n甲局,2024,0,1,2,3,4\n甲局,2024,0,1,2,3,4',
  )
  expect(sheet?.records.map(({ cells }) => Object.keys(cells))).toEqual([
    ['regulations_made', 'penalties_decided', 'coercion_decided'],
    ['regulations_made', 'penalties_decided', 'coercion_decided'],
  ])
  expect(sheet?.warnings).toHaveLength(3)
})

test.for([
  ['the form itself', '信息内容,本年制发件数\n规章,0'],
  ['a table without years', 'bureau,review_upheld,review_other,review_total\n甲局,1,1,2'],
  ['a table with hardly a figure', 'bureau,year,review_total\n甲局,2024,2'],
])('%s is no bulk sheet', ([, text = '']) => {
  expect(bulk(text)).toBeUndefined()
})
