import { type ChartComponent, LinearScale, type LinearScaleOptions } from 'chart.js'
import { placeOf } from '#core/chart/place.ts'

/** `from` and `to` are the ends of the axis above its line for zero, both above zero. */
type Options = LinearScaleOptions & { readonly from: number; readonly to: number }

declare module 'chart.js' {
  interface CartesianScaleTypeRegistry {
    zeroLog: { options: Options }
  }
}

/** The log axis of the picture, with its own line for zero. */
export class ZeroLogScale extends LinearScale<Options> {
  static override id = 'zeroLog'
  static override defaults: NonNullable<ChartComponent['defaults']> = LinearScale.defaults ?? {}

  override getPixelForValue(value: number): number {
    const { from, to } = this.options
    return this.getPixelForDecimal(placeOf(from, to, 'log')(value))
  }
}
