import type { Refusal } from '../reading.ts'
import type { Doc } from './doc.ts'
import { openZip } from './zip.ts'

/** Reads a zipped document; which one is told by its parts. The reader, and its library, load only when needed. */
export async function readOffice(bytes: Uint8Array): Promise<Doc | Refusal> {
  const zip = openZip(bytes)
  if ('refused' in zip) return zip
  if (zip.names.includes('word/document.xml')) return (await import('./docx.ts')).readDocx(zip)
  if (zip.names.includes('xl/workbook.xml')) return (await import('./xlsx.ts')).readXlsx(zip)
  if (zip.names.includes('OFD.xml')) return (await import('./ofd.ts')).readOfd(zip)
  return {
    refused:
      '不支持的压缩格式：请解压后提供报告本身（.docx、.xlsx、.pdf、.ofd）（an archive of another kind: unpack it and use the report itself）',
  }
}
