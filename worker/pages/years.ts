import type { Context } from 'hono'
import type { Env } from '../env.ts'

/** The range that `?from=&to=` asks for; `invalid` where it asks for something that is no range. */
export interface Years {
  readonly from: number | undefined
  readonly to: number | undefined
  readonly invalid: boolean
}

export function yearsOf(c: Context<Env>): Years {
  const [from, to] = [c.req.query('from') ?? '', c.req.query('to') ?? '']
  const valid = [from, to].every((text) => text === '' || /^\d{4}$/.test(text))
  const range = { from: Number(from) || undefined, to: Number(to) || undefined }
  const ordered = (range.from ?? 0) <= (range.to ?? 9999)
  return valid && ordered
    ? { ...range, invalid: false }
    : { from: undefined, to: undefined, invalid: true }
}
