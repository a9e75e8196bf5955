import * as v from 'valibot'
import { tableIds } from '#core/catalog/table.ts'
import type { Operation } from '../operation.ts'
import {
  Bureau,
  FigureEntry,
  Meta,
  Printed,
  State,
  Tables,
  count,
  edition,
  orNull,
  text,
  year,
} from '../shared.ts'
import { ObservationParam } from '../../routes/observations.ts'
import { ReportParam } from '../../routes/parameters.ts'
import { ReportListQuery } from '../../routes/report-list.ts'
import { ReportQuery } from '../../routes/reports.ts'
import { BetweenQuery, RevisionParam } from '../../routes/revisions.ts'

const finding = {
  rule: text,
  severity: v.picklist(['error', 'warning', 'notice']),
  left: v.array(text),
  right: v.array(text),
}

const Finding = v.strictObject({
  ...finding,
  outcome: text,
  left_sum: orNull(v.number()),
  right_sum: orNull(v.number()),
  missing: v.array(text),
})

const Discrepancy = v.strictObject({
  ...finding,
  left_sum: orNull(v.number()),
  right_sum: orNull(v.number()),
  reason: orNull(text),
})

const report = {
  year,
  revision: count,
  published_in: count,
  published_at: text,
  excerpt: v.boolean(),
  accepted: orNull(text),
  source: v.strictObject({
    address: orNull(text),
    file_sha256: text,
    published_on: orNull(text),
  }),
  tables: Tables,
  figures: v.record(text, Printed),
  findings: v.array(Finding),
}

const Change = v.strictObject({
  revision: count,
  action: v.picklist(['publish', 'amend', 'replace', 'withdraw']),
  at: text,
  reason: orNull(text),
})

/** Of a release nobody keeps what the reports of other years said; null while nobody has looked yet. */
export const reportAnswer = v.strictObject({
  meta: Meta,
  bureau: Bureau,
  ...report,
  discrepancies: v.optional(orNull(v.array(Discrepancy))),
})

const { findings: _, ...listed } = report

const yanshi = '410307-0001/2024'

export const reportOperations: readonly Operation[] = [
  {
    path: '/api/v1/reports',
    title: { zh: '一个地区或全部的报告', en: 'Reports of an area, or of all' },
    about: {
      zh: '每份报告的全部数字，按区划、机关、年份排列。与 v 同用时 division 只能是省级。',
      en: 'Every figure of each report, by division, bureau and year. Together with v, division is a province.',
    },
    query: ReportListQuery,
    answer: v.strictObject({
      meta: Meta,
      reports: v.array(
        v.strictObject({
          bureau: Bureau,
          ...listed,
          aside: orNull(v.boolean()),
          disputed: v.array(text),
        }),
      ),
      next_cursor: orNull(text),
    }),
    examples: [
      '/api/v1/reports?division=410000&year=2024',
      '/api/v1/reports?collection=made-up&year=2024&limit=2',
      '/api/v1/reports?limit=2&v=RELEASE',
    ],
    table: true,
    paged: true,
  },
  {
    path: '/api/v1/reports/{bureau}/{year}',
    title: { zh: '一份报告的全部数字', en: 'Every figure of one report' },
    about: {
      zh: '每格的数值、状态、原文；不成立的合计式；与上年不一致之处。',
      en: 'Value, state and text of every cell; sums that do not hold; what does not agree with the year before.',
    },
    params: ReportParam,
    query: ReportQuery,
    answer: reportAnswer,
    examples: [`/api/v1/reports/${yanshi}`, `/api/v1/reports/${yanshi}?v=RELEASE`],
  },
  {
    path: '/api/v1/reports/{bureau}/{year}/revisions/{revision}',
    title: { zh: '一份报告的某次修订', en: 'One revision of a report' },
    about: {
      zh: '更正以前的数字仍可查阅，并指明由哪一次修订取代；撤回的答 410。',
      en: 'What stood there before an amendment, and which revision took its place; what was withdrawn answers 410.',
    },
    params: RevisionParam,
    answer: v.strictObject({
      meta: Meta,
      bureau: Bureau,
      status: v.picklist(['published', 'superseded']),
      superseded_by: orNull(Change),
      ...report,
    }),
    examples: [`/api/v1/reports/${yanshi}/revisions/1`],
    withdrawn: true,
  },
  {
    path: '/api/v1/reports/{bureau}/{year}/diff',
    title: { zh: '两次修订之间的差别', en: 'What differs between two revisions' },
    params: ReportParam,
    query: BetweenQuery,
    answer: v.strictObject({
      meta: Meta,
      bureau: Bureau,
      year,
      from: orNull(count),
      to: count,
      count,
      changes: v.array(
        v.strictObject({
          figure: text,
          change: v.picklist(['added', 'changed', 'removed']),
          before: orNull(Printed),
          after: orNull(Printed),
        }),
      ),
    }),
    examples: [`/api/v1/reports/${yanshi}/diff`],
    withdrawn: true,
  },
  {
    path: '/api/v1/reports/{bureau}/{year}/file',
    title: { zh: '报告的原件', en: 'The source file of a report' },
    params: ReportParam,
    answer: '*/*',
    examples: [`/api/v1/reports/${yanshi}/file`],
    needs: 'source_files',
  },
  {
    path: '/api/v1/observations/{bureau}/{year}/{figure}/source',
    title: { zh: '一个数字的出处', en: 'Where a figure stands' },
    about: {
      zh: '原件的网址、取得时间、SHA-256，表、行、列，以及格式所能说明的行号、页码和位置。',
      en: 'Address, time and SHA-256 of the document; table, row, column; line, page and box as far as the format tells.',
    },
    params: ObservationParam,
    answer: v.strictObject({
      meta: Meta,
      bureau: Bureau,
      year,
      figure: FigureEntry,
      value: orNull(v.number()),
      state: State,
      raw: orNull(text),
      table: v.picklist(tableIds),
      edition,
      row: text,
      column: text,
      line: orNull(count),
      page: orNull(count),
      box: orNull(v.array(v.number())),
      revision: count,
      published_in: count,
      source: v.strictObject({
        address: orNull(text),
        file_name: text,
        file_sha256: text,
        retrieved_at: text,
        published_on: orNull(text),
      }),
    }),
    examples: [`/api/v1/observations/${yanshi}/licences_decided/source`],
  },
]
