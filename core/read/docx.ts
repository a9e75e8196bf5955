import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Refusal } from '../reading.ts'
import type { Doc } from './doc.ts'
import { readHtml } from './html.ts'
import { walkXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** The parts that text comes from: no pictures, no fonts. */
const textParts = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]*\.(?:xml|rels))$/

const broken: Refusal = {
  refused:
    'Word 文件已损坏，不能打开：请重新另存为 .docx（the Word file is damaged: save it again as .docx）',
}

/** Reads a Word document (.docx): paragraphs and tables. Deleted and hidden text is left out. */
export async function readDocx(zip: Zip): Promise<Doc | Refusal> {
  const files = zip.read((name) => textParts.test(name))
  if ('refused' in files) return files
  for (const [name, bytes] of files) {
    if (name.endsWith('.xml') && !walkXml(bytes, { open() {} })) return tooDeep
  }
  const main = files.get('word/document.xml')
  if (!main) return broken
  const parts = { ...Object.fromEntries(files), 'word/document.xml': withoutHidden(main) }
  // Nothing that has not been checked is unpacked a second time.
  const buffer = zipSync(parts, { level: 0 })
  // Node's build of mammoth looks for `buffer`, the browser's for `arrayBuffer`.
  const input = { buffer, arrayBuffer: buffer.buffer }
  try {
    const { value } = await mammoth.convertToHtml(input, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    })
    return readHtml(value, 'docx')
  } catch {
    return broken
  }
}

const tooDeep: Refusal = {
  refused:
    'Word 文件嵌套过深，不是正常的报告（the Word file is nested too deeply to be a report: save it again as .docx）',
}

/** Drops the runs that Word does not print. */
function withoutHidden(bytes: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(bytes)
  if (!xml.includes('<w:vanish')) return bytes
  const end = '</w:r>'
  const runs = xml.split(end).map((piece) => {
    const start = Math.max(piece.lastIndexOf('<w:r>'), piece.lastIndexOf('<w:r '))
    const isHidden = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(piece.slice(start))
    return start >= 0 && isHidden ? `${piece.slice(0, start)}<w:r>` : piece
  })
  return strToU8(runs.join(end))
}
