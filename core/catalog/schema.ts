import * as v from 'valibot'
import { type FigureId, isFigureId } from './index.ts'

/** A figure's id, as it arrives from outside: a URL, a file, a form. */
export const FigureIdSchema = v.custom<FigureId>(
  (id) => typeof id === 'string' && isFigureId(id),
  '指标的编号，见 /api/v1/figures（id of a figure, see /api/v1/figures）',
)
