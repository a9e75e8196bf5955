import * as v from 'valibot'
import { levels, scopes } from '#core/roster/bureau.ts'
import { collections } from '../../routes/place.ts'
import { RankingQuery } from '../../routes/ranking.ts'
import { SpreadQuery } from '../../routes/spread.ts'
import type { Operation } from '../operation.ts'
import {
  Bureau,
  Interval,
  Label,
  MeasureEntry,
  Meta,
  Place,
  State,
  count,
  orNull,
  rate,
  text,
  year,
} from '../shared.ts'

/** The group that was asked for, with what stands for what was not given. */
const Query = v.strictObject({
  figure: text,
  year,
  division: Place,
  collection: v.picklist(collections),
  level: v.picklist([...levels, 'all']),
  sector: text,
  scope: v.picklist(scopes),
})

const Group = v.strictObject({ key: text, zh: text, en: text, rule: Label, size: orNull(count) })

const numbers = v.number()
const Percentiles = v.strictObject({
  p10: numbers,
  p25: numbers,
  p50: numbers,
  p75: numbers,
  p90: numbers,
})
const Bounds = v.strictObject({
  p10: Interval,
  p25: Interval,
  p50: Interval,
  p75: Interval,
  p90: Interval,
})

const standing = {
  bureau: Bureau,
  value: orNull(v.number()),
  state: v.picklist([...State.options, 'undefined']),
  ...rate,
  missing: v.array(text),
} as const

export const groupOperations: readonly Operation[] = [
  {
    path: '/api/v1/ranking',
    title: { zh: '同类机关的位次（范围）', en: 'Bureaus of a group in order, each with a range' },
    about: {
      zh: '不给参数时为各县级政府。位次是范围：95% 区间重叠的不分先后；分母太小或没有数字的列在 unranked 并说明原因。多少不等于好坏，见 direction。全国须指明系统；乡镇街道须指明行政区划。',
      en: 'Governments of counties where nothing is said. A rank is a range: those whose 95 % intervals overlap share places; too small or without a number they stand in unranked, with the reason. More is not better: see direction. Over the whole country name a sector; of townships name a division.',
    },
    query: RankingQuery,
    answer: v.strictObject({
      meta: Meta,
      query: Query,
      figure: MeasureEntry,
      group: Group,
      direction: v.strictObject({
        id: v.picklist(['none', 'more', 'less']),
        zh: text,
        en: text,
      }),
      reason: orNull(Label),
      spread: v.strictObject({
        n: count,
        percentiles: orNull(Percentiles),
        reason: orNull(Label),
      }),
      ranked_count: count,
      unranked_count: count,
      ranked: v.array(
        v.strictObject({
          rank: v.strictObject({ from: count, to: count, of: count }),
          ...standing,
        }),
      ),
      unranked: v.array(v.strictObject({ ...standing, reason: orNull(Label) })),
      next_cursor: orNull(text),
    }),
    examples: [
      '/api/v1/ranking?figure=requests_new.total',
      '/api/v1/ranking?figure=licences_decided&division=410000&level=county&sector=culture_tourism&year=2024',
      '/api/v1/ranking?figure=disclosure_rate&collection=made-up&level=all&sector=all&year=2024&limit=5',
      '/api/v1/ranking?figure=penalties_decided&collection=made-up&level=prefecture&sector=all&year=2023&v=RELEASE',
    ],
    table: true,
    paged: true,
  },
  {
    path: '/api/v1/spread',
    title: { zh: '分布与某机关所在的位置', en: 'How values are spread, and where a bureau stands' },
    about: {
      zh: '全国或一个层级：取自保存的分布，分位数是上下限（exact 为假）。指明 division、sector 或 bureau 则逐份读取，分位数精确（R 第 7 型）。不足 8 份不显示。',
      en: 'The country or one level: from kept histograms, percentiles as bounds (exact is false). With division, sector or bureau the group is read and percentiles are exact (type 7 of R). None are shown below 8 reports.',
    },
    query: SpreadQuery,
    answer: v.strictObject({
      meta: Meta,
      query: Query,
      figure: MeasureEntry,
      group: Group,
      exact: v.boolean(),
      n: orNull(count),
      zeros: orNull(count),
      percentiles: orNull(Bounds),
      reason: orNull(Label),
      bureau: orNull(Bureau),
      value: orNull(v.number()),
      position: orNull(v.strictObject({ n: count, smaller: count, same: count, larger: count })),
    }),
    examples: [
      '/api/v1/spread?figure=licences_decided',
      '/api/v1/spread?figure=requests_new.total&collection=made-up&year=2024',
      '/api/v1/spread?figure=requests_new.total&bureau=000100-0004&level=all&sector=all&year=2024',
      '/api/v1/spread?figure=disclosure_rate&collection=made-up&year=2024&v=RELEASE',
    ],
    table: true,
  },
]
