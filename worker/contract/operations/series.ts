import * as v from 'valibot'
import { lineageModes } from '../../routes/lineage.ts'
import { SeriesQuery } from '../../routes/series.ts'
import type { Operation } from '../operation.ts'
import {
  Bureau,
  Event,
  FigureEntry,
  Label,
  MeasureEntry,
  Meta,
  State,
  Tables,
  orNull,
  rate,
  text,
  year,
} from '../shared.ts'

const Point = v.strictObject({
  year,
  value: orNull(v.number()),
  state: v.picklist([
    ...State.options,
    'undefined',
    'undivided',
    'other_scope',
    'not_held',
    'not_addable',
    'not_number',
  ]),
  disputed: v.boolean(),
  ...v.partial(v.strictObject(rate)).entries,
  reason: v.optional(orNull(Label)),
  missing: v.optional(v.array(text)),
  parts: v.optional(
    v.array(v.strictObject({ bureau: text, value: orNull(v.number()), state: text })),
  ),
})

export const seriesAnswer = v.strictObject({
  meta: Meta,
  bureaus: v.array(Bureau),
  figures: v.array(FigureEntry),
  indicators: v.array(MeasureEntry),
  lineage: v.picklist(lineageModes),
  events: v.array(v.strictObject({ ...Event.entries, marks: v.array(text) })),
  reports: v.array(
    v.strictObject({
      bureau: text,
      year,
      tables: Tables,
      excerpt: v.boolean(),
      aside: orNull(v.boolean()),
    }),
  ),
  series: v.array(v.strictObject({ bureau: text, figure: text, points: v.array(Point) })),
})

export const seriesOperations: readonly Operation[] = [
  {
    path: '/api/v1/series',
    title: { zh: '机关历年的数字', en: 'Figures of bureaus over the years' },
    about: {
      zh: '每个机关、每个指标或比率一条序列，每份收录的报告一个点；没有报告的年份没有点。',
      en: 'A line for each bureau and figure or rate, a point for each report in the collection; a year without a report has none.',
    },
    query: SeriesQuery,
    answer: seriesAnswer,
    examples: [
      '/api/v1/series?figure=licences_decided,penalties_decided&bureau=410307-0001',
      '/api/v1/series?figure=disclosure_rate&bureau=321300-0001,321322-0001&from=2023&to=2025',
      '/api/v1/series?figure=requests_new.total&bureau=321300-0001&lineage=linked',
      '/api/v1/series?figure=requests_new.total&bureau=321300-0001&v=RELEASE',
    ],
    table: true,
  },
]
