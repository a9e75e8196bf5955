import { type Claim, type ClaimId, type Qualifier, feeIds } from './claim.ts'
import { changeAfter } from './change.ts'
import { type Count, counts } from './count.ts'
import { type Topic, type Wording, topics, wordings } from './label.ts'
import { masked } from './mask.ts'
import { nones } from './none.ts'
import { type Span, sentences, unbracketed } from './span.ts'

/**
 * The counted statements in the prose of a report, in order: what it received, decided, carried over, and the fee. A
 * number of which it is not certain what it counts is no claim. `year`: that of the report, where it is known.
 */
export function claims(text: string, year: number | null = null): Claim[] {
  const all = sentences(text)
  return all.flatMap((span, i) => {
    const context = all.slice(Math.max(0, i - 2), i + 1).map((one) => one.text)
    return sentenceClaims({ span, year, context: context.join('。'), text })
  })
}

interface Sentence {
  readonly span: Span
  readonly year: number | null
  /** The sentence with the two before it. */
  readonly context: string
  /** The whole text, for the wording as printed. */
  readonly text: string
}

type Found = Pick<Claim, 'about' | 'measure' | 'value' | 'unit' | 'qualifiers'> & {
  readonly from: number
}

function sentenceClaims(sentence: Sentence): Claim[] {
  const { flat, brackets } = unbracketed(sentence.span)
  const found = [
    ...counted(flat.text, sentence, brackets),
    ...nones(flat.text)
      .filter(({ about }) => isOnTopic(topicOf(about), sentence.context))
      .map(({ about, from }) => none(about, from, yearQualifiers(flat.text, from, sentence.year))),
  ]
  const own = unlessTold(found).map((one) => claim(one, flat, sentence))
  // In brackets only what was carried over is counted apart; the rest are parts of a part.
  const inside = brackets.flatMap((bracket) =>
    counted(bracket.inside.text, sentence, [])
      .filter(({ about }) => about.startsWith('requests_carried'))
      .map((one) => claim(one, bracket.inside, sentence)),
  )
  return [...own, ...inside].toSorted((a, b) => a.at - b.at)
}

const none = (about: ClaimId, from: number, qualifiers: readonly Qualifier[]): Found => ({
  about,
  measure: 'count',
  value: 0,
  unit: '',
  qualifiers,
  from,
})

/** A number says more than “none” does; the same thing is not said twice. */
const unlessTold = (found: readonly Found[]): Found[] =>
  found.filter(
    ({ about, unit }, i) => unit !== '' || !found.some((one, j) => j !== i && one.about === about),
  )

const topicOf = (about: ClaimId): Topic | undefined =>
  /^(?:review|suit)/.test(about) ? 'disclosure' : undefined

const isOnTopic = (topic: Topic | undefined, context: string): boolean =>
  topic === undefined || topics[topic].test(context)

function claim({ from, ...found }: Found, flat: Span, { span, text }: Sentence): Claim {
  const offset = span.places[0] ?? 0
  const at = flat.places[from] ?? offset
  const last = span.places.at(-1) ?? offset
  return { ...found, sentence: excerpt(text, offset, last + 1, at), offset, at }
}

/** Sentences are kept to be recognised, not to be read: no more than this around the number. */
const reach = 100

function excerpt(text: string, start: number, end: number, at: number): string {
  // Masked before it is cut: half a phone number is no longer known as one.
  const from = Math.max(0, at - reach - start)
  return masked(text.slice(start, end))
    .slice(from, at - start + reach)
    .replace(/\s+/g, '')
}

function counted(
  text: string,
  { context, year }: Sentence,
  brackets: ReturnType<typeof unbracketed>['brackets'],
): Found[] {
  const all = counts(text)
  const found: Found[] = []
  for (const [i, count] of all.entries()) {
    // Numbers one behind the other are a row of a table.
    if (all[i + 1]?.from === count.to || /^[\d.]/.test(text.slice(count.to))) break
    const about = aboutOf({ text, count, start: all[i - 1]?.to ?? 0, found, context, year })
    if (about === undefined) continue
    const inside = brackets.filter(({ after }) => after === count.to)
    const base: Found = {
      about,
      measure: 'count',
      value: count.value,
      unit: count.unit,
      from: count.from,
      qualifiers: [
        ...yearQualifiers(text, count.from, year),
        ...ownQualifiers(text, count, inside.map((bracket) => bracket.inside.text).join()),
      ],
    }
    found.push(base, ...allUpheld(text, base), ...changeAfter(text.slice(count.to), base, year))
  }
  return found
}

interface Place {
  readonly text: string
  readonly count: Count
  /** Where the count before it ends. */
  readonly start: number
  readonly found: readonly Found[]
  readonly context: string
  readonly year: number | null
}

