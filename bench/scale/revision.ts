import { createHash } from 'node:crypto'
import type { NewBureau } from '#core/roster/bureau.ts'
import type { MadeReport } from './report.ts'

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** What a report's revision says besides its figures. */
export interface Document {
  readonly fileName: string
  readonly fileHash: string
  readonly source: string
  readonly publishedOn: string
}

export const documentOf = ({ id }: NewBureau, year: number): Document => ({
  fileName: `${id}-${year}.html`,
  fileHash: sha256(`${id} ${year}`),
  source: `https://www.example.cn/zwgk/zfxxgk/ndbg/${year + 1}01/t${year + 1}0121_${id}.html`,
  publishedOn: `${year + 1}-01-21`,
})

/** The digest that the API gives this content: the name of the file is no part of it. */
export function digestOf(document: Document, report: MadeReport): string {
  const { fileHash, source, publishedOn } = document
  const { excerpt, tables, cells } = report
  return sha256(JSON.stringify({ fileHash, source, publishedOn, excerpt, tables, cells }))
}
