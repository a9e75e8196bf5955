import { type FigureId, figure, formFigures } from '#core/catalog/index.ts'
import type { FlowReport } from '#core/chart/flow.ts'
import type { StackSubject } from '#core/chart/stack.ts'
import { subject } from './subject.ts'

/** The cells of some figures over the years, as `subject` takes them; `held` says which years and forms are held. */
export type Cells = Readonly<Partial<Record<FigureId, string>>>

/**
 * A bureau with whole reports: `held` is `2021`, `2019` or `-` (none) for each year from `first` on. A figure that is
 * not given is 0 where its form has it.
 */
export function bureau(first: number, held: string, cells: Cells = {}): StackSubject {
  const forms = held.split(' ')
  const marks = forms.map((form) => (form === '-' ? '-' : `0@${form}`)).join(' ')
  const { reports } = subject('某局', first, marks)
  const zeros = (id: FigureId): string =>
    forms.map((form) => (form === '-' ? '-' : isIn(id, form) ? '0' : 'absent')).join(' ')
  return {
    name: '某局',
    scope: 'own',
    reports,
    points: (id) => subject('某局', first, cells[id] ?? zeros(id)).points,
  }
}

const isIn = (id: FigureId, form: string): boolean =>
  formFigures(figure(id).table, form === '2019' ? '2019' : '2021').some((one) => one.id === id)

/** The report of the first year. */
export function report(first: number, held: string, cells: Cells): FlowReport {
  const { reports, points, ...own } = bureau(first, held, cells)
  const [head = { year: first, tables: {}, excerpt: false }] = reports
  return {
    ...own,
    ...head,
    read: (id) => points(id)[0] ?? { value: null, state: 'absent', disputed: false },
  }
}
