import * as v from 'valibot'
import { type FigureId, isFigureId } from './index.ts'

/** A figure's id, as it arrives from outside: a URL, a file, a form. */
export const FigureIdSchema = v.custom<FigureId>(
  (id) => typeof id === 'string' && isFigureId(id),
  'Not in the catalogue of figures (see /api/v1/figures)',
)
