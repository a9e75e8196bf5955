import { expect, test } from 'vitest'
import { type Shape, readCell, shape } from '#core/parse/cell.ts'

const count = { kind: 'count', unit: 'item' } as const
const signed = { kind: 'signed', unit: 'project' } as const
const wan = { kind: 'amount', unit: 'wan' } as const
const printed = { kind: 'amount', unit: 'printed' } as const

const says = (text: string, expected: Parameters<typeof readCell>[1]): number | string => {
  const cell = readCell(text, expected)
  return cell.state === 'number' ? cell.value : cell.state
}

test.for([
  ['0', 0],
  ['０', 0],
  [' 45 ', 45],
  ['\u00a07\n', 7],
  ['1,234', 1234],
  ['１，２３４', 1234],
  ['1,808,595', 1808595],
  ['201件', 201],
  ['6项', 6],
  ['6 件', 6],
  ['22（其中修订16件）', 22],
  ['55（含自然失效29件）', 55],
  ['12（件）', 12],
  ['/', 'na'],
  ['／', 'na'],
  ['-', 'na'],
  ['—', 'na'],
  ['——', 'na'],
  ['无', 'na'],
  ['無', 'na'],
  ['', 'blank'],
  [' \u00a0\u3000 ', 'blank'],
  ['本机关没有规章制定权', 'text'],
  ['其中自然灾害救助全年13781户31696人次，共发放救灾资金1040万元。', 'text'],
  ['12 34', 'unread'],
  ['12\n34', 'unread'],
  ['1.2.3', 'unread'],
  ['1,23', 'unread'],
  ['1,2345', 'unread'],
  ['约12', 'unread'],
  ['①', 'unread'],
  ['O', 'unread'],
  ['l', 'unread'],
  ['一件', 'unread'],
  ['零', 'unread'],
  ['000', 'unread'],
  ['012', 'unread'],
  ['3.0', 'unread'],
  ['2.5万件', 'unread'],
  ['2万', 'unread'],
  ['-1', 'unread'],
  ['+3', 'unread'],
  ['5元', 'unread'],
  ['12（更正为15）', 'unread'],
  ['12（累计）', 'unread'],
  ['2（其中1万件）', 'unread'],
  ['12^1', 'unread'],
  ['~~12~~15', 'unread'],
  ['12%', 'unread'],
  ['99999999999999999', 'unread'],
] as const)('as a count, %j is %s', ([text, wanted]) => {
  expect(says(text, count)).toBe(wanted)
})

test.for([
  ['-1', -1],
  ['－1', -1],
  ['−1', -1],
  ['+1036', 1036],
  ['0', 0],
  ['-0', 0],
  ['-', 'na'],
  ['1.5', 'unread'],
] as const)('as a signed number, %j is %s', ([text, wanted]) => {
  expect(says(text, signed)).toBe(wanted)
})

test.for([
  ['59237.2449', 59237.2449],
  ['59,237.2449', 59237.2449],
  ['５９２３７．２４４９', 59237.2449],
  ['0.5万元', 0.5],
  ['0元', 0],
  ['380元', 'unread'],
  ['12（元）', 'unread'],
  ['-3.5', 'unread'],
] as const)('as an amount in 10,000 yuan, %j is %s', ([text, wanted]) => {
  expect(says(text, wan)).toBe(wanted)
})

test.for([
  ['251000元', 251000],
  ['8040', 8040],
  ['15.2万元', 15.2],
  ['3件', 'unread'],
] as const)('as an amount whose unit is as printed, %j is %s', ([text, wanted]) => {
  expect(says(text, printed)).toBe(wanted)
})

test('raw is the text as printed, trimmed and at most 200 characters', () => {
  expect(readCell(' １２件 ', count)).toEqual({ state: 'number', value: 12, raw: '１２件' })
  expect(readCell('没有'.repeat(300), count).raw).toHaveLength(200)
})

// Which cells may hold a value, before anyone knows what they belong to.
test.for<[string, Shape]>([
  ['', 'blank'],
  ['12', 'value'],
  ['12 34', 'value'],
  ['1,234件', 'value'],
  ['22（其中修订16件）', 'value'],
  ['-1', 'value'],
  ['无', 'value'],
  ['/', 'value'],
  ['约12', 'value'],
  ['1.属于国家秘密', 'words'],
  ['3. 其他', 'words'],
  ['2023年', 'words'],
  ['2024-01-20', 'words'],
  ['规章', 'words'],
  ['结果维持', 'words'],
])('%j looks like %s', ([text, wanted]) => {
  expect(shape(text)).toBe(wanted)
})
