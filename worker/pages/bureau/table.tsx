import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { gapWord } from '#core/chart/spec.ts'
import { type StackPlan, type StackPlanId, stackPlans } from '#core/chart/plans.ts'
import type { ChartSpec } from '#core/chart/chart.ts'
import type { StackSpec } from '#core/chart/stack.ts'
import { figureName } from '#core/text/figure-name.ts'
import { inLang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { Disputed, findingId, signOf } from '../state.tsx'
import { type View, hrefIn } from '../view.ts'
import { Badge } from '../words.tsx'
import type { Seen, SeenPoint } from '../../routes/bureau-seen.ts'
import type { Who } from '../../routes/bureau-specs.ts'

/** A column of numbers over the years: of a figure of the form, or of a sum that is made here. */
export interface Column {
  readonly name: string
  /** Leads to what it means. */
  readonly figure: FigureId | undefined
  readonly cell: (year: number) => Cell
}

interface Cell {
  readonly value: number | null
  /** Why there is no number. */
  readonly gap: string
  readonly disputed: boolean
  /** The reports of other bureaus that it is made of. */
  readonly parts?: SeenPoint['parts']
}

interface Shown {
  readonly view: View
  readonly who: Who
  readonly seen: Seen
}

export function figureColumn({ view: { lang }, seen }: Shown, id: FigureId, name?: string): Column {
  const entry = figureOf(id)
  const points = new Map(seen.points(id).map((point) => [point.year, point]))
  const tables = new Map(seen.held.map((head) => [head.year, head.tables]))
  const gapOf = (year: number, point: SeenPoint | undefined): string => {
    if (point?.gap !== undefined) return point.gap
    const state = point?.state ?? 'absent'
    return `${signOf(state)}${t(lang, gapWord(entry, state, tables.get(year)))}`
  }
  return {
    name: name ?? `${figureName(lang, id)} (${inLang(lang, unitLabels[entry.unit])})`,
    figure: id,
    cell: (year) => {
      const point = points.get(year)
      const value = point?.value ?? null
      return {
        value,
        gap: value === null ? gapOf(year, point) : '',
        disputed: point?.disputed ?? false,
        ...(point?.parts && { parts: point.parts }),
      }
    },
  }
}

/** Numbers that no report has: a sum that is made here, a median. */
export const numbersColumn = (
  { lang, years }: Pick<ChartSpec, 'lang'> & { readonly years: readonly number[] },
  { name, values }: { readonly name: string; readonly values: readonly (number | null)[] },
): Column => ({
  name,
  figure: undefined,
  cell: (year) => {
    const value = values[years.indexOf(year)] ?? null
    return { value, gap: value === null ? t(lang, 'sum_open') : '', disputed: false }
  },
})

/** The parts of stacked bars, then their total: figures of the form where a part is one, else sums. */
export function stackColumns(shown: Shown, id: StackPlanId, spec: StackSpec): Column[] {
  const plan: StackPlan = stackPlans[id]
  const column = (ids: readonly FigureId[], name: string, values: StackSpec['totals']): Column => {
    const [only, more] = ids
    return only !== undefined && more === undefined
      ? figureColumn(shown, only, name)
      : numbersColumn(spec, { name, values })
  }
  return [
    ...spec.layers.map(({ name, values }, i) =>
      column(plan.layers[i]?.of.plus ?? [], name, values),
    ),
    column(plan.total, t(spec.lang, 'total'), spec.totals),
  ]
}

/** What `≠` means, where it stands in the table. */
const hasDispute = (columns: readonly Column[], years: readonly number[]): boolean =>
  columns.some(({ cell }) => years.some((year) => cell(year).disputed && cell(year).value !== null))

type Props = Shown & {
  readonly caption: string
  readonly columns: readonly Column[]
}

/** Every number of a chart, the newest year first, each a link to its proof; years without a report stay in the list. */
export function YearTable({ view, who, seen, caption, columns }: Props) {
  const { lang } = view
  const [first = 0, last = 0] = [seen.held[0]?.year, seen.held.at(-1)?.year]
  const years = Array.from({ length: last - first + 1 }, (_, i) => last - i)
  return (
    <>
      <div class="scroll" tabindex={0} role="group" aria-label={t(lang, 'tab_table')}>
        <table class="years numbers">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t(lang, 'report_year')}</th>
              {columns.map(({ name, figure }) => (
                <th scope="col">
                  {figure === undefined ? name : <a href={hrefIn(view, `/f/${figure}`)}>{name}</a>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => {
              const head = seen.held.find((own) => own.year === year)
              return (
                <tr>
                  <th scope="row">
                    {year}
                    {head?.excerpt && <Badge warn>{t(lang, 'excerpt')}</Badge>}
                  </th>
                  {head ? (
                    columns.map((column) => (
                      <YearCell view={view} who={who} year={year} column={column} />
                    ))
                  ) : (
                    <td class="off" colspan={columns.length}>
                      {t(lang, 'no_report')}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {hasDispute(columns, years) && <p class="soft small">{t(lang, 'disputed_note')}</p>}
    </>
  )
}

interface CellProps {
  readonly view: View
  readonly who: Who
  readonly year: number
  readonly column: Column
}

function YearCell({ view, who, year, column: { figure, cell } }: CellProps) {
  const { value, gap, disputed, parts } = cell(year)
  if (value === null) return <td class="off">{gap}</td>
  const text = exact(value)
  if (figure === undefined) return <td>{text}</td>
  if (parts) return <PartsCell view={view} year={year} figure={figure} parts={parts} sum={value} />
  return (
    <td>
      {disputed && (
        <Disputed
          lang={view.lang}
          address={`${hrefIn(view, `/b/${who.id}/${year}`)}#${findingId(figure)}`}
        />
      )}
      <a href={proofOf(view, who.id, year, figure)}>{text}</a>
    </td>
  )
}

/** Where the reader sees the cell in its report. */
const proofOf = (view: View, bureau: string, year: number, figure: FigureId): string =>
  `${hrefIn(view, `/b/${bureau}/${year}`, { cell: figure })}#cell`

interface PartsProps {
  readonly view: View
  readonly year: number
  readonly figure: FigureId
  readonly parts: NonNullable<Cell['parts']>
  readonly sum: number
}

/** `12 + 30 = 42`: what each bureau's report has, and what they make. */
const PartsCell = ({ view, year, figure, parts, sum }: PartsProps) => (
  <td>
    {parts.map((part, i) => (
      <>
        {i > 0 ? ' + ' : ''}
        <a href={proofOf(view, part.bureau, year, figure)}>{exact(part.value ?? 0)}</a>
      </>
    ))}
    {parts.length > 1 ? ` = ${exact(sum)}` : ''}
  </td>
)
