import { expect, test } from 'vitest'
import type { Block } from '#core/read/doc.ts'
import { readHtml } from '#core/read/html.ts'

/** A page as lines: a text as it is, a table as rows of cells `text`, spans behind it as `>2` and `v2`. */
function lines(html: string): string[] {
  const doc = readHtml(html)
  return 'refused' in doc ? [doc.refused] : doc.blocks.map(line)
}

function line(block: Block): string {
  if (block.kind === 'text') return block.text
  const rows = block.rows.map((row) =>
    row
      .map(
        (c) =>
          c.text + (c.colSpan > 1 ? `>${c.colSpan}` : '') + (c.rowSpan > 1 ? `v${c.rowSpan}` : ''),
      )
      .join('|'),
  )
  return `[${rows.join(' / ')}]`
}

const table = (cells: string) => `<table><tr>${cells}</tr></table>`

test.for([
  [table('<td>规章</td><td>0</td>'), ['[规章|0]']],
  [table('<th>规章<td>0'), ['[规章|0]']],
  [table('<td colspan=2 rowspan="3">a</td><td colspan="x">b</td>'), ['[a>2v3|b]']],
  // A number split over elements is one number; a comment between does not part it.
  [table('<td><p><span>20</span><font>2<!-- x -->3</font></p></td>'), ['[2023]']],
  [table('<td><p>本年新<br>制作数量</p></td>'), ['[本年新\n制作数量]']],
  [table('<td><p>12</p><p>34</p></td>'), ['[12\n34]']],
  [table('<td>12 34</td><td>&nbsp;</td><td>&#49;2</td>'), ['[12 34||12]']],
  // What is struck out, raised or hidden is not simply part of the number.
  [table('<td><del>12</del>15</td><td>10<sup>3</sup></td>'), ['[~~12~~15|10^3^]']],
  [table('<td>1<span style="display: none">9</span>2</td>'), ['[12]']],
  [table('<td hidden>9</td><td>1</td>'), ['[1]']],
  [table('<td style="text-decoration:line-through">4</td><td>5</td>'), ['[~~4~~|5]']],
  [
    table('<td><span style="text-decoration: underline line-through">45</span>54</td>'),
    ['[~~45~~54]'],
  ],
  [table('<td>54<i style="VERTICAL-ALIGN:super">1</i></td>'), ['[54^1^]']],
  [table('<td>54<ruby><rp>(</rp><rt>45</rt></ruby></td>'), ['[54]']],
  // A cell whose text is not seen keeps its place; inside, something may be seen again.
  [table('<td style="visibility:hidden">4</td><td>5</td>'), ['[|5]']],
  [table('<td style="font-size:0">4<b style="font-size:14px">5</b></td>'), ['[~~5]']],
  // Tables that lay out the page are taken apart.
  [
    `<table><tr><td>导航</td><td><p>标题</p>${table('<td>1</td>')}<p>后文</p></td></tr></table>`,
    ['导航', '标题', '[1]', '后文'],
  ],
  ['<p>一</p><div>二<b>三</b></div>四<br>五', ['一', '二三', '四', '五']],
  ['<script>"<table>"</script><style>p{}</style><noscript>无</noscript><p>文</p>', ['文']],
  // Markdown with tables of HTML keeps its lines.
  [`# 标题\n说明\n${table('<td>1</td>')}\n后文`, ['# 标题', '说明', '[1]', '后文']],
] as const)('%s', ([html, wanted]) => {
  expect(lines(html)).toEqual(wanted)
})

test('title, meta and address of a page', () => {
  expect(
    readHtml(
      '<head><title>题&amp;目</title><meta name="PubDate" content="2024-01-02"><meta property="og:url" content="u"><link rel="canonical" href="h">',
    ),
  ).toMatchObject({
    title: '题&目',
    meta: { pubdate: '2024-01-02', 'og:url': 'u', canonical: 'h' },
  })
})

test('lines are those of the source', () => {
  const doc = readHtml('<p>一</p>\n\n<table>\n<tr><td>1</td></tr></table>\n<p>二</p>')
  expect('refused' in doc ? doc : doc.blocks.map((block) => block.line)).toEqual([1, 3, 5])
})

test('a table that the page does not close may have been cut', () => {
  expect(readHtml('<table><tr><td>1')).toMatchObject({ open: true })
  expect(readHtml('<table><tr><td>1</table>')).toMatchObject({ open: false })
})

test('a million nested elements are refused at once', () => {
  expect(lines('<div>'.repeat(1_000_000))).toEqual([expect.stringContaining('nested too deeply')])
})

test.for([
  'DISPLAY : None ! important',
  'display:none !important; display:inline',
  'display/**/:none',
  'visibility: hidden',
  'opacity:0',
  'opacity:.01',
  'color:transparent',
  'color: rgba(0, 0, 0, 0)',
  'color:#fff0',
  'font-size:0',
  'font-size:.5px',
  'font:0/0 serif',
  'position:absolute; left:-9999px',
  'text-indent:-999em',
  'overflow:hidden;width:0;display:inline-block',
  'transform:scale(0)',
])('text with the style %s is not seen', (style) => {
  expect(lines(table(`<td><span style="${style}">4</span>54</td>`))).toEqual(['[54]'])
})

test.for([
  'display:none; display:inline',
  'color:#000; font-size:10.5pt',
  'color:rgb(0,0,0)',
  'font:14px/.9 serif',
  'opacity:.9',
  'text-indent:-21pt',
  'position:relative; left:-1px',
  'text-decoration:underline',
])('text with the style %s is seen', (style) => {
  expect(lines(table(`<td><span style="${style}">4</span>54</td>`))).toEqual(['[454]'])
})
