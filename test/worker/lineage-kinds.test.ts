import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { figure as figureOf } from '#core/catalog/index.ts'
import { type Answer, prepare } from './collection.ts'
import { type Place, happen, letterOf, newPlace, report, seriesOf, told } from './lineage-places.ts'

beforeAll(prepare)

/** `2018 3, 2019 5`: what the case's counties have together. */
async function totals({ county, other }: Place): Promise<string> {
  const { results } = await env.DB.prepare(
    `SELECT year, sum(sum) AS sum FROM total WHERE figure = ? AND scope = 0 AND depth = 3 AND level = 0 AND sector = 0
      AND division IN (?, ?) AND until IS NULL GROUP BY year ORDER BY year`,
  )
    .bind(figureOf('licences_decided').key, Number(county) * 100, Number(other) * 100)
    .all<{ year: number; sum: number }>()
  return results.map(({ year, sum }) => `${year} ${sum}`).join(', ')
}

const asideOf = ({ reports }: Answer): string =>
  reports
    .filter(({ aside }: Answer) => aside)
    .map(({ bureau, year }: Answer) => `${letterOf(bureau)}${year}`)
    .join(' ')

const kinds = [
  {
    what: '2020-03-01 renamed a→b',
    reports: 'a2018=1 a2019=2 a2020=9 b2020=3 b2021=4',
    linked: 'a: 2018 1 a, 2019 2 a; b: 2018 1 a, 2019 2 a, 2020 3 b, 2021 4 b',
    separate: 'a: 2018 1, 2019 2, 2020 9; b: 2020 3, 2021 4',
    aside: 'a2020',
    sums: '2018 1, 2019 2, 2020 3, 2021 4',
  },
  {
    what: '2020-03-01 renamed a→a',
    reports: 'a2019=1 a2020=2',
    linked: 'a: 2019 1 a, 2020 2 a',
    separate: 'a: 2019 1, 2020 2',
    aside: '',
    sums: '2019 1, 2020 2',
  },
  {
    what: '2020-03-01 merged a+b→c',
    reports: 'a2018=1 b2018=2 a2019=4 a2020=8 c2020=16',
    linked: 'a: 2018 1 a, 2019 4 a; b: 2018 2 b; c: 2018 3 a+b, 2019 not_held a+b, 2020 16 c',
    separate: 'a: 2018 1, 2019 4, 2020 8; b: 2018 2; c: 2020 16',
    aside: 'a2020',
    sums: '2018 3, 2019 4, 2020 16',
  },
  {
    what: '2020-12-31 merged a+b→a',
    reports: 'a2018=1 b2018=? a2019=2 b2019=4 a2020=8',
    linked: 'a: 2018 not_number a+b, 2019 6 a+b, 2020 8 a; b: 2018 blank b, 2019 4 b',
    separate: 'a: 2018 1, 2019 2, 2020 8; b: 2018 blank, 2019 4',
    aside: '',
    sums: '2018 1, 2019 6, 2020 8',
  },
  {
    what: '2020-03-01 split a→b+c',
    reports: 'a2019=1 a2020=2 b2020=4 c2020=8',
    linked: 'a: 2019 1 a; b: 2020 4 b; c: 2020 8 c',
    separate: 'a: 2019 1, 2020 2; b: 2020 4; c: 2020 8',
    aside: 'a2020',
    sums: '2019 1, 2020 12',
  },
  {
    what: '2020-03-01 split a→a+b',
    reports: 'a2019=1 a2020=2 b2020=4',
    linked: 'a: 2019 1 a, 2020 2 a; b: 2020 4 b',
    separate: 'a: 2019 1, 2020 2; b: 2020 4',
    aside: '',
    sums: '2019 1, 2020 6',
  },
  {
    what: '2020-03-01 abolished a→',
    reports: 'a2019=1 a2020=2',
    linked: 'a: 2019 1 a, 2020 2 a',
    separate: 'a: 2019 1, 2020 2',
    aside: '',
    sums: '2019 1, 2020 2',
  },
  {
    what: '2020-03-01 created →a',
    reports: 'a2019=1 a2020=2',
    linked: 'a: 2020 2 a',
    separate: 'a: 2019 1, 2020 2',
    aside: 'a2019',
    sums: '2020 2',
  },
  {
    what: '2020-03-01 transferred a→b',
    reports: 'a2019=1 b2019=2 a2020=4 b2020=8',
    linked: 'a: 2019 1 a, 2020 4 a; b: 2019 2 b, 2020 8 b',
    separate: 'a: 2019 1, 2020 4; b: 2019 2, 2020 8',
    aside: '',
    sums: '2019 3, 2020 12',
  },
  {
    what: '2021-03-18 moved_division a→d',
    reports: 'a2020=1 a2021=2 d2021=4',
    linked: 'a: 2020 1 a; d: 2020 1 a, 2021 4 d',
    separate: 'a: 2020 1, 2021 2; d: 2021 4',
    aside: 'a2021',
    sums: '2020 1, 2021 4',
  },
  {
    what: '2019-03-01 split b→b+a; 2020-03-01 merged a+c→c',
    reports: 'c2018=1 b2018=2 a2019=4 b2019=8 c2019=16 c2020=32',
    linked: 'a: 2019 4 a; b: 2018 2 b, 2019 8 b; c: 2018 undivided c, 2019 20 c+a, 2020 32 c',
    separate: 'a: 2019 4; b: 2018 2, 2019 8; c: 2018 1, 2019 16, 2020 32',
    aside: '',
    sums: '2018 3, 2019 28, 2020 32',
  },
] as const

test.for(
  kinds.flatMap((one) => [
    { ...one, order: 'known first' },
    { ...one, order: 'told later' },
  ]),
)('$what, $order', async ({ what, reports, linked, separate, aside, sums, order }) => {
  const letters = separate.replaceAll(/:[^;]*;?/g, '')
  const place = await newPlace(letters)
  const steps = [() => happen(place, what), () => report(place, reports)]
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const step of order === 'known first' ? steps : steps.toReversed()) await step()
  const apart = await seriesOf(place, letters, '')
  expect({
    linked: told(await seriesOf(place, letters, '&lineage=linked')),
    separate: told(apart),
    aside: asideOf(apart),
    sums: await totals(place),
  }).toEqual({ linked, separate, aside, sums })
})
