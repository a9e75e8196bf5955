import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Refusal } from '../reading.ts'
import type { Doc } from './doc.ts'
import { blocks } from './page-doc.ts'
import type { Page } from './page.ts'
import type { Font } from './pdf-content.ts'
import { type Operator, page } from './pdf-page.ts'

/** No report is longer. */
const maxPages = 200
/** No page of a report holds more. */
const maxGlyphs = 30_000

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Reads a PDF that has text: paragraphs and tables rebuilt from where things stand on the pages. */
export async function readPdf(bytes: Uint8Array): Promise<Doc | Refusal> {
  try {
    const pdf = await open(bytes)
    try {
      return pdf.numPages > maxPages ? tooLong : await read(pdf)
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? locked : broken
  }
}

const locked: Refusal = {
  refused:
    'PDF 有密码保护：请提供未加密的文件（the PDF needs a password: use a file without protection）',
}
const broken: Refusal = {
  refused: 'PDF 文件已损坏，不能打开：请重新下载（the PDF is damaged: download it again）',
}
const tooLong: Refusal = {
  refused: 'PDF 超过 200 页：请只保留报告本身（the PDF has over 200 pages: keep the report only）',
}
const noText: Refusal = {
  refused:
    'PDF 没有可读的文字（扫描件、图片，或字体缺少编码）：请按原表录入，或提供 Word、网页版（the PDF has no readable text, it is a scan or its fonts lack meanings: type the tables in, or use the Word file or web page）',
}

const tooDense: Refusal = {
  refused:
    'PDF 的页面内容过多，不是正常的报告（a page of the PDF holds far more than any page of a report）',
}

const open = (bytes: Uint8Array): Promise<Pdf> =>
  // pdf.js takes the bytes over and wants no Buffer: it gets its own copy. Pictures and fonts are never shown, so they are not decoded.
  getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
  })

async function read(pdf: Pdf): Promise<Doc | Refusal> {
  const { OPS } = await getResolvedPDFJS()
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]))
  const pages: Page[] = []
  for (let i = 1; i <= pdf.numPages; i++) pages.push(await readPage(await pdf.getPage(i), names))
  const refused = unsuitable(pages)
  if (refused) return refused
  return { format: 'pdf', title: null, meta: {}, blocks: blocks(pages), open: false }
}

function unsuitable(pages: readonly Page[]): Refusal | undefined {
  if (pages.some(({ glyphs }) => glyphs.length > maxGlyphs)) return tooDense
  const isChinese = pages.some(({ glyphs }) =>
    glyphs.some(({ text }) => /\p{Script=Han}/u.test(text)),
  )
  return isChinese ? undefined : noText
}

async function readPage(from: PdfPage, names: ReadonlyMap<number, string>): Promise<Page> {
  const { fnArray, argsArray } = await from.getOperatorList()
  const operators = fnArray.map((code, i): Operator => {
    const args: unknown = argsArray[i]
    return { name: names.get(code) ?? '', args: Array.isArray(args) ? args : [] }
  })
  const fonts = await loadFonts(from, operators)
  const shown = from.getViewport({ scale: 1 })
  const result = page(operators, names, fonts, shown)
  from.cleanup()
  return result
}

async function loadFonts(
  { commonObjs }: PdfPage,
  operators: readonly Operator[],
): Promise<Map<string, Font>> {
  const used = operators.flatMap(({ name, args }) => (name === 'setFont' ? [String(args[0])] : []))
  const fonts = [...new Set(used)].map(
    (name) =>
      new Promise<[string, Font]>((resolve) => {
        commonObjs.get(name, (font: unknown) => resolve([name, metrics(font)]))
      }),
  )
  return new Map(await Promise.all(fonts))
}

function metrics(font: unknown): Font {
  if (typeof font !== 'object' || font === null) return { unit: 0.001, vertical: false }
  const matrix: unknown = 'fontMatrix' in font ? font.fontMatrix : undefined
  const unit: unknown = Array.isArray(matrix) ? matrix[0] : undefined
  return {
    unit: typeof unit === 'number' && unit !== 0 ? unit : 0.001,
    vertical: 'vertical' in font && font.vertical === true,
  }
}
