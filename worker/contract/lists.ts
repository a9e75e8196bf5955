import { figures } from '#core/catalog/index.ts'
import { FigureIdSchema } from '#core/catalog/schema.ts'
import { indicators } from '#core/indicator/indicators.ts'
import {
  FigureListSchema,
  MeasureListSchema,
  MeasureSchema,
  SectorSchema,
} from '../routes/parameters.ts'
import { PeerSectorSchema } from '../routes/peers.ts'
import type { Json } from './meanings.ts'

const list = (values: readonly string[]): Json => ({ type: 'string', enum: values })

const ids = figures.map(({ id }) => id)

/** Values that many parameters take, which the document names once. */
export const lists = {
  Figure: list(ids),
  Measure: list([...ids, ...Object.keys(indicators)]),
  Sector: list(SectorSchema.options),
  PeerSector: list(PeerSectorSchema.options),
} as const satisfies Json

/** Which schemas take them. */
export const listOf: ReadonlyMap<unknown, keyof typeof lists> = new Map<
  unknown,
  keyof typeof lists
>([
  [FigureIdSchema, 'Figure'],
  [FigureListSchema, 'Figure'],
  [MeasureSchema, 'Measure'],
  [MeasureListSchema, 'Measure'],
  [SectorSchema, 'Sector'],
  [PeerSectorSchema, 'PeerSector'],
])
