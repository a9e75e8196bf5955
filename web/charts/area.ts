import type { PlotArea } from '#core/chart/sheet.ts'

/** Where a picture has its plot, in its own units. */
export interface Area extends PlotArea {
  readonly width: number
  readonly height: number
  readonly rows: readonly number[]
}

/** Reads what the picture says of itself: `data-area="left top right bottom low high row …"`. */
export function areaOf(viewBox: string, data: string): Area {
  const [, , width = 1, height = 1] = viewBox.split(' ').map(Number)
  const [left = 0, top = 0, right = 1, bottom = 1, low = 0, high = 1, ...rows] = data
    .split(' ')
    .map(Number)
  return { width, height, left, top, right, bottom, low, high, rows }
}
