import { expect, test } from 'vitest'
import type { Block, Doc } from '#core/read/doc.ts'
import { cell } from '#core/read/doc.ts'
import { readPdf } from '#core/read/pdf.ts'
import type { Refusal } from '#core/reading.ts'
import * as form from './office/form.ts'
import { type PdfPage, pdf, show } from './office/pdf.ts'
import { a4, cut, heightOf, table, text } from './office/print.ts'

const blocksOf = (doc: Doc | Refusal): readonly Block[] => ('refused' in doc ? [] : doc.blocks)

const read = async (pages: readonly PdfPage[]): Promise<readonly Block[]> =>
  blocksOf(await readPdf(pdf(pages)))

const grids = (blocks: readonly Block[]): form.Grid[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [form.unwrapped(block.rows)] : []))

const texts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))

const disclosureWidths = [120, 120, 120, 120]
const requestsWidths = [30, 60, 110, ...Array.from({ length: 7 }, () => 45)]
const reviewsWidths = Array.from({ length: 15 }, () => 34)

const disclosure = table(form.disclosureGrid, { x: 50, y: 130, widths: disclosureWidths })
const requests = table(form.requestsGrid, { x: 40, y: 60, widths: requestsWidths, rowHeight: 25 })
const reviews = table(form.reviewsGrid, { x: 40, y: 80, widths: reviewsWidths })

test('a report over three pages: paragraphs whole, tables as printed, page numbers gone', async () => {
  const pages = [
    {
      ...a4,
      texts: [
        text('云山县水务局2024年政府信息公开工作', 120, 60, 18),
        text('年度报告', 250, 85, 18),
        text(form.sentence, 70, 105),
        text(form.headings[0], 70, 125),
        ...disclosure.texts,
        text('— 1 —', 290, 815),
      ],
      lines: disclosure.lines,
    },
    {
      ...a4,
      texts: [text(form.headings[1], 70, 50), ...requests.texts, text('2', 295, 815)],
      lines: requests.lines,
    },
    {
      ...a4,
      texts: [text(form.headings[2], 70, 60), ...reviews.texts, text('第3页 共3页', 270, 815)],
      lines: reviews.lines,
    },
  ]
  const blocks = await read(pages)
  expect(texts(blocks)).toEqual([form.title, form.sentence, ...form.headings])
  expect(grids(blocks)).toEqual([form.disclosureGrid, form.requestsGrid, form.reviewsGrid])
})

/** Ways to print the same table on several pages or in several columns. */
const [upper, lower] = cut(form.requestsGrid, 14)
const top = table(upper, { x: 40, y: 400, widths: requestsWidths })
const foot = (n: number) => text(`- ${n} -`, 285, 810)
const spread = (rest: form.Grid, x = 40): PdfPage[] => {
  const bottom = table(rest, { x, y: 50, widths: requestsWidths })
  return [
    { ...a4, texts: [...top.texts, foot(1)], lines: top.lines },
    { ...a4, texts: [...bottom.texts, foot(2)], lines: bottom.lines },
  ]
}

test.for([
  ['goes on on the next page', spread(lower)],
  ['repeats its head there', spread([...form.requestsHead, ...lower])],
  ['stands elsewhere on the next page', spread(lower, 55)],
] as const)('one table that %s is one grid', async ([, pages]) => {
  expect(grids(await read(pages))).toEqual([form.requestsGrid])
})

test.for([
  ['the values above the break', ['7', '0', '0', '0', '0', '0', '7'], ['', '', '', '', '', '', '']],
  ['the values below the break', ['', '', '', '', '', '', ''], ['7', '0', '0', '0', '0', '0', '7']],
] as const)('a row cut in two by a page break, %s', async ([, above, below]) => {
  const head = [
    cell('（五）不予处理', 1, 2),
    cell('1.重复申请'),
    ...'1234567'.split('').map((n) => cell(n)),
  ]
  const before: form.Grid = [head, [cell('2.要求提供公开'), ...above.map((value) => cell(value))]]
  const after: form.Grid = [
    [cell(''), cell('出版物'), ...below.map((value) => cell(value))],
    [cell('（七）总计', 2), ...'7654321'.split('').map((n) => cell(n))],
  ]
  const widths = [60, 120, ...Array.from({ length: 7 }, () => 40)]
  const pages = [before, after].map((grid, i) => ({
    ...a4,
    ...table(grid, { x: 40, y: i === 0 ? 700 : 50, widths }),
  }))
  const whole = [
    cell('2.要求提供公开出版物'),
    ...[...above, ...below].filter((v) => v !== '').map((v) => cell(v)),
  ]
  expect(grids(await read(pages))).toEqual([[head, whole, after[1]]])
})

