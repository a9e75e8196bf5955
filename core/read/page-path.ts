import type { Rule } from './page.ts'

/** Thicker shapes are shading, not lines; in points. */
const maxThickness = 3

export type Point = readonly [x: number, y: number]

/** Horizontal and vertical sides, each exactly straight. */
export function lineRules(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap(([x1, y1], i) => {
    const [x0 = 0, y0 = 0] = points[i] ?? []
    return straight(x0, y0, x1, y1) ?? []
  })
}

function straight(x0: number, y0: number, x1: number, y1: number): Rule | undefined {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (dy < 0.7 && dx > maxThickness) return { x0, y0, x1, y1: y0 }
  return dx < 0.7 && dy > maxThickness ? { x0, y0, x1: x0, y1 } : undefined
}

/** A filled shape so thin that it is a line; a dot may be part of a line either way. */
export function shapeRules(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return [
    ...(y1 - y0 <= maxThickness ? [{ x0, y0: y, x1, y1: y }] : []),
    ...(x1 - x0 <= maxThickness ? [{ x0: x, y0, x1: x, y1 }] : []),
  ]
}
