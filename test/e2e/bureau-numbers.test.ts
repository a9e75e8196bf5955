import { DomUtils, parseDocument } from 'htmlparser2'
import { expect, inject, test } from 'vitest'
import { type FigureId, isFigureId } from '#core/catalog/index.ts'
import { bureauCharts, figuresOf, isBureauChartId, sections } from '#core/chart/bureau-charts.ts'
import { type TabledSpec, fromTable, isTabled } from '#core/chart/in-table.ts'
import type { LeanSpec } from '#core/chart/lean.ts'
import { stackPlans } from '#core/chart/plans.ts'
import type { Observations } from '#core/indicator/observation.ts'
import { type Quantity, count } from '#core/indicator/quantity.ts'
import type { State } from '#core/reading.ts'

const base = inject('baseURL')
const shown = sections.flatMap(({ charts }) => charts)

// oxlint-disable-next-line typescript/no-explicit-any -- asserted at once, by value
const json = async (path: string): Promise<any> => (await fetch(base + path)).json()

/** Every bureau of the samples, the made-up ones too, with the years that are held. */
async function bureaus(): Promise<{ id: string; years: number[] }[]> {
  const found = []
  for (let next: string | null = '/api/v1/bureaus?limit=150'; next !== null;) {
    // oxlint-disable-next-line no-await-in-loop -- one page says where the next begins
    const page = await json(next)
    found.push(...page.bureaus)
    next = page.next_cursor === null ? null : `/api/v1/bureaus?limit=150&cursor=${page.next_cursor}`
  }
  return found
}

type Dom = ReturnType<typeof parseDocument>
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]
const all = (name: string, inside: Dom | Element): Element[] =>
  DomUtils.getElementsByTagName(name, inside, true)

/** A number as the table prints it; null where a word says why there is none. */
function numberIn(cell: Element): number | null {
  if (cell.attribs['class'] === 'off') return null
  const text = /[−\d,.]+$/.exec(DomUtils.textContent(cell))?.[0] ?? 'none'
  return Number(text.replaceAll(',', '').replace('−', '-'))
}

interface Shown {
  readonly id: string
  readonly years: number[]
  /** Of the table, the first year first. */
  readonly columns: (number | null)[][]
  /** As the script draws it. */
  readonly spec: LeanSpec
}

function blockOf(block: Element): Shown {
  const rows = all('tr', all('tbody', block)[0] ?? block).toReversed()
  const width = all('th', all('thead', block)[0] ?? block).length - 1
  const cells = rows.map((row) => all('td', row).map(numberIn))
  const columns = Array.from({ length: width }, (_, i) => cells.map((row) => row[i] ?? null))
  const [script] = all('script', block)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the page says is what is tested
  const data = JSON.parse(DomUtils.textContent(script ?? block)) as LeanSpec | TabledSpec
  const years = rows.map((row) => Number.parseInt(DomUtils.textContent(all('th', row)), 10))
  return {
    id: block.attribs['id'] ?? '',
    years,
    columns,
    spec: isTabled(data) ? fromTable(data, { years, columns }) : data,
  }
}

type Answers = ReadonlyMap<number, Observations>

/** What the API says of each year. */
async function answersOf(id: string): Promise<Answers> {
  const answer = await json(`/b/${id}.json?chart=${shown.join()}`)
  const points = new Map<string, { value: number | null; state: State }>(
    // oxlint-disable-next-line typescript/no-explicit-any
    answer.series.flatMap(({ figure, points: own }: any) =>
      // oxlint-disable-next-line typescript/no-explicit-any
      own.map((point: any) => [`${figure} ${point.year}`, point]),
    ),
  )
  return new Map(
    answer.reports.map(({ year }: { year: number }) => [
      year,
      (figure: FigureId) => points.get(`${figure} ${year}`) ?? { value: null, state: 'absent' },
    ]),
  )
}

/** What each column of a chart is to be, by the API alone. */
function quantities(id: string): Quantity[] {
  if (!isBureauChartId(id)) throw new Error(`No chart is called ${id}`)
  const chart = bureauCharts[id]
  if (chart.kind === 'line') return [{ plus: [chart.figure] }]
  const { layers, total }: { layers: readonly { of: Quantity }[]; total: readonly FigureId[] } =
    stackPlans[chart.plan]
  const printed = total.length > 0 ? total : figuresOf(chart)
  return [...layers.map(({ of }) => of), { plus: printed.filter(isFigureId) }]
}

const expected = (id: string, years: readonly number[], answers: Answers) =>
  quantities(id).map((quantity) =>
    years.map((year) => {
      const observe = answers.get(year)
      return observe ? count(quantity, observe).value : null
    }),
  )

/** What is drawn: lines, or layers and their total. */
const drawn = (spec: LeanSpec) => {
  if (spec.kind === 'line') return spec.lines.map(({ values }) => values)
  return spec.kind === 'stack' ? [...spec.layers.map(({ values }) => values), spec.totals] : []
}

test('for every bureau of the samples, what is drawn is what the table and the API have', async () => {
  const listed = await bureaus()
  expect(listed.length).toBeGreaterThan(50)
  let compared = 0
  for (const { id, years } of listed.filter((bureau) => bureau.years.length > 0)) {
    // oxlint-disable-next-line no-await-in-loop -- one server, one at a time
    const page = parseDocument(await (await fetch(`${base}/b/${id}`)).text())
    // oxlint-disable-next-line no-await-in-loop
    const answers = await answersOf(id)
    const blocks = all('section', page).filter(({ attribs }) => attribs['class'] === 'block')
    expect(blocks.map(({ attribs }) => attribs['id'])).toEqual(shown)
    for (const block of blocks.map(blockOf)) {
      expect(block.years.filter((year) => years.includes(year))).toEqual(years)
      const numbers = expected(block.id, block.years, answers)
      expect({ [`${id} ${block.id}`]: block.columns }).toEqual({ [`${id} ${block.id}`]: numbers })
      expect(drawn(block.spec)).toEqual(numbers)
      compared += numbers.flat().filter((value) => value !== null).length
    }
  }
  expect(compared).toBeGreaterThan(5000)
})
