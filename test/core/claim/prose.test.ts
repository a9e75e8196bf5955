import { expect, test } from 'vitest'
import { claims } from '#core/claim/claims.ts'
import { feeFindings } from '#core/claim/fee.ts'
import { proseFindings } from '#core/claim/prose.ts'
import type { Tables } from '#core/reading.ts'
import { cellsOf } from '../check/cells.ts'

type Entries = Parameters<typeof cellsOf>[0]

const tables: Tables = { disclosure: '2021', requests: '2021', reviews: 'any' }

const said = (text: string, entries: Entries, previous?: Entries): string[] =>
  proseFindings(
    claims(text, 2024),
    { cells: cellsOf(entries), tables },
    previous && { cells: cellsOf(previous), tables },
  ).map(({ rule, outcome, leftSum, rightSum }) => `${rule} ${outcome} ${leftSum} ${rightSum}`)

const received: Entries = {
  'requests_new.total': 713,
  'requests_carried_in.total': 36,
  'outcome_total.total': 718,
  'requests_carried_out.total': 31,
  'outcome_granted.total': 300,
  'outcome_partial.total': 40,
}

const reviews: Entries = {
  review_upheld: 5,
  review_corrected: 0,
  review_other: 0,
  review_pending: 2,
  review_total: 7,
  suit_direct_total: 4,
  suit_after_review_total: 5,
}

const norms: Entries = { norms_made: 6, norms_repealed: 0, norms_valid: 31 }

// What the prose says, what the tables say, what comes of it.
test.for<[string, Entries, string[]]>([
  ['新收政府信息公开申请713件。', received, ['TXT-REQ pass 713 713']],
  ['受理政府信息公开申请749件。', received, ['TXT-REQ pass 749 749']],
  ['受理政府信息公开申请718件。', received, ['TXT-REQ pass 718 718']],
  ['收到政府信息公开申请712件。', received, ['TXT-REQ fail 712 713']],
  ['收到政府信息公开申请700余件。', received, []],
  ['历年累计收到政府信息公开申请5000件。', received, []],
  ['2023年收到政府信息公开申请500件。', received, []],
  ['收到政府信息公开申请712件。', {}, ['TXT-REQ not_assessable 712 null']],
  [
    '收到政府信息公开申请714件。',
    { ...received, 'requests_carried_in.total': '?' },
    ['TXT-REQ not_assessable 714 713'],
  ],
  // Said twice, told once.
  [
    '收到政府信息公开申请712件。全年收到政府信息公开申请712件，均已答复。',
    received,
    ['TXT-REQ fail 712 713'],
  ],
  // Two numbers for one thing: one of them may be that of an office.
  [
    '全市收到政府信息公开申请713件。市政府办公室收到政府信息公开申请20件。',
    received,
    ['TXT-REQ pass 713 713', 'TXT-REQ not_assessable 20 713'],
  ],
  ['未收到政府信息公开申请。', received, ['TXT-REQ fail 0 713']],
  [
    '上年结转政府信息公开申请36件，结转下年度31件，办结政府信息公开申请718件。',
    received,
    ['TXT-OUT pass 36 36', 'TXT-OUT pass 31 31', 'TXT-OUT pass 718 718'],
  ],
  ['上年结转政府信息公开申请35件。', received, ['TXT-OUT fail 35 36']],
  ['对公开申请予以公开340件。', received, ['TXT-OUT pass 340 340']],
  ['对公开申请予以公开及部分公开341件。', received, ['TXT-OUT fail 341 340']],
  // 总计 is blank, but its columns are not: what they hold is too much already.
  [
    '政府信息公开申请中，部分公开4件。',
    { 'outcome_partial.total': '·', 'outcome_partial.natural_person': 5 },
    ['TXT-OUT fail 4 5'],
  ],
  [
    '政府信息公开申请中，部分公开6件。',
    { 'outcome_partial.total': '·', 'outcome_partial.natural_person': 5 },
    ['TXT-OUT not_assessable 6 5'],
  ],
  [
    '信息公开引发行政复议7件，行政诉讼9件，均获维持。',
    reviews,
    ['TXT-T4 pass 7 7', 'TXT-T4 pass 7 7', 'TXT-T4 pass 9 9'],
  ],
  ['信息公开引发行政复议6件。', reviews, ['TXT-T4 fail 6 7']],
  ['未发生因信息公开引发的行政复议。', reviews, ['TXT-T4 fail 0 7']],
  ['信息公开引发行政诉讼5件。', reviews, ['TXT-T4 pass 5 5']],
  [
    '制发规范性文件6件，废止规范性文件1件，现行有效规范性文件31件。',
    norms,
    ['TXT-T2 pass 6 6', 'TXT-T2 fail 1 0', 'TXT-T2 pass 31 31'],
  ],
  ['公开行政处罚决定36件。', { penalties_decided: 60 }, []],
])('%s', ([text, entries, expected]) => {
  expect(said(text, entries)).toEqual(expected)
})

