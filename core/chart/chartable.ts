import { type FigureId, figure, isFigureId } from '#core/catalog/index.ts'

/** A figure that may be drawn. Amounts in whatever unit the bureau printed have no common scale: never charted. */
export const isChartable = (id: string): id is FigureId =>
  isFigureId(id) && figure(id).unit !== 'printed'
