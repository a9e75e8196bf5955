import { expect, test } from 'vitest'
import { csvLine } from '#core/text/csv.ts'
import { xmlText } from '#core/text/xml.ts'

test.for([
  // cell, as it stands in the file
  [null, ''],
  [undefined, ''],
  ['', ''],
  [0, '0'],
  [-0, '0'],
  [-1.5, '-1.5'],
  [0.1, '0.1'],
  [59237.2449, '59237.2449'],
  [2 ** 53, '9007199254740992'],
  [1e21, '1e+21'],
  [1e-7, '1e-7'],
  ['甲局', '甲局'],
  ['a,b', '"a,b"'],
  ['“a”"b"', '"“a”""b"""'],
  ['a\r\nb', '"a\r\nb"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['－', "'－"],
  ['\t=1', "'\t=1"],
  ['\n=1', '"\'\n=1"'],
  ['\0=1', "'=1"],
  ['甲\0局', '甲局'],
] as const)('the cell %j is %j', ([cell, text]) => {
  expect(csvLine([cell])).toBe(`${text}\r\n`)
})

test('XML holds no control characters but tab, line feed and carriage return', () => {
  expect(xmlText('甲\0\u0001\u0008\t\n\u000b\u000c\r\u001f\ufffe\uffff局😀')).toBe('甲\t\n\r局😀')
})
