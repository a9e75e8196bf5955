import type { DatabaseSync } from 'node:sqlite'
import type { NewBureau } from '#core/roster/bureau.ts'
import { gramsOf } from '#core/roster/grams.ts'
import { searchText } from '#core/roster/names.ts'
import { areaSize } from '#worker/db/search.ts'
import { bulk } from './bulk.ts'
import type { Place } from './roster.ts'

/** Writes what finds bureaus by parts of their names. The roster is in the order of ids. */
export function writeNames(
  db: DatabaseSync,
  roster: readonly NewBureau[],
  places: readonly Place[],
): void {
  const nameOf = new Map(places.map(({ code, name }) => [code, name]))
  const holders = new Map<string, number[]>()
  const search = bulk(db, 'bureau_search', 'place bureau search')
  for (const [i, { id, name, aliases, sector, division }] of roster.entries()) {
    const divisionNames = codesAbove(division).flatMap((code) => nameOf.get(code) ?? [])
    const named = { name, otherNames: aliases, nameEn: null, sector, division, divisionNames }
    const text = searchText(named)
    const place = placeOf(id)
    search.add(place, i + 1, text)
    for (const gram of gramsOf(text)) {
      const list = holders.get(gram)
      if (list) list.push(place)
      else holders.set(gram, [place])
    }
  }
  search.end()
  writeGrams(db, holders)
}

function writeGrams(db: DatabaseSync, holders: ReadonlyMap<string, readonly number[]>): void {
  const gram = bulk(db, 'gram_area', 'gram area places')
  const count = bulk(db, 'gram_count', 'gram n')
  for (const text of [...holders.keys()].toSorted()) {
    const places = holders.get(text) ?? []
    for (const [area, own] of Map.groupBy(places, (place) => Math.floor(place / areaSize)))
      gram.add(text, area, JSON.stringify(own.map((place) => place % areaSize)))
    count.add(text, places.length)
  }
  gram.end()
  count.end()
}

const codesAbove = (code: string): string[] => [
  ...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]),
]

/** 410307-0012 is 410307000012: there are no zones in this roster. */
const placeOf = (id: string): number => Number(id.slice(0, 6)) * 1_000_000 + Number(id.slice(-4))
