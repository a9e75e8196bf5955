import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Block } from '#core/read/doc.ts'
import { cell } from '#core/read/doc.ts'
import { readOffice } from '#core/read/office.ts'
import * as form from './office/form.ts'
import { ofd } from './office/ofd.ts'
import { type Print, a4, cut, table, text } from './office/print.ts'

async function read(bytes: Uint8Array): Promise<readonly Block[]> {
  const doc = await readOffice(bytes)
  return 'refused' in doc ? [] : doc.blocks
}

const grids = (blocks: readonly Block[]): form.Grid[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [form.unwrapped(block.rows)] : []))

const widths = [30, 60, 110, ...Array.from({ length: 7 }, () => 45)]
const disclosure = table(form.disclosureGrid, { x: 50, y: 130, widths: [120, 120, 120, 120] })
const [upper, lower] = cut(form.requestsGrid, 14).map((grid, i) =>
  table(grid, { x: 40, y: i === 0 ? 400 : 60, widths }),
)
const reviews = table(form.reviewsGrid, {
  x: 40,
  y: 700,
  widths: Array.from({ length: 15 }, () => 34),
})

test('a report over three pages: paragraphs and tables, one of them over a page break', async () => {
  const pages: Print[] = [
    {
      ...a4,
      texts: [text(form.title, 120, 60, 18), text(form.headings[0], 70, 120), ...disclosure.texts],
      lines: disclosure.lines,
    },
    {
      ...a4,
      texts: [text(form.headings[1], 70, 380), ...(upper?.texts ?? []), text('- 2 -', 290, 815)],
      lines: upper?.lines ?? [],
    },
    {
      ...a4,
      texts: [...(lower?.texts ?? []), text(form.headings[2], 70, 690), ...reviews.texts],
      lines: [...(lower?.lines ?? []), ...reviews.lines],
    },
  ]
  const blocks = await read(ofd(pages))
  expect(blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))).toEqual([
    form.title,
    ...form.headings,
  ])
  expect(grids(blocks)).toEqual([form.disclosureGrid, form.requestsGrid, form.reviewsGrid])
})

const isNumber = ({ text: words }: { text: string }): boolean => /^\d/.test(words)

test('the empty form is a template, the numbers stand on the page', async () => {
  const { texts, lines } = table([[cell('行政许可'), cell('45')]], {
    x: 50,
    y: 100,
    widths: [100, 100],
  })
  const template = { texts: texts.filter((one) => !isNumber(one)), lines }
  const blocks = await read(ofd([{ ...a4, texts: texts.filter(isNumber), lines: [] }], template))
  expect(grids(blocks)).toEqual([[[cell('行政许可'), cell('45')]]])
})

const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const page = (objects: string): Record<string, Uint8Array> => ({
  'Doc_0/Pages/Page_0/Content.xml': strToU8(
    `<ofd:Page ${space}><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
  ),
})
const heading =
  '<ofd:TextObject Boundary="20 10 100 5" Size="5"><ofd:TextCode X="0" Y="5">年报</ofd:TextCode></ofd:TextObject>'

/** A text object → the line it shows. */
test.for([
  [
    'steps in short form',
    'Boundary="20 40 90 9" Size="5"',
    'X="0" Y="5" DeltaX="g 4 2.5"',
    '45396',
    '45396',
  ],
  ['no steps at all', 'Boundary="20 40 90 9" Size="5"', 'X="0" Y="5"', '45396', '45396'],
  [
    'one text for two cells',
    'Boundary="20 40 90 9" Size="5"',
    'X="0" Y="5" DeltaX="2.5 40 2.5"',
    '4517',
    '45  17',
  ],
  [
    'a matrix',
    'Boundary="20 40 90 9" Size="10" CTM="0.5 0 0 0.5 0 0"',
    'X="0" Y="10" DeltaX="5"',
    '45',
    '45',
  ],
  [
    'a text that is not shown',
    'Boundary="20 40 90 9" Size="5" Visible="false"',
    'X="0" Y="5"',
    '45',
    undefined,
  ],
] as const)('%s', async ([, object, code, words, expected]) => {
  const markup = `${heading}<ofd:TextObject ${object}><ofd:TextCode ${code}>${words}</ofd:TextCode></ofd:TextObject>`
  const blocks = await read(ofd([{ ...a4, texts: [], lines: [] }], undefined, page(markup)))
  expect(blocks.map((block) => (block.kind === 'text' ? block.text : block))).toEqual(
    ['年报', expected].filter((line) => line !== undefined),
  )
})

test.for([
  ['a scan', ofd([{ ...a4, texts: [], lines: [] }]), /没有可读的文字/],
  ['a file without pages', ofd([]), /已损坏/],
  [
    'a missing page',
    zipSync({
      'OFD.xml': strToU8('<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>'),
    }),
    /已损坏/,
  ],
  [
    'nested tags',
    ofd([{ ...a4, texts: [], lines: [] }], undefined, page('<a>'.repeat(300))),
    /已损坏/,
  ],
] as const)('%s is refused', async ([, bytes, reason]) => {
  const doc = await readOffice(bytes)
  expect('refused' in doc ? doc.refused : 'read').toMatch(reason)
})
