import { expect, test } from 'vitest'
import {
  type AreaSum,
  comparison,
  countsText,
  coverageText,
  scopeText,
  toldSum,
} from '#core/text/told-area.ts'

const whole = { zh: '没有一份报告在此项填有数字', en: 'No report states a number here' }

/** `45/1` a sum over one report, nothing missing; `45/2-1` of two, one of which lacks the number; `45/2?` no roster. */
const sums = (text: string): AreaSum[] =>
  text.split(' ').flatMap((one, i) => {
    const parts = /^(\d+|x)\/(\d+)(?:-(\d+))?(\?|!\d+)?$/.exec(one)
    return parts ? [sumOf(2023 + i, parts)] : []
  })

function sumOf(year: number, [, value = '', held = '', silent = '0', roster = '!0']: string[]) {
  const missing = roster === '?' ? null : Number(roster.slice(1))
  const sum = value === 'x' ? null : Number(value)
  return {
    figure: 'licences_decided' as const,
    year,
    sum,
    reason: sum === null ? whole : null,
    reports: Number(held),
    unassessable: Number(silent),
    held: Number(held),
    missing,
    atLeast: sum !== null && (missing !== 0 || silent !== '0'),
  }
}

// value/reports[-without a number][? no roster, !n missing] of 2023, 2024, … → what is said
test.for([
  ['', ''],
  ['45/1', '2023年行政许可决定合计45件（1份报告）。只有2023年，还看不出变化'],
  ['1/3', '2023年行政许可决定合计1件（3份报告）。只有2023年，还看不出变化'],
  ['0/3', '2023年行政许可决定合计0件（3份报告）。只有2023年，还看不出变化'],
  ['0/3?', '2023年所收录的报告中行政许可决定合计0件（3份报告）。只有2023年，还看不出变化'],
  ['x/2-2', '2023年行政许可决定没有合计：没有一份报告在此项填有数字'],
  ['100/36 134/36', '2024年行政许可决定合计134件（36份报告），比2023年增加34件（34.0%）'],
  ['134/36 100/36', '2024年行政许可决定合计100件（36份报告），比2023年减少34件（25.4%）'],
  ['7/2 7/2', '2024年行政许可决定合计7件（2份报告），与2023年相同'],
  // The years between, of which nothing is told, are left out.
  ['7/2 - 9/2', '2025年行政许可决定合计9件（2份报告），比2023年增加2件'],
  ['7/2 x/2-2 9/2', '2025年行政许可决定合计9件（2份报告），比2023年增加2件'],
  [
    '1100/31 1234/36',
    '2024年行政许可决定合计1,234件（36份报告）；2023年1,100件（31份报告）。报告份数不同，不能直接比较',
  ],
  [
    '1100/36 1234/36?',
    '2024年行政许可决定合计至少1,234件（36份报告）；2023年1,100件（36份报告）。合计可能有遗漏，不能直接比较',
  ],
  [
    '1100/36-1 1234/36',
    '2024年行政许可决定合计1,234件（36份报告）；2023年至少1,100件（36份报告，其中1份没有这个数字）。合计可能有遗漏，不能直接比较',
  ],
  // A 0 is of the reports that state it.
  [
    '0/2-1? 9/3-1?',
    '2024年行政许可决定合计至少9件（3份报告，其中1份没有这个数字）；2023年0件（2份报告，其中1份没有这个数字）。报告份数不同，不能直接比较',
  ],
  ['x/1-1 5/1', '2024年行政许可决定合计5件（1份报告）'],
] as const)('%s', ([text, said]) => {
  expect(toldSum('zh', sums(text))).toBe(said === '' ? '' : `${said}。`)
})

test.for([
  [
    '45/1',
    'Licensing decisions in 2023: 45 (1 report). There is 2023 only, so no change can be shown',
  ],
  ['100/36 134/36', 'Licensing decisions in 2024: 134 (36 reports), 34 (34.0%) more than in 2023'],
  [
    '1/1? 2/2?',
    'Licensing decisions in 2024: at least 2 (2 reports); 2023: at least 1 (1 report). Not as many reports, so not to be compared',
  ],
] as const)('in English: %s', ([text, said]) => {
  expect(toldSum('en', sums(text))).toBe(`${said}.`)
})

test.for([
  ['100/36 134/36', true],
  ['100/36 134/36?', false],
  ['100/35 134/36', false],
  ['100/36', undefined],
  ['100/36 x/36-36', undefined],
] as const)('whether %s is a change: %s', ([text, isChange]) => {
  expect(comparison('zh', sums(text))?.isChange).toBe(isChange)
})

test.for([
  ['45/36', '36份报告', '36 reports'],
  ['45/1?', '1份报告；没有完整名录', '1 report; no roster known to be whole'],
  [
    '45/36-2!3',
    '36份报告，其中2份没有这个数字；3个应报告的机关未收录',
    '36 reports, 2 of them without this number; bureaus not held: 3',
  ],
] as const)('what %s is made of', ([text, zh, en]) => {
  const [sum] = sums(text)
  expect(sum && [countsText('zh', sum), countsText('en', sum)]).toEqual([zh, en])
})

test.for([
  [38, 41, 3, '41个应报告机关中收录38个'],
  [40, 41, 3, '41个应报告机关中收录38个，另有名录以外的2份'],
  [0, 41, 41, '41个应报告机关中收录0个'],
  [2, null, null, '收录2份；没有完整名录，不知道应有多少'],
] as const)('%i held of %s, %s missing', ([received, expected, missing, said]) => {
  expect(coverageText('zh', { received, expected, missing })).toBe(said)
})

test.for([
  [{ scope: 'own' }, '只计各机关自己的报告', "The bureaus' own reports only"],
  [
    { scope: 'area', level: 'county' },
    '只计县级政府的全区域汇总',
    'Whole-area reports only, level: County',
  ],
] as const)('whose reports: %j', ([scope, zh, en]) => {
  expect([scopeText('zh', scope), scopeText('en', scope)]).toEqual([zh, en])
})
