import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import * as v from 'valibot'
import { FigureIdSchema } from '#core/catalog/schema.ts'
import { editions } from '#core/catalog/table.ts'
import { states } from '#core/reading.ts'
import { type Printed, formHtml } from './form.ts'

/** Where the real samples are: the lists, the figures keyed by hand, and the reports made from them. */
export const realFolder = new URL('real/', import.meta.url)

const BureausSchema = v.array(v.object({ id: v.string(), name: v.string() }))

const ReportsSchema = v.array(
  v.object({
    file: v.string(),
    bureau: v.string(),
    year: v.pipe(v.string(), v.toNumber(), v.integer()),
    source: v.string(),
    excerpt: v.picklist(['', '1']),
  }),
)

const EditionSchema = v.picklist(editions)

const PrintedSchema = v.record(FigureIdSchema, v.string())

const SampleSchema = v.object({
  tables: v.object({
    disclosure: v.exactOptional(EditionSchema),
    requests: v.exactOptional(v.nullable(EditionSchema)),
    reviews: v.exactOptional(v.literal('any')),
  }),
  figures: v.record(FigureIdSchema, v.nullable(v.number())),
  /** The state of every cell whose figure is null. */
  states: v.optional(v.record(FigureIdSchema, v.picklist(states)), {}),
  /** Cells that print more than the plain number. */
  printed: v.optional(PrintedSchema, {}),
})

/** What a report says, keyed from the original: the truth about the HTML files. */
type Sample = v.InferOutput<typeof SampleSchema>

const read = (file: string): string => readFileSync(new URL(file, realFolder), 'utf8')
const readCsv = (file: string): unknown =>
  Papa.parse(read(file), { header: true, skipEmptyLines: true }).data

export const samples = v.parse(v.record(v.string(), SampleSchema), JSON.parse(read('figures.json')))

interface RealReport {
  readonly file: string
  readonly bureau: string
  readonly year: number
  readonly source: string
  readonly html: string
}

/** The real samples in the order of `reports.csv`; `html` is what should stand in the file. */
export function realReports(): RealReport[] {
  const bureaus = v.parse(BureausSchema, readCsv('bureaus.csv'))
  return v.parse(ReportsSchema, readCsv('reports.csv')).map(({ file, year, source, ...report }) => {
    const bureau = bureaus.find(({ id }) => id === report.bureau)?.name
    const sample = samples[file]
    if (bureau === undefined || !sample) throw new Error(`${file}: no such bureau, or no figures`)
    const narrative = [report.excerpt ? excerptNote : '本页只收录统计表。']
    const { tables } = sample
    const html = formHtml({ bureau, year, tables, cells: printedCells(sample), narrative })
    return { file, bureau, year, source, html }
  })
}

const excerptNote = '本页为摘录，只收录统计表中已核对的行，其余内容未收录。'

/** The text of each cell: what is noted as printed, else the number; nothing where it is blank. */
function printedCells({ figures, printed }: Sample): Printed {
  const plain = v.parse(
    PrintedSchema,
    Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, String(value ?? '')])),
  )
  return { ...plain, ...printed }
}
