import { strToU8, zipSync } from 'fflate'

/** A sheet as its XML has it: `data` are rows, `more` stands behind them, `before` in front. */
export interface SheetXml {
  readonly name: string
  readonly state?: string
  readonly before?: string
  readonly data: string
  readonly more?: string
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A row of cells written as XML, from their contents: `['A1', 't="b"', '<v>1</v>']`. */
export const row = (
  number: number,
  cells: readonly (readonly [string, string, string])[],
  attributes = '',
): string =>
  `<row r="${number}" ${attributes}>${cells.map(([ref, kind, content]) => `<c r="${ref}" ${kind}>${content}</c>`).join('')}</row>`

/** A workbook. `strings` are the XML of shared strings, `formats` the codes that cells refer to as s="1", s="2", … */
export const xlsx = (
  sheets: readonly SheetXml[],
  strings: readonly string[] = [],
  formats: readonly string[] = [],
): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${office}"><sheets>${sheets
        .map(
          ({ name, state = 'visible' }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst ${main}>${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet ${main}><numFmts>${formats
        .map(
          (code, i) =>
            `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
        )
        .join(
          '',
        )}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ before = '', data, more = '' }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        strToU8(`<worksheet ${main}>${before}<sheetData>${data}</sheetData>${more}</worksheet>`),
      ]),
    ),
  })
