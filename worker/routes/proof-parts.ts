import { formLabels } from '#core/catalog/form-labels.ts'
import { type FigureId, tableOf } from '#core/catalog/index.ts'
import type { Identity } from '#core/check/identity.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import type { Place, Places, Tables } from '#core/reading.ts'
import type { Held } from '../db/beside.ts'

/** Where a figure stands in its report: as it was printed, else as the form has it. */
export const placeOf = (
  { tables, places }: { readonly tables: Tables; readonly places: Places },
  id: FigureId,
): Place => places[id] ?? formLabels(id, tables[tableOf(id)] ?? null)

/** The report that an identity is told of: between two years, the later one. */
export const tellerOf = ({ left, right }: Identity<Held>): Held => {
  const [first = right[0]] = left
  if (!first) throw new TypeError('An identity has cells')
  return first.of
}

/** Why both sides stand as they are, as far as the public is told. */
export function saidOf(one: Identity<Held>): { isDismissed: boolean; reason: string | null } {
  const { verdicts, report } = tellerOf(one)
  const said = verdicts.get(one.fingerprint)
  if (said?.verdict === 'dismissed') return { isDismissed: true, reason: null }
  // A report is accepted for its errors; of what is merely unusual nobody need say anything.
  const accepted = ruleBook[one.rule].severity === 'error' ? report.accepted : null
  const reason = one.outcome === 'fail' ? (said?.reason ?? accepted) : null
  return { isDismissed: false, reason }
}

/** The reports that an identity is between, this one's first. */
export const reportsOf = ({ left, right }: Identity<Held>): Held[] => [
  ...new Set([...left, ...right].map(({ of }) => of)),
]
