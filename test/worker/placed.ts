import { env } from 'cloudflare:test'
import type { Level, Scope } from '#core/roster/bureau.ts'
import { groupOf, totalKeys } from '#worker/db/group.ts'

/** A bureau of a collection. */
export interface Placed {
  readonly division: string
  readonly level: Level
  readonly sector: 'culture_tourism' | 'education'
  readonly scope: Scope
  readonly rostered: boolean
  readonly begins: number | null
  readonly ended: number | null
  readonly succeeded: boolean
  /** Years with a published report. */
  readonly years: readonly number[]
}

/** One of a roster that has not reported, unless told otherwise. */
export const bureau: Placed = {
  division: '410307',
  level: 'county',
  sector: 'education',
  scope: 'own',
  rostered: true,
  begins: null,
  ended: null,
  succeeded: false,
  years: [],
}

export const idOf = ({ division }: Placed, i: number): string =>
  `${division}-${String(i + 1).padStart(4, '0')}`

/** Stands in a roster, and is there in the year. */
export const isExpected = ({ rostered, begins, ended }: Placed, year: number): boolean =>
  rostered && (begins ?? 0) <= year && year < (ended ?? 9999)

/** Its figures stand in another's report: not there yet, or succeeded. */
export const standsAside = ({ begins, ended, succeeded }: Placed, year: number): boolean =>
  (begins !== null && year < begins) || (ended !== null && succeeded && year >= ended)

const run = (sql: string, json: string) => env.DB.prepare(sql).bind(json)

/** Writes bureaus and their reports as rosters, lineage and publishing do. */
export async function collect(bureaus: readonly Placed[]): Promise<void> {
  const codes = [...new Set(bureaus.map(({ division }) => division))]
  const sums = new Map<string, number>()
  const add = (key: readonly unknown[], n: number) =>
    sums.set(key.join(), (sums.get(key.join()) ?? 0) + n)
  const reports: unknown[] = []
  for (const [i, own] of bureaus.entries()) {
    const group = groupOf(own)
    for (const key of totalKeys(group).map((area) => [group.scope, ...area])) {
      if (own.rostered) add(['expected', own.begins ?? 0, ...key], 1)
      if (own.rostered && own.ended !== null) add(['expected', own.ended, ...key], -1)
      for (const year of own.years.filter((one) => !standsAside(own, one))) {
        add(['reports', year, ...key], 1)
        add(['listed', year, ...key], Number(isExpected(own, year)))
      }
    }
    for (const year of own.years) reports.push([i + 1, year, Number(standsAside(own, year))])
  }
  const rows = [...sums].map(([key, n]) => [...key.split(','), n])
  const of = (kind: string) => JSON.stringify(rows.filter(([own]) => own === kind))
  const key = [1, 2, 3, 4, 5, 6].map((at) => `CAST(value ->> ${at} AS INTEGER)`).join()
  await env.DB.batch([
    run(
      'INSERT OR IGNORE INTO division (code, name) SELECT value, value FROM json_each(?)',
      JSON.stringify(codes),
    ),
    run(
      `INSERT INTO bureau (key, id, division, name, level, sector, scope, kind, rostered, begins, ended, succeeded)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 1, value ->> 3, value ->> 4, value ->> 5, 'bureau',
          value ->> 6, value ->> 7, value ->> 8, value ->> 9 FROM json_each(?)`,
      JSON.stringify(
        bureaus.map((own, i) => [
          i + 1,
          idOf(own, i),
          own.division,
          own.level,
          own.sector,
          own.scope,
          Number(own.rostered),
          own.begins,
          own.ended,
          Number(own.succeeded),
        ]),
      ),
    ),
    run(
      `INSERT INTO report (id, bureau, year, excerpt, counted, aside) SELECT key + 1, value ->> 0, value ->> 1, 0, 1,
        value ->> 2 FROM json_each(?)`,
      JSON.stringify(reports),
    ),
    run(
      `INSERT INTO revision (id, report, number, state, digest, file_name, file_hash, excerpt, tables, cells, created_at)
        SELECT key + 1, key + 1, 1, 'published', 'x', 'a', 'x', 0, '{}', '[]', '' FROM json_each(?)`,
      JSON.stringify(reports),
    ),
    run('UPDATE report SET published = id WHERE ?1 IS NOT NULL', ''),
    run(
      `INSERT INTO expected (year, scope, depth, level, sector, division, since, change)
        SELECT ${key}, 1, value ->> 7 FROM json_each(?) WHERE value ->> 7 <> 0`,
      of('expected'),
    ),
    run(
      `INSERT INTO received (year, scope, depth, level, sector, division, since, reports, disclosure_2019,
          disclosure_2021, disclosure_unknown, requests_2019, requests_2021, requests_unknown, reviews)
        SELECT ${key}, 1, value ->> 7, 0, 0, 0, 0, 0, 0, 0 FROM json_each(?)`,
      of('reports'),
    ),
    run(
      `UPDATE received SET listed = j.value ->> 7 FROM json_each(?) j WHERE (year, scope, depth, level, sector, division)
        = (${key.replaceAll('value', 'j.value')})`,
      of('listed'),
    ),
  ])
}
