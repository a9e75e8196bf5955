import * as v from 'valibot'
import { levels, scopes } from '#core/roster/bureau.ts'
import { CoverageQuery } from '../../routes/coverage.ts'
import { collections } from '../../routes/place.ts'
import { TotalsQuery } from '../../routes/totals-answer.ts'
import type { Operation } from '../operation.ts'
import {
  Coverage,
  Label,
  MeasureEntry,
  Meta,
  Place,
  count,
  orNull,
  rate,
  text,
  year,
} from '../shared.ts'

const Total = v.strictObject({
  figure: text,
  year,
  division: Place,
  value: orNull(v.number()),
  state: v.picklist(['number', 'undefined', 'not_added']),
  reason: orNull(Label),
  reports: count,
  unassessable: orNull(count),
  held: count,
  missing_count: orNull(count),
  at_least: orNull(v.boolean()),
  ...rate,
})

const MissingBureau = v.strictObject({
  id: text,
  name: text,
  name_en: orNull(text),
  division: text,
  level: v.picklist(levels),
  sector: text,
  scope: v.picklist(scopes),
})

/** Which bureaus are counted; null: all. */
const peers = {
  level: orNull(v.picklist(levels)),
  sector: orNull(text),
}

export const totalsAnswer = v.strictObject({
  meta: Meta,
  query: v.strictObject({
    figure: v.array(text),
    division: Place,
    collection: v.picklist(collections),
    by: v.picklist(['area', 'inside']),
    years: v.array(year),
    scope: v.picklist(scopes),
    ...peers,
  }),
  figures: v.array(MeasureEntry),
  entries: v.array(Total),
  next_cursor: orNull(text),
})

export const areaOperations: readonly Operation[] = [
  {
    path: '/api/v1/totals',
    title: { zh: '地区历年合计与比率', en: 'Sums and rates of areas over the years' },
    about: {
      zh: '本机关与整个地区两种口径分开合计；有报告没有数字、缺报或没有名录可查的，at_least 为真：只是下限。不能相加的（如“现行有效”）为 null 并说明原因。',
      en: 'Reports of bureaus themselves and of whole areas are added up apart; where a report has no number or is missing, or no roster tells, at_least is true: a lower bound. What cannot be added (such as what is in force) is null, with the reason.',
    },
    query: TotalsQuery,
    answer: totalsAnswer,
    examples: [
      '/api/v1/totals?figure=licences_decided',
      '/api/v1/totals?figure=requests_new.total,disclosure_rate&division=320000&scope=area',
      '/api/v1/totals?figure=penalties_decided&collection=made-up&by=inside&year=2024&level=county',
      '/api/v1/totals?figure=requests_new.total&collection=made-up&limit=3&v=RELEASE',
    ],
    table: true,
    paged: true,
  },
  {
    path: '/api/v1/coverage',
    title: { zh: '谁应报告、谁已报告', en: 'Who should have reported, and who has' },
    about: {
      zh: '名录完整的地区才说得出应有多少、缺谁；否则为 null。层级与系统只用于全国和省级。',
      en: 'How many there should be, and who is missing, is known where the roster of the area is whole; else null. Level and sector go with the country and its provinces only.',
    },
    query: CoverageQuery,
    answer: v.strictObject({
      meta: Meta,
      query: v.strictObject({
        year,
        division: Place,
        collection: v.picklist(collections),
        ...peers,
        scope: orNull(v.picklist(scopes)),
      }),
      year,
      division: orNull(Place),
      coverage: v.strictObject({
        ...Coverage.entries,
        reported: orNull(count),
        unlisted: orNull(count),
        missing: orNull(v.array(MissingBureau)),
        reason: orNull(Label),
      }),
      next_cursor: orNull(text),
    }),
    examples: [
      '/api/v1/coverage?collection=made-up&year=2024',
      '/api/v1/coverage?division=410000',
      '/api/v1/coverage?year=2024&level=county&sector=culture_tourism',
      '/api/v1/coverage?collection=made-up&year=2024&v=RELEASE',
    ],
    table: true,
    paged: true,
  },
]
