import { app } from '#worker/app.ts'

/** `GET /b/:bureau`, and so on: everything that is answered. */
export const routes = [
  ...new Set(
    app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

const bureau = '410307-0001'
const year = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }).slice(0, 4)
const [first, second] = [`${year}.1.0`, `${year}.2.0`]
const api = '/api/v1'
const series = `figure=licences_decided,requests_new.total&bureau=${bureau},410307-0002`

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
  ],
  'GET /about': ['/about'],
  'GET /b/:bureau': [`/b/${bureau}`, `/b/${bureau}?figure=penalties_decided&from=2020&to=2024`],
  'GET /b/:bureau/:year': [`/b/${bureau}/2024`, `/b/${bureau}/2001`],
  'GET /b/:file{[^/]+\\.csv}': [`/b/${bureau}.csv`],
  'GET /compare': [
    '/compare',
    `/compare?bureaus=${bureau},410307-0002&q=局`,
    '/compare?bureaus=000100-0001&q=虚构',
  ],
  'GET /compare.csv': [`/compare.csv?bureaus=${bureau},410307-0002`],
  'GET /embed/b/:bureau': [`/embed/b/${bureau}?figure=licences_decided,requests_new.total`],
  'GET /embed/*': ['/embed/nothing'],
  'GET /api/v1/figures': [`${api}/figures`],
  'GET /api/v1/bureaus': [
    `${api}/bureaus`,
    `${api}/bureaus?q=偃师 甲局 ysqjj&division=410300&sector=other&limit=500`,
    `${api}/bureaus?q=人民政府&after=410307-0001`,
  ],
  'GET /api/v1/bureaus/:bureau': [`${api}/bureaus/${bureau}`],
  'GET /api/v1/coverage': [
    `${api}/coverage?year=2024`,
    `${api}/coverage?year=2024&level=county&sector=other&scope=own`,
    `${api}/coverage?year=2024&division=410300`,
    `${api}/coverage?year=2024&division=410000&cursor=410307.410307-0001`,
  ],
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
  'GET /api/v1/releases': [`${api}/releases`, `${api}/releases?after=${second}`],
  'GET /api/v1/releases/:release': [`${api}/releases/${first}`],
  'GET /api/v1/releases/:release/changes': [
    `${api}/releases/${first}/changes`,
    `${api}/releases/${second}/changes?from=${first}`,
  ],
  'GET /api/v1/series': [
    `${api}/series?${series}`,
    `${api}/series?${series}&lineage=linked&from=2015&to=2024`,
  ],
  'GET /api/v1/series.csv': [
    `${api}/series.csv?${series}`,
    `${api}/series.csv?${series}&lineage=linked`,
  ],
}
