import { raw } from 'hono/html'
import { type LineSpec, titleOf } from '#core/chart/spec.ts'
import { lineSvg } from '#core/chart/svg.ts'
import type { Child } from 'hono/jsx'

interface Props {
  readonly spec: LineSpec
  /** Unique in the page. */
  readonly id: string
  readonly width?: number
  readonly children?: Child
}

/** A chart: picture, the same as data for the script, and what belongs below it. */
export const ChartFigure = ({ spec, id, width = 360, children }: Props) => (
  <figure class="chart" id={id} tabindex={0} aria-label={titleOf(spec)}>
    {raw(lineSvg(spec, id, width))}
    <script type="application/json">{raw(inScript(spec))}</script>
    <figcaption>{children}</figcaption>
  </figure>
)

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
