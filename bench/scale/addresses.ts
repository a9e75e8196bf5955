import type { Group } from './routes.ts'

/** What is asked for, `{word}` standing for what `routes` puts there, with what holds for it besides the bars of every route. */
export interface Address {
  readonly template: string
  /** The reports that the answer needs all of. */
  readonly group?: Group
  /** Answers within 50 ms, but for one request in a hundred. */
  readonly quick?: true
  /** A larger collection has more of what is asked for: its times are not held against those of a small one. */
  readonly grows?: true
}

const api = '/api/v1'
const plain = (...templates: readonly string[]): Address[] =>
  templates.map((template) => ({ template }))

/** A table in its formats: the JSON, and the files of the same rows. */
const inFormats = (path: string, query: string, more: Omit<Address, 'template'> = {}): Address[] =>
  ['', '.csv', '.xlsx'].map((ending) => ({ template: `${api}/${path}${ending}?${query}`, ...more }))

const pages: readonly Address[] = [
  ...plain('/healthz', '/', '/?q=文旅局', '/about', '/docs'),
  ...plain('/b/{bureau}', '/b/{bureau}/{year}', '/embed/b/{bureau}'),
  ...plain('/compare?bureaus={8 bureaus}&figure={figure}'),
  ...['.json', '.csv', '.xlsx'].flatMap((ending) =>
    plain(
      `/b/{bureau}${ending}?figure={50 figures}`,
      `/b/{bureau}/{year}${ending}`,
      `/compare${ending}?bureaus={50 bureaus}&figure={2 figures}`,
    ),
  ),
  ...plain('/b/{bureau}.svg?figure={6 figures}', '/compare.svg?bureaus={8 bureaus}'),
  ...plain('/b/{bureau}.csv-metadata.json'),
]

const search = `${api}/bureaus?q=`

const bureaus: readonly Address[] = [
  ...plain(`${api}/bureaus/{bureau}`, `${api}/bureaus`),
  { template: `${search}{place} 文旅`, quick: true },
  { template: `${search}文旅局`, quick: true },
  { template: `${search}{letter}`, quick: true },
  ...plain(`${search}文旅局&limit=500`, `${api}/bureaus?division={province}&sector={sector}`),
  ...inFormats('bureaus', 'limit=500'),
]

const series: readonly Address[] = [
  ...inFormats('series', 'figure={figure}&bureau={bureau}'),
  { template: `${api}/series?figure={figure}&bureau={50 bureaus}`, quick: true },
  ...inFormats('series', 'figure={2 figures}&bureau={50 bureaus}'),
  ...plain(
    `${api}/series?figure={2 figures}&bureau={50 bureaus}&v={release}`,
    `${api}/series?figure={2 figures}&bureau={50 bureaus}&lineage=linked`,
    `${api}/series?figure={1 rate}&bureau={30 bureaus}`,
    `${api}/series?figure={50 figures}&bureau={2 bureaus}`,
  ),
]

const totals: readonly Address[] = [
  ...plain(`${api}/totals?figure={figure}`),
  { template: `${api}/totals?figure=requests_new.total&by=inside&year={year}`, quick: true },
  ...plain(
    `${api}/totals?figure={figure}&by=inside`,
    `${api}/totals?figure={figure}&by=inside&division={province}`,
    `${api}/totals?figure={figure}&by=inside&year={year}&sector={sector}&level=county`,
    `${api}/totals?figure={figure}&level=township`,
    `${api}/totals?figure={48 figures}&by=inside&limit=500`,
  ),
  ...inFormats('totals', 'figure={rates}&by=inside&limit=500'),
  ...plain(
    `${api}/totals?figure={rates}&by=inside&division={province}&limit=500`,
    `${api}/totals?figure={rates}&by=inside&limit=500&v={release}`,
  ),
  {
    template: `${api}/totals?figure={18 figures}&by=inside&division={province}&level=township&limit=500`,
    group: 'townships of a province',
    grows: true,
  },
]

const cubes = plain(
  `${api}/cube.json-stat`,
  `${api}/cube.json-stat?bureau={50 bureaus}&figure={2 figures}`,
  `${api}/cube.json-stat?figure={rates}&by=inside&year={year}`,
  `${api}/cube.json-stat?figure={50 figures}&v={release}`,
)

