import type { Db } from '#worker/db/client.ts'
import { selectPeerValues } from '#worker/db/rankings.ts'
import { selectTotals } from '#worker/db/totals.ts'

/** Culture and tourism of all counties; see core/roster. */
const counties = { scope: 0, level: 4, sector: 4, from: 0, to: 99_999_999 }

/** Queries of worker/db that no route answers yet, by the name under /bench/. */
export const queries: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
  ranking: (db) => selectPeerValues(db, counties, { figure: 'licences_decided', year: 2024 }),
  provinces: (db) =>
    selectTotals(db, {
      figures: ['requests_new.total'],
      years: [2024],
      scope: 'own',
      areas: { inside: null },
    }),
}
