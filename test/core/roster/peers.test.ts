import { expect, test } from 'vitest'
import type { Level, Scope } from '#core/roster/bureau.ts'
import { deriveBureau } from '#core/roster/derive.ts'
import { peerGroup } from '#core/roster/peers.ts'

test.for<readonly [level: Level, sector: string, scope: Scope, zh: string, en: string]>([
  ['county', 'culture_tourism', 'own', '县级·文化旅游', 'County · Culture and tourism'],
  ['county', 'government', 'area', '县级·政府（整个地区）', 'County · Government (whole areas)'],
  ['state', 'tax', 'own', '国务院部门·税务', 'State · Tax'],
  ['township', 'township', 'own', '乡镇街道', 'Township · Townships'],
])('%s, %s, %s is %s', ([level, sector, scope, zh, en]) => {
  const key = `${level}.${sector}.${scope}`
  expect(peerGroup({ level, sector, scope })).toEqual({ key, zh, en })
})

test('a group may have all levels, or all sectors', () => {
  expect(peerGroup({ level: null, sector: 'tax', scope: 'own' })).toEqual({
    key: 'all.tax.own',
    zh: '各层级·税务',
    en: 'All levels · Tax',
  })
  expect(peerGroup({ level: 'county', sector: null, scope: 'area' }).key).toBe('county.all.area')
})

test('a sector that the table does not know is other', () => {
  const { key } = peerGroup({ level: 'county', sector: 'wizardry', scope: 'own' })
  expect(key).toBe('county.other.own')
})

test.for([
  ['410307', '偃师区文旅局', '330281', '余姚市文化和广电旅游体育局', true],
  ['410307', '偃师区文旅局', '410300', '洛阳市文化广电和旅游局', false],
  ['410307', '偃师区文旅局', '410307', '偃师区教育局', false],
  ['410307', '偃师区人民政府', '410307', '偃师区人民政府办公室', false],
] as const)('%s %s and %s %s are peers: %s', ([place, name, other, otherName, peers]) => {
  const [own, theirs] = [deriveBureau(place, name), deriveBureau(other, otherName)]
  expect(peerGroup(own).key === peerGroup(theirs).key).toBe(peers)
})
