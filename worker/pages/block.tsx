import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type ChartSpec, chartSvg } from '#core/chart/chart.ts'
import { titleOf } from '#core/chart/head.ts'
import { leanSpec } from '#core/chart/lean.ts'
import { inTable } from '#core/chart/in-table.ts'
import { t } from '#core/text/words.ts'
import { Actions } from './block-actions.tsx'
import type { Query, View } from './view.ts'

/** A view as files: its path without an ending, and the state that the files take as parameters. */
export interface Files {
  readonly path: string
  readonly query: Query
  /** The path of the JSON, where it has no ending. */
  readonly json?: string
  /** Parameters of the picture, where they are not those of the data; null where there is no picture as a file. */
  readonly svg?: Query | null
}

interface Props {
  readonly view: View
  /** Unique in the page; also names the block in `?tab=`. */
  readonly id: string
  readonly spec: ChartSpec
  /** Of its heading, where no section stands above it. */
  readonly level?: 2 | 3
  /** Small multiples in place of the one picture. */
  readonly facets?: readonly ChartSpec[]
  /** What the picture says, in a sentence. */
  readonly told?: string
  /** Every number of the picture, as a table. */
  readonly table: Child
  /**
   * The table is one of years, the newest first, and its columns are the chart's lines or layers, then what stands beside
   * them (`inTable`): the script reads the numbers there, and the page has them once.
   */
  readonly tabled?: boolean
  /** Where the numbers come from. */
  readonly sources: Child
  /** None where no file has these very numbers. */
  readonly files?: Files
  /** Path and query of the same as an embed; none where there is no embed of it. */
  readonly embed?: string
}

const tabs = ['chart', 'table', 'source'] as const
type Tab = (typeof tabs)[number]

/** A chart with its three tabs 图 · 表 · 来源 and what can be done with it: 下载 · 引用 · 嵌入 · 分享. Works without script. */
export function Block(props: Props) {
  const { view, id, spec, level = 3, facets = [], told, table, tabled = false, files } = props
  const open = tabOf(view, id)
  return (
    <section class="block" id={id}>
      <Heading id={`${id}-h`} spec={spec} level={level} />
      {told ? <p>{told}</p> : ''}
      <fieldset>
        <legend class="vh">{t(view.lang, 'view_as')}</legend>
        {tabs.map((tab) => (
          <>
            <input type="radio" name={id} id={`${id}-${tab}`} checked={tab === open || undefined} />
            <label for={`${id}-${tab}`}>{t(view.lang, `tab_${tab}`)}</label>
          </>
        ))}
        {facets.length === 0 ? (
          <figure class="chart" tabindex={0} aria-labelledby={`${id}-h`}>
            <Drawn
              spec={untitled(spec)}
              id={id}
              data={tabled ? inTable(leanSpec(spec)) : leanSpec(spec)}
            />
          </figure>
        ) : (
          <figure class="facets">
            {facets.map((facet, i) => (
              <figure class="chart" tabindex={0} aria-label={titleOf(facet)}>
                <Drawn spec={facet} id={`${id}-${i}`} data={leanSpec(facet)} />
              </figure>
            ))}
          </figure>
        )}
        <div>{table}</div>
        <div>{props.sources}</div>
      </fieldset>
      <Actions view={view} id={id} spec={spec} files={files} embed={props.embed} />
    </section>
  )
}

const Heading = ({ id, spec, level }: { id: string; spec: ChartSpec; level: 2 | 3 }) => {
  const text = (
    <>
      {spec.heading}
      <small>{spec.subject}</small>
    </>
  )
  return level === 2 ? <h2 id={id}>{text}</h2> : <h3 id={id}>{text}</h3>
}

/** A picture, and the same as data for the script. */
const Drawn = ({ spec, id, data }: Pick<Props, 'spec' | 'id'> & { data: object }) => (
  <>
    <Picture spec={spec} id={id} />
    <script type="application/json">{raw(inScript(data))}</script>
  </>
)

/** Several lines need names: beside them on a wide screen, below the picture on a narrow one. */
const Picture = ({ spec, id }: Pick<Props, 'spec' | 'id'>) =>
  spec.kind === 'line' && spec.lines.length > 1 ? (
    <>
      <div class="wide">{raw(pictureOf(spec, id, 560))}</div>
      <div class="slim">{raw(pictureOf(spec, `${id}s`, 320))}</div>
    </>
  ) : (
    <>{raw(pictureOf(spec, id))}</>
  )

/** What and who stand above the picture as the heading of the block. */
const untitled = (spec: ChartSpec): ChartSpec => ({ ...spec, heading: '', subject: '' })

/** Without the names that a picture alone needs: here the figure is named by its heading, and told by the sentence. */
const pictureOf = (spec: ChartSpec, id: string, width?: number): string =>
  chartSvg(spec, id, width)
    .replace(/ role="img" aria-labelledby="[^"]*"/, ' aria-hidden="true"')
    .replace(/<title.*<\/desc>/s, '')

/** The tab that `?tab=licences.table,outcomes.source` opens of this block; the chart where it names none. */
function tabOf({ url }: View, id: string): Tab {
  const asked = (url.searchParams.get('tab') ?? '').split(',')
  return tabs.find((tab) => asked.includes(`${id}.${tab}`)) ?? 'chart'
}

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
