import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '#core/claim/claim.ts'
import { claims } from '#core/claim/claims.ts'

/** `requests_new.total=29 includes_carried_in`; a change as `±3`, a rate as `±12.5%`. */
function told({ about, measure, value, qualifiers }: Claim): string {
  const sign = value < 0 ? '' : '+'
  const number =
    measure === 'count' ? `=${value}` : `${sign}${value}${measure === 'percent' ? '%' : ''}`
  return [`${about}${number}`, ...qualifiers].join(' ')
}

const said = (text: string, year: number | null = 2024): string[] => claims(text, year).map(told)

// What a sentence in a report on 2024 is understood to count.
test.for<[string, string[]]>([
  // Received and carried over.
  ['全年新收政府信息公开申请12件。', ['requests_new.total=12']],
  ['本年度共受理依申请公开17例，全部按时办结。', ['requests_new.total=17']],
  ['收到政府信息公开申请一件，已办理完毕。', ['requests_new.total=1']],
  ['收到依申请公开两件。', ['requests_new.total=2']],
  ['收到信息公开申请一百零五件。', ['requests_new.total=105']],
  ['收到4件政府信息公开申请。', ['requests_new.total=4']],
  ['收到群众依申请公开信息1人2次。', ['requests_new.total=2']],
  ['共受理政府信息公開申請１６件。', ['requests_new.total=16']],
  ['收到公民、法人和其他组织政府信息公开申请，共计3,259件。', ['requests_new.total=3259']],
  ['依申请公开方面，年内新增申请7份，办结7份。', ['requests_new.total=7', 'outcome_total.total=7']],
  [
    '受理政府信息公开申请749件，其中自然人申请741件，法人或其他组织申请8件。',
    [
      'requests_new.total=749',
      'requests_new.natural_person=741',
      'requests_new.organisation_sum=8',
    ],
  ],
  [
    '收到申请6件，均属政府信息公开申请，上年结转1件，结转下年度继续办理2件。',
    ['requests_new.total=6', 'requests_carried_in.total=1', 'requests_carried_out.total=2'],
  ],
  [
    '上年度结转办理件1件，结转到2025年办理7件。',
    ['requests_carried_in.total=1', 'requests_carried_out.total=7'],
  ],
  ['结转至2026年办理7件。', []],
  [
    '收到10件依申请公开请求，2023年结转2件，办结10件，结转2025年度继续办理2件。',
    [
      'requests_new.total=10',
      'requests_carried_in.total=2',
      'outcome_total.total=10',
      'requests_carried_out.total=2',
    ],
  ],
  ['2024年结转2件。', []],
  ['收到政府信息依申请公开1499件。', ['requests_new.total=1499']],
  [
    '共完成依申请公开答复13件，其中，予以公开答复9件，占69.2%；部分公开4件。',
    ['outcome_total.total=13', 'outcome_granted.total=9', 'outcome_partial.total=4'],
  ],
  // None at all.
  ['我局未收到政府信息公开申请。', ['requests_new.total=0']],
  [
    '没有收到依申请公开事项，无行政复议、行政诉讼。',
    ['requests_new.total=0', 'review_total=0', 'suit_sum=0'],
  ],
  [
    '共收到依申请公开0件，无转结下年度继续办理件。',
    ['requests_new.total=0', 'requests_carried_out.total=0'],
  ],
  ['未收到涉及其他单位的政府信息公开申请。', []],
  ['网上未收到政府信息公开申请。', []],
  ['未收到政府信息公开申请被撤回的情况。', []],
  // Outcomes.
  [
    '收到政府信息公开申请9件，其中予以公开3件、部分公开2件、不予公开1件、无法提供1件、不予处理1件、其他处理1件。',
    [
      'requests_new.total=9',
      'outcome_granted.total=3',
      'outcome_partial.total=2',
      'outcome_denied_sum=1',
      'outcome_unable_sum=1',
      'outcome_refused_sum=1',
      'outcome_other_sum=1',
    ],
  ],
  ['对政府信息公开申请予以公开及部分公开258件。', ['outcome_disclosed_sum=258']],
  ['答复申请人的公开申请中，因属于国家秘密不予公开2件。', []],
  ['答复公开申请8件，其中当场答复2件，延期答复1件。', ['outcome_total.total=8']],
  ['依申请公开信息数25条，不予公开信息数1条。', []],
  ['办理代表建议、委员提案35件，予以公开20件。', []],
  ['受理12345热线工单3500件，办结3500件。', []],
  // Qualified.
  [
    '收到政府信息公开申请29件（含上年结转1件）。',
    ['requests_new.total=29 includes_carried_in', 'requests_carried_in.total=1'],
  ],
  ['收到政府信息公开申请30件（含协助办理5件）。', ['requests_new.total=30 includes_assisted']],
  ['受理政府信息公开申请120余件。', ['requests_new.total=120 approximate']],
  ['受理政府信息公开申请约2.3万件。', ['requests_new.total=23000 approximate']],
  [
    '历年累计受理政府信息公开申请356件，2024年新收政府信息公开申请21件。',
    ['requests_new.total=356 cumulative', 'requests_new.total=21'],
  ],
  ['2024年全年累计受理政府信息公开申请15件。', ['requests_new.total=15']],
  [
    '2023年收到政府信息公开申请5件，2024年收到政府信息公开申请8件。',
    ['requests_new.total=5 other_year', 'requests_new.total=8'],
  ],
  ['2025年，预计受理政府信息公开申请40件。', ['requests_new.total=40 other_year']],
  // Changes.
  ['新收政府信息公开申请10件，比去年减少2件。', ['requests_new.total=10', 'requests_new.total-2']],
  [
    '受理政府信息公开申请3646件，同比增长1.05%，其中，予以公开1431件。',
    ['requests_new.total=3646', 'requests_new.total+1.05%', 'outcome_granted.total=1431'],
  ],
  ['新收政府信息公开申请10件，比2020年减少2件。', ['requests_new.total=10']],
  // Parts of a number.
  ['通过网上平台收到政府信息公开申请7件，通过信函收到政府信息公开申请3件。', []],
  ['全市受理政府信息公开申请60件，其中市本级受理政府信息公开申请20件。', ['requests_new.total=60']],
  ['第三季度收到政府信息公开申请3件。', []],
  ['协助市政府办理政府信息公开申请5件。', []],
  ['申请人撤回政府信息公开申请2件。', []],
  // Reviews and lawsuits.
  [
    '因政府信息公开被申请行政复议3件，其中维持2件、纠正1件；被提起行政诉讼1件。',
    ['review_total=3', 'review_upheld=2', 'review_corrected=1', 'suit_sum=1'],
  ],
  [
    '信息公开引发行政复议7起，诉讼9起，均获维持。',
    ['review_total=7', 'review_upheld=7', 'suit_sum=9'],
  ],
  [
    '未经复议直接起诉的信息公开案件中，未经复议直接起诉2件，复议后起诉1件。',
    ['suit_direct_total=2', 'suit_after_review_total=1'],
  ],
  ['未发生因政府信息公开引发的行政复议或行政诉讼案件。', ['review_total=0', 'suit_sum=0']],
  ['未发生因政府信息公开引起的行政复议、行政诉讼败诉案件。', []],
  ['没有被纠正的政府信息公开行政复议案件。', []],
  ['政府信息公开行政复议、行政诉讼共5件。', []],
  ['全年办理行政复议案件1200件。', []],
  // Part 二.
  [
    '全年制发行政规范性文件5件，废止规范性文件2件，现行有效规范性文件31件。',
    ['norms_made=5', 'norms_repealed=2', 'norms_valid=31'],
  ],
  ['其中以县政府名义印发规范性文件3件。', []],
  [
    '行政许可类处理决定数4条，行政处罚类处理决定数0条。',
    ['licences_decided=4', 'penalties_decided=0'],
  ],
  ['公开行政处罚决定36件，公示行政许可1097件，一般程序行政处罚60件。', []],
  // The fee.
  ['本年度未收取任何信息处理费。', ['info_fee_received_yuan=0']],
  ['没有收取政府信息公开信息处理费。', ['info_fee_received_yuan=0']],
  ['未对公众依申请公开政府信息收取任何费用。', ['info_fee_received_yuan=0']],
  ['有3件政府信息公开申请案件收取信息处理费2230元。', ['info_fee_received_yuan=2230']],
  ['收取信息处理费1.25万元。', ['info_fee_received_yuan=12500']],
  [
    '发出收费通知2件，总金额300元，实际收取120.5元，均为信息处理费。',
    ['info_fee_notices=2', 'info_fee_billed_yuan=300', 'info_fee_received_yuan=120.5'],
  ],
  ['信息处理费按每件100元的标准收取。', []],
  ['未按规定收取信息处理费的单位已整改。', []],
  ['其他需要报告的事项：无。', []],
  // Not prose.
  ['一、本年新收政府信息公开申请数量 3件 0件 0件 3件', []],
  ['一、本年新收政府信息公开申请数量\t3件\t3件', []],
  ['| 一、本年新收政府信息公开申请数量 | 3,402件 | 99件 |', []],
  ['四、政府信息公开申请人逾期未按收费通知要求缴纳费用的处理\n3件', []],
  ['主动公开政府信息173769万条，点击量254762人次。', []],
])('%s', ([text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test('a sentence that the page breaks in two is one; a heading is none', () => {
  expect(
    said('二、依申请公开\n本单位认真办理每一件申请，全年共受理政府信息公开申请 21\n件，均已答复。'),
  ).toEqual(['requests_new.total=21'])
})

test('without the year of the report no year is another', () => {
  expect(said('2023年收到政府信息公开申请5件。', null)).toEqual(['requests_new.total=5'])
})

test('a claim in full: where it stands, and personal numbers masked', () => {
  const text = '概述。 联系电话 13812345678，收到政府信息公开申请 3 件！'
  expect(claims(text, 2024)).toEqual([
    {
      about: 'requests_new.total',
      measure: 'count',
      value: 3,
      unit: '件',
      sentence: '联系电话138****5678，收到政府信息公开申请3件',
      offset: text.indexOf('联系'),
      at: text.indexOf('3 件'),
      qualifiers: [],
    },
  ])
})

const pieces =
  '收到 未 政府信息公开申请 行政复议 12 一百 件 ， 。 （ ） 《 结转 下年 予以公开 信息处理费 元 2024年 13812345678 其中 万'
const words = fc.constantFrom(...pieces.split(' '), ' ', '\n')

test('whatever the text: nothing throws, and every claim points into it', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (list) => {
      const text = list.join('')
      for (const { offset, at, value, sentence } of claims(text, 2024)) {
        expect(offset <= at && at < text.length && Number.isFinite(value)).toBe(true)
        expect(sentence).not.toMatch(/\d{11}/)
      }
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void claims(text)))
})
