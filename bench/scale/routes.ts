import type { NewBureau } from '#core/roster/bureau.ts'
import { testYear } from './roster.ts'

export interface Route {
  readonly name: string
  /** The address of the n-th request: the same ones at every size. */
  readonly path: (n: number) => string
  /** Bureaus that the answer is about, where it needs a whole group. */
  readonly group?: number
}

const search = (q: (n: number) => string) => (n: number) =>
  `/api/v1/bureaus?q=${encodeURIComponent(q(n))}`

/** What the public asks for. The bureaus are those of the test groups, which every size holds. */
export function routes(group: readonly NewBureau[]): Route[] {
  const fifty = group.slice(0, 50)
  const idOf = (n: number): string => fifty[n % fifty.length]?.id ?? ''
  const ids = (from: number, count: number): string =>
    Array.from({ length: count }, (_, i) => idOf(from + i)).join(',')
  const places = fifty.map(({ name }) => name.slice(0, 2))
  const figure = 'licences_decided'
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
    { name: '/api/v1/bureaus?q=偃师 文旅', path: search((n) => `${places[n % 50] ?? ''} 文旅`) },
    { name: '/api/v1/bureaus?q=文旅局', path: search(() => '文旅局') },
    { name: '/api/v1/bureaus?q=师', path: search((n) => places[n % 50]?.charAt(1) ?? '') },
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
    },
    {
      name: '/api/v1/reports/{bureau}/{year}',
      path: (n) => `/api/v1/reports/${idOf(n)}/${testYear}`,
    },
    { name: 'ranking of all counties', path: () => '/bench/ranking', group: group.length },
    { name: 'country by province', path: () => '/bench/provinces' },
  ]
}