const townships = { group: 'townships of a province', grows: true } as const

const groups: readonly Address[] = [
  { template: `${api}/ranking?figure={figure}`, group: 'counties', grows: true },
  { template: `${api}/ranking?figure={figure}&sector={sector}`, group: 'counties', quick: true },
  { template: `${api}/ranking?figure=disclosure_rate&sector={sector}`, group: 'counties' },
  {
    template: `${api}/ranking?figure={figure}&division={province}&level=all&sector=all`,
    group: 'bureaus of a province',
    grows: true,
  },
  ...inFormats(
    'ranking',
    'figure={figure}&level=township&division={province}&limit=500',
    townships,
  ),
  ...['disclosure_rate', 'refused_share', 'disclosure_rate&v={release}'].map((figure) => ({
    template: `${api}/ranking?figure=${figure}&level=township&division={province}&limit=500`,
    ...townships,
  })),
  ...plain(`${api}/spread?figure={figure}`, `${api}/spread?figure=disclosure_rate`),
  { template: `${api}/spread?figure={figure}&sector={sector}`, group: 'counties' },
  { template: `${api}/spread?figure={figure}&bureau={bureau}`, group: 'counties' },
  ...inFormats('spread', 'figure={figure}&sector=township&division={province}', townships),
  {
    template: `${api}/spread?figure=refused_share&sector=township&division={province}`,
    ...townships,
  },
  ...plain(`${api}/spread?figure={figure}&v={release}`),
]

const reports = plain(
  `${api}/reports/{bureau}/{year}`,
  `${api}/reports/{bureau}/{year}?v={release}`,
  `${api}/reports/{bureau}/{year}/revisions/1`,
  `${api}/reports/{bureau}/{year}/diff`,
  `${api}/reports/{first bureau}/{year}/file`,
  `${api}/observations/{bureau}/{year}/{figure}/source`,
  ...['', '.csv', '.xlsx'].map((ending) => `${api}/reports${ending}?limit=100`),
  `${api}/reports?limit=100&v={release}`,
  `${api}/reports?limit=100&division={province}&year={year}`,
)

const lists: readonly Address[] = [
  ...plain(
    `${api}/coverage`,
    `${api}/coverage?division={province}`,
    `${api}/coverage?division={county}`,
    `${api}/coverage?level=county`,
    `${api}/coverage?sector={sector}&level=county`,
    `${api}/coverage?v={release}`,
    `${api}/coverage.csv?division={province}`,
    `${api}/coverage.xlsx?division={province}`,
    `${api}/findings`,
    `${api}/findings?bureau={bureau}`,
    `${api}/findings?limit=500&division={province}&sector={sector}&severity=warning`,
  ),
  ...inFormats('findings', 'limit=500'),
  ...plain(
    `${api}/restatements`,
    `${api}/restatements?bureau={bureau}`,
    `${api}/restatements?limit=500&division={province}&figure={4 figures}`,
  ),
  ...inFormats('restatements', 'limit=500'),
  ...plain(`${api}/changes`, `${api}/changes?since=2020-01-01&limit=500`),
  ...inFormats('changes', 'limit=500'),
]

const sets = plain(
  `${api}/releases`,
  `${api}/releases/{release}`,
  `${api}/releases/{release}/changes`,
  `${api}/releases/{release}/manifest.json`,
  '/data/{release}/{large file}',
  `${api}/datapackage.json`,
  `${api}/catalogue.jsonld`,
  `${api}/dataset.jsonld`,
)

const meanings = plain(
  `${api}/figures.csv`,
  `${api}/crosswalk.csv`,
  `${api}/glossary.csv`,
  `${api}/figures`,
  `${api}/crosswalk`,
  `${api}/glossary.json`,
  `${api}/columns.json`,
  `${api}/openapi.json`,
  `${api}/figures.xlsx`,
  `${api}/reports.csv-metadata.json`,
  '/schema/2021.json',
  '/schema/2021.xlsx',
)

/** Every route of the public, in its default form and in the largest that it allows. */
export const addresses: readonly Address[] = [
  ...pages,
  ...bureaus,
  ...series,
  ...totals,
  ...cubes,
  ...groups,
  ...reports,
  ...lists,
  ...sets,
  ...meanings,
]
