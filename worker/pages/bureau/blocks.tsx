import type { FigureId } from '#core/catalog/index.ts'
import type { ChartSpec } from '#core/chart/chart.ts'
import { type LineOptions, lineWith, sharedDomain } from '#core/chart/options.ts'
import type { StackPlanId } from '#core/chart/plans.ts'
import { toldLine } from '#core/text/told-line.ts'
import { toldStack } from '#core/text/told-stack.ts'
import { t } from '#core/text/words.ts'
import { Block } from '../block.tsx'
import { type Query, type View, creditOf, hrefIn } from '../view.ts'
import type { Asked } from './asked.ts'
import {
  type Named,
  bureauCharts,
  chosenCharts,
  figuresOf,
  sections,
} from '#core/chart/bureau-charts.ts'
import type { Seen } from '../../routes/bureau-seen.ts'
import { BlockSource } from './sources.tsx'
import { type Drawn, type Who, lineOf, lineSubject, stackOf } from '../../routes/bureau-specs.ts'
import { type Column, YearTable, figureColumn, numbersColumn, stackColumns } from './table.tsx'

interface Props {
  readonly view: View
  readonly who: Who
  readonly seen: Seen
  readonly asked: Asked
  /** What every line is drawn with, beside its axis. */
  readonly options: (figure: FigureId) => LineOptions
}

/** The charts that are asked for; the whole picture, in sections, where none is. */
export function Blocks(props: Props) {
  const { view, asked } = props
  const chosen = chosenCharts(asked)
  if (chosen.length > 0)
    return (
      <>
        <h2 class="vh">{t(view.lang, 'trends')}</h2>
        <Row {...props} charts={chosen} />
      </>
    )
  return (
    <>
      {sections.map(({ word, charts: own }) => (
        <>
          <h2 id={word.replace('section_', '')}>{t(view.lang, word)}</h2>
          <Row {...props} charts={own.map((id) => [id, bureauCharts[id]])} />
          {word === 'section_requests' && <FlowLink {...props} />}
        </>
      ))}
    </>
  )
}

/** The report on the newest year shows where its requests went. */
function FlowLink({ view, who, seen }: Props) {
  const year = seen.held.findLast(({ tables }) => tables.requests !== undefined)?.year
  return year === undefined ? (
    <></>
  ) : (
    <p class="after">
      <a href={`${hrefIn(view, `/b/${who.id}/${year}`)}#flow`}>
        {t(view.lang, 'flow_link', { year })}
      </a>
    </p>
  )
}

function Row(props: Props & { readonly charts: readonly Named[] }) {
  const { asked } = props
  const lines = props.charts.flatMap(([, chart]) => (chart.kind === 'line' ? chart.figure : []))
  const domain = asked.axis === 'shared' ? domainOf(props, lines) : undefined
  return (
    <div class="charts">
      {props.charts.map(([id, chart]) =>
        chart.kind === 'line' ? (
          <LineBlock {...props} id={id} figure={chart.figure} domain={domain} />
        ) : (
          <StackBlock {...props} id={id} plan={chart.plan} />
        ),
      )}
    </div>
  )
}

const drawnOf = ({ view, who, seen }: Props): Drawn => ({
  lang: view.lang,
  credit: creditOf(view),
  who,
  seen,
})

const domainOf = (props: Props, figures: readonly FigureId[]): LineOptions['domain'] =>
  sharedDomain(figures.map((id) => lineWith(lineOf(drawnOf(props), id), props.options(id))))

type LineProps = Props & {
  readonly id: string
  readonly figure: FigureId
  readonly domain: LineOptions['domain']
}

function LineBlock({ id, figure, domain, ...props }: LineProps) {
  const { view, who, seen, asked } = props
  const spec = lineWith(lineOf(drawnOf(props), figure), { ...props.options(figure), domain })
  const { from, to } = asked.years
  const subject = lineSubject(who, { ...seen, points: (one) => stated(seen, one) }, figure)
  return (
    <Shown
      {...props}
      id={id}
      spec={spec}
      told={toldLine(view.lang, { figure, subject })}
      columns={[
        figureColumn(props, figure),
        ...(spec.reference ? [numbersColumn(spec, spec.reference)] : []),
      ]}
      figures={[figure]}
      query={{ figure, ...stateOf(asked) }}
      picture={{ scale: asked.scale === 'log' ? 'log' : undefined }}
      embed={hrefIn(view, `/embed/b/${who.id}`, { figure, from, to })}
    />
  )
}

/** What reports do not make together is told by the chart, not in the sentence. */
const stated = (seen: Seen, figure: FigureId) =>
  seen.points(figure).filter(({ gap }) => gap === undefined)

type StackProps = Props & { readonly id: string; readonly plan: StackPlanId }

function StackBlock({ id, plan, ...props }: StackProps) {
  const spec = stackOf(drawnOf(props), plan, props.asked.mode)
  return (
    <Shown
      {...props}
      id={id}
      spec={spec}
      told={toldStack(spec)}
      columns={stackColumns(props, plan, spec)}
      figures={figuresOf({ kind: 'stack', plan })}
      query={{ chart: plan, ...stateOf(props.asked) }}
      picture={{ mode: props.asked.mode === 'share' ? 'share' : undefined }}
    />
  )
}

/** What of the state the files of a block have as well. */
const stateOf = ({ years: { from, to }, lineage }: Asked): Query => ({
  from,
  to,
  lineage: lineage === 'linked' ? lineage : undefined,
})

type ShownProps = Props & {
  readonly id: string
  readonly spec: ChartSpec
  readonly told: string
  readonly columns: readonly Column[]
  readonly figures: readonly FigureId[]
  readonly query: Query
  /** How the picture is drawn: of no concern to the other files. */
  readonly picture: Query
  readonly embed?: string
}

const Shown = ({ view, who, seen, ...own }: ShownProps) => (
  <Block
    view={view}
    id={own.id}
    spec={own.spec}
    told={own.told}
    table={
      <YearTable
        view={view}
        who={who}
        seen={seen}
        caption={own.spec.heading}
        columns={own.columns}
      />
    }
    tabled
    sources={<BlockSource view={view} figures={own.figures} />}
    files={{ path: `/b/${who.id}`, query: own.query, svg: { ...own.query, ...own.picture } }}
    {...(own.embed !== undefined && { embed: own.embed })}
  />
)
