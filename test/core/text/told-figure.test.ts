import { expect, test } from 'vitest'
import { wilson } from '#core/indicator/wilson.ts'
import type { Lang } from '#core/text/lang.ts'
import { type Compared, toldComparison, toldRate } from '#core/text/told-figure.ts'

const none = { value: null, gap: '', disputed: false, interval: null, tooFew: false }

/** `甲 45`, `乙 未填` for one without a number, `丙 7≠` for a sum that does not hold. */
const compared = (text: string): Compared => {
  const [name = '', stated = ''] = text.split(' ')
  return /^-?\d/.test(stated)
    ? { ...none, name, value: Number.parseFloat(stated), disputed: stated.endsWith('≠') }
    : { ...none, name, gap: stated }
}

/** `甲 17/20`: a rate with its interval; of fewer than 10 too few. */
const rated = (text: string): Compared => {
  const [name = '', parts = ''] = text.split(' ')
  const [part = 0, whole = 0] = parts.split('/').map(Number)
  const interval = wilson(part, whole)
  return { ...none, name, value: part / whole, interval, tooFew: whole < 10 }
}

const licences = { name: '许可', unit: '件', share: false }
const disclosed = { name: '公开率', unit: '', share: true }

// who states what in 2024 → what is told
test.for([
  ['甲 45, 乙 7', '2024年许可，甲最多（45件），乙最少（7件）。'],
  ['甲 45, 乙 7, 丙 45', '2024年许可，甲、丙最多（45件），乙最少（7件）。'],
  ['甲 0, 乙 0', '2024年许可，甲、乙都是0件。'],
  ['甲 100000000, 乙 1', '2024年许可，甲最多（100,000,000件），乙最少（1件）。'],
  ['甲 0.5, 乙 0.25', '2024年许可，甲最多（0.5件），乙最少（0.25件）。'],
  ['甲 -3, 乙 2', '2024年许可，乙最多（2件），甲最少（−3件）。'],
  [
    '甲 45, 乙 7≠, 丙 未填, 丁 未收录, 戊 未填',
    '2024年许可，甲最多（45件），乙最少（7件）。丙、戊未填。丁未收录。乙的原文合计与分项不符，照原文列示。',
  ],
  ['甲 45, 乙 未填', '2024年许可，只有甲有可比的数字（45件）。乙未填。'],
  ['甲 未填, 乙 未收录', '2024年许可，没有可比的数字。甲未填。乙未收录。'],
] as const)('%s', ([stated, told]) => {
  const entries = stated.split(', ').map(compared)
  expect(toldComparison('zh', licences, 2024, entries)).toBe(told)
})

test.for([
  ['甲 90/100, 乙 10/100', '2024年公开率，甲最高（90.0%），乙最低（10.0%）。'],
  [
    '甲 9/20, 乙 8/20',
    '2024年公开率，甲最高（45.0%），乙最低（40.0%）。两者的95%区间有重叠，高低不能断定。',
  ],
  ['甲 90/100, 乙 10/100, 丙 1/1', '2024年公开率，甲最高（90.0%），乙最低（10.0%）。丙件数过少。'],
] as const)('rates %s', ([stated, told]) => {
  expect(toldComparison('zh', disclosed, 2024, stated.split(', ').map(rated))).toBe(told)
})

const tell = (entries: readonly Compared[]) => toldComparison('zh', licences, 2024, entries)

test('the order of bureaus changes nothing but theirs', () => {
  const [a, b, c] = ['甲 45', '乙 7', '丙 9'].map(compared)
  if (!a || !b || !c) throw new TypeError('Three')
  expect(tell([c, b, a])).toBe(tell([a, b, c]))
})

test('English says the same', () => {
  const entries = ['A 45', 'B 7', 'C left_blank'].map(compared)
  expect(toldComparison('en', { ...licences, name: 'Licences', unit: '' }, 2024, entries)).toBe(
    'Licences in 2024: most at A (45), fewest at B (7). C: left_blank.',
  )
})

const rate = {
  year: 2024,
  value: 0.5,
  numerator: 1234,
  denominator: 2468,
  interval: { low: 0.48, high: 0.52 },
  tooFew: false,
  reason: '',
  reports: 34,
}

test.for([
  [
    'zh',
    rate,
    '2024年公开率50.0%（1,234 ÷ 2,468，由收录的34份报告分别合计）。95%区间48.0%至52.0%。',
  ],
  [
    'en',
    rate,
    '公开率 in 2024: 50.0% (1,234 ÷ 2,468, both added up over the 34 reports held). 95 % interval: 48.0% to 52.0%.',
  ],
  [
    'zh',
    { ...rate, numerator: 1, denominator: 2, interval: null, reports: 1, tooFew: true },
    '2024年公开率50.0%（1 ÷ 2，由收录的1份报告分别合计）。件数过少，不宜与他处或他年相比。',
  ],
  ['zh', { ...rate, value: null, reason: '分母为 0' }, '2024年公开率没有合计：分母为 0。'],
  ['zh', { ...rate, reports: 0, value: null }, '尚未收录可用于公开率的报告。'],
  ['zh', undefined, '尚未收录可用于公开率的报告。'],
] satisfies (readonly [Lang, Parameters<typeof toldRate>[2], string])[])(
  'a rate of an area, %s',
  ([lang, of, told]) => {
    expect(toldRate(lang, '公开率', of)).toBe(told)
  },
)
