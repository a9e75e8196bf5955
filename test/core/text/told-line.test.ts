import { expect, test } from 'vitest'
import type { FigureId } from '#core/catalog/index.ts'
import { toldLine } from '#core/text/told-line.ts'
import { subject } from '../chart/subject.ts'

const told = (figure: FigureId, cells: string) => ({
  figure,
  subject: subject('某局', 2019, cells),
})

// figure, cells from 2019 on → the sentence
test.for([
  ['licences_decided', '45', '2019年作出45件行政许可决定。'],
  ['licences_decided', '45 40', '2020年作出40件行政许可决定，比2019年减少5件（11.1%）。'],
  [
    'licences_decided',
    '45 60 50',
    '2021年作出50件行政许可决定，比2020年减少10件（16.7%）。2019–2021年间最高60件（2020年），最低45件（2019年）。',
  ],
  [
    'licences_decided',
    '3 9 3 9',
    '2022年作出9件行政许可决定，比2021年增加6件。2019–2022年间最高9件（2020、2022年），最低3件（2019、2021年）。',
  ],
  [
    'coercion_decided',
    '0 0 0 1',
    '2022年作出1件行政强制决定，比2021年增加1件。2019–2022年间最高1件（2022年），最低0件（2019等3个年份）。',
  ],
  ['coercion_decided', '0 0 0', '2021年没有作出行政强制决定（0件），与2020年相同。'],
  [
    'fees_collected_wan',
    '0.3 - 0.1 20.5',
    '2022年行政事业性收费金额为20.5万元，比2021年增加20.4万元。2019–2022年间最高20.5万元（2022年），最低0.1万元（2021年）。',
  ],
  [
    'licence_items_change',
    '-3 2 0',
    '2021年行政许可项目本年增/减为0项，比2020年减少2项。2019–2021年间最高2项（2020年），最低−3项（2019年）。',
  ],
  [
    'licences_decided',
    '5 8 na',
    '2020年作出8件行政许可决定，比2019年增加3件。2021年的行政许可处理决定数量不适用。',
  ],
  // Nobody knows which is the highest where one of them is in dispute.
  ['requests_new.total', '5 9≠ 7', '2021年新收7件政府信息公开申请。'],
  ['licences_decided', 'blank', '2019年的行政许可处理决定数量未填。'],
] as const)('%s: %s', ([figure, cells, text]) => {
  expect(toldLine('zh', told(figure, cells))).toBe(text)
})

test('in English each sentence has a capital', () => {
  expect(toldLine('en', told('licences_decided', '45 60 50'))).toBe(
    'In 2021 made 50 licensing decisions, 10 (16.7%) fewer than in 2020. 2019–2021: highest 60 (2020), lowest 45 (2019).',
  )
})