const values = (list: string) => list.split(',').map((value) => cell(value))

test('a blank row above a page break stays a row of its own', async () => {
  const before: form.Grid = [
    [cell('1.属于国家秘密'), ...values('1,2,3,4,5,6,7')],
    [cell('2.其他'), ...values(',,,,,,')],
  ]
  const after: form.Grid = [[cell('3.危及'), ...values('7,6,5,4,3,2,1')]]
  const widths = [120, ...Array.from({ length: 7 }, () => 40)]
  const pages = [before, after].map((grid, i) => ({
    ...a4,
    ...table(grid, { x: 40, y: i === 0 ? 700 : 50, widths }),
  }))
  expect(grids(await read(pages))).toEqual([[...before, ...after]])
})

test('two columns are read one after the other, their tables joined', async () => {
  const page = { width: 1190, height: 842 }
  const left = table(upper, { x: 40, y: 380, widths: requestsWidths })
  const right = table(lower, { x: 640, y: 60, widths: requestsWidths })
  const below = heightOf(right.lines) + 90
  const blocks = await read([
    {
      ...page,
      texts: [
        text(form.title, 400, 30, 16),
        ...['一', '二', '三'].map((n, i) =>
          text(`${n}、${form.sentence}${form.sentence}`.slice(0, 48), 50, 80 + i * 20),
        ),
        text(form.headings[1], 50, 360),
        ...left.texts,
        ...right.texts,
        text(form.headings[2], 650, below),
        text('— 1 —', 585, 820),
      ],
      lines: [...left.lines, ...right.lines],
    },
  ])
  expect(grids(blocks)).toEqual([form.requestsGrid])
  expect(blocks.map(({ kind }) => kind).join(' ')).toBe('text text text text text grid text')
  expect(texts(blocks).at(-1)).toBe(form.headings[2])
})

const row = (words: readonly string[], y: number) => words.map((w, i) => text(w, 60 + i * 90, y))

test('without lines, columns are wide gaps in a line of text', async () => {
  const blocks = await read([
    { texts: [...row(['许可', '45', '0', '8'], 100), ...row(['处罚', '3', '', '1'], 120)] },
  ])
  expect(texts(blocks)).toEqual(['许可  45  0  8', '处罚  3  1'])
})

test('a head that every page repeats is kept once', async () => {
  const pages = [1, 2, 3].map((n) => ({
    texts: [text('云山县水务局', 250, 40), text(`第${n}段。`, 70, 200)],
  }))
  expect(texts(await read(pages))).toEqual(['云山县水务局', '第1段。', '第2段。', '第3段。'])
})

const whole = pdf([{ texts: [text(form.title, 70, 60)] }])
const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'01'.repeat(32)}> /U <${'02'.repeat(32)}> /P -4 >> /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`

test.for([
  ['a scan', pdf([{ operators: '0 0 595 842 re f' }]), '没有可读的文字'],
  [
    'a scan with what a machine read in it',
    pdf([{ operators: `3 Tr ${show(text(form.title, 70, 700))}` }]),
    '没有可读的文字',
  ],
  ['a file with a password', pdf([{ texts: [text(form.title, 70, 60)] }], lock), '密码'],
  ['a file without its end', whole.slice(0, 300), '没有可读的文字|损坏'],
  ['garbage', new Uint8Array([0x25, 0x50, 0x44, 0x46, 1, 2, 3]), '损坏'],
  ['more pages than a report has', pdf(Array.from({ length: 201 }, () => ({}))), '200 页'],
] as const)('%s is refused with a reason', async ([, bytes, reason]) => {
  const doc = await readPdf(bytes)
  expect('refused' in doc ? doc.refused : 'read').toMatch(new RegExp(reason))
})
