import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { Label } from '#core/catalog/table.ts'
import { directionOf } from '#core/indicator/addition.ts'
import { indicators } from '#core/indicator/indicators.ts'
import type { Rank } from '#core/indicator/rank.ts'
import type { ColumnId } from '#core/text/columns.ts'
import { meta } from '../answer/meta.ts'
import { cursorText, linkNext } from '../answer/paging.ts'
import type { Row, Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import { type BureauAsOf, selectBureausByKey } from '../db/bureaus.ts'
import { tooSmall } from '../db/spreads.ts'
import { type Standing, selectStandings } from '../db/standings.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { bureauJson, bureauRow } from './bureaus.ts'
import { measureColumns, measureJson, rateColumns, rateJson, rateReason } from './measures.ts'
import { LimitSchema, cursor } from './parameters.ts'
import {
  groupJson,
  groupOf,
  keptOf,
  peersJson,
  peersOf,
  peersParameters,
  requireSmall,
} from './peers.ts'
import { coverageOf, divisionOf, placeOf, yearOf } from './place.ts'

export const RankingQuery = v.object({
  ...peersParameters,
  limit: LimitSchema,
  cursor: v.optional(v.pipe(cursor(/^\d{1,6}$/), v.transform(Number))),
})

type RankingAsked = v.InferOutput<typeof RankingQuery>

/** A report of the page; `rank` where it has a place. */
interface Line extends Standing {
  readonly rank?: Rank
}

/** A page of the group in its order, those without a place after the others. Five statements. */
async function rankingAnswer(c: Context<Env>, asked: RankingAsked) {
  const peers = peersOf(asked)
  requireSmall(peers, divisionOf(asked))
  const place = await placeOf(c, asked, { kept: keptOf(peers, divisionOf(asked)) })
  const year = yearOf(place, asked.year)
  const { ranked, unranked, spread, refused } = await selectStandings(
    c.var.db,
    groupOf(peers, place),
    { measure: asked.figure, year, release: place.release?.seq },
  )
  const size = ranked.length + unranked.length
  const [from, to] = [asked.cursor ?? 0, (asked.cursor ?? 0) + asked.limit]
  const page: readonly Line[] = [
    ...ranked.slice(from, to),
    ...unranked.slice(Math.max(0, from - ranked.length), Math.max(0, to - ranked.length)),
  ]
  const keys = page.map(({ bureau }) => bureau)
  const bureaus = await selectBureausByKey(c.var.db, keys, place.release)
  const lines = page.flatMap((line) => {
    const bureau = bureaus.get(line.bureau)
    return bureau ? [{ bureau, line }] : []
  })
  const counted = coverageOf(place, year)
  const next = to < size ? to : null
  linkNext(c, next)
  return {
    place,
    peers,
    year,
    size,
    spread,
    refused,
    lines,
    next,
    ranked: ranked.length,
    told: {
      coverage: counted ?? { expected: null, received: size, missing_count: null },
      missing: page.filter(({ value }) => value === null).length,
    },
  }
}

const noDirection: Label = {
  zh: '数值大小只说明工作量或构成，不表示优劣',
  en: 'More is neither better nor worse: it says how much there was to do',
}
const directions = {
  none: noDirection,
  more: { zh: '数值越大越好', en: 'More is better' },
  less: { zh: '数值越小越好', en: 'Less is better' },
} as const

/** Reports of a group of bureaus in the order of a figure or rate, each with the range of places it may have. */
export const ranking = new Hono<Env>().get('/', valid('query', RankingQuery), async (c) => {
  const asked = c.req.valid('query')
  const answer = await rankingAnswer(c, asked)
  const { place, peers, year, size, spread, refused, lines, told } = answer
  const direction = directionOf(asked.figure)
  return c.json({
    meta: await meta(c, told),
    query: { figure: asked.figure, year, ...peersJson(peers, place) },
    figure: measureJson(asked.figure),
    group: groupJson(peers, place, size),
    direction: { id: direction, ...directions[direction] },
    reason: refused,
    spread: { ...spread, reason: spread.percentiles === null ? (refused ?? tooSmall) : null },
    ranked_count: answer.ranked,
    unranked_count: size - answer.ranked,
    ranked: lines.flatMap((one) =>
      one.line.rank ? [{ rank: one.line.rank, ...lineJson(one) }] : [],
    ),
    unranked: lines.flatMap((one) =>
      one.line.rank ? [] : [{ ...lineJson(one), reason: whyUnranked(one.line, refused) }],
    ),
    next_cursor: cursorText(answer.next),
  })
})

interface Named {
  readonly bureau: BureauAsOf
  readonly line: Line
}

const lineJson = ({ bureau, line: { value, state, rate, interval } }: Named) => ({
  bureau: bureauJson(bureau),
  value,
  state,
  ...rateJson(rate),
  // That of a figure is the figure itself.
  interval,
  missing: rate?.missing ?? [],
})

const noNumber: Label = {
  zh: '报告在此项没有数字，或没有此项',
  en: 'The report has no number here, or no such item',
}

/** Why a report has no place. */
function whyUnranked({ rate, value }: Line, refused: Label | null): Label | null {
  if (!rate) return value === null ? noNumber : refused
  return rateReason(rate) ?? (rate.tooFew ? tooFewOf(rate.indicator) : refused)
}

function tooFewOf(id: keyof typeof indicators): Label {
  const { minN } = indicators[id]
  return {
    zh: `分母不足 ${minN}，太少，不排名次`,
    en: `Too few: the denominator is below ${minN}`,
  }
}

export const rankingColumns = [
  'id',
  'bureau',
  'name',
  'name_en',
  'division',
  'division_name',
  'level',
  'sector',
  'scope',
  'made_up',
  'year',
  'figure',
  'label',
  'label_en',
  'unit',
  'rank_from',
  'rank_to',
  'rank_of',
  'value',
  'state',
  'reason',
  'numerator',
  'denominator',
  'low',
  'high',
  'version',
] as const satisfies readonly ColumnId[]

/** The same for files: a row for each report of the group, those without a place at the end. */
export async function rankingTable(c: Context<Env>, asked: RankingAsked): Promise<Table> {
  const { year, lines, refused, told } = await rankingAnswer(c, asked)
  const common: Row = {
    year,
    ...measureColumns(asked.figure),
    version: await versionText(c),
  }
  return {
    ...told,
    columns: rankingColumns,
    rows: lines.map(({ bureau, line }) => ({
      id: `${bureau.id}/${year}/${asked.figure}`,
      ...bureauRow(bureau),
      ...common,
      rank_from: line.rank?.from ?? null,
      rank_to: line.rank?.to ?? null,
      rank_of: line.rank?.of ?? null,
      value: line.value,
      state: line.state,
      reason: line.rank ? '' : (whyUnranked(line, refused)?.zh ?? ''),
      ...rateColumns(line.rate),
    })),
  }
}
