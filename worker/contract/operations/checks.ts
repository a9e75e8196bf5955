import * as v from 'valibot'
import { scopes } from '#core/roster/bureau.ts'
import { FindingsQuery } from '../../routes/findings.ts'
import { collections } from '../../routes/place.ts'
import { RestatementsQuery } from '../../routes/restatements.ts'
import type { Operation } from '../operation.ts'
import { ListedBureau, Meta, Named, Place, orNull, text, year } from '../shared.ts'

const ofWhom = {
  division: orNull(Place),
  collection: orNull(v.picklist(collections)),
  bureau: orNull(ListedBureau),
} as const

export const checkOperations: readonly Operation[] = [
  {
    path: '/api/v1/findings',
    title: { zh: '不成立的核对式', en: 'What does not add up' },
    about: {
      zh: '公开报告中不相等的两边，照原文列示；accepted 是照原文公布的理由。经人核实无误的不列。只有现在的，不能带 v。',
      en: 'Both sides of what does not hold in public reports, as printed; accepted says why it stands all the same. What a person has found to be nothing is left out. Of now only: not with v.',
    },
    query: FindingsQuery,
    answer: v.strictObject({
      meta: Meta,
      query: v.strictObject({
        year: orNull(year),
        ...ofWhom,
        rule: orNull(text),
        severity: orNull(v.picklist(['error', 'warning'])),
        level: orNull(text),
        sector: orNull(text),
        scope: orNull(v.picklist(scopes)),
      }),
      findings: v.array(
        v.strictObject({
          fingerprint: text,
          bureau: ListedBureau,
          year,
          rule: Named,
          severity: v.picklist(['error', 'warning']),
          basis: v.picklist(['form', 'previous']),
          left: v.array(Named),
          right: v.array(Named),
          left_value: orNull(v.number()),
          right_value: orNull(v.number()),
          difference: orNull(v.number()),
          accepted: orNull(text),
          report: text,
          source: orNull(text),
        }),
      ),
      next_cursor: orNull(text),
    }),
    examples: [
      '/api/v1/findings?bureau=320813-0001',
      '/api/v1/findings?collection=made-up&year=2023',
      '/api/v1/findings?year=2023&division=320000&rule=T4-SUM&severity=error',
    ],
    table: true,
    paged: true,
  },
  {
    path: '/api/v1/restatements',
    title: { zh: '次年改口的数字', en: 'Figures that the next report told otherwise' },
    about: {
      zh: '本年报告与次年报告对同一数字说法不同，两者都保留：stated 是本年的，restated 是次年的。只有现在的，不能带 v。',
      en: 'Where the report of a year and that of the next say different things of the same figure, both are kept: stated by the former, restated by the latter. Of now only: not with v.',
    },
    query: RestatementsQuery,
    answer: v.strictObject({
      meta: Meta,
      query: v.strictObject({
        year: orNull(year),
        ...ofWhom,
        figure: orNull(v.array(text)),
      }),
      restatements: v.array(
        v.strictObject({
          bureau: ListedBureau,
          year,
          figure: Named,
          stated: v.number(),
          restated: v.number(),
          difference: v.number(),
          reason: orNull(text),
          reports: v.strictObject({ stated: text, restated: text }),
        }),
      ),
      next_cursor: orNull(text),
    }),
    examples: [
      '/api/v1/restatements',
      '/api/v1/restatements?bureau=321300-0001',
      '/api/v1/restatements?collection=made-up&year=2023&figure=requests_carried_out.total',
    ],
    table: true,
    paged: true,
  },
]
