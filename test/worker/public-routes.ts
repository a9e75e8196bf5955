import { app, parts } from '#worker/app.ts'

const loaded = await Promise.all(Object.values(parts).map((part) => part()))

/** `GET /b/:bureau`, and so on: everything that is answered. */
export const routes = [
  ...new Set(
    [app, ...loaded]
      .flatMap((part) => part.routes)
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

const [bureau, other] = ['410307-0001', '410307-0002']
const year = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }).slice(0, 4)
const [first, second] = [`${year}.1.0`, `${year}.2.0`]
const api = '/api/v1'
const figures = 'figure=licences_decided,requests_new.total'
const series = `${figures}&bureau=${bureau},${other}`

/** Answers of rows, by the name of the route; each also as files. */
const tables: Readonly<Record<string, readonly string[]>> = {
  bureaus: [
    '',
    '?q=偃师 甲局 ysqjj&division=410300&sector=other&limit=500',
    '?q=人民政府&after=410307-0001',
  ],
  changes: ['?limit=20', '?since=0&limit=20', '?since=2026-01-01&limit=20'],
  coverage: [
    '',
    '?year=2024',
    '?year=2024&level=county&sector=other&scope=own',
    '?year=2024&division=410300',
    '?year=2024&division=410000&cursor=410307.410307-0001',
    `?v=${first}`,
  ],
  crosswalk: [''],
  figures: [''],
  findings: [
    '?limit=20',
    '?year=2024&division=410300&rule=X-CARRY&limit=20',
    `?bureau=${bureau}&limit=20`,
  ],
  ranking: [
    '?figure=licences_decided',
    `?figure=licences_decided&sector=all&division=410307&v=${first}`,
    '?figure=natural_person_share&year=2024&sector=other',
  ],
  releases: ['', `?cursor=${second}`],
  reports: ['?year=2024&division=410000&limit=20', `?v=${first}&limit=20`],
  restatements: ['?limit=20', '?division=410000&limit=20', `?bureau=${bureau}&year=2023`],
  series: [
    `?${series}`,
    `?${series}&v=${first}`,
    `?${series}&lineage=linked&from=2015&to=2024`,
    `?figure=disclosure_rate,licences_decided&bureau=${bureau}`,
    `?figure=disclosure_rate,licences_decided&bureau=${bureau}&v=${first}`,
  ],
  spread: [
    '?figure=licences_decided',
    `?figure=licences_decided&bureau=${bureau}`,
    `?figure=disclosure_rate&division=410307&sector=other&v=${first}`,
  ],
  totals: [
    '?figure=licences_decided',
    '?figure=licences_decided,natural_person_share&by=inside',
    `?figure=licences_decided&by=inside&division=410000&v=${first}`,
    '?figure=licences_decided&by=inside&division=410300&level=county&sector=other',
  ],
}

const fileEndings = ['csv', 'xlsx', 'csv-metadata.json']

const tableRequests = Object.fromEntries(
  Object.entries(tables).flatMap(([name, queries]) => [
    [`GET ${api}/${name}`, queries.map((query) => `${api}/${name}${query}`)],
    ...fileEndings.map((ending) => [
      `GET ${api}/${name}.${ending}`,
      queries.map((query) => `${api}/${name}.${ending}${query}`),
    ]),
  ]),
)

const viewEndings = ['json', ...fileEndings, 'svg']
const route = (name: string, ending: string): string =>
  `:${name}{[^/]+\\.${ending.replaceAll('.', '\\.')}}`

const viewRequests = Object.fromEntries(
  viewEndings.flatMap((ending) => [
    [
      `GET /b/${route('bureau', ending)}`,
      [
        `/b/${bureau}.${ending}`,
        `/b/${bureau}.${ending}?v=${first}&from=2020`,
        `/b/${bureau}.${ending}?chart=outcomes,reviews`,
      ],
    ],
    [
      `GET /d/${route('division', ending)}`,
      [`/d/410000.${ending}`, `/d/410300.${ending}?scope=area&level=county&v=${first}`],
    ],
    [
      `GET /f/${route('figure', ending)}`,
      [
        `/f/licences_decided.${ending}`,
        `/f/disclosure_rate.${ending}?division=410000&v=${first}`,
        `/f/licences_decided.${ending}?scope=area&level=county&sector=government`,
      ],
    ],
    [`GET /index.${ending}`, [`/index.${ending}`, `/index.${ending}?v=${first}&from=2020`]],
    [`GET /compare.${ending}`, [`/compare.${ending}?bureaus=${bureau},${other}`]],
    [
      `GET /b/:bureau/${route('year', ending)}`,
      [`/b/${bureau}/2024.${ending}`, `/b/${bureau}/2024.${ending}?v=${first}`],
    ],
  ]),
)