/** What a number counts; undefined where it is not certain. */
function aboutOf(place: Place): ClaimId | undefined {
  const { text, count, start, year } = place
  const before = wordsBefore(text, start, count.from)
  if (compares.test(before) || isOtherCarry(before, year)) return undefined
  const behind = text.slice(count.to, count.to + 20)
  const wording = wordings.find(
    (one) => one.before.test(before) && (one.behind?.test(behind) ?? true),
  )
  const stands = wording && !wording.unless?.test(before) && fits(wording, place)
  return stands ? wording.about : undefined
}

function fits({ about, units, whole, after, topic }: Wording, place: Place): boolean {
  const { text, count, found, context } = place
  return (
    inUnit(about, units, count) &&
    !(whole && detail.test(text.slice(0, count.from))) &&
    (after === undefined || found.some((one) => after.test(one.about))) &&
    isOnTopic(topic, context)
  )
}

/** From here on a sentence speaks of parts. */
const detail = /其中|季度|半年|\d-\d+月/

const inUnit = (about: ClaimId, units: RegExp | undefined, { unit }: Count): boolean => {
  const isFee = (feeIds as readonly string[]).includes(about)
  return isFee ? (units?.test(unit) ?? true) : !unit.endsWith('元')
}

/** 较上年增加3件: no count of anything. */
const compares = /(?:比|较|同比|同期)[^,;]*$|(?:增加|减少|增长|下降|上升|回落)(?:了)?$/

const carriedOn = /(?:结转|转结|顺延|延续|转)(?:至|到|入)?(?<next>20\d\d)年/
const carriedFrom = /(?<last>20\d\d)年度?(?:结转|转结|转入)/

/** 结转2026年 in a report on 2024 is not what the form calls carried over, nor is 2021年结转. */
function isOtherCarry(before: string, year: number | null): boolean {
  const next = carriedOn.exec(before)?.groups?.['next']
  const last = carriedFrom.exec(before)?.groups?.['last']
  if (last !== undefined) return year === null || Number(last) !== year - 1
  return next !== undefined && year !== null && Number(next) !== year + 1
}

const bare = /^(?:共计?|合计|总计|数量|为|计)*$/

/** The words that a number belongs to: from the last comma or number on; 申请,共5件 is one phrase. */
function wordsBefore(text: string, start: number, end: number): string {
  const words = text.slice(start, end).split(/[,;()]/)
  const last = words.at(-1) ?? ''
  const joined = bare.test(last) && words.length > 1 ? (words.at(-2) ?? '') + last : last
  return joined.slice(-80)
}

const clauseYear = /(?:^|[,;:])(?:截至|截止|自|在|到)?(?<year>20\d\d)年(?!度?(?:结转|转结|转入))/g
const lastYear = /(?:^|[,;])(?:去年|上一?年度?)(?!度?(?:结转|转))/
const nextYear = /(?:^|[,;])(?:明年|下一?年度?)/

/** Qualifiers from the words before a number. */
function yearQualifiers(text: string, at: number, year: number | null): Qualifier[] {
  const before = text.slice(0, at)
  const named = [...before.matchAll(clauseYear)].at(-1)?.groups?.['year']
  const isOther = named !== undefined && year !== null && Number(named) !== year
  const clause = before.split(/[,;]/).slice(-2).join(',')
  const others = isOther || lastYear.test(clause) || nextYear.test(clause)
  return [
    ...(others ? (['other_year'] as const) : []),
    ...(isLong(before) ? (['cumulative'] as const) : []),
  ]
}

const thisYear = /(?:^|[,;])(?:20\d\d年|本年|今年|全年|年内)/g

/** 累计 of a year is a year's count. */
function isLong(text: string): boolean {
  const from = [...text.matchAll(thisYear)].at(-1)?.index ?? 0
  const before = text.slice(from)
  return (
    /历年|以来|自20\d\d年(?!1月1日)/.test(before) ||
    (before.includes('累计') && !/(?:全年|本年|今年|年度|20\d\d年)[^;]*累计/.test(before))
  )
}

function ownQualifiers(text: string, count: Count, inside: string): Qualifier[] {
  const behind = `${inside},${/^,(?<next>[^,;]*)/.exec(text.slice(count.to))?.groups?.['next'] ?? ''}`
  const tests: readonly (readonly [Qualifier, boolean])[] = [
    ['approximate', count.approximate],
    ['includes_carried_in', /(?:含|包括|其中)[^,]*(?:上一?年|去年)[^,]*(?:结转|转)/.test(behind)],
    ['includes_assisted', /(?:含|包括|其中)[^,]*协助/.test(behind)],
  ]
  return tests.flatMap(([qualifier, holds]) => (holds ? [qualifier] : []))
}

/** 行政复议2件,均维持: as many upheld. */
function allUpheld(text: string, base: Found): Found[] {
  if (base.about !== 'review_total' || base.value === 0) return []
  const rest = text.slice(base.from)
  return /[,;](?:结果)?(?:均|全部)(?:获|被|予以|为)?(?:结果)?维持/.test(rest)
    ? [{ ...base, about: 'review_upheld' }]
    : []
}
