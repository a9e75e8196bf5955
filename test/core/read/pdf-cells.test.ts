import { expect, test } from 'vitest'
import type { Block } from '#core/read/doc.ts'
import { cell } from '#core/read/doc.ts'
import { readPdf } from '#core/read/pdf.ts'
import type * as form from './office/form.ts'
import { unwrapped } from './office/form.ts'
import { type PdfPage, hexText, pdf, show, strokeLine } from './office/pdf.ts'
import { type Line, a4, table, text } from './office/print.ts'

async function read(pages: readonly PdfPage[]): Promise<readonly Block[]> {
  const doc = await readPdf(pdf(pages))
  return 'refused' in doc ? [] : doc.blocks
}

const grids = (blocks: readonly Block[]): form.Grid[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [unwrapped(block.rows)] : []))

/** A row of two cells, 100 points wide each, drawn by these operators. */
const box = [
  [50, 700, 250, 700],
  [50, 730, 250, 730],
  [50, 670, 250, 670],
  [50, 670, 50, 730],
  [150, 670, 150, 730],
  [250, 670, 250, 730],
] as const satisfies Line[]
const frame = [
  ...box.map(strokeLine),
  show(text('许可', 60, 710)),
  show(text('处罚', 160, 710)),
].join('\n')
const at = (x: number, y: number, operators: string): string =>
  `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm ${operators} ET`

/** What is drawn in the second row → what its cells hold. */
test.for([
  [
    'in one piece for both cells',
    at(60, 680, `[${hexText('45396')} -8000 ${hexText('4.8')}] TJ`),
    ['45396', '4.8'],
  ],
  [
    'with spaces between the cells',
    at(60, 680, `${hexText('45396               4.8')} Tj`),
    ['45396', '4.8'],
  ],
  [
    'digit by digit',
    at(60, 680, `${hexText('4')} Tj ${hexText('5')} Tj`) + at(70, 680, `${hexText('396')} Tj`),
    ['45396', ''],
  ],
  [
    'twice, a little apart, for bold print',
    show(text('15', 60, 680)) + show(text('15', 60.4, 680)),
    ['15', ''],
  ],
  ['with a raised mark', show(text('15', 60, 680)) + show(text('2', 70, 683, 6)), ['15^2', '']],
  ['far apart', show(text('1', 60, 680)) + show(text('5', 70, 680)), ['1 5', '']],
  [
    'over another number',
    show(text('15', 60, 680)) + show(text('28', 63, 680)),
    ['15\ufffd28', ''],
  ],
  ['invisibly', `3 Tr ${show(text('15', 60, 680))} 0 Tr`, ['', '']],
  ['slanted, as a watermark', 'BT /F1 10 Tf 0.7 0.7 -0.7 0.7 60 675 Tm <0031> Tj ET', ['', '']],
  ['in radicals', show(text('⽂⻅', 60, 680)), ['文见', '']],
  [
    'moved by a matrix',
    `q 2 0 0 2 0 0 cm ${show({ text: '15', x: 30, y: 340, size: 5 })} Q`,
    ['15', ''],
  ],
  ['on the next line', `BT /F1 10 Tf 12 TL 1 0 0 1 60 692 Tm ${hexText('15')} ' ET`, ['15', '']],
] as const)('a number drawn %s', async ([, operators, expected]) => {
  const [grid] = grids(await read([{ operators: `${frame}\n${operators}` }]))
  // unwrapped() takes spaces away: what they part must stay apart.
  const blocks = await read([{ operators: `${frame}\n${operators}` }])
  const raw = blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []))
  expect(grid?.[0]?.map((one) => one.text)).toEqual(['许可', '处罚'])
  expect(raw[1]?.map((one) => one.text)).toEqual(expected)
})

test('a number that stands across a line belongs to neither cell: they are read as one', async () => {
  const blocks = await read([{ operators: `${frame}\n${show(text('123456', 135, 680))}` }])
  expect(grids(blocks)).toEqual([[[cell('许可'), cell('处罚')], [cell('123456', 2)]]])
})

test('the numbers of neighbouring cells that touch are no number', async () => {
  const numbers = show(text('1234567', 113, 680)) + show(text('89', 148, 680))
  const blocks = await read([{ operators: `${frame}\n${numbers}` }])
  expect(grids(blocks)).toEqual([[[cell('许可'), cell('处罚')], [cell('123456789', 2)]]])
})

test('a label that touches the number of the next cell stays in its own', async () => {
  const words = show(text('行政处罚决定', 88, 680)) + show(text('8', 150.5, 680))
  const blocks = await read([{ operators: `${frame}\n${words}` }])
  expect(grids(blocks)).toEqual([
    [
      [cell('许可'), cell('处罚')],
      [cell('行政处罚决定'), cell('8')],
    ],
  ])
})

