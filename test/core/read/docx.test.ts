import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Block, Doc } from '#core/read/doc.ts'
import { cell } from '#core/read/doc.ts'
import { readOffice } from '#core/read/office.ts'
import type { Refusal } from '#core/reading.ts'
import { docx, docxTable, paragraph, run } from './office/docx.ts'
import * as form from './office/form.ts'

const blocksOf = (doc: Doc | Refusal): readonly Block[] => ('refused' in doc ? [] : doc.blocks)

const read = async (body: string): Promise<readonly Block[]> =>
  blocksOf(await readOffice(docx(body)))

const grids = (blocks: readonly Block[]): form.Grid[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows] : []))

test('a report: paragraphs and tables in order, merged cells kept', async () => {
  const blocks = await read(
    [
      paragraph(form.title),
      paragraph(form.headings[0]),
      docxTable(form.disclosureGrid),
      paragraph(form.headings[1]),
      docxTable(form.requestsGrid),
      paragraph(form.headings[2]),
      docxTable(form.reviewsGrid),
    ].join(''),
  )
  expect(blocks.map((block) => (block.kind === 'text' ? block.text : 'grid'))).toEqual([
    form.title,
    form.headings[0],
    'grid',
    form.headings[1],
    'grid',
    form.headings[2],
    'grid',
  ])
  expect(grids(blocks)).toEqual([form.disclosureGrid, form.requestsGrid, form.reviewsGrid])
})

/** Markup of a cell → its text. */
test.for([
  ['a number split over runs', `<w:p>${run('4')}${run('53')}${run('96')}</w:p>`, '45396'],
  [
    'a bookmark inside a number',
    `<w:p>${run('45')}<w:bookmarkStart w:id="1" w:name="a"/>${run('396')}<w:bookmarkEnd w:id="1"/></w:p>`,
    '45396',
  ],
  [
    'a label split over paragraphs',
    `<w:p>${run('行政')}</w:p><w:p>${run('许可')}</w:p>`,
    '行政\n许可',
  ],
  [
    'a deleted number',
    `<w:p><w:del w:id="1"><w:r><w:delText>7</w:delText></w:r></w:del>${run('8')}</w:p>`,
    '8',
  ],
  ['an inserted number', `<w:p><w:ins w:id="1">${run('8')}</w:ins></w:p>`, '8'],
  ['hidden text', `<w:p>${run('9', '<w:vanish/>')}${run('8')}</w:p>`, '8'],
  ['text that was hidden once', `<w:p>${run('8', '<w:vanish w:val="false"/>')}</w:p>`, '8'],
  ['a struck-out number', `<w:p>${run('7', '<w:strike/>')}${run('8')}</w:p>`, '~~7~~8'],
  [
    'a raised digit',
    `<w:p>${run('8')}${run('1', '<w:vertAlign w:val="superscript"/>')}</w:p>`,
    '8^1^',
  ],
  ['an empty cell', '<w:p></w:p>', ''],
] as const)('%s', async ([, markup, expected]) => {
  const text = markup.replaceAll('<w:p></w:p>', '<w:p>' + run('') + '</w:p>')
  const [grid] = grids(await read(docxTable([[cell('行政许可'), cell(text)]])))
  expect(grid).toEqual([[cell('行政许可'), cell(expected)]])
})

test('tables that are pictures: only the text is there', async () => {
  const picture = '<w:p><w:r><w:drawing/></w:r></w:p>'
  const blocks = await read(paragraph(form.title) + picture)
  expect(blocks).toMatchObject([{ kind: 'text', text: form.title }])
})

const parts = unzipSync(docx(paragraph(form.title)))
const without = (name: string) =>
  zipSync(Object.fromEntries(Object.entries(parts).filter(([key]) => key !== name)))

test.for([
  ['a file without its relations', without('_rels/.rels'), /refused|读/],
  [
    'broken markup',
    zipSync({ ...parts, 'word/document.xml': strToU8('<w:document><w:body') }),
    /Word 文件已损坏/,
  ],
  ['a million nested tags', docx('<w:p>'.repeat(1_000_000)), /嵌套过深/],
  ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), /不支持的压缩格式/],
] as const)('%s never throws', async ([, bytes, reason]) => {
  const doc = await readOffice(bytes)
  expect('refused' in doc ? doc.refused : 'read refused').toMatch(reason)
})
