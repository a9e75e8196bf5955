import type { Doc } from '../read/doc.ts'
import type { Identity } from '../reading.ts'
import { isKnownCounty } from '../roster/counties.ts'
import { fold } from './normal.ts'
import { type Title, titles } from './title.ts'

/** How far into the document its period, its dates and its codes are looked for. */
const reach = 20_000

/** Who reports on which year, as far as the document says; null rather than a guess. */
export function identity(doc: Doc): Identity {
  const lines = textLines(doc)
  const found = titles(doc, lines)
  const all = lines.join('').slice(0, reach)
  const bureau = only(found.flatMap((title) => title.bureau ?? []))
  return {
    bureau: bureau !== undefined && isCertain(doc, bureau) ? bureau : null,
    division: division(doc, all, bureau),
    year: reportYear(found, all),
    publishedOn: publishedOn(doc, lines),
    source: source(doc),
  }
}

/**
 * A name in traditional characters is a machine's conversion, one of a county that does not exist a misreading, and a
 * 高新区 without its city may be any of hundreds.
 */
const isCertain = (doc: Doc, name: string): boolean =>
  isPrinted(doc, name) && isKnownCounty(name) && !bareZone.test(name)

const bareZone =
  /^(?:高新|高新技术产业开发|经济技术开发|经济开发|经开|开发|保税|度假|示范|管理|新)区/

function isPrinted({ title, meta, blocks }: Doc, name: string): boolean {
  const texts = blocks.slice(0, 400).map((block) => (block.kind === 'text' ? block.text : ''))
  const all = [title ?? '', ...Object.values(meta), ...texts].join('').replace(/\s+/g, '')
  return all.includes(name) || all.includes(name.replaceAll('(', '（').replaceAll(')', '）'))
}

/** The one value of a list; undefined if there is none, or more than one. */
function only<T>(list: readonly T[]): T | undefined {
  const [first, ...others] = new Set(list)
  return others.length === 0 ? first : undefined
}

/** Lines as they are compared: half width, without spaces. Tables only at the beginning, where they hold titles. */
export function textLines({ blocks }: Doc): string[] {
  const lines: string[] = []
  for (const block of blocks) {
    if (block.kind === 'text') lines.push(block.text)
    else if (lines.length < 20) {
      for (const row of block.rows.slice(0, 3)) lines.push(row.map(({ text }) => text).join(''))
    }
  }
  return lines.map((line) => fold(line.slice(0, 2000)).replace(/\s+/g, ''))
}

const period =
  /((?:19|20)\d\d)年(?:度)?0?1月0?1日(?:起)?(?:至|到|[-—~－～])+(?:((?:19|20)\d\d)年)?12月\d{1,2}日/g

/** Statistics period over title; where they differ nobody can tell, and a comparison names two. */
function reportYear(found: readonly Title[], text: string): number | null {
  const periods = [...text.matchAll(period)].map(([, from, to]) =>
    to && to !== from ? 0 : Number(from),
  )
  const titled = found.flatMap((title) => title.year ?? [])
  const stated = only([...periods, ...titled])
  return stated === undefined || stated === 0 ? null : stated
}

const isoDate = /((?:20)\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})/
const dateNames = [
  'pubdate',
  'publishdate',
  'publish-date',
  'firstpublishedtime',
  'article:published_time',
]
const dateLabel = /(?:发布|公开|成文|印发)(?:日期|时间)[:]?((?:20)\d\d[-/年.]\d{1,2}[-/月.]\d{1,2})/
const dateLine = /^[(]?((?:20)\d\d年\d{1,2}月\d{1,2}日)[)]?$/

function publishedOn({ meta }: Doc, lines: readonly string[]): string | null {
  const named = dateNames.flatMap((name) => meta[name] ?? [])[0]
  const text = named ?? labelled(lines) ?? dated(lines)
  return text === undefined ? null : iso(text)
}

const labelled = (lines: readonly string[]): string | undefined =>
  lines.slice(0, 200).flatMap((line) => dateLabel.exec(line)?.[1] ?? [])[0]

/** A line that is a date and nothing else, under the title or under the whole report. */
const dated = (lines: readonly string[]): string | undefined =>
  only(lines.flatMap((line) => dateLine.exec(line)?.[1] ?? []))

function iso(text: string): string | null {
  const [, year = '', month = '', day = ''] = isoDate.exec(text) ?? []
  const [m, d] = [Number(month), Number(day)]
  const isDate = m >= 1 && m <= 12 && d >= 1 && d <= 31
  return isDate ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}

const creditCode = /(?:索引号|信用代码|area=)[:"]?(?:[^0-9A-Z]{0,4})11([1-6]\d{5})[0-9A-Z]{9}/g

/** The organ's own credit code; the code of the site that shows the page only where it can be the organ's too. */
function division({ meta }: Doc, text: string, bureau: string | undefined): Identity['division'] {
  const site = /^([1-6]\d{5})\d{4}$/.exec(meta['siteidcode']?.trim() ?? '')?.[1]
  const own = only([...text.matchAll(creditCode)].flatMap(([, code]) => code ?? []))
  const code = own ?? (site !== undefined && isOfCounty(site, bureau) ? site : undefined)
  return code === undefined ? null : { code, name: null }
}

/**
 * A site of a county, and no bureau above it: under the site of a province or a city all its counties publish. Of cities
 * only those of county level have such a code, 81 and above.
 */
function isOfCounty(site: string, bureau = ''): boolean {
  if (site.endsWith('00')) return false
  const place = bureau.replace(/市(?=场|监[局管])/g, '')
  return /[县区旗]|街道|[镇乡]/.test(place) || !/[省市州盟]/.test(place) || /[89]\d$/.test(site)
}

/** Offices publish under gov.cn; what stands elsewhere, or in a search or a cache, is a copy. */
const official =
  /^https?:\/\/(?!(?:sousuo|search|so|cache|webcache)\.)(?:[a-z\d-]+\.)*gov\.cn(?::\d{1,5})?(?:[/?#][^\s"<>\\]*)?$/i

function source({ meta }: Doc): string | null {
  const address = (meta['canonical'] ?? meta['og:url'] ?? meta['url'])?.trim()
  return address !== undefined && official.test(address) ? address : null
}
