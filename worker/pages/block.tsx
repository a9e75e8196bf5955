import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type ChartSpec, chartSvg } from '#core/chart/chart.ts'
import { titleOf } from '#core/chart/head.ts'
import { t } from '#core/text/words.ts'
import { type Query, type View, hrefIn } from './view.ts'

/** A view as files: its path without an ending, and the state that the files take as parameters. */
export interface Files {
  readonly path: string
  readonly query: Query
  /** Parameters of the picture, where they are not those of the data. */
  readonly svg?: Query
}

interface Props {
  readonly view: View
  /** Unique in the page; also names the block in `?tab=`. */
  readonly id: string
  readonly spec: ChartSpec
  /** What the picture says, in a sentence. */
  readonly told?: string
  /** Every number of the picture, as a table. */
  readonly table: Child
  /** Where the numbers come from. */
  readonly sources: Child
  readonly files: Files
  /** Path and query of the same as an embed; none where there is no embed of it. */
  readonly embed?: string
}

/** A chart with its three tabs 图 · 表 · 来源 and what can be done with it: 下载 · 引用 · 嵌入 · 分享. Works without script. */
export const Block = ({ view, id, spec, told, table, sources, files }: Props) => (
  <section class="block" id={id}>
    <h3>{titleOf(spec)}</h3>
    {told && <p>{told}</p>}
    <figure class="chart" tabindex={0} aria-label={titleOf(spec)}>
      {raw(chartSvg(spec, id))}
      <script type="application/json">{raw(inScript(spec))}</script>
    </figure>
    {table}
    {sources}
    <a href={hrefIn(view, `${files.path}.csv`, files.query)}>{t(view.lang, 'download_csv')}</a>
  </section>
)

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
