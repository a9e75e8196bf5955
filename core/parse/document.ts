import type { Doc } from '../read/doc.ts'
import { readDoc } from '../read/index.ts'
import { type Reading, type Refusal, isRefusal } from '../reading.ts'
import { type Bulk, readBulk } from './bulk.ts'
import { textLines } from './identity.ts'
import { parseDoc } from './reading.ts'
import { titles } from './title.ts'

/** A report with what it says beside its tables. */
interface Report {
  readonly kind: 'report'
  readonly reading: Reading
  /** Its paragraphs, one to a line; tables left out. */
  readonly text: string
  /** Years that its titles name. */
  readonly titleYears: readonly number[]
}

/** What a file holds: one report, or a sheet with a report a row. */
export type Document = Report | ({ readonly kind: 'bulk' } & Bulk)

/** Reads a file of any format. What cannot be read for certain is `unread` or refused with a reason; never throws. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Document | Refusal> {
  const doc = await readDoc(bytes, name)
  if ('refused' in doc) return doc
  const bulk = readBulk(doc)
  if (bulk) return { kind: 'bulk', ...bulk }
  const reading = parseDoc(doc)
  if (isRefusal(reading)) return reading
  const years = titles(doc, textLines(doc)).flatMap(({ year }) => year ?? [])
  return { kind: 'report', reading, text: textOf(doc), titleYears: [...new Set(years)] }
}

/** Reads the file of one report; a sheet of many is refused. */
export async function readReport(bytes: Uint8Array, name: string): Promise<Reading | Refusal> {
  const document = await readDocument(bytes, name)
  if ('refused' in document) return document
  return document.kind === 'report' ? document.reading : { refused: manyReports }
}

const manyReports = '这是多份报告的汇总表，不是一份报告（a sheet of many reports, not one report）'

const textOf = ({ blocks }: Doc): string =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n')
