import { figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import type { FigureId } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { type IndicatorId, figuresOf, indicators } from '#core/indicator/indicators.ts'
import { exactly } from '#core/indicator/rank.ts'
import { type Rankable, type Rate, rate } from '#core/indicator/rate.ts'
import { type Spread, spread } from '#core/indicator/spread.ts'
import type { State } from '#core/reading.ts'
import type { Db } from './client.ts'
import { type PeerGroup, type PeerReport, selectPeerReports } from './rankings.ts'
import { type Ranking, ranking } from './rates.ts'

/** What a report of a group states of a figure, or its rate. */
export interface Standing extends Rankable {
  /** Storage key. */
  readonly bureau: number
  /** `undefined`: a rate without a value. */
  readonly state: State | 'undefined'
  /** Null for a figure. */
  readonly rate: Rate | null
}

/** The reports of a group in order: those without a place after the others. */
export interface Standings extends Ranking<Standing> {
  /** Of the values, those of too few cases apart. */
  readonly spread: Spread
  /** Why none of them is held against another. */
  readonly refused: Label | null
}

const anyUnit: Label = {
  zh: '采购总金额的单位各报告不一，不能比较',
  en: 'Printed in whatever unit the bureau chose: not compared',
}
const noInterval: Label = {
  zh: '分子与分母是不同的数，比率没有置信区间，不排名次',
  en: 'A ratio of two different counts has no interval, and no rank',
}

/** Why a figure or rate of one report is not held against another’s. */
export const incomparable = (measure: FigureId | IndicatorId): Label | null =>
  isFigureId(measure) && figureOf(measure).unit === 'printed' ? anyUnit : null

const unranked = (measure: FigureId | IndicatorId): Label | null =>
  !isFigureId(measure) && indicators[measure].kind === 'ratio' ? noInterval : incomparable(measure)

/** Puts the reports of a group in order. Two statements; reads what `selectPeerReports` does. */
export async function selectStandings(
  db: Db,
  group: PeerGroup,
  {
    measure,
    year,
    release,
  }: {
    readonly measure: FigureId | IndicatorId
    readonly year: number
    readonly release?: number | undefined
  },
): Promise<Standings> {
  const figures = isFigureId(measure) ? [measure] : figuresOf(measure)
  const reports = await selectPeerReports(db, group, { figures, years: [year], release })
  const all = reports.map((report) => standing(measure, report))
  const refused = unranked(measure)
  const values = all.flatMap(({ value, tooFew }) => (value === null || tooFew ? [] : [value]))
  return {
    ...(refused ? { ranked: [], unranked: all } : ranking(all)),
    spread: spread(incomparable(measure) ? [] : values),
    refused,
  }
}

function standing(measure: FigureId | IndicatorId, { bureau, observe }: PeerReport): Standing {
  if (isFigureId(measure)) {
    const { value, state } = observe(measure)
    const interval = value === null ? null : exactly(value)
    return { bureau, value, state, interval, tooFew: false, rate: null }
  }
  const own = rate(measure, observe)
  const { value, interval, tooFew } = own
  return {
    bureau,
    value,
    state: value === null ? 'undefined' : 'number',
    interval,
    tooFew,
    rate: own,
  }
}
