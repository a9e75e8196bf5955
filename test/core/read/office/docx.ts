import { strToU8, zipSync } from 'fflate'
import type { Grid } from './form.ts'

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

export const paragraph = (text: string): string =>
  `<w:p>${text.startsWith('<') ? text : run(text)}</w:p>`

const tableCell = (content: string, properties: string): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

/** A table; cells whose text starts with `<` are markup of their own. */
export function docxTable(grid: Grid): string {
  const down: { left: number; colSpan: number }[] = []
  const rows = grid.map((row) => {
    let column = 0
    const cells: string[] = []
    const covered = (): void => {
      for (let above = down[column]; above && above.left > 0; above = down[column]) {
        above.left--
        cells.push(tableCell('<w:p/>', `<w:gridSpan w:val="${above.colSpan}"/><w:vMerge/>`))
        column += above.colSpan
      }
    }
    for (const { text, colSpan, rowSpan } of row) {
      covered()
      const merge = rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''
      cells.push(
        tableCell(
          text.includes('<w:p>') ? text : paragraph(text),
          `<w:gridSpan w:val="${colSpan}"/>${merge}`,
        ),
      )
      down[column] = { left: rowSpan - 1, colSpan }
      column += colSpan
    }
    covered()
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** A Word document with this body. */
export const docx = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relations),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
