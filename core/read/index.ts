import type { Refusal } from '../reading.ts'
import { exceeds } from './bounds.ts'
import type { Doc } from './doc.ts'
import { decode } from './encoding.ts'
import { format, isGarbled, isHtml, isJson, remedies } from './format.ts'

/** Largest file that is opened, in bytes. */
export const maxBytes = 20_000_000

/**
 * Reads a file of any format into text blocks and grids. Formats are told by content; `name` only tells what content
 * cannot (a CSV). A format's library is loaded only when such a file is opened. Never throws on bad input.
 */
export async function readDoc(bytes: Uint8Array, name: string): Promise<Doc | Refusal> {
  if (bytes.length === 0) return { refused: '文件为空（the file is empty）' }
  if (bytes.length > maxBytes) return tooLarge
  const kind = format(bytes)
  if (kind === 'pdf') return (await import('./pdf.ts')).readPdf(bytes)
  if (kind === 'zip') return (await import('./office.ts')).readOffice(bytes)
  return kind === 'markup' ? readMarkup(bytes, name) : { refused: remedies[kind] }
}

async function readMarkup(bytes: Uint8Array, name: string): Promise<Doc | Refusal> {
  const text = decode(bytes)
  if (text === undefined || text.includes('\u0000')) return unreadable
  const refused = unsuitable(text)
  if (refused !== undefined) return { refused }
  const kind = /\.csv$/i.test(name) ? 'csv' : isHtml(text) ? 'html' : 'text'
  if (kind === 'csv') return (await import('./csv.ts')).readCsv(text)
  const exceeded = exceeds(text, kind)
  if (exceeded) return exceeded
  if (kind === 'html') return (await import('./html.ts')).readHtml(text)
  return (await import('./text.ts')).readText(text)
}

export const tooLarge: Refusal = {
  refused: '文件超过 20 MB：请只保留报告本身（the file is over 20 MB: keep the report only）',
}

const unreadable: Refusal = {
  refused:
    '不能识别的编码或二进制文件：请另存为 UTF-8 文本或网页（unknown encoding or binary file: save as UTF-8 text or HTML）',
}

function unsuitable(text: string): string | undefined {
  if (text.trim() === '') return '文件里没有文字（the file has no text）'
  if (isJson(text)) {
    return '这是数据文件（JSON），不是报告：请提供报告原文（a JSON data file, not a report: use the report itself）'
  }
  if (isGarbled(text)) {
    return '文字已损坏（UTF-8 被当作 GBK）：请重新保存原网页（garbled text, UTF-8 read as GBK: save the page again）'
  }
  return undefined
}
