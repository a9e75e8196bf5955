import { expect, test } from 'vitest'
import { maxBytes, readDoc } from '#core/read/index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
// 规章 in GB18030 (GBK).
const gbk = [0xb9, 0xe6, 0xd5, 0xc2]

const text = async (bytes: Uint8Array, name = 'a.txt') => {
  const doc = await readDoc(bytes, name)
  if ('refused' in doc) return doc.refused
  return doc.blocks.map((block) => (block.kind === 'text' ? block.text : block.rows.length)).join()
}

test.for([
  ['UTF-8', utf8('规章')],
  ['UTF-8 with BOM', utf8('\ufeff规章')],
  ['UTF-8 cut inside a character', utf8('规章号').subarray(0, 8)],
  ['UTF-16 with BOM', utf16('\ufeff规章')],
  ['GB18030', new Uint8Array(gbk)],
  ['a page that says gb2312', new Uint8Array([...utf8('<meta charset=gb2312><p>'), ...gbk])],
] as const)('%s is decoded', async ([, bytes]) => {
  expect(await text(bytes)).toBe('规章')
})

test.for<[string, Uint8Array, string]>([
  ['empty', new Uint8Array(), 'empty'],
  ['blank', utf8(' \n\u3000'), 'no text'],
  ['over 20 MB', new Uint8Array(maxBytes + 1), 'over 20 MB'],
  ['binary', new Uint8Array([1, 0, 2, 0, 0, 255, 254]), 'unknown encoding'],
  ['not any encoding', new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), 'unknown encoding'],
  ['a binary .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), '.doc'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'picture'],
  ['JSON', utf8('{"a": 1}'), 'JSON'],
])('%s is refused with a reason', async ([, bytes, reason]) => {
  expect(await text(bytes)).toContain(reason)
})
