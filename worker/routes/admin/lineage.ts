import { Hono } from 'hono'
import * as v from 'valibot'
import { type LineageEvent, isSame, lineageKinds } from '#core/lineage/event.ts'
import { lineageFaults } from '#core/lineage/lineage.ts'
import { bureauId } from '#core/roster/bureau.ts'
import { type Refusal, deleteEvent, insertEvents } from '../../db/lineage-change.ts'
import type { Env } from '../../env.ts'
import { type ErrorItem, Problem } from '../../errors.ts'
import { valid } from '../../valid.ts'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
const kinds = Object.keys(lineageKinds) as LineageEvent['kind'][]

const Ids = v.pipe(
  v.array(v.pipe(v.string(), v.regex(bureauId, '如 410307-0001（such as 410307-0001）'))),
  v.maxLength(50),
)

const Event = v.object({
  kind: v.picklist(kinds),
  on: v.string(),
  document: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  from: Ids,
  to: Ids,
})

const Body = v.object({ events: v.pipe(v.array(Event), v.minLength(1), v.maxLength(200)) })
const Id = v.object({ id: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)) })
const Reason = v.object({
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
})

/** What happened to bureaus: renamed, merged, split and so on. */
export const adminLineage = new Hono<Env>()
  .post('/', valid('json', Body), async (c) => {
    const { events } = c.req.valid('json')
    refuse(events.flatMap(strange(events, new Date())))
    const result = await insertEvents(c.var.db, events, c.var.token)
    if (!('steps' in result)) throw refusal(result, events)
    return c.json({
      events: result.steps.map(({ kind, event }) => ({ id: event.id, result: kind })),
    })
  })
  .post('/:id/remove', valid('param', Id), valid('json', Reason), async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const removed = await deleteEvent(c.var.db, id, { reason, by: c.var.token })
    if (!removed) throw new Problem(404, `没有第 ${id} 号沿革事项（no such event of the lineage）`)
    return c.json({ removed })
  })

/** What is wrong with an event whatever is known already. */
const strange =
  (events: readonly LineageEvent[], now: Date) =>
  (event: LineageEvent, i: number): ErrorItem[] => {
    const { from, to, on } = event
    const isMadeUp = [...from, ...to].map((id) => id.startsWith('00'))
    const today = now.toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })
    const item = (code: string, message: string): ErrorItem => ({
      code,
      path: `events.${i}`,
      message,
    })
    return [
      ...(isMadeUp.includes(true) && isMadeUp.includes(false)
        ? [item('mixed', '虚构示例与真实机关不能互换（made-up and real never mix）')]
        : []),
      ...(on > today ? [item('future', `${on}：日期尚未到来（the day has not come yet）`)] : []),
      ...(events.slice(0, i).some((other) => isSame(other, event))
        ? [item('repeated', '与前面的一项相同（the same as one before）')]
        : []),
    ]
  }

function refuse(errors: readonly ErrorItem[]): void {
  if (errors.length === 0) return
  throw new Problem(
    422,
    '沿革中有不能接受的事项，未写入任何内容（events that cannot be; nothing was written）',
    errors,
  )
}

function refusal(why: Refusal, events: readonly LineageEvent[]): Problem {
  if ('unknown' in why) {
    const paths = why.unknown.map((id) => ({
      id,
      at: events.findIndex(({ from, to }) => from.includes(id) || to.includes(id)),
    }))
    return new Problem(
      422,
      '沿革中有未登记的行政机关，未写入任何内容；请先导入名册（bureaus that are not registered; nothing was written: bring in the roster first）',
      paths.map(({ id, at }) => ({ code: 'unknown_bureau', path: `events.${at}`, message: id })),
    )
  }
  return new Problem(
    422,
    '这些事项与已有的沿革合不成一体，未写入任何内容（these events make no sense with those known; nothing was written）',
    why.faults.map(({ fault, event }) => {
      const at = events.indexOf(event)
      const { zh, en } = lineageFaults[fault]
      return {
        code: fault,
        path: at === -1 ? 'events' : `events.${at}`,
        message: `${zh}（${en}）：${said(event)}`,
      }
    }),
  )
}

/** `2019-03-01 合并 410307-0001、410307-0002 → 410307-0003`, so that one that is known is told too. */
const said = ({ kind, on, from, to }: LineageEvent): string =>
  `${on} ${lineageKinds[kind].zh} ${from.join('、')} → ${to.join('、')}`
