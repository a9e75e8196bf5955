import { expect, test } from 'vitest'
import { parseDoc } from '#core/parse/index.ts'
import { readText } from '#core/read/text.ts'
import { readAs } from './gold.ts'

const head = '三、收到和处理政府信息公开申请情况\n'
const row = '一、本年新收政府信息公开申请数量'

// The end of a document may be the end of what was copied: its last number may have lost its end.
test.for<[string, number | string | undefined]>([
  [`${row}\t30\t5\t0\t0\t0\t0\t35`, 35],
  [`${row}\t30\t5\t0\t0\t0\t0\t3`, 'unread'],
  [`${row}\t30\t5\t0\t0\t0\t0\t35\n四、`, 35],
  [`${row} | 30 | 5 | 0 | 0 | 0 | 0 | 36 |`, 36],
  [`${row} | 30 | 5 | 0 | 0 | 0 | 0 | 36`, 'unread'],
  [`${row}\n0\n0\n0\n0\n0\n0\n0`, 0],
  [`${row}\n0\n0\n0\n0\n0\n0`, undefined],
])('the total in %j is %s', ([text, wanted]) => {
  const cells = readAs(parseDoc(readText(head + text)))
  expect('refused' in cells ? undefined : cells['requests_new.total']).toBe(wanted)
})
