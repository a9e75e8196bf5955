import { expect, test } from 'vitest'
import { type Column, columns } from '#core/text/columns.ts'

const all: readonly (readonly [string, Column])[] = Object.entries(columns)

test.for(all)('%s has a name and a meaning in both languages', ([id, { zh, en, about }]) => {
  expect(id).toMatch(/^[a-z]+(?:_[a-z\d]+)*$/)
  expect(zh).toMatch(/\p{Script=Han}/u)
  expect(en).toMatch(/^[A-Z][\w ()-]+$/)
  expect(about.zh).not.toBe('')
  expect(about.en).not.toBe('')
})

test('no two columns have the same name', () => {
  for (const lang of ['zh', 'en'] as const)
    expect(new Set(all.map(([, column]) => column[lang])).size).toBe(all.length)
})
