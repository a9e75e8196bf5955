import { expect, test } from 'vitest'
import type { LineageEvent, LineageKind } from '#core/lineage/event.ts'
import { type EventPart, toldEvent } from '#core/text/told-lineage.ts'

const event = (kind: LineageKind, from: string[], to: string[], document = '某〔2021〕6号') =>
  ({ kind, on: '2021-06-01', document, from, to }) satisfies LineageEvent

/** As the page says it, with ids for names. */
const said = (parts: readonly EventPart[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part
      return 'document' in part ? part.document : part.bureaus.join('、')
    })
    .join('')

const by = '（依据：某〔2021〕6号）'

test.for([
  [event('renamed', ['a'], ['a']), `2021-06-01　更名${by}`],
  [event('renamed', ['a'], ['b']), `2021-06-01　a更名为b${by}`],
  [event('merged', ['a', 'b'], ['b']), `2021-06-01　a、b合并为b${by}`],
  [event('split', ['a'], ['a', 'b']), `2021-06-01　a拆分为a、b${by}`],
  [event('abolished', ['a'], []), `2021-06-01　a撤销${by}`],
  [event('created', [], ['a']), `2021-06-01　新设a${by}`],
  [event('transferred', ['a'], ['b']), `2021-06-01　a的部分职能划转b${by}`],
  [event('moved_division', ['a'], ['a']), `2021-06-01　划归其他行政区划${by}`],
  [event('moved_division', ['a'], ['b']), `2021-06-01　a划归其他行政区划，改为b${by}`],
  [event('abolished', ['a'], [], ''), '2021-06-01　a撤销'],
] as const)('%j', ([own, text]) => {
  expect(said(toldEvent('zh', own))).toBe(text)
})

test('a document with brackets in its name stays one part', () => {
  expect(toldEvent('en', event('created', [], ['a'], '文件{to}'))).toEqual([
    '2021-06-01: ',
    { bureaus: ['a'] },
    ' created (by ',
    { document: '文件{to}' },
    ')',
  ])
})
