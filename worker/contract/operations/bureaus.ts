import * as v from 'valibot'
import { BureauParam, BureausQuery } from '../../routes/bureaus.ts'
import type { Operation } from '../operation.ts'
import { Bureau, BureauName, Event, Meta, orNull, text, year } from '../shared.ts'

export const bureauOperations: readonly Operation[] = [
  {
    path: '/api/v1/bureaus',
    title: { zh: '行政机关名录与查找', en: 'Bureaus, and finding them' },
    about: {
      zh: '不带参数是全部机关；q 按名称、简称、曾用名、拼音首字母查找。',
      en: 'Without parameters all of them; q finds by names, short and former names, and initials of pinyin.',
    },
    query: BureausQuery,
    answer: v.strictObject({
      meta: Meta,
      bureaus: v.array(Bureau),
      next_cursor: orNull(text),
    }),
    examples: ['/api/v1/bureaus?q=偃师 文旅', '/api/v1/bureaus?division=321300&limit=5'],
    paged: true,
    table: true,
  },
  {
    path: '/api/v1/bureaus/{bureau}',
    title: { zh: '一个行政机关', en: 'One bureau' },
    about: {
      zh: '现名、曾用名、简称、沿革及其文件。',
      en: 'Its names past and present, and what happened to it, with the documents.',
    },
    params: BureauParam,
    answer: v.strictObject({
      meta: Meta,
      bureau: v.strictObject({
        ...Bureau.entries,
        names: v.array(
          v.strictObject({
            name: text,
            kind: v.picklist(['official', 'alias']),
            valid_from: orNull(text),
            valid_to: orNull(text),
          }),
        ),
        lineage: v.strictObject({
          begins: orNull(year),
          ended: orNull(year),
          succeeded: v.boolean(),
          predecessors: v.array(BureauName),
          successors: v.array(BureauName),
          events: v.array(Event),
        }),
      }),
    }),
    examples: ['/api/v1/bureaus/410307-0001'],
  },
]
