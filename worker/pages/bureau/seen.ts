import type { FigureId } from '#core/catalog/index.ts'
import type { Lang } from '#core/text/lang.ts'
import type { BureauAsOf } from '../../db/bureaus.ts'
import type { Db } from '../../db/client.ts'
import type { Kin } from '../../db/lineage.ts'
import { selectLinkedTrend } from '../../db/linked.ts'
import type { Release } from '../../db/releases.ts'
import { selectTrend } from '../../db/series.ts'
import { type Seen, seenOf } from '../../routes/bureau-seen.ts'
import type { Asked } from './asked.ts'

interface Wanted {
  readonly lang: Lang
  readonly asked: Asked
  readonly bureau: BureauAsOf
  readonly kin: Kin | null
  readonly figures: readonly FigureId[]
  readonly release: Release | undefined
}

/** What the page shows of a bureau. Two statements. */
export async function selectSeen(
  db: Db,
  { lang, asked, bureau, kin, figures, release }: Wanted,
): Promise<Seen> {
  const { from, to } = asked.years
  const query = { bureaus: [bureau], figures, from, to, release }
  const { reports, series } =
    asked.lineage === 'linked'
      ? await selectLinkedTrend(db, kin, query)
      : await selectTrend(db, query)
  return seenOf(lang, bureau.id, { reports, lines: series })
}
