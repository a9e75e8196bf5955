import type { NewBureau } from '#core/roster/bureau.ts'
import { testYear } from './roster.ts'

export interface Route {
  readonly name: string
  /** The address of the n-th request: the same ones at every size. */
  readonly path: (n: number) => string
  /** Bureaus that the answer is about, where it needs a whole group. */
  readonly group?: number
  /** Answers within 50 ms, but for one request in a hundred. */
  readonly quick?: true
}

const search = (q: (n: number) => string) => (n: number) =>
  `/api/v1/bureaus?q=${encodeURIComponent(q(n))}`

/** What the public asks for. The bureaus are those of the test groups, which every size holds. */
export const routes = (group: readonly NewBureau[]): Route[] => [
  ...bureauRoutes(group.slice(0, 50)),
  ...reportRoutes(group.slice(0, 50)),
  ...queryRoutes(group.length),
]

const figure = 'licences_decided'

/** The one that is cut before anything is asked. */
const release = `${new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }).slice(0, 4)}.1.0`

function bureauRoutes(fifty: readonly NewBureau[]): Route[] {
  const idOf = (n: number): string => fifty[n % fifty.length]?.id ?? ''
  const ids = (from: number, count: number): string =>
    Array.from({ length: count }, (_, i) => idOf(from + i)).join(',')
  const places = fifty.map(({ name }) => name.slice(0, 2))
  return [
    { name: '/healthz (no database)', path: () => '/healthz' },
    { name: '/', path: () => '/' },
    { name: '/b/{bureau}', path: (n) => `/b/${idOf(n)}` },
    { name: '/b/{bureau}/{year}', path: (n) => `/b/${idOf(n)}/${testYear}` },
    {
      name: '/compare, 8 bureaus',
      path: (n) => `/compare?bureaus=${ids(n, 8)}&figure=${figure}`,
    },
    { name: '/api/v1/bureaus/{bureau}', path: (n) => `/api/v1/bureaus/${idOf(n)}` },
    {
      name: '/api/v1/bureaus?q=偃师 文旅',
      path: search((n) => `${places[n % 50] ?? ''} 文旅`),
      quick: true,
    },
    { name: '/api/v1/bureaus?q=文旅局', path: search(() => '文旅局'), quick: true },
    {
      name: '/api/v1/bureaus?q=师',
      path: search((n) => places[n % 50]?.charAt(1) ?? ''),
      quick: true,
    },
    {
      name: '/api/v1/bureaus?division&sector',
      path: (n) => `/api/v1/bureaus?division=${idOf(n).slice(0, 2)}0000&sector=culture_tourism`,
    },
    {
      name: '/api/v1/series, 1 bureau',
      path: (n) => `/api/v1/series?figure=${figure}&bureau=${idOf(n)}`,
    },
    {
      name: '/api/v1/series, 50 bureaus × 10 years',
      path: () => `/api/v1/series?figure=${figure}&bureau=${ids(0, 50)}`,
      quick: true,
    },
    {
      name: '/api/v1/series, linked',
      path: (n) => `/api/v1/series?figure=${figure}&bureau=${idOf(n)}&lineage=linked`,
    },
    {
      name: '/api/v1/series.csv',
      path: (n) => `/api/v1/series.csv?figure=${figure}&bureau=${idOf(n)}`,
    },
  ]
}

function reportRoutes(fifty: readonly NewBureau[]): Route[] {
  const idOf = (n: number): string => fifty[n % fifty.length]?.id ?? ''
  return [
    {
      name: '/api/v1/reports/{bureau}/{year}',
      path: (n) => `/api/v1/reports/${idOf(n)}/${testYear}`,
    },
    {
      name: '/api/v1/reports/{bureau}/{year}?v=',
      path: (n) => `/api/v1/reports/${idOf(n)}/${testYear}?v=${release}`,
    },
    {
      name: '/api/v1/reports/…/revisions/{n}',
      path: (n) => `/api/v1/reports/${idOf(n)}/${testYear}/revisions/1`,
    },
    {
      name: '/api/v1/reports/…/diff',
      path: (n) => `/api/v1/reports/${idOf(n)}/${testYear}/diff`,
    },
    {
      name: '/api/v1/observations/…/source',
      path: (n) => `/api/v1/observations/${idOf(n)}/${testYear}/${figure}/source`,
    },
    { name: '/api/v1/releases', path: () => '/api/v1/releases' },
    { name: '/api/v1/releases/{release}', path: () => `/api/v1/releases/${release}` },
    {
      name: '/api/v1/releases/{release}/changes (one page)',
      path: () => `/api/v1/releases/${release}/changes`,
    },
    { name: '/api/v1/coverage, country', path: () => `/api/v1/coverage?year=${testYear}` },
    {
      name: '/api/v1/coverage, province',
      path: (n) => `/api/v1/coverage?year=${testYear}&division=${idOf(n).slice(0, 2)}0000`,
    },
    {
      name: '/api/v1/coverage, county',
      path: (n) => `/api/v1/coverage?year=${testYear}&division=${idOf(n).slice(0, 6)}`,
    },
  ]
}

/** Queries that no route answers yet. */
const queryRoutes = (size: number): Route[] => [
  { name: 'ranking of all counties', path: () => '/bench/ranking', group: size, quick: true },
  { name: 'rates of all counties, ranked', path: () => '/bench/rates', group: size },
  { name: 'spread of all counties', path: () => '/bench/spread', group: size },
  { name: 'spread of the country (kept)', path: () => '/bench/country-spread' },
  { name: 'spread of rates in the country (kept)', path: () => '/bench/country-rates' },
  { name: 'country by province', path: () => '/bench/provinces', quick: true },
  { name: 'province by prefecture', path: () => '/bench/prefectures' },
  { name: 'a sector by province', path: () => '/bench/sector-provinces' },
  { name: 'rates by province', path: () => '/bench/area-rates' },
  { name: 'rates of a bureau over the years', path: () => '/bench/rate-trend' },
]
