import type { Refusal } from '../reading.ts'
import type { Doc } from './doc.ts'
import { type OfdPage, drawPage } from './ofd-page.ts'
import { blocks } from './page-doc.ts'
import type { Page } from './page.ts'
import { resolvePath, walkXml } from './xml.ts'
import type { Files, Zip } from './zip.ts'

/** No report is longer. */
const maxPages = 200

/** Reads an OFD (GB/T 33190): paragraphs and tables rebuilt from where things stand on the pages. */
export function readOfd(zip: Zip): Doc | Refusal {
  const files = zip.read((name) => name.endsWith('.xml'))
  if ('refused' in files) return files
  const root = documentPath(files)
  const layout = root === undefined ? undefined : readLayout(files, root)
  if (!layout || layout.pages.length === 0) return broken
  if (layout.pages.length > maxPages) return tooLong
  const pages: Page[] = []
  for (const path of layout.pages) {
    const page = drawPage(files, path, layout)
    if (!page) return broken
    pages.push(page)
  }
  const chinese = pages.some(({ glyphs }) =>
    glyphs.some(({ text }) => /\p{Script=Han}/u.test(text)),
  )
  if (!chinese) return noText
  return { format: 'ofd', title: null, meta: {}, blocks: blocks(pages), open: false }
}

const broken: Refusal = {
  refused: 'OFD 文件已损坏，不能打开：请重新下载（the OFD file is damaged: download it again）',
}
const tooLong: Refusal = {
  refused: 'OFD 超过 200 页：请只保留报告本身（the OFD has over 200 pages: keep the report only）',
}
const noText: Refusal = {
  refused:
    'OFD 没有可读的文字（扫描件或图片）：请按原表录入，或提供 Word、网页版（the OFD has no readable text, it is a scan: type the tables in, or use the Word file or web page）',
}

/** Where the first document of the file begins. */
function documentPath(files: Files): string | undefined {
  const entry = files.get('OFD.xml')
  let path: string | undefined
  const sound =
    entry &&
    walkXml(entry, {
      open() {},
      close: (name, text) => {
        if (name === 'DocRoot') path ??= resolvePath('OFD.xml', text.trim())
      },
    })
  return sound ? path : undefined
}

function readLayout(files: Files, root: string): OfdPage | undefined {
  const document = files.get(root)
  const pages: string[] = []
  const templates = new Map<string, string>()
  let box = ''
  const sound =
    document &&
    walkXml(document, {
      open: (name, { ID = '', BaseLoc = '' }) => {
        if (name === 'Page') pages.push(resolvePath(root, BaseLoc))
        if (name === 'TemplatePage') templates.set(ID, resolvePath(root, BaseLoc))
      },
      close: (name, text) => {
        if (name === 'PhysicalBox') box ||= text
      },
    })
  return sound ? { pages, templates, box } : undefined
}
