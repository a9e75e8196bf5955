import { expect, test } from 'vitest'
import { readText } from '#core/read/text.ts'

/** A text as read: lines as they are, grids as rows of cells. */
const blocks = (text: string) =>
  readText(text).blocks.map((block) =>
    block.kind === 'text' ? block.text : block.rows.map((row) => row.map((c) => c.text)),
  )

test.for([
  ['一\r\n\n二\f三', ['一', '二', '三']],
  ['规章\t0\t\t', [[['规章', '0', '', '']]]],
  ['\t一、总体情况', ['一、总体情况']],
  ['\t自然人\t总计', [[['', '自然人', '总计']]]],
  ['"结果\n维持"\t0', [[['结果 维持', '0']]]],
  ['"3.危及""三安全一稳定"""\t0', [[['3.危及"三安全一稳定"', '0']]]],
  ['规章 | 0 | 0 |', [[['规章', '0', '0']]]],
  ['规章 | 0 | | |', [[['规章', '0', '', '']]]],
  ['规章 | 0', [[['规章', '0']]]],
  ['| 规章 | 0 |', [[['规章', '0']]]],
  ['| | 0 |', [[['', '0']]]],
  ['规章｜0｜', [[['规章', '0']]]],
  ['规章 |\n|||\n0 |', [[['规章'], ['', '', ''], ['0']]]],
  // Rows with a pipe in front go on over lines until the next one.
  [
    '| \n 规章  | \n 0  | \n| \n 行政许可 | \n 5 |',
    [
      [
        ['规章', '0'],
        ['行政许可', '5'],
      ],
    ],
  ],
  [
    '| 本年新\n制作数量 | 总数 |\n| 1 | 2 |',
    [
      [
        ['本年新 制作数量', '总数'],
        ['1', '2'],
      ],
    ],
  ],
  [
    '| a | b |\n|---|:-:|\n| - | **1** |',
    [
      [
        ['a', 'b'],
        ['-', '1'],
      ],
    ],
  ],
  ['# 标题 #1\n**粗**', ['标题 #1', '粗']],
  ['1\u200b2\u00ad3', ['123']],
] as const)('%j', ([text, wanted]) => {
  expect(blocks(text)).toEqual(wanted)
})

test.for([
  ['规章 | 0 |', false],
  ['规章 | 0', true],
  ['规章\t0', true],
] as const)('the last cell of %j may have been cut: %s', ([text, open]) => {
  expect(readText(text).open).toBe(open)
})

test('a line of two million characters takes no longer than its length asks', () => {
  for (const unit of ['- ', '| ', '\t', '1 ', '(', '"', '规章 ']) {
    expect(readText(unit.repeat(2_000_000 / unit.length)).format).toBe('text')
  }
})