/** Part of the page that is shown → what the cells hold. */
test.for([
  ['a number cut off at its end', '50 670 30 60 re', ['12\ufffd', '']],
  ['a number cut off at its start', '65 670 100 60 re', ['\ufffd234', '']],
  ['a number that is not shown at all', '50 700 100 30 re', ['', '']],
  ['a number shown whole', '50 670 100 30 re', ['1234', '']],
] as const)('%s', async ([, path, expected]) => {
  const start = path.startsWith('50 670 30') ? 70 : 60
  const operators = `${frame}\nq ${path} W n ${show(text('1234', start, 680))} Q`
  const blocks = await read([{ operators }])
  const rows = blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []))
  expect(rows[1]?.map((one) => one.text)).toEqual(expected)
})

test('a table that has a left side but no right one is cut off: its last column is in doubt', async () => {
  const lines = box.filter(([x0, , x1]) => !(x0 === 250 && x1 === 250)).map(strokeLine)
  const words = ['许可', '处罚', '45', '8'].map((w, i) =>
    show(text(w, i % 2 ? 165 : 65, i < 2 ? 710 : 680)),
  )
  const blocks = await read([{ operators: [...lines, ...words].join('\n') }])
  expect(grids(blocks)).toEqual([
    [
      [cell('许可'), cell('处罚')],
      [cell('45'), cell('8\ufffd')],
    ],
  ])
})

test('an empty cell at the edge of the page may have been cut off', async () => {
  const wide = table([[cell('许可'), cell('')]], { x: 395, y: 100, widths: [100, 100] })
  expect(grids(await read([{ ...a4, ...wide }]))).toEqual([[[cell('许可'), cell('\ufffd')]]])
})

/** Ways to draw the lines of a table. */
const thinBars = box.map(
  ([x0, y0, x1, y1]) => `${x0} ${y0} ${Math.max(x1 - x0, 0.7)} ${Math.max(y1 - y0, 0.7)} re f`,
)
const dots = box.flatMap(([x0, y0, x1, y1]) =>
  Array.from({ length: Math.max(x1 - x0, y1 - y0) / 2 + 1 }, (_, i) =>
    x0 === x1 ? `${x0} ${y0 + i * 2} 0.7 0.7 re f` : `${x0 + i * 2} ${y0} 0.7 0.7 re f`,
  ),
)
const boxes = [
  [50, 700],
  [150, 700],
  [50, 670],
  [150, 670],
].map(([x, y]) => `${x} ${y} 100 30 re S`)
const spaced = [
  [50, 700],
  [152, 700],
  [50, 668],
  [152, 668],
].map(([x, y]) => `${x} ${y} 100 30 re S`)
const openSides = box.slice(0, 3).map(strokeLine).concat('150 670 m 150 730 l S')
const shaded = ['50 700 200 30 re f', ...box.map(strokeLine)]

test.for([
  ['lines', box.map(strokeLine)],
  ['thin bars', thinBars],
  ['dots', dots],
  ['a rectangle a cell', boxes],
  ['rectangles with gaps', spaced],
  ['open sides', openSides],
  ['a shaded head', shaded],
] as const)('a table drawn with %s', async ([, lines]) => {
  const words = ['许可', '处罚', '45', '8'].map((w, i) =>
    show(text(w, i % 2 ? 165 : 65, i < 2 ? 710 : 680)),
  )
  const blocks = await read([{ operators: [...lines, ...words].join('\n') }])
  expect(grids(blocks)).toEqual([
    [
      [cell('许可'), cell('处罚')],
      [cell('45'), cell('8')],
    ],
  ])
})

test.for([
  ['turned by the viewer', 90],
  ['written sideways', 0],
] as const)('a landscape table on a portrait page, %s', async ([, rotate]) => {
  const words = ['许可', '处罚', '45', '8'].map((w, i) => {
    const [x, y] = [i % 2 ? 165 : 65, i < 2 ? 100 : 130]
    return `BT /F1 10 Tf 0 1 -1 0 ${y} ${x} Tm ${hexText(w)} Tj ET`
  })
  const sideways = box.map(([x0, y0, x1, y1]) => strokeLine([y0 - 590, x0, y1 - 590, x1]))
  const blocks = await read([{ operators: [...sideways, ...words].join('\n'), rotate }])
  expect(grids(blocks)).toEqual([
    [
      [cell('许可'), cell('处罚')],
      [cell('45'), cell('8')],
    ],
  ])
})
