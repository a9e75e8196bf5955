import { type Assessment, verdictless } from './assessment.ts'
import { fingerprint } from './fingerprint.ts'
import type { RuleId } from './rule-book.ts'

/** The six parts of the report, as they are numbered. */
export const partIds = ['一', '二', '三', '四', '五', '六'] as const
export type PartId = (typeof partIds)[number]

/** What a report says beside its figures. Dates are ISO; null and empty: nothing was found, which is no finding. */
export interface DocumentFacts {
  readonly year: number | null
  /** Years in the titles, of the page and of the body. */
  readonly titleYears: readonly number[]
  readonly period: { readonly from: string; readonly to: string } | null
  readonly publishedOn: string | null
  /** Last day on which it may be published: 31 January for bureaus, 31 March for governments of an area. */
  readonly due: string | null
  /** Text of each part that has a heading. Empty: the document has no headings to go by. */
  readonly parts: Readonly<Partial<Record<PartId, string>>>
}

/** The form of the document; `previous`: the parts of last year's report, where it is held. */
export const documentFindings = (
  doc: DocumentFacts,
  previous?: DocumentFacts['parts'],
): Assessment[] => [
  ...years(doc),
  ...period(doc),
  ...late(doc),
  ...parts(doc),
  ...problems(doc),
  ...copied(doc, previous),
]

/** 31 January for a bureau's own report, 31 March for that of a government for its area (articles 49 and 50). */
export const dueDate = (year: number, scope: 'own' | 'area'): string =>
  `${year + 1}-${scope === 'own' ? '01-31' : '03-31'}`

const found = (rule: RuleId, holds: boolean, detail: string): Assessment => ({
  ...verdictless(rule, holds ? 'pass' : 'fail'),
  basis: 'document',
  detail,
  fingerprint: fingerprint(rule, [detail]),
})

function years({ year, titleYears, period: span }: DocumentFacts): Assessment[] {
  const ended = span ? [Number(span.to.slice(0, 4))] : []
  const named = [...new Set([...(year === null ? [] : [year]), ...titleYears, ...ended])]
  return named.length < 2 && titleYears.length + ended.length === 0
    ? []
    : [found('DOC-YEAR', named.length === 1, named.toSorted((a, b) => a - b).join(' ≠ '))]
}

function period({ period: span }: DocumentFacts): Assessment[] {
  if (!span) return []
  const whole = span.from.slice(0, 4) === span.to.slice(0, 4)
  const full = span.from.endsWith('-01-01') && span.to.endsWith('-12-31')
  return [found('DOC-PERIOD', whole && full, `${span.from} – ${span.to}`)]
}

const late = ({ publishedOn, due }: DocumentFacts): Assessment[] =>
  publishedOn && due ? [found('DOC-LATE', publishedOn <= due, `${publishedOn} > ${due}`)] : []

function parts({ parts: own }: DocumentFacts): Assessment[] {
  if (Object.keys(own).length === 0) return []
  const missing = partIds.filter((id) => own[id] === undefined)
  return [found('DOC-SECTION', missing.length === 0, missing.join('、'))]
}

/** Nothing, a bare 无, or a note that there are none. */
const nothing =
  /^(?:本年度?|我(?:局|镇|乡|街道|单位))?(?:无|没有|暂无|不存在)?(?:问题|情况|上述情况)?[。.；;]?$/

function problems({ parts: own }: DocumentFacts): Assessment[] {
  const text = own.五?.replace(/\s+/g, '')
  return text === undefined ? [] : [found('DOC-EMPTY', !nothing.test(text), text.slice(0, 20))]
}

/** From this share of common passages on, a text counts as copied. */
const nearlyAll = 0.9

/** Parts with text of their own; the others are tables and set phrases, the same every year. */
const written = ['一', '五'] as const

function copied(
  { parts: own }: DocumentFacts,
  previous: DocumentFacts['parts'] | undefined,
): Assessment[] {
  return written.flatMap((id) => {
    const [now, before] = [own[id], previous?.[id]]
    if (now === undefined || before === undefined) return []
    const share = likeness(now, before)
    if (share === null) return []
    return [found('DOC-COPY', share < nearlyAll, `${id} ${Math.floor(share * 100)}%`)]
  })
}

/** Length of a passage, and the fewest passages that tell anything. */
const passage = 6
const fewest = 30

/** Share of passages that two texts have in common, figures and punctuation aside; null where there is too little. */
export function likeness(a: string, b: string): number | null {
  const [first, second] = [passages(a), passages(b)]
  if (Math.min(first.size, second.size) < fewest) return null
  const common = [...first].filter((one) => second.has(one)).length
  return common / (first.size + second.size - common)
}

function passages(text: string): Set<string> {
  const words = text.replace(/[^\p{Script=Han}\p{Script=Latin}]+/gu, '')
  const count = Math.max(0, words.length - passage + 1)
  return new Set(Array.from({ length: count }, (_, i) => words.slice(i, i + passage)))
}
