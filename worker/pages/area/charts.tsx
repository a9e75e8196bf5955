import type { FigureId } from '#core/catalog/index.ts'
import {
  type AreaSubject,
  areaCharts,
  areaLine,
  hasBars,
  lineFigures,
  outcomesShown,
  sumUnit,
} from '#core/chart/area.ts'
import { tellingSums, toldSum } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { Block, type Files } from '../block.tsx'
import { type View, creditOf } from '../view.ts'
import { type Asked, sumQuery } from './asked.ts'
import { type AreaData, subjectOf } from '../../routes/area-data.ts'
import { OutcomeTable, SumTable } from './sum-table.tsx'
import { Sources } from './sources.tsx'

/** What the file of the outcomes has: sums where no rate is printed, and rates with what they are made of. */
const outcomeMeasures =
  'outcome_granted.total,outcome_partial.total,denied_share,unable_share,refused_share,other_share,outcome_total.total'

interface Props {
  readonly view: View
  readonly asked: Asked
  readonly area: AreaData
  /** The path of the view's files, without an ending. */
  readonly path: string
}

/** Trends of licensing, penalties and requests, and how requests ended. */
export function Trends(props: Props) {
  const subject = subjectOf(props.area, props.asked)
  const shown = lineFigures.filter((id) => subject.sums.some(({ figure }) => figure === id))
  return (
    <div class="spread">
      {shown.map((id) => (
        <Line
          {...props}
          subject={subject}
          id={id}
          chart={areaCharts[lineFigures.indexOf(id)] ?? id}
        />
      ))}
      {shown.length > 0 && <Outcomes {...props} subject={subject} />}
    </div>
  )
}

type Part = Props & { readonly subject: AreaSubject }

function Line({
  view,
  asked,
  area,
  path,
  subject,
  id,
  chart,
}: Part & { id: FigureId; chart: string }) {
  const spec = areaLine(view.lang, id, subject, {
    credit: creditOf(view),
    scale: asked.scale === 'log' ? 'log' : undefined,
  })
  const sums = area.sums.own.filter(({ figure }) => figure === id)
  return (
    <Block
      view={view}
      id={chart}
      spec={spec}
      told={toldSum(view.lang, tellingSums(sums))}
      table={<SumTable lang={view.lang} sums={sums} unit={sumUnit(view.lang, id)} />}
      sources={<Sources view={view} asked={asked} area={area} figure={id} />}
      files={filesOf(path, asked, id, chart)}
    />
  )
}

function Outcomes({ view, asked, area, path, subject }: Part) {
  const spec = outcomesShown(view.lang, subject, { credit: creditOf(view), mode: asked.mode })
  if (!hasBars(spec))
    return (
      <section class="block">
        <h3>
          {spec.heading}
          <small>{spec.subject}</small>
        </h3>
        <p>{t(view.lang, 'outcomes_none')}</p>
        <details>
          <summary>{t(view.lang, 'tab_table')}</summary>
          <OutcomeTable view={view} subject={subject} />
        </details>
      </section>
    )
  const noShares = asked.mode === 'share' && spec.mode === 'count'
  return (
    <Block
      view={view}
      id="outcomes"
      spec={spec}
      told={t(view.lang, noShares ? 'outcomes_no_shares' : 'outcomes_told')}
      table={<OutcomeTable view={view} subject={subject} />}
      sources={<Sources view={view} asked={asked} area={area} figure="outcome_total.total" />}
      files={filesOf(path, asked, outcomeMeasures, 'outcomes')}
    />
  )
}

/** The address of the same as files. */
function filesOf(path: string, asked: Asked, figure: string, chart: string): Files {
  const query = sumQuery(asked)
  const scale = asked.scale === 'log' && chart !== 'outcomes' ? 'log' : undefined
  const mode = asked.mode === 'count' && chart === 'outcomes' ? 'count' : undefined
  return { path, query: { figure, ...query }, svg: { chart, ...query, scale, mode } }
}
