import { figures } from '#core/catalog/index.ts'
import { isChartable } from '#core/chart/chartable.ts'
import { indicators } from '#core/indicator/indicators.ts'
import type { NewBureau } from '#core/roster/bureau.ts'
import { type Address, addresses } from './addresses.ts'
import { largeFile } from './release-set.ts'
import { testGroup, testSector, testYear } from './roster.ts'

export interface Route extends Pick<Address, 'quick' | 'grows'> {
  /** The address with `{words}` in it. */
  readonly name: string
  /** The address of the n-th request: the same ones at every size. */
  readonly path: (n: number) => string
  /** Reports that the answer is about, where it needs a whole group. */
  readonly group?: number
}

/** What the public asks for. The bureaus are those of the test groups, which every size holds. */
export function routes(roster: readonly NewBureau[], release: string): Route[] {
  const words = wordsOf(testGroup(roster).slice(0, 50), release)
  const sizes = groupSizes(roster)
  return addresses.map(({ template, group, ...own }) => ({
    ...own,
    name: template,
    path: (n) =>
      encodeURI(
        template.replace(/\{([^}]+)\}/g, (_, word: string) => written(words[word], word, n)),
      ),
    ...(group && { group: sizes[group] }),
  }))
}

type Word = (n: number) => string

function written(word: Word | undefined, name: string, n: number): string {
  if (!word) throw new RangeError(`No {${name}} is known`)
  return word(n)
}

/** Large ones with many counties, each with prefectures. */
const provinces = ['510000', '130000', '410000'] as const

const ids = figures.filter(({ id }) => isChartable(id)).map(({ id }) => id)
const rates = Object.keys(indicators)

const first =
  (count: number, of: readonly string[]): Word =>
  () =>
    of.slice(0, count).join(',')

function wordsOf(fifty: readonly NewBureau[], release: string): Readonly<Record<string, Word>> {
  const one = (n: number): NewBureau | undefined => fifty[n % fifty.length]
  const some =
    (count: number): Word =>
    (n) =>
      Array.from({ length: count }, (_, i) => one(n + i)?.id).join(',')
  return {
    bureau: some(1),
    'first bureau': () => one(0)?.id ?? '',
    '2 bureaus': some(2),
    '8 bureaus': some(8),
    '30 bureaus': some(30),
    '50 bureaus': some(50),
    place: (n) => one(n)?.name.slice(0, 2) ?? '',
    letter: (n) => one(n)?.name.charAt(1) ?? '',
    county: (n) => one(n)?.division ?? '',
    province: (n) => provinces[n % provinces.length] ?? '',
    sector: () => testSector,
    year: () => String(testYear),
    figure: () => 'licences_decided',
    '2 figures': () => 'licences_decided,requests_new.total',
    '4 figures': () => 'licences_decided,penalties_decided,requests_new.total,outcome_total.total',
    '6 figures': first(6, ids),
    '18 figures': first(18, ids),
    '48 figures': first(48, ids),
    '50 figures': first(50, ids),
    '1 rate': () => 'disclosure_rate',
    rates: first(rates.length, rates),
    release: () => release,
    'large file': () => largeFile,
  }
}

export type Group = 'counties' | 'townships of a province' | 'bureaus of a province'

/** How many reports on a year each has, at most. */
function groupSizes(roster: readonly NewBureau[]): Readonly<Record<Group, number>> {
  const townships = roster.filter(({ level }) => level === 'township')
  return {
    counties: testGroup(roster).length,
    'townships of a province': mostInProvince(townships),
    'bureaus of a province': mostInProvince(roster.filter(({ scope }) => scope === 'own')),
  }
}

const mostInProvince = (bureaus: readonly NewBureau[]): number =>
  Math.max(
    ...provinces.map(
      (code) => bureaus.filter(({ division }) => division.startsWith(code.slice(0, 2))).length,
    ),
  )
