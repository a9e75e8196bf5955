import { expect, test } from 'vitest'
import { readDoc } from '#core/read/index.ts'

const million = 1_000_000

// What no report has is refused before anything is built from it. (How fast: npm run bench -- hostile.)
test.for([
  ['a row of a million columns in tabs', '0\t'.repeat(million), 'a.txt', 'over 1000 columns'],
  ['a row of a million columns in pipes', '| 0 '.repeat(million), 'a.md', 'over 1000 columns'],
  ['a row of a million columns in CSV', ',0'.repeat(million), 'a.csv', 'over 1000 columns'],
  [
    'a row of a million columns in a page',
    `<table><tr>${'<td>0'.repeat(million)}`,
    'a.html',
    'over 1000 columns',
  ],
  ['two million lines', '规章\n'.repeat(2 * million), 'a.txt', 'too long'],
  ['two million paragraphs', '<p>a'.repeat(2 * million), 'a.html', 'too long'],
  ['a million nested tables', '<table><tr><td>'.repeat(million), 'a.html', 'nested too deeply'],
] as const)('%s is refused', async ([, text, name, reason]) => {
  expect(await readDoc(new TextEncoder().encode(text), name)).toEqual({
    refused: expect.stringContaining(reason),
  })
})

test('a long page of a report is read', async () => {
  const menu = '<li><a href="#">栏目</a></li>\n'.repeat(15_000)
  const page = `<meta charset=utf-8><ul>${menu}</ul><p>规章</p>`
  expect(await readDoc(new TextEncoder().encode(page), 'a.html')).toMatchObject({ format: 'html' })
})
