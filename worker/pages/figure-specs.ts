import { isFigureId } from '#core/catalog/index.ts'
import { areaLine, setApart } from '#core/chart/area.ts'
import { type BarsSpec, barsSpec } from '#core/chart/bars.ts'
import { type Hue, hueOf } from '#core/chart/hue.ts'
import { rateSpec } from '#core/chart/relative.ts'
import { type Credit, type LineSpec, creditOf } from '#core/chart/spec.ts'
import { type StripSpec, stripSpec } from '#core/chart/strip.ts'
import { figuresOf } from '#core/indicator/indicators.ts'
import type { Interval } from '#core/indicator/wilson.ts'
import { levelEntries } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { scopeText } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import type { LevelSpread } from '../db/figure-view.ts'
import { isMadeUp } from '../db/outline.ts'
import { type AreaValue, type FigureAnswer, measureName, unitOf } from './figure-answer.ts'
import type { FigureAsked, MeasureId } from './figure-asked.ts'
import { nameOf } from './view.ts'

/** What every picture of the page is of. */
export interface FigureShown {
  readonly lang: Lang
  readonly measure: MeasureId
  readonly asked: FigureAsked
  readonly answer: FigureAnswer
  readonly credit: Credit
}

const hueFor = (id: MeasureId): Hue =>
  hueOf(isFigureId(id) ? id : (figuresOf(id)[0] ?? 'requests_new.total'))

/** `河南省`, or `河南省（县级、教育）` where only bureaus of one level or sector are added up. */
export function placeText(
  lang: Lang,
  { asked: { scope, level, sector }, answer }: Pick<FigureShown, 'asked' | 'answer'>,
): string {
  const place = nameOf(lang, answer.place)
  // Of whole areas the level is said with the scope.
  if (scope === 'area') return place
  const peers = [level && levelEntries[level], sectors.find(({ id }) => id === sector)]
  const names = peers.flatMap((entry) => (entry ? [inLang(lang, entry)] : []))
  if (names.length === 0) return place
  return lang === 'zh' ? `${place}（${names.join('、')}）` : `${place} (${names.join(', ')})`
}

/** Whose reports are told of, and that all is made up. */
const scopeNotes = ({ lang, asked }: FigureShown): string[] => [
  ...(isMadeUp(asked.division) ? [t(lang, 'made_up_note')] : []),
  scopeText(lang, asked),
]

/** The area over the years. */
export function trendSpec(shown: FigureShown): LineSpec {
  const { lang, measure, asked, answer, credit } = shown
  const name = placeText(lang, shown)
  if (isFigureId(measure)) {
    const { scope, level, division } = asked
    const area = { name, madeUp: isMadeUp(division), scope, level, sums: answer.sums }
    return areaLine(lang, measure, area, { credit })
  }
  const points = answer.trend.map(({ year, value }) => ({ year, value, disputed: false }))
  const reports = points.map(({ year }) => ({ year, tables: {}, excerpt: false }))
  const who = t(lang, asked.scope === 'own' ? 'bureaus_of' : 'areas_of', { name })
  const subject = { name: who, scope: 'own' as const, reports, points }
  const spec = rateSpec(lang, measure, [subject], credit)
  const told = {
    notes: [...spec.notes, ...scopeNotes(shown)],
    credit: creditOf(lang, undefined, credit),
  }
  return setApart({ ...spec, ...told }, answer.trend)
}

/** The areas inside it in one year. */
export function partsSpec(shown: FigureShown): BarsSpec {
  const { lang, measure, answer, credit } = shown
  const isLeast = answer.parts.some(({ atLeast }) => atLeast)
  const isFew = answer.parts.some(({ rate }) => rate?.tooFew)
  return barsSpec(
    lang,
    {
      heading: measureName(lang, measure),
      subject: t(lang, 'parts_in', { place: placeText(lang, shown), year: answer.year }),
      unit: unitOf(lang, measure),
      notes: [
        ...scopeNotes(shown),
        ...(isLeast ? [t(lang, 'sums_least')] : []),
        ...(isFew ? [`* ${t(lang, 'few_cases')}`] : []),
        t(lang, 'by_code'),
      ],
      ...(!isFigureId(measure) && { share: true }),
    },
    answer.parts.map((part) => ({
      name: `${nameOf(lang, part.name)}${part.atLeast || part.rate?.tooFew ? '*' : ''}`,
      value: part.value,
      gap: gapOf(lang, part),
      tone: hueFor(measure),
    })),
    credit,
  )
}

/** Why an area has no number, in a word. */
export const gapOf = (lang: Lang, of: AreaValue | undefined): string =>
  t(lang, !of || of.reports === 0 ? 'unheld' : 'no_sum')

/** In the middle of what is known of it. */
const middle = ({ low, high }: Interval): number => Number(((low + high) / 2).toPrecision(6))

/** How the bureaus of the country are spread, by level; null where nothing of it can be shown. */
export function spreadSpec(shown: FigureShown): StripSpec | null {
  const { lang, measure, answer, credit } = shown
  const rows = spreadRows(answer)
  if (!rows.some(({ percentiles }) => percentiles !== null)) return null
  return stripSpec(
    lang,
    {
      heading: measureName(lang, measure),
      subject: t(lang, 'spread_of', { place: placeText(lang, shown), year: answer.year }),
      unit: unitOf(lang, measure),
      notes: [...scopeNotes(shown), t(lang, 'spread_bounds')],
      ...(!isFigureId(measure) && { share: true }),
    },
    rows.map(({ level, n, percentiles }) => ({
      name: levelWord(lang, level),
      hue: hueFor(measure),
      n: n ?? 0,
      percentiles: percentiles && {
        p10: middle(percentiles.p10),
        p25: middle(percentiles.p25),
        p50: middle(percentiles.p50),
        p75: middle(percentiles.p75),
        p90: middle(percentiles.p90),
      },
      own: null,
    })),
    credit,
  )
}

/** Levels of which any report states a number. */
export const spreadRows = ({ spreads }: FigureAnswer): readonly LevelSpread[] =>
  spreads.filter(({ n }) => n !== null && n > 0)

export const levelWord = (lang: Lang, level: LevelSpread['level']): string =>
  level === null ? t(lang, 'all_levels') : inLang(lang, levelEntries[level])
