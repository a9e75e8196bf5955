import { expect } from 'vitest'
import { type Answer, getJson, number, post, publish } from './collection.ts'

/** Counties that nothing else is in: the sums of each are those of one case. */
let next = 10
const newCounty = (): string => `42${next++}21`

/** A case's bureaus by their letters, in a county of its own; d lies in another. */
export interface Place {
  readonly county: string
  readonly other: string
}

export const idOf = ({ county, other }: Place, letter: string): string =>
  `${letter === 'd' ? other : county}-${String('abcd'.indexOf(letter) + 1).padStart(4, '0')}`

export const letterOf = (id: string): string => 'abcd'[Number(id.slice(-4)) - 1] ?? '?'

/** `a b c+`: bureaus to be registered, those with + as whole areas. */
export async function newPlace(letters: string): Promise<Place> {
  const place = { county: newCounty(), other: newCounty() }
  const bureaus = letters.split(' ').map((word) => {
    const id = idOf(place, word[0] ?? '')
    return {
      id,
      division: id.slice(0, 6),
      divisionName: `${id.slice(2, 4)}县`,
      name: `${id.slice(0, 6)}${word[0]}局`,
      level: 'county',
      sector: 'other',
      scope: word.endsWith('+') ? 'area' : 'own',
      kind: 'bureau',
      aliases: [],
    }
  })
  expect((await post('/bureaus', { bureaus })).status).toBe(200)
  return place
}

/** `a2018=3 b2019=?`: licences of reports to be published; `?` is a blank cell. */
export async function report(place: Place, text: string): Promise<void> {
  for (const [, letter = '', year = '', value = ''] of text.matchAll(/(\w)(\d{4})=(\S+)/g)) {
    const cell = value === '?' ? { state: 'blank', raw: '' } : number(Number(value))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish({
      bureau: { id: idOf(place, letter) },
      year: Number(year),
      cells: { licences_decided: cell, norms_valid: number(7) },
    })
  }
}

/** `2019-03-01 merged a+b→c; …`. */
export async function happen(place: Place, text: string): Promise<void> {
  const ids = (letters = ''): string[] =>
    (letters.match(/\w/g) ?? []).map((one) => idOf(place, one))
  const events = text.split('; ').map((part) => {
    const [, on, kind, from, to] = /(\S+) (\S+) (.*)→(.*)/.exec(part) ?? []
    return { kind, on, document: '某政发〔2020〕1号', from: ids(from), to: ids(to) }
  })
  expect((await post('/lineage', { events })).status).toBe(200)
}

export const seriesOf = (place: Place, letters: string, more: string): Promise<Answer> =>
  getJson(
    `/api/v1/series?figure=licences_decided&bureau=${letters
      .split(' ')
      .map((letter) => idOf(place, letter))
      .join()}${more}`,
  )

/** `c: 2018 3 a+b, 2019 not_held a+b; …` */
export const told = ({ series }: Answer): string =>
  series
    .map(({ bureau, points }: Answer) => {
      const years = points.map(({ year, value, state, parts }: Answer) =>
        [year, value ?? state, parts?.map((part: Answer) => letterOf(part.bureau)).join('+')]
          .filter((word) => word !== undefined)
          .join(' '),
      )
      return `${letterOf(bureau)}: ${years.join(', ')}`
    })
    .join('; ')
