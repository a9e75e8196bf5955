import { n } from './text.ts'

const [width, height] = [80, 20]

/**
 * A tiny line for a table that has the numbers beside it: gaps stay gaps, the last point is marked. No line leads to the
 * points of `apart`, as indexes.
 */
export function sparkSvg(
  values: readonly (number | null)[],
  apart: readonly number[] = [],
): string {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  const x = (i: number) =>
    n(values.length > 1 ? 3 + ((width - 6) * i) / (values.length - 1) : width / 2)
  const y = (value: number) =>
    n(height - 3 - (high === low ? 0 : ((value - low) / (high - low)) * (height - 6)))
  const points = values.map((value, i) => (value === null ? '' : `${x(i)} ${y(value)}`))
  // A stroke of no length: a lone point between gaps shows as a dot.
  const path = points.map(
    (point, i) => point && (points[i - 1] && !apart.includes(i) ? `L${point}` : `M${point}h0`),
  )
  const last = points.findLast((point) => point !== '')
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" aria-hidden="true"><path d="${path.join('')}"/>${last === undefined ? '' : `<path d="M${last}h0" stroke-width="5"/>`}</svg>`
}
