import type { Refusal } from '../reading.ts'
import type { Doc } from './doc.ts'
import { sheetBlocks } from './xlsx-grid.ts'
import { type Format, readFormats } from './xlsx-format.ts'
import { readSheet } from './xlsx-sheet.ts'
import { resolvePath, walkXml } from './xml.ts'
import type { Files, Zip } from './zip.ts'

const parts =
  /^xl\/(?:(?:workbook|sharedStrings|styles)\.xml|worksheets\/[^/]+\.xml|_rels\/workbook\.xml\.rels)$/

/** Reads a workbook (.xlsx): for each visible sheet its name and a grid of what the cells show. */
export function readXlsx(zip: Zip): Doc | Refusal {
  const files = zip.read((name) => parts.test(name))
  if ('refused' in files) return files
  const book = readBook(files)
  if (!book) return broken
  const blocks = []
  for (const { name, path } of book.sheets) {
    const bytes = files.get(path)
    const sheet = bytes && readSheet(bytes, book)
    if (!sheet) return broken
    if ('refused' in sheet) return sheet
    blocks.push({ kind: 'text' as const, text: name, line: blocks.length + 1 })
    for (const block of sheetBlocks(sheet)) blocks.push({ ...block, line: blocks.length + 1 })
  }
  return { format: 'xlsx', title: null, meta: {}, blocks, open: false }
}

const broken: Refusal = {
  refused:
    'Excel 文件已损坏，不能打开：请重新另存为 .xlsx（the workbook is damaged: save it again as .xlsx）',
}

/** What all sheets of a workbook share. */
export interface Book {
  readonly strings: readonly string[]
  readonly formats: readonly Format[]
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
}

function readBook(files: Files): Book | undefined {
  const workbook = files.get('xl/workbook.xml')
  const relations = files.get('xl/_rels/workbook.xml.rels')
  if (!workbook || !relations) return undefined
  const targets = new Map<string, string>()
  const sheets: { name: string; path: string }[] = []
  let is1904 = false
  const sound =
    walkXml(relations, {
      open: (name, { Id, Target }) => {
        if (name === 'Relationship' && Id && Target)
          targets.set(Id, resolvePath('xl/workbook.xml', Target))
      },
    }) &&
    walkXml(workbook, {
      open: (name, attributes) => {
        if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
        const path = targets.get(attributes['r:id'] ?? '')
        const isShown = (attributes['state'] ?? 'visible') === 'visible'
        if (name === 'sheet' && isShown && path?.startsWith('xl/worksheets/')) {
          sheets.push({ name: attributes['name'] ?? '', path })
        }
      },
    })
  const strings = readStrings(files.get('xl/sharedStrings.xml'))
  const formats = readFormats(files.get('xl/styles.xml'), is1904)
  return sound && strings && formats ? { strings, formats, sheets } : undefined
}

/** Shared texts; of each the printed parts, not how it is pronounced. */
function readStrings(bytes: Uint8Array | undefined): string[] | undefined {
  const strings: string[] = []
  if (!bytes) return strings
  let spoken = 0
  const sound = walkXml(bytes, {
    open: (name) => {
      if (name === 'si') strings.push('')
      if (name === 'rPh') spoken++
    },
    close: (name, text) => {
      if (name === 'rPh') spoken--
      if (name === 't' && spoken === 0) strings[strings.length - 1] += text
    },
  })
  return sound ? strings : undefined
}
