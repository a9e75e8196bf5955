import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { Label } from '#core/catalog/table.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { type Cube, cubeJson } from '../answer/json-stat.ts'
import { meta } from '../answer/meta.ts'
import { addressOf } from '../answer/origin.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { areaCube } from './cube-areas.ts'
import { bureauCube } from './cube-bureaus.ts'
import { BureauListSchema, LangSchema, MeasureListSchema } from './parameters.ts'
import { isFew, tooMany } from './series-size.ts'
import { TotalsQuery } from './totals-answer.ts'

const { limit: _limit, cursor: _cursor, ...ofTotals } = TotalsQuery.entries

/** Of bureaus where `bureau` is given, else sums of areas, with what /totals takes. */
export const CubeQuery = v.pipe(
  v.object({
    ...ofTotals,
    figure: v.optional(MeasureListSchema, 'licences_decided,penalties_decided,requests_new.total'),
    bureau: v.optional(BureauListSchema),
    lang: LangSchema,
  }),
  v.forward(
    v.check(
      ({ from = 0, to = 9999 }) => from <= to,
      'from 不应晚于 to（from must not be later than to）',
    ),
    ['from'],
  ),
  v.forward(
    v.check(({ figure, bureau = [] }) => isFew(figure, bureau), tooMany),
    ['figure'],
  ),
)

export const cubes = new Hono<Env>().get('/', valid('query', CubeQuery), async (c) => {
  const { bureau, ...asked } = c.req.valid('query')
  const source = bureau ? await bureauCube(c, { ...asked, bureau }) : await areaCube(c, asked)
  return c.json(await dataset(c, asked.lang, source))
})

/** The answer as a JSON-stat 2.0 dataset; what every answer says of itself stands in its extension. */
async function dataset(c: Context<Env>, lang: Lang, source: Cube) {
  const cells = cubeJson(source)
  const missing = cells.value.filter((value) => value === null).length
  const told = await meta(c, { ...source, missing })
  return {
    version: '2.0',
    class: 'dataset',
    href: addressOf(c),
    label: inLang(lang, source.label),
    source: told.source,
    ...(told.updated === null ? {} : { updated: told.updated }),
    note: [inLang(lang, note)],
    ...cells,
    extension: {
      licence: told.licence,
      data_version: told.data_version,
      release: told.release,
      coverage: told.coverage,
      n_missing: told.n_missing,
    },
  }
}

const note: Label = {
  zh: 'value 为 null 表示没有数字，从不以 0 代替，原因见 status：not_held 未收录该年报告，其余同 /api/v1/columns.json 的 state。有数字而 status 为 disputed 的，所属的合计式不成立，照原文刊载；为 at_least 的，合计可能有遗漏，只是下限。',
  en: 'A value of null is no number, never 0; status says why: not_held, no report of that year is in the collection; the others as for state in /api/v1/columns.json. A number with the status disputed is part of a sum that does not hold, and stands as printed; with at_least it is a sum that may leave something out: a lower bound.',
}