// What the prose says of 12 requests, those of the year before.
test.for<[string, number | '·', string[]]>([
  ['较去年增加3件', 9, ['TXT-YOY pass 3 3']],
  ['较去年增加3件', 10, ['TXT-YOY fail 3 2']],
  ['同比下降20%', 15, ['TXT-YOY pass -20 -20']],
  ['同比增长9.1%', 11, ['TXT-YOY pass 9.1 9.09']],
  ['同比增长9%', 11, ['TXT-YOY pass 9 9.09']],
  ['同比增长19%', 11, ['TXT-YOY fail 19 9.09']],
  ['同比增长19%', 0, ['TXT-YOY fail 19 null']],
  ['同比增长19%', '·', []],
])('12 requests, %s, after %j', ([words, before, expected]) => {
  const found = said(
    `新收政府信息公开申请12件，${words}。`,
    { 'requests_new.total': 12 },
    { 'requests_new.total': before },
  )
  expect(found.filter((line) => line.startsWith('TXT-YOY'))).toEqual(expected)
})

test('a contradiction in full', () => {
  const text = '概述。收到政府信息公开申请12件。'
  const cells = cellsOf({
    'requests_new.total': 13,
    'requests_carried_in.total': 0,
    'outcome_total.total': 13,
  })
  expect(proseFindings(claims(text, 2024), { cells, tables })).toEqual([
    {
      rule: 'TXT-REQ',
      severity: 'warning',
      outcome: 'fail',
      origin: 'heuristic',
      basis: 'text',
      left: ['requests_new.total'],
      right: ['requests_new.total'],
      leftSum: 12,
      rightSum: 13,
      difference: -1,
      missing: [],
      statement: { sentence: '收到政府信息公开申请12件', offset: 3 },
      detail: 'requests_new.total',
      fingerprint: expect.stringMatching(/^[\da-f]{16}$/),
    },
  ])
})

const print = (text: string, value: number): string | undefined =>
  proseFindings(claims(text, 2024), {
    cells: cellsOf({ ...received, 'requests_new.total': value }),
    tables,
  })[0]?.fingerprint

test('another value in the cell, or in the sentence, reopens a verdict; other words do not', () => {
  const own = print('收到政府信息公开申请12件。', 13)
  expect(print('本年共收到政府信息公开申请 12 件！', 13)).toBe(own)
  expect(print('收到政府信息公开申请12件。', 14)).not.toBe(own)
  expect(print('收到政府信息公开申请11件。', 13)).not.toBe(own)
})

const overdue = { 'outcome_other_overdue_fee.total': 1 }

test.for<[string | null, Entries, string[]]>([
  ['2024年未收取信息处理费。', {}, ['pass']],
  ['无', {}, ['fail']],
  [null, {}, []],
  ['未发出收费通知。', overdue, ['pass', 'fail']],
  ['发出收费通知1件，未收取信息处理费。', overdue, ['pass', 'pass']],
  ['未收取信息处理费。', overdue, ['pass']],
])('part 六 saying %j beside %j', ([text, entries, expected]) => {
  const found = feeFindings(text, claims(text ?? '', 2024), cellsOf(entries))
  expect(found.map(({ outcome }) => outcome)).toEqual(expected)
})
