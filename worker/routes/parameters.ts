import * as v from 'valibot'
import { FigureIdSchema } from '#core/catalog/schema.ts'
import { bureauId, divisionCode } from '#core/roster/bureau.ts'

/** Parts of requests that several routes share. */
export const BureauIdSchema = v.pipe(
  v.string(),
  v.regex(bureauId, '行政机关编号，如 410307-0001（a bureau id such as 410307-0001）'),
)

export const DivisionSchema = v.pipe(
  v.string(),
  v.regex(divisionCode, '行政区划代码，如 410307（a division code such as 410307）'),
)

export const YearSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}$/, '四位年份（a year of four digits）'),
  v.transform(Number),
)

/** `a,b,c`, without empty or repeated parts. */
const list = (max: number, message: string) =>
  v.pipe(
    v.string(),
    v.transform((text) => [...new Set(text.split(',').filter((part) => part !== ''))]),
    v.minLength(1, message),
    v.maxLength(max, message),
  )

export const FigureListSchema = v.pipe(
  list(50, '1–50 个指标，逗号分隔（1 to 50 figure ids, comma-separated）'),
  v.array(FigureIdSchema),
)

export const BureauListSchema = v.pipe(
  list(50, '1–50 个行政机关，逗号分隔（1 to 50 bureau ids, comma-separated）'),
  v.array(BureauIdSchema),
)
