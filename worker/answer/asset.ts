import type { Context } from 'hono'
import type { Column, ColumnId } from '#core/text/columns.ts'
import type { CrosswalkList, FigureList } from '#core/text/figure-list.ts'
import type { FigureNotes } from '#core/text/figure-notes.ts'
import type { Glossary } from '#core/text/glossary.ts'
import type { Env } from '../env.ts'

/** Lists that stand beside the Worker, among the static files: few answers need their words. */
interface Assets {
  /** What the columns of files mean. */
  readonly columns: Readonly<Record<ColumnId, Column>>
  readonly figures: FigureList
  readonly crosswalk: CrosswalkList
  readonly glossary: Glossary
  readonly 'notes.zh': FigureNotes
  readonly 'notes.en': FigureNotes
}

/** One of those lists. Throws TypeError where the front end was built without it. */
export async function asset<Name extends keyof Assets>(
  c: Context<Env>,
  name: Name,
): Promise<Assets[Name]> {
  const found = await c.env.ASSETS.fetch(new URL(`/${name}.json`, c.req.url))
  if (!found.ok) throw new TypeError(`${name}.json is not among the static files: ${found.status}`)
  return found.json()
}
