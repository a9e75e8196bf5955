import type { FigureId } from '#core/catalog/index.ts'
import { type Label, unitLabels } from '#core/catalog/table.ts'
import { exactSum } from '#core/check/exact.ts'
import type { Observation } from '#core/indicator/observation.ts'
import { type Quantity, count } from '#core/indicator/quantity.ts'
import type { Tables } from '#core/reading.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { chartWords } from '#core/text/words/chart.ts'
import { type BarRow, type BarsSpec, type Valued, barsSpec } from './bars.ts'
import type { Tone } from './hue.ts'
import { whyMissing } from './missing.ts'
import { stackPlans } from './plans.ts'
import type { Credit } from './spec.ts'
import { subjectLine } from './years.ts'

/** One report: whose, of when, and what it says of each figure. */
export interface FlowReport {
  readonly name: string
  readonly scope: 'own' | 'area'
  readonly year: number
  readonly tables: Tables
  readonly excerpt: boolean
  readonly read: (figure: FigureId) => Observation & { readonly disputed: boolean }
}

interface Step {
  readonly name: Label
  readonly tone: Tone
  readonly of: Quantity
  /** What comes in stands on what was there; what goes out is taken off its end. */
  readonly way: 'in' | 'out' | 'left'
}

const steps: readonly Step[] = [
  {
    name: chartWords.carried_in,
    tone: 'r7',
    of: { plus: ['requests_carried_in.total'] },
    way: 'in',
  },
  {
    name: chartWords.newly_received,
    tone: 'teal',
    of: { plus: ['requests_new.total'] },
    way: 'in',
  },
  ...stackPlans.outcomes.layers.map((layer): Step => ({ ...layer, way: 'out' })),
  {
    name: chartWords.carried_out,
    tone: 'r7',
    of: { plus: ['requests_carried_out.total'] },
    way: 'left',
  },
]

/** Every figure that a flow reads. */
export const flowFigures: readonly FigureId[] = steps.flatMap(({ of }) => [
  ...of.plus,
  ...(of.or ?? []),
])

/** From what was carried in and received, through how it ended, to what is carried out; of one report. */
export function flowSpec(lang: Lang, report: FlowReport, credit: Credit): BarsSpec {
  const entries = steps.map((step) => entryOf(lang, step, report))
  const placed = place(entries)
  const head = {
    heading: t(lang, 'plan_flow'),
    subject: subjectLine(lang, [report.name], [report.year]),
    unit: inLang(lang, unitLabels.item),
    source: report.name,
    notes: [
      ...(placed ? [] : [t(lang, 'flow_apart')]),
      ...(report.excerpt ? [t(lang, 'excerpt_note')] : []),
      ...(report.scope === 'area' ? [t(lang, 'area_note')] : []),
    ],
  }
  const spec = barsSpec(lang, head, entries, credit)
  return placed ? { ...spec, rows: spec.rows.map((row, i) => ({ ...row, ...placed[i] })) } : spec
}

function entryOf(lang: Lang, { name, tone, of, way }: Step, report: FlowReport): Valued {
  const { read, tables } = report
  const counted = count(of, read)
  return {
    name: inLang(lang, name),
    tone,
    value: counted.value,
    gap: whyMissing(lang, [counted], { observe: read, tables }),
    disputed: [...of.plus, ...(of.or ?? [])].some((id) => read(id).disputed),
    ...(way === 'left' && { strong: true }),
  }
}

/** Where each bar begins and where the next takes over; undefined where the numbers do not join up. */
function place(entries: readonly Valued[]): Pick<BarRow, 'from' | 'link'>[] | undefined {
  const values = entries.flatMap(({ value }) => (value === null || value < 0 ? [] : [value]))
  if (values.length < entries.length) return undefined
  const signed = values.map((value, i) => (steps[i]?.way === 'in' ? value : -value))
  if (exactSum(signed) !== 0) return undefined
  return signed.map((value, i) => {
    const before = exactSum(signed.slice(0, i))
    const after = before + value
    const isLast = i === signed.length - 1
    return { from: Math.min(before, after), ...(!isLast && { link: after }) }
  })
}
