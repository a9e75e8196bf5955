import { type Assessment, concerns } from '#core/check/assessment.ts'
import { dueDate } from '#core/check/document.ts'
import { mayRegulate } from '#core/check/form.ts'
import { type Earlier, type Examined, examine } from '#core/claim/examine.ts'
import type { Document } from '#core/parse/index.ts'
import type { Identity, Places, Reading, Refusal } from '#core/reading.ts'
import { deriveBureau } from '#core/roster/derive.ts'

/** A report as it is checked, from a file of its own or from a row of a sheet. */
export interface Subject {
  readonly file: string
  readonly bureau: string | null
  readonly division: Identity['division']
  readonly report: Examined
  readonly refusedTables: Reading['refusedTables']
  readonly places: Places
}

/** What a file came to: reports, or why there are none. */
export type Opened = readonly Subject[] | Refusal

export interface Checked {
  readonly subject: Subject
  /** Everything but the rules that hold. */
  readonly findings: readonly Assessment[]
}

export function subjects(file: string, document: Document | Refusal): Opened {
  if ('refused' in document) return document
  if (document.kind === 'bulk') {
    return document.records.map(({ bureau, division, year, tables, cells }) => {
      const own = { text: null, titleYears: [], publishedOn: null }
      const report = { year, cells, tables, ...own, ...known({ bureau, division, year }) }
      return { file, bureau, division, report, refusedTables: {}, places: {} }
    })
  }
  const { reading, text, titleYears } = document
  const { identity, tables, cells, refusedTables, places = {} } = reading
  const { bureau, division, year, publishedOn } = identity
  const report = { year, cells, tables, text, titleYears, publishedOn, ...known(identity) }
  return [{ file, bureau, division, report, refusedTables, places }]
}

/** What the name and the division tell; null where they leave it open, as for an office that reports for others. */
function known({ bureau, division, year }: Pick<Identity, 'bureau' | 'division' | 'year'>) {
  if (bureau === null) return { scope: null, due: null, regulates: null }
  const code = division?.code ?? null
  const { kind, level, scope } = deriveBureau(code ?? '', bureau)
  const isPlaced = code !== null || level === 'township'
  const regulates = isPlaced ? mayRegulate(level, scope) : null
  if (kind !== 'bureau' && kind !== 'government') return { scope: null, due: null, regulates }
  return { scope, due: year === null ? null : dueDate(year, scope), regulates }
}

/** Holds every report against the rules, and against last year's report of the same bureau where that is given too. */
export const checkAll = (list: readonly Subject[]): Checked[] =>
  list.map((subject) => ({
    subject,
    findings: concerns(examine(subject.report, previous(subject, list))),
  }))

/** Last year's report of the bureau, if there is one and no other. */
function previous({ bureau, division, report }: Subject, list: readonly Subject[]): Earlier[] {
  const { year } = report
  if (bureau === null || year === null) return []
  const found = list.filter(
    (other) =>
      other.bureau === bureau &&
      other.report.year === year - 1 &&
      isSamePlace(other.division, division),
  )
  const [only, ...others] = found
  return only && others.length === 0 ? [{ ...only.report, year: year - 1 }] : []
}

/** A name occurs in many places: two divisions that are both known must be the same. */
const isSamePlace = (a: Identity['division'], b: Identity['division']): boolean =>
  (['code', 'name'] as const).every((key) => {
    const [own, other] = [a?.[key] ?? null, b?.[key] ?? null]
    return own === null || other === null || own === other
  })
