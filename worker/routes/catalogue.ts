import { type Context, Hono } from 'hono'
import type { Label } from '#core/catalog/table.ts'
import { meta } from '../answer/meta.ts'
import { originOf } from '../answer/origin.ts'
import { sha256 } from '../auth/token.ts'
import { selectOutline } from '../db/outline.ts'
import { type Release, selectRelease } from '../db/releases.ts'
import type { Env } from '../env.ts'
import { fresh, holds } from '../answer/caching.ts'
import { newestSet } from './whole-set.ts'

const product: Label = { zh: '年图', en: 'Niantu' }

const title: Label = {
  zh: '年图：政府信息公开工作年度报告数据',
  en: 'Niantu: figures of China’s annual reports on government information disclosure',
}

const description: Label = {
  zh: '从各行政机关依法公布的政府信息公开工作年度报告中逐格读取的数字：行政许可、行政处罚、行政强制、收费，政府信息公开申请及办理结果，行政复议与行政诉讼。没有数字的单元格注明原因，从不以 0 代替；虚构示例均有标注。',
  en: 'Figures read cell by cell from the annual reports that Chinese bureaus publish by law: licences, penalties, enforcement, fees, requests for information and their outcomes, reviews and lawsuits. A cell without a number says why and is never taken for 0; made-up examples are marked.',
}

const keywords: Label[] = [
  { zh: '政府信息公开', en: 'government information disclosure' },
  { zh: '年度报告', en: 'annual report' },
  { zh: '行政许可', en: 'administrative licence' },
  { zh: '行政处罚', en: 'administrative penalty' },
  { zh: '依申请公开', en: 'access to information request' },
  { zh: '行政复议', en: 'administrative review' },
]

interface Part {
  readonly id: string
  readonly name: Label
  readonly format: string
  /** A file of the set; the data package tells of those that come by year and province. */
  readonly path: string
  readonly isPacked?: true
}

const byYear: Pick<Part, 'format' | 'path' | 'isPacked'> = {
  format: 'text/csv',
  path: 'datapackage.json',
  isPacked: true,
}

/** What a whole set consists of. */
const parts: readonly Part[] = [
  { id: 'disclosure', name: { zh: '表二 主动公开', en: 'Part 2, disclosure' }, ...byYear },
  { id: 'requests', name: { zh: '表三 依申请公开', en: 'Part 3, requests' }, ...byYear },
  { id: 'reviews', name: { zh: '表四 复议诉讼', en: 'Part 4, reviews and lawsuits' }, ...byYear },
  { id: 'reports', name: { zh: '报告与来源', en: 'Reports and their sources' }, ...byYear },
  {
    id: 'bureaus',
    name: { zh: '行政机关', en: 'Bureaus' },
    format: 'text/csv',
    path: 'bureaus.csv',
  },
  { id: 'figures', name: { zh: '指标', en: 'Figures' }, format: 'text/csv', path: 'figures.csv' },
]

/** What both descriptions are made of. */
interface Collection {
  readonly origin: string
  readonly licence: string
  /** When the newest publish was; null while nothing is published. */
  readonly updated: string | null
  readonly version: string
  /** The newest release that has its files. */
  readonly release: Release | undefined
  readonly years: readonly number[]
}

/** Two statements beside the version: a release, and the years that are held. */
async function collection(c: Context<Env>): Promise<Collection> {
  const { licence, updated, data_version } = await meta(c)
  const name = await newestSet(c.env)
  const release = name === undefined ? undefined : await selectRelease(c.var.db, name)
  const { years } = await selectOutline(c.var.db, { division: null, release: release?.seq })
  return {
    origin: originOf(c),
    licence,
    updated: release?.at ?? updated,
    version: release?.name ?? `d${data_version}`,
    release,
    years,
  }
}

/** The collection in DCAT 3, as a catalogue of one data set. */
export const catalogue = new Hono<Env>().get('/', async (c) => linked(c, dcat(await collection(c))))

/** The same in the words of schema.org, as search engines read it. */
export const dataset = new Hono<Env>().get('/', async (c) =>
  linked(c, schemaOrg(await collection(c))),
)

/** Tagged by what it says: a set is finished without a change of the data that other tags are made of. */
async function linked(c: Context<Env>, body: object): Promise<Response> {
  const text = JSON.stringify(body)
  const headers = {
    etag: `"${await sha256(text)}"`,
    'cache-control': fresh,
    'content-type': 'application/ld+json',
  }
  if (holds(c, headers.etag)) return c.body(null, 304, headers)
  return c.body(text, 200, headers)
}

const both = ({ zh, en }: Label) => [
  { '@language': 'zh', '@value': zh },
  { '@language': 'en', '@value': en },
]

const id = (address: string) => ({ '@id': address })
const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value })
const mediaType = (name: string) => id(`https://www.iana.org/assignments/media-types/${name}`)

