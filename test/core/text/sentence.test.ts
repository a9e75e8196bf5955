import { expect, test } from 'vitest'
import { type FigureId, isFigureId } from '#core/catalog/index.ts'
import type { Subject } from '#core/chart/spec.ts'
import type { Lang } from '#core/text/lang.ts'
import { sentence } from '#core/text/sentence.ts'
import { subject } from '../chart/subject.ts'

const say = (
  lang: Lang,
  cells: Partial<Record<FigureId, string>>,
  name: string,
  scope?: Subject['scope'],
) =>
  sentence(
    lang,
    Object.entries(cells).flatMap(([id, text]) =>
      isFigureId(id) ? [{ figure: id, subject: subject(name, 2023, text, scope) }] : [],
    ),
  )

// cells from 2023 on → the sentence
test.for([
  [
    { licences_decided: '45', penalties_decided: '8', 'requests_new.total': '0' },
    '某局2023年作出45件行政许可决定；作出8件行政处罚决定；没有新收政府信息公开申请（0件）。目前只收录2023年一份报告，还看不出变化。',
  ],
  [{ licences_decided: '1 0' }, '某局2024年没有作出行政许可决定（0件），比2023年减少1件。'],
  [{ licences_decided: '0 1' }, '某局2024年作出1件行政许可决定，比2023年增加1件。'],
  [{ penalties_decided: '7 7' }, '某局2024年作出7件行政处罚决定，与2023年相同。'],
  [
    { licences_decided: '100 - 150' },
    '某局2025年作出150件行政许可决定，比2023年增加50件（50.0%）。',
  ],
  [
    { licences_decided: '100 blank' },
    '某局2023年作出100件行政许可决定。2024年的行政许可处理决定数量未填。',
  ],
  [
    { licences_decided: '100 unread', penalties_decided: '3 unread' },
    '某局2023年作出100件行政许可决定；作出3件行政处罚决定。2024年的行政许可处理决定数量、行政处罚处理决定数量未能确认。',
  ],
  [
    { licences_decided: '2 absent!', 'requests_new.total': '2 3!' },
    '某局2023年作出2件行政许可决定；2024年新收3件政府信息公开申请，比2023年增加1件。2024年的行政许可处理决定数量未收录（该年只收录摘录）。',
  ],
  [
    { licences_decided: 'blank' },
    '某局2023年的行政许可处理决定数量未填。目前只收录2023年一份报告，还看不出变化。',
  ],
  [
    { review_total: '0≠' },
    '某局2023年行政复议·总计为0件（原文所印合计与分项不符，照原文列示）。目前只收录2023年一份报告，还看不出变化。',
  ],
  // No change is told where one of the two is in dispute.
  [
    { 'requests_new.total': '5 7≠' },
    '某局2024年新收7件政府信息公开申请（原文所印合计与分项不符，照原文列示）。',
  ],
  [{ 'requests_new.total': '5≠ 7' }, '某局2024年新收7件政府信息公开申请。'],
  [
    { fees_collected_wan: '0.3 0.19' },
    '某局2024年行政事业性收费金额为0.19万元，比2023年减少0.11万元。',
  ],
  [{ licences_decided: '-' }, '本站尚未收录某局的报告。'],
] as const)('%j', ([cells, text]) => {
  expect(say('zh', cells, '某局')).toBe(text)
})

test('a whole area says so', () => {
  expect(say('zh', { licences_decided: '1808595 1573179' }, '宿迁市人民政府', 'area')).toBe(
    '宿迁市人民政府（全区域汇总）2024年作出1,573,179件行政许可决定，比2023年减少235,416件（13.0%）。',
  )
})

test.for([
  [
    { licences_decided: '45', 'requests_new.total': '0' },
    'The Bureau: in 2023 made 45 licensing decisions; received no new disclosure requests (0). Only the report on 2023 is held, so no change can be shown.',
  ],
  [
    { licences_decided: '0 1' },
    'The Bureau: in 2024 made 1 licensing decision, 1 more than in 2023.',
  ],
  [
    { penalties_decided: '40 20' },
    'The Bureau: in 2024 made 20 penalty decisions, 20 (50.0%) fewer than in 2023.',
  ],
  [
    { penalties_decided: '7 7' },
    'The Bureau: in 2024 made 7 penalty decisions, the same as in 2023.',
  ],
  [
    { licences_decided: '100 na' },
    'The Bureau: in 2023 made 100 licensing decisions. 2024: Licensing decisions not applicable.',
  ],
] as const)('English: %j', ([cells, text]) => {
  expect(say('en', cells, 'The Bureau')).toBe(text)
})

test('in English a sum that does not hold is told without blame', () => {
  expect(say('en', { 'requests_new.total': '5 7≠' }, 'The Bureau')).toBe(
    'The Bureau: in 2024 received 7 new disclosure requests (a sum as printed does not hold; shown as printed).',
  )
})

test('one year of several that are held is not called the only one', () => {
  const told = [{ figure: 'licences_decided' as const, subject: subject('某局', 2024, '7') }]
  expect(sentence('zh', told, 3)).toBe('某局2024年作出7件行政许可决定。')
})

test('nothing chosen, nothing said', () => {
  expect(sentence('zh', [])).toBe('')
})
