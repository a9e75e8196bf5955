import { expect, test } from 'vitest'
import { t, words } from '#core/text/words.ts'

const entries = Object.entries(words).map(([key, { zh, en }]) => [key, zh, en] as const)
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()

const withoutUnit = (list: string[]) => list.filter((place) => place !== '{unit}')

test.for(entries)('%s is there in both languages, with the same parameters', ([, zh, en]) => {
  expect([zh, en]).not.toContain('')
  // A unit follows the number in Chinese only.
  expect(withoutUnit(places(en))).toEqual(withoutUnit(places(zh)))
})

test.for(entries)('%s: the English has no Chinese in it', ([, , en]) => {
  expect(en).not.toMatch(/[\u4e00-\u9fff]/)
})

test('parameters are put in once, as they are', () => {
  expect(t('zh', 'compare_found', { q: '{q} $& <b>' })).toBe('“{q} $& <b>”的查找结果')
})
