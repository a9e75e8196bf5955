import { strToU8 } from 'fflate'
import type { Line, Print, Text } from './print.ts'

/** A page of a PDF: a print, or drawing operators as they stand in the file. */
export interface PdfPage extends Partial<Print> {
  readonly operators?: string
  /** Quarter turns in degrees by which viewers turn the page. */
  readonly rotate?: number
}

const hex = (text: string): string =>
  Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')

/** A text as operators; y from the bottom, as PDF has it. */
export const show = ({ text, x, y, size }: Text): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`

export const hexText = (text: string): string => `<${hex(text)}>`

export const strokeLine = ([x0, y0, x1, y1]: Line): string => `${x0} ${y0} m ${x1} ${y1} l S`

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end`

const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`

function contentOf({ height = 842, texts = [], lines = [], operators = '' }: PdfPage): string {
  const up = (y: number): number => height - y
  return [
    ...lines.map(([x0, y0, x1, y1]) => strokeLine([x0, up(y0), x1, up(y1)])),
    ...texts.map((one) => show({ ...one, y: up(one.y) })),
    operators,
  ].join('\n')
}

/** A minimal PDF whose font gives its characters' meanings. `trailer` is added to the file's trailer. */
export function pdf(pages: readonly PdfPage[], trailer = ''): Uint8Array {
  const kids = pages.map((_, i) => `${7 + i * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [0 127 500] >>',
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 900 /StemV 80 >>',
    stream(toUnicode),
    ...pages.flatMap((page, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width ?? 595} ${page.height ?? 842}] /Rotate ${page.rotate ?? 0} /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + i * 2} 0 R >>`,
      stream(contentOf(page)),
    ]),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`
  return strToU8(file)
}
