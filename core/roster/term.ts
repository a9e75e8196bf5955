/** When a division stood in the lists of the country, by years at whose end they were drawn up. */
export interface Term {
  readonly code: string
  /** The first year of it; null: before 2008, or in no list. */
  readonly validFrom: number | null
  /** The first year without it; null: still there, or in no list. */
  readonly validTo: number | null
  /** The code that took its place. */
  readonly successor: string | null
}

/** What a name of divisions means in a year. */
export interface Meaning<T> {
  /** Each is another place: where there are several, the name does not say which. */
  readonly likely: readonly T[]
  /** Other places that bore the name, more than a year before or after. */
  readonly unlikely: readonly T[]
}

/**
 * Which of the divisions of one name a report on a year means; without a year, the present ones. A place that has had
 * several codes stands once, by the code of the end of that year. A year on either side is allowed for: offices take a
 * new name weeks or months after, or before, it is in the list. Where the name was nobody's in that year, it is whose it
 * was at any time.
 */
export function meantIn<T extends Term>(places: readonly T[], year = Infinity): Meaning<T> {
  const near = places.filter((place) => distance(place, year) <= 1)
  const possible = near.length > 0 ? near : places
  const likely = possible.filter(
    (place) => !possible.some((other) => isOnePlace(other, place) && isNearer(other, place, year)),
  )
  const unlikely = places.filter(
    (place) => !likely.some((other) => other === place || isOnePlace(other, place)),
  )
  return { likely, unlikely }
}

/** Years between a year and the term of a division; 0 within it. */
function distance({ validFrom, validTo }: Term, year: number): number {
  if (validFrom !== null && year < validFrom) return validFrom - year
  return validTo === null || year < validTo ? 0 : year - validTo + 1
}

const isOnePlace = (a: Term, b: Term): boolean => a.successor === b.code || b.successor === a.code

function isNearer(other: Term, place: Term, year: number): boolean {
  const [theirs, own] = [distance(other, year), distance(place, year)]
  return theirs < own || (theirs === own && place.successor === other.code)
}
