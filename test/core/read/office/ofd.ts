import { strToU8, zipSync } from 'fflate'
import { type Print, type Text, a4 } from './print.ts'

const mm = (points: number): string => ((points * 25.4) / 72).toFixed(4)
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Steps between characters as OFD writers give them; the last one has none. */
const steps = (text: string, size: number): string =>
  Array.from(text)
    .slice(0, -1)
    .map((c) => mm(c.charCodeAt(0) < 128 ? size / 2 : size))
    .join(' ')

const textObject = ({ text, x, y, size }: Text, id: number): string =>
  `<ofd:TextObject ID="${id}" Font="1" Size="${mm(size)}" Boundary="${mm(x)} ${mm(y - size)} 100 10">
<ofd:TextCode X="0" Y="${mm(size)}" DeltaX="${steps(text, size)}">${escape(text)}</ofd:TextCode></ofd:TextObject>`

const layer = ({ texts, lines }: Pick<Print, 'texts' | 'lines'>): string =>
  `<ofd:Content><ofd:Layer ID="1">${lines
    .map(
      ([x0, y0, x1, y1], i) =>
        `<ofd:PathObject ID="${i + 10}" LineWidth="0.25" Boundary="${mm(x0)} ${mm(y0)} 300 300"><ofd:AbbreviatedData>M 0 0 L ${mm(x1 - x0)} ${mm(y1 - y0)}</ofd:AbbreviatedData></ofd:PathObject>`,
    )
    .join(
      '',
    )}${texts.map((one, i) => textObject(one, i + 5000)).join('')}</ofd:Layer></ofd:Content>`

const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'

/** An OFD with these pages; `template` is drawn below every one of them. `more` adds or replaces files. */
export function ofd(
  pages: readonly Print[],
  template?: Pick<Print, 'texts' | 'lines'>,
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const list = pages
    .map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
    .join('')
  const { width, height } = pages[0] ?? a4
  const area = `<ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:PageArea>`
  const templates = template ? '<ofd:TemplatePage ID="99" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : ''
  const use = template ? '<ofd:Template TemplateID="99" ZOrder="Background"/>' : ''
  return zipSync({
    'OFD.xml': xml(
      `<ofd:OFD ${space} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': xml(
      `<ofd:Document ${space}><ofd:CommonData>${area}${templates}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ),
    ...Object.fromEntries(
      pages.map((page, i) => [
        `Doc_0/Pages/Page_${i}/Content.xml`,
        xml(`<ofd:Page ${space}>${use}${layer(page)}</ofd:Page>`),
      ]),
    ),
    ...(template
      ? { 'Doc_0/Tpls/Tpl_0/Content.xml': xml(`<ofd:Page ${space}>${layer(template)}</ofd:Page>`) }
      : {}),
    ...more,
  })
}