/** Every route that the public may ask, by addresses of every kind that it answers. */
export const publicRequests: Readonly<Record<string, readonly string[]>> = {
  'GET /healthz': ['/healthz'],
  'GET /readyz': ['/readyz'],
  'GET /assets/*': ['/assets/nothing.js'],
  'GET /': [
    '/',
    '/?q=偃师 甲局',
    '/?q=局&sector=other&division=410000',
    '/?collection=made-up',
    '/?q=ysqjj&after=410307-0001&lang=en',
    '/?list=bureaus',
    '/?scope=area&level=county&mode=count&lang=en',
    `/?v=${first}`,
  ],
  'GET /d/:division': [
    '/d/410000',
    '/d/410300?scope=area&level=county&from=2020',
    '/d/410307?level=county&sector=other&after=410307.410307-0001&mode=count&scale=log',
    `/d/410307?v=${first}`,
    '/d/410381',
    '/d/000100',
  ],
  'GET /f': ['/f'],
  'GET /f/:figure': [
    '/f/licences_decided',
    '/f/licences_decided?division=410000&year=2024',
    '/f/licences_decided?level=county',
    '/f/licences_decided?level=county&sector=other',
    '/f/licences_decided?division=410300&scope=area&level=county',
    `/f/licences_decided?v=${first}&view=list`,
    '/f/norms_valid?collection=made-up',
    '/f/nothing',
  ],
  'GET /about': ['/about'],
  'GET /docs': ['/docs', '/docs?lang=en'],
  'GET /b/:bureau': [
    `/b/${bureau}`,
    `/b/${bureau}?figure=penalties_decided&from=2020&to=2024`,
    `/b/${bureau}?figure=licences_decided&with=median`,
    `/b/${bureau}?lineage=linked`,
    `/b/${bureau}?v=${first}`,
  ],
  'GET /b/:bureau/:year': [
    `/b/${bureau}/2024`,
    `/b/${bureau}/2024?cell=licences_decided&v=${first}`,
    `/b/${bureau}/2001`,
  ],
  'GET /proof/:bureau/:year/:rule': [
    `/proof/${bureau}/2024/X-CARRY.total`,
    `/proof/${bureau}/2024/T3-ID.total?v=${first}`,
  ],
  [`GET /proof/:bureau/:year/${route('rule', 'json')}`]: [
    `/proof/${bureau}/2024/X-CARRY.total.json`,
    `/proof/${bureau}/2024/T3-ID.total.json?v=${first}`,
  ],
  'GET /compare': [
    '/compare',
    `/compare?bureaus=${bureau},${other}&q=局`,
    `/compare?bureaus=${bureau},${other}&with=median`,
    `/compare?bureaus=${bureau},${other}&facet=bureau&axis=own&scale=log&v=${first}`,
    `/compare?bureaus=${bureau}&q=局&v=${first}`,
    '/compare?bureaus=000100-0001&q=虚构',
  ],
  'GET /embed/b/:bureau': [`/embed/b/${bureau}?${figures}`],
  'GET /embed/*': ['/embed/nothing'],
  'GET /schema/:file': ['/schema/2021.json', '/schema/2019.xlsx'],
  'GET /data': ['/data', `/data?v=${first}`],
  'GET /data.json': ['/data.json'],
  'GET /data/:release/:path{.+}': [`/data/${first}/README.md`],
  ...viewRequests,
  ...tableRequests,
  'GET /api/v1/bureaus/:bureau': [`${api}/bureaus/${bureau}`],
  'GET /api/v1/reports/:bureau/:year': [
    `${api}/reports/${bureau}/2024`,
    `${api}/reports/${bureau}/2024?v=${first}`,
  ],
  'GET /api/v1/reports/:bureau/:year/diff': [
    `${api}/reports/${bureau}/2024/diff`,
    `${api}/reports/${bureau}/2024/diff?from=1&to=2`,
  ],
  'GET /api/v1/reports/:bureau/:year/file': [`${api}/reports/${bureau}/2024/file`],
  'GET /api/v1/reports/:bureau/:year/revisions/:revision': [
    `${api}/reports/${bureau}/2024/revisions/1`,
    `${api}/reports/${bureau}/2024/revisions/2`,
  ],
  'GET /api/v1/observations/:bureau/:year/:figure/source': [
    `${api}/observations/${bureau}/2024/licences_decided/source`,
  ],
  'GET /api/v1/releases/:release': [`${api}/releases/${first}`],
  'GET /api/v1/releases/:release/changes': [
    `${api}/releases/${first}/changes`,
    `${api}/releases/${second}/changes?from=${first}`,
  ],
  'GET /api/v1/releases/:release/manifest.json': [`${api}/releases/${first}/manifest.json`],
  'GET /api/v1/cube.json-stat': [
    `${api}/cube.json-stat`,
    `${api}/cube.json-stat?bureau=${bureau},${other}`,
    `${api}/cube.json-stat?by=inside`,
  ],
  'GET /api/v1/columns.json': [`${api}/columns.json`],
  ...Object.fromEntries(
    ['json', ...fileEndings].map((ending) => [
      `GET ${api}/glossary.${ending}`,
      [`${api}/glossary.${ending}`],
    ]),
  ),
  'GET /api/v1/openapi.json': [`${api}/openapi.json`],
  'GET /api/v1/datapackage.json': [`${api}/datapackage.json`],
  'GET /api/v1/catalogue.jsonld': [`${api}/catalogue.jsonld`],
  'GET /api/v1/dataset.jsonld': [`${api}/dataset.jsonld`],
}
