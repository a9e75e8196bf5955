import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as v from 'valibot'
import { openToAll } from '../answer/open.ts'
import type { Env } from '../env.ts'
import { withLimit, withShortAddress } from '../limit.ts'
import { BureauIdSchema, DivisionSchema, MeasureSchema, YearSchema } from './parameters.ts'

/** The last part of a path, a parameter of that name, which ends so. */
export const file = (name: string, ending: string): string =>
  `:${name}{[^/]+${ending.replaceAll('.', '\\.')}}`

export const before = (ending: string) =>
  v.pipe(
    v.string(),
    v.transform((name) => name.slice(0, -ending.length)),
  )
export const bureauBefore = (ending: string) =>
  v.object({ bureau: v.pipe(before(ending), BureauIdSchema) })

export const yearBefore = (ending: string) =>
  v.object({ bureau: BureauIdSchema, year: v.pipe(before(ending), YearSchema) })

export const areaBefore = (ending: string) =>
  v.object({ division: v.pipe(before(ending), DivisionSchema) })

export const figureBefore = (ending: string) =>
  v.object({ figure: v.pipe(before(ending), MeasureSchema) })

/** The area of the home page; the country where none is set. */
export const homeOf = (c: Context<Env>): string | null => c.env.HOME_DIVISION || null

/** What every file is: open to all, also to those who ask first, and as much work as an answer of the API. */
export const open = [
  openToAll,
  createMiddleware<Env>(async (c, next) => {
    await next()
    c.header('cross-origin-resource-policy', 'cross-origin')
  }),
  withLimit,
  withShortAddress,
] as const
