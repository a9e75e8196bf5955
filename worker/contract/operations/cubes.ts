import * as v from 'valibot'
import { CubeQuery } from '../../routes/cube.ts'
import type { Operation } from '../operation.ts'
import { Meta, count, orNull, text } from '../shared.ts'

const labels = v.record(text, text)
const { licence, source, data_version, release, coverage, n_missing } = Meta.entries

const Dimension = v.strictObject({
  label: text,
  category: v.strictObject({
    index: v.array(text),
    label: labels,
    unit: v.optional(v.record(text, v.strictObject({ label: text, decimals: count }))),
  }),
})

const ids = v.optional(v.array(text))

export const cubeOperations: readonly Operation[] = [
  {
    path: '/api/v1/cube.json-stat',
    title: { zh: '多维数据（JSON-stat 2.0）', en: 'A cube (JSON-stat 2.0)' },
    about: {
      zh: '带 bureau 为各机关的数字，否则为各地区的合计（参数同 /api/v1/totals）。value 为 null 的原因在 status。',
      en: 'With bureau the figures of bureaus, else sums of areas (parameters as of /api/v1/totals). Why a value is null is told in status.',
    },
    query: CubeQuery,
    answer: v.strictObject({
      version: v.literal('2.0'),
      class: v.literal('dataset'),
      href: text,
      label: text,
      source,
      updated: v.optional(text),
      note: v.array(text),
      id: v.array(text),
      size: v.array(count),
      role: v.strictObject({ time: ids, geo: ids, metric: ids }),
      dimension: v.record(text, Dimension),
      value: v.array(orNull(v.number())),
      status: v.record(text, text),
      extension: v.strictObject({ licence, data_version, release, coverage, n_missing }),
    }),
    examples: [
      '/api/v1/cube.json-stat',
      '/api/v1/cube.json-stat?figure=disclosure_rate,requests_new.total&bureau=321300-0001,321322-0001',
      '/api/v1/cube.json-stat?figure=penalties_decided&collection=made-up&by=inside&year=2024&lang=en',
      '/api/v1/cube.json-stat?figure=fees_collected_wan&bureau=321300-0001&v=RELEASE',
    ],
  },
]
