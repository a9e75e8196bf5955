import type { FigureId } from '#core/catalog/index.ts'
import type { LineOptions } from '#core/chart/options.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { type KnownBureau, selectKnownBureau } from '../../db/bureau-page.ts'
import { type BureauAsOf, type BureauEntry, selectBureau } from '../../db/bureaus.ts'
import type { Db } from '../../db/client.ts'
import { groupOf } from '../../db/group.ts'
import { type Kin, selectLineage } from '../../db/lineage.ts'
import { type PeerMedians, selectMedians } from '../../db/medians.ts'
import { flagsOf } from '../../routes/lineage-flags.ts'
import { type View, isBehind } from '../view.ts'
import type { Asked } from './asked.ts'
import { neededFigures } from '#core/chart/bureau-charts.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { Seen } from '../../routes/bureau-seen.ts'
import { selectSeen } from './seen.ts'
import { mainFigures } from './subject.ts'

export interface Known extends Omit<KnownBureau, 'bureau'> {
  readonly bureau: BureauAsOf
  /** As it is now, where the page is of a release. */
  readonly now: BureauEntry
}

/** One statement, or two of a release. */
export async function selectKnown(
  db: Db,
  id: string,
  { release }: View,
): Promise<Known | undefined> {
  if (!release) {
    const known = await selectKnownBureau(db, id)
    return known && { ...known, now: known.bureau }
  }
  const [bureau, now] = await Promise.all([selectBureau(db, id, release), selectBureau(db, id)])
  return bureau && now && { bureau, now, names: [], hasKin: false, restated: [] }
}

export interface Found {
  readonly seen: Seen
  readonly kin: Kin | null
  readonly medians: PeerMedians | null
  readonly restated: Known['restated']
  readonly coverage: Coverage
  readonly notices: readonly string[]
}

/** Three statements at most. */
export async function selectFound(
  db: Db,
  view: View,
  { bureau, hasKin, restated }: Known,
  asked: Asked,
): Promise<Found> {
  const { lang, release, version } = view
  const figures = [...new Set([...neededFigures(asked), ...mainFigures])]
  const kin = hasKin ? await selectLineage(db, [bureau.key]) : null
  const seen = await selectSeen(db, { lang, asked, bureau, kin, figures, release })
  const hasPeers = asked.median && !hasKin && !isBehind(view)
  const medians = hasPeers ? await selectPeers(db, bureau, asked, seen) : null
  return {
    seen,
    kin,
    medians,
    restated,
    coverage: coverageOf(bureau, seen, asked.years, (release ?? version)?.at ?? null),
    notices: [...(hasKin ? [] : noKin(lang, asked)), ...medianNotices(view, asked, medians)],
  }
}

const noKin = (lang: Lang, { lineage }: Asked): string[] =>
  lineage === 'linked' ? [t(lang, 'lineage_none')] : []

const selectPeers = (db: Db, bureau: BureauAsOf, asked: Asked, { held }: Seen) =>
  selectMedians(db, peersOf(bureau), {
    measures: medianFigures(asked),
    years: held.map(({ year }) => year),
  })

const peersOf = ({ division, level, sector, scope }: BureauAsOf) =>
  groupOf({ division: division.code, level, sector, scope })

/** Lines only: bars have no median. */
const medianFigures = ({ figures }: Asked): readonly FigureId[] =>
  figures.length > 0
    ? figures
    : ['licences_decided', 'penalties_decided', 'coercion_decided', 'fees_collected_wan']

function medianNotices(view: View, { median }: Asked, medians: PeerMedians | null): string[] {
  const { lang } = view
  if (!medians) return median ? [t(lang, isBehind(view) ? 'counts_behind' : 'median_kin')] : []
  const some = medians.medians.some(({ value }) => value !== null)
  return medians.place && some
    ? [t(lang, 'median_note', { place: inLang(lang, medians.place) })]
    : [t(lang, 'median_none')]
}

/** What the line of a figure is drawn with, beside its axis. */
export function lineOptions(
  lang: Lang,
  id: string,
  { scale, lineage }: Asked,
  { kin, medians, restated }: Found,
): (figure: FigureId) => LineOptions {
  const flags = flagsOf(lang, kin, id, lineage)
  return (figure) => {
    const own = (medians?.medians ?? []).filter(({ measure }) => measure === figure)
    const values = Object.fromEntries(own.map(({ year, value }) => [year, value]))
    const hasMedian = own.some(({ value }) => value !== null)
    return {
      scale,
      flags,
      restated: restated.flatMap((one) => (one.figure === figure ? one.year : [])),
      ...(hasMedian && { reference: { name: t(lang, 'median_name'), values } }),
    }
  }
}
