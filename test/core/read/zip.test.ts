import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Zip, openZip } from '#core/read/zip.ts'
import type { Refusal } from '#core/reading.ts'

const all = (zip: Zip | Refusal) => ('refused' in zip ? zip : zip.read(() => true))

test('files by name, stored or deflated, only those that are wanted', () => {
  const bytes = zipSync({
    'a/一.xml': strToU8('甲'.repeat(100)),
    'b.xml': [strToU8('乙'), { level: 0 }],
  })
  const zip = openZip(bytes)
  expect('refused' in zip ? zip : zip.names).toEqual(['a/一.xml', 'b.xml'])
  expect('refused' in zip ? zip : zip.read((name) => name === 'b.xml')).toEqual(
    new Map([['b.xml', strToU8('乙')]]),
  )
  expect(all(zip)).toEqual(
    new Map([
      ['a/一.xml', strToU8('甲'.repeat(100))],
      ['b.xml', strToU8('乙')],
    ]),
  )
})

const zeros = (size: number) =>
  zipSync({ 'word/document.xml': [new Uint8Array(size), { level: 9 }] })

/** The central directory with another uncompressed size; what is inflated stays as large as it is. */
function lie(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const directory = view.getUint32(copy.length - 6, true)
  view.setUint32(directory + 24, size, true)
  return copy
}

const small = zeros(1000)
const locked = small.slice()
locked[new DataView(locked.buffer).getUint32(locked.length - 6, true) + 8] = 1

test.for([
  ['more than any report unpacked', lie(zeros(1_000_000), 300_000_000), /解压后过大/],
  ['more than may be read', zeros(50_000_000), /解压后过大/],
  ['more than it says', lie(zeros(60_000_000), 1000), /已损坏/],
  ['less than it says', lie(zeros(1000), 2000), /已损坏/],
  [
    'thousands of files',
    zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}`, strToU8('')]))),
    /解压后过大/,
  ],
  ['a file cut off', small.slice(0, 60), /已损坏/],
  ['a file cut at its start', small.slice(50), /已损坏/],
  ['an encrypted file', locked, /已损坏/],
  ['nothing', new Uint8Array(), /已损坏/],
  ['only the mark of an archive', strToU8('PK\u0003\u0004'), /已损坏/],
] as const)('%s is refused', ([, bytes, reason]) => {
  const result = all(openZip(bytes))
  expect('refused' in result ? result.refused : 'read').toMatch(reason)
})
