import { expect, test } from 'vitest'
import { levelEntries, levels } from '#core/roster/bureau.ts'
import { sectorKey, sectors } from '#core/roster/sectors.ts'

// Storage holds these numbers: an entry may be added, never changed or reused.
const keys = `
  government 1 general_office 2 township 3 culture_tourism 4 education 5 health 6 emergency 7 market_supervision 8
  housing 9 transport 10 civil_affairs 11 public_security 12 justice 13 finance 14 natural_resources 15 ecology 16
  agriculture 17 water 18 human_resources 19 urban_management 20 audit 21 statistics 22 development_reform 23
  industry_it 24 commerce 25 veterans 26 tax 27 zone 28 customs 29 fire 30 meteorology 31 medical_insurance 32
  petitions 33 sport 34 administrative_approval 35 data 36 ethnic_religious 37 civil_defence 38 state_assets 39
  local_finance 40 rural_revitalisation 41 forestry 42 science 43 grain 44 supply_marketing 45 government_affairs 46
  foreign_affairs 47 archives 48 tobacco 49 other 50`

test('the keys of sectors are permanent', () => {
  const byKey = sectors.toSorted((a, b) => a.key - b.key)
  expect(byKey.map(({ id, key }) => `${id} ${key}`).join(' ')).toBe(
    keys.trim().replaceAll(/\s+/g, ' '),
  )
})

test('the keys of levels are their places in the list', () => {
  expect(levels.map((level) => levelEntries[level].key)).toEqual([1, 2, 3, 4, 5])
})

test('a sector of a roster that the table does not know counts as other', () => {
  expect([sectorKey('water'), sectorKey('other'), sectorKey('wizardry')]).toEqual([18, 50, 50])
})
