import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masked } from '#core/claim/mask.ts'
import { numeral } from '#core/claim/numeral.ts'

test.for([
  ['零', 0],
  ['一', 1],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['一百', 100],
  ['两百零三', 203],
  ['三百五十', 350],
  ['一千零一十', 1010],
  ['三千四百五十六', 3456],
  ['二〇二四', 2024],
  // 305 or 350: nobody knows.
  ['三百五', undefined],
  ['百', undefined],
  ['二百三千', undefined],
  ['', undefined],
  ['几', undefined],
] as const)('%s is %j', ([text, value]) => {
  expect(numeral(text)).toBe(value)
})

const digits = '零一二三四五六七八九'

/** A number in Chinese, as it is spoken. */
const spoken = (n: number): string =>
  String(n)
    .split('')
    .map((digit, i, all) =>
      digit === '0'
        ? '零'
        : (digits[Number(digit)] ?? '') + (['', '十', '百', '千'][all.length - i - 1] ?? ''),
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '')

test('every number up to 9999 is understood as it is spoken', () => {
  fc.assert(
    fc.property(fc.nat(9999), (n) => {
      expect(numeral(spoken(n))).toBe(n)
    }),
  )
})

test.for([
  ['电话13812345678', '电话138****5678'],
  ['电话 138 1234 5678。', '电话 138******5678。'],
  ['证号41032219900101123X', '证号410***********123X'],
  ['证号410322199001011234', '证号410***********1234'],
  ['１３８１２３４５６７８', '１３８****５６７８'],
  ['0379-67711234', '0379-67711234'],
  ['2024年12月31日', '2024年12月31日'],
] as const)('%s is kept as %s', ([text, kept]) => {
  expect(masked(text)).toBe(kept)
})