function dcat(own: Collection) {
  const { origin, licence, updated } = own
  const publisher = {
    '@id': `${origin}/#publisher`,
    '@type': 'foaf:Agent',
    'foaf:name': both(product),
  }
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/api/v1/catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': both(product),
    'dct:description': both(title),
    'dct:publisher': publisher,
    'dct:license': licenceOf(licence),
    'foaf:homepage': { '@id': `${origin}/`, '@type': 'foaf:Document' },
    ...(updated && { 'dct:modified': typed('dateTime', updated) }),
    'dcat:dataset': dcatDataset(own),
    'dcat:service': service(own),
  }
}

/** The licence is a text of the deployment. */
const licenceOf = (text: string) => ({ '@type': 'dct:LicenseDocument', 'rdfs:label': text })

function dcatDataset(own: Collection) {
  const { origin, licence, updated, version, years } = own
  const [from, to] = [years[0], years.at(-1)]
  return {
    '@id': `${origin}/#dataset`,
    '@type': 'dcat:Dataset',
    'dct:title': both(title),
    'dct:description': both(description),
    'dct:publisher': id(`${origin}/#publisher`),
    'dct:license': licenceOf(licence),
    ...(updated && { 'dct:modified': typed('dateTime', updated) }),
    'dcat:version': version,
    'dcat:keyword': keywords.flatMap(both),
    'dcat:theme': id('http://publications.europa.eu/resource/authority/data-theme/GOVE'),
    'dcat:landingPage': { '@id': `${origin}/`, '@type': 'foaf:Document' },
    'dct:spatial': {
      '@id': 'http://publications.europa.eu/resource/authority/country/CHN',
      '@type': 'dct:Location',
    },
    ...(from !== undefined &&
      to !== undefined && {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': typed('date', `${from}-01-01`),
          'dcat:endDate': typed('date', `${to}-12-31`),
        },
      }),
    'dcat:distribution': [...dcatFiles(own), dcatAnswers(own)],
  }
}

const dcatFiles = ({ origin, licence, release }: Collection) =>
  release === undefined
    ? []
    : parts.map(({ id: part, name, format, path, isPacked }) => {
        const address = `${origin}/data/${release.name}/${path}`
        return {
          '@id': `${origin}/#${part}`,
          '@type': 'dcat:Distribution',
          'dct:title': both(name),
          'dcat:accessURL': id(address),
          ...(isPacked
            ? { 'dcat:compressFormat': mediaType('application/gzip') }
            : { 'dcat:downloadURL': id(address) }),
          'dcat:mediaType': mediaType(format),
          'dct:license': licenceOf(licence),
          'dct:issued': typed('dateTime', release.at),
        }
      })

const dcatAnswers = ({ origin, licence }: Collection) => ({
  '@id': `${origin}/#answers`,
  '@type': 'dcat:Distribution',
  'dct:title': both({ zh: '接口', en: 'API' }),
  'dcat:accessURL': id(`${origin}/api/v1/reports`),
  'dcat:accessService': id(`${origin}/#api`),
  'dcat:mediaType': mediaType('application/json'),
  'dct:license': licenceOf(licence),
})

const service = ({ origin, licence }: Collection) => ({
  '@id': `${origin}/#api`,
  '@type': 'dcat:DataService',
  'dct:title': both({ zh: '年图开放数据接口', en: 'Niantu open data API' }),
  'dct:license': licenceOf(licence),
  'dcat:endpointURL': id(`${origin}/api/v1`),
  'dcat:endpointDescription': id(`${origin}/api/v1/openapi.json`),
  'dcat:servesDataset': id(`${origin}/#dataset`),
})

const words = ({ zh, en }: Label): string => `${zh} ${en}`

function schemaOrg(own: Collection) {
  const { origin, licence, updated, version, years } = own
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${origin}/#dataset`,
    name: title.zh,
    alternateName: title.en,
    description: words(description),
    url: `${origin}/`,
    version,
    ...(updated && { dateModified: updated }),
    license: { '@type': 'CreativeWork', name: licence, url: `${origin}/about` },
    creator: { '@type': 'Organization', name: words(product), url: `${origin}/` },
    isAccessibleForFree: true,
    inLanguage: ['zh-Hans', 'en'],
    keywords: keywords.flatMap(({ zh, en }) => [zh, en]),
    spatialCoverage: { '@type': 'Place', name: 'China' },
    ...(years.length > 0 && { temporalCoverage: `${years[0]}/${years.at(-1)}` }),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: words(product),
      url: `${origin}/api/v1/catalogue.jsonld`,
    },
    distribution: downloads(own),
  }
}

const downloads = ({ origin, release }: Collection) => [
  ...(release === undefined
    ? []
    : parts.map(({ name, format, path, isPacked }) => ({
        '@type': 'DataDownload',
        name: words(name),
        encodingFormat: isPacked ? 'application/json' : format,
        contentUrl: `${origin}/data/${release.name}/${path}`,
      }))),
  {
    '@type': 'DataDownload',
    name: '接口 API',
    encodingFormat: 'application/json',
    contentUrl: `${origin}/api/v1/reports`,
  },
]
