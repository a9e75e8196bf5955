import { raw } from 'hono/html'
import { titleOf } from '#core/chart/head.ts'
import type { LineSpec } from '#core/chart/spec.ts'
import { lineSvg } from '#core/chart/svg.ts'
import type { Child } from 'hono/jsx'

interface Props {
  readonly spec: LineSpec
  /** Unique in the page. */
  readonly id: string
  readonly children?: Child
}

/** A chart: picture, the same as data for the script, and what belongs below it. */
export const ChartFigure = ({ spec, id, children }: Props) => (
  <figure class="chart" id={id} tabindex={0} aria-label={titleOf(spec)}>
    <Picture spec={spec} id={id} />
    <script type="application/json">{raw(inScript(spec))}</script>
    <figcaption>{children}</figcaption>
  </figure>
)

/** Several lines need names: beside them on a wide screen, below the picture on a narrow one. */
const Picture = ({ spec, id }: Pick<Props, 'spec' | 'id'>) =>
  spec.lines.length > 1 ? (
    <>
      <div class="wide">{raw(lineSvg(spec, id, 560))}</div>
      <div class="slim">{raw(lineSvg(spec, `${id}s`, 320))}</div>
    </>
  ) : (
    <>{raw(lineSvg(spec, id))}</>
  )

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
