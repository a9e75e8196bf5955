import { expect, test } from 'vitest'
import { figures } from '#core/catalog/index.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import { indicators } from '#core/indicator/indicators.ts'
import { states } from '#core/reading.ts'
import { levels, scopes } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { type Term, glossary } from '#core/text/glossary.ts'

const { terms } = glossary()
const byId = new Map(terms.map((term) => [term.id, term]))

test('each id stands once', () => {
  expect(byId.size).toBe(terms.length)
})

test.for([
  ['figures', figures.map(({ id }) => id)],
  ['rates', Object.keys(indicators)],
  ['states', states.map((id) => `state.${id}`)],
  ['scopes', scopes.map((id) => `scope.${id}`)],
  ['levels', levels.map((id) => `level.${id}`)],
  ['sectors', sectors.map(({ id }) => `sector.${id}`)],
  ['rules', Object.keys(ruleBook).map((id) => `rule.${id}`)],
  ['editions', ['edition.2019', 'edition.2021']],
  ['groups of outcomes', ['outcome_denied_sum', 'outcome_other_sum']],
] as const)('all %s have a definition', ([, ids]) => {
  expect(ids.filter((id) => !byId.has(id))).toEqual([])
})

const texts = ({ zh, en, definition, legal_basis: basis }: Term) => [
  { zh, en },
  definition,
  ...(basis ? [basis] : []),
]

test('in Chinese and in English, each in its own script, as whole sentences', () => {
  const chinese = /[\u4e00-\u9fff]/
  // A rule goes by its id, and the division of the country by the name of its law.
  const odd = terms.filter((term) => {
    const [label, definition] = texts(term)
    return (
      texts(term).some(({ zh, en }) => zh.trim() === '' || en.trim() === '' || chinese.test(en)) ||
      !(chinese.test(label?.zh ?? '') || term.id.startsWith('rule.')) ||
      !chinese.test(definition?.zh ?? '')
    )
  })
  expect(odd.map(({ id }) => id)).toEqual([])
})

test('every figure of the form rests on a clause', () => {
  expect(figures.filter(({ id }) => !byId.get(id)?.legal_basis).map(({ id }) => id)).toEqual([])
})

test.for<[id: string, term: Omit<Term, 'id'>]>([
  [
    'licences_decided',
    {
      zh: '行政许可处理决定数量',
      en: 'Licensing decisions',
      definition: {
        zh: '报告年度内作出的行政许可处理决定件数。不是事项的种类数，也不是公示的条数；多少只说明办理的数量，不表示优劣。',
        en: 'Licensing decisions made in the year. Neither kinds of matters nor notices published; how many says how much there was to do, not how well it was done.',
      },
      legal_basis: {
        zh: '《政府信息公开条例》第二十条第（五）项',
        en: 'Regulations on Government Information Disclosure: Article 20 (5)',
        known: 'form',
      },
    },
  ],
  [
    'outcome_denied_third_party.org_business',
    {
      zh: '不予公开·保护第三方合法权益·商业企业',
      en: 'Not disclosed: Lawful rights of a third party, Businesses',
      definition: {
        zh: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益，不予公开。只计商业企业的申请。',
        en: 'Withheld: disclosure would harm lawful rights of a third party, such as business secrets or privacy. Those of businesses only.',
      },
      legal_basis: {
        zh: '《政府信息公开条例》第十五条、第三十二条',
        en: 'Regulations on Government Information Disclosure: Articles 15, 32',
        known: 'background',
      },
    },
  ],
  [
    'suit_direct_pending',
    {
      zh: '未经复议直接起诉·尚未审结',
      en: 'Lawsuit without prior review, Pending',
      definition: {
        zh: '因政府信息公开工作，未经复议直接提起的行政诉讼案件：年末尚未审结的件数。',
        en: 'Lawsuits over information disclosure without a review before, still pending at the end of the year.',
      },
      legal_basis: {
        zh: '《政府信息公开条例》第五十条第（三）项、第五十一条',
        en: 'Regulations on Government Information Disclosure: Articles 50 (3), 51',
        known: 'background',
      },
    },
  ],
  [
    'dispute_rate',
    {
      zh: '复议诉讼率',
      en: 'Dispute rate',
      definition: {
        zh: '（行政复议总计 + 行政诉讼总计）÷（本年新收 + 上年结转）。分子不是分母的一部分，可以大于1，没有区间，不参加排序。高低不表示优劣。',
        en: '(Reviews + lawsuits) ÷ (new + carried in). The one is no part of the other: it may exceed 1, has no interval and is not ranked. High or low says nothing of how well it was done.',
      },
      legal_basis: null,
    },
  ],
])('%s in full', ([id, term]) => {
  expect(byId.get(id)).toEqual({ id, ...term })
})
