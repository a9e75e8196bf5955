import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isKnownCounty } from '#core/roster/counties.ts'

const divisions = ['0003_divisions', '0007_divisions_past'].flatMap((file) =>
  [...readFileSync(`migrations/${file}.sql`, 'utf8').matchAll(/'([^']+县)'/g)].map(
    ([, name = '']) => name,
  ),
)

test('every county of the lists of divisions is known', () => {
  const missing = divisions.filter((name) => !isKnownCounty(`${name}教育局`))
  expect(missing).toEqual([])
})

test.for([
  ['沭阳县人民政府', true],
  ['宿迁市沭阳县人民政府', true],
  ['沐阳县人民政府', false],
  ['宿迁市沐阳县人民政府', false],
  ['邯郸县人民政府', true],
  ['赣州市赣县区人民政府', true],
  // Names without a county are not judged.
  ['偃师区文化广电和旅游局', true],
  ['太平镇人民政府', true],
  ['河北省雄安新区管理委员会', true],
] as const)('%s: %s', ([name, known]) => {
  expect(isKnownCounty(name)).toBe(known)
})
