import type { Db } from '#worker/db/client.ts'
import { selectPeerValues } from '#worker/db/rankings.ts'
import { ranking, selectAreaRates, selectRateTrend, selectRates } from '#worker/db/rates.ts'
import { selectBureausById } from '#worker/db/bureaus.ts'
import { selectCountrySpread, selectGroupSpread } from '#worker/db/spreads.ts'
import { selectTotals } from '#worker/db/totals.ts'
import { testYear } from './roster.ts'

/** Culture and tourism of all counties; see core/roster. */
const counties = { scope: 0, level: 4, sector: 4, from: 1_000_000, to: 99_999_999 }
const wanted = { figure: 'licences_decided', year: testYear } as const
const disclosed = { indicator: 'disclosure_rate', year: testYear } as const
const country = { scope: 'own', years: [testYear] } as const
const figures = ['requests_new.total'] as const

/** Queries of worker/db that no route answers yet, by the name under /bench/. */
export const queries: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
  ranking: (db) => selectPeerValues(db, counties, wanted),
  rates: async (db) => ranking(await selectRates(db, counties, disclosed)),
  spread: (db) => selectGroupSpread(db, counties, { measure: wanted.figure, year: testYear }),
  'country-spread': (db) =>
    selectCountrySpread(db, { measure: wanted.figure, year: testYear, scope: 'own' }),
  'country-rates': (db) =>
    selectCountrySpread(db, { measure: disclosed.indicator, year: testYear, scope: 'own' }),
  provinces: (db) => selectTotals(db, { ...country, figures, areas: { inside: null } }),
  prefectures: (db) => selectTotals(db, { ...country, figures, areas: { inside: '410000' } }),
  'sector-provinces': (db) =>
    selectTotals(db, {
      ...country,
      figures,
      areas: { inside: null },
      sector: 'culture_tourism',
      level: 'county',
    }),
  'area-rates': (db) =>
    selectAreaRates(db, { ...country, indicators: [disclosed.indicator], areas: { inside: null } }),
  'rate-trend': async (db) => {
    const bureaus = await selectBureausById(db, ['410307-0003'])
    return selectRateTrend(db, { bureaus, indicators: [disclosed.indicator] })
  },
}
