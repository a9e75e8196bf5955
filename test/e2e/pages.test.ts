import { gzipSync } from 'node:zlib'
import { beforeAll, expect, inject, test } from 'vitest'
import { type Kind, kindsOf } from '../../bench/pages/kinds.ts'

const base = inject('baseURL')

const kinds: Kind[] = []
beforeAll(async () => {
  for (const lang of ['zh', 'en'])
    // oxlint-disable-next-line no-await-in-loop -- twelve pages each
    kinds.push(...(await kindsOf(base, lang)))
})

/** `gzip -6`, as most servers pack. */
const packed = (text: string): number => gzipSync(text, { level: 6 }).byteLength

const parts = ['<header class="top">', '<main id="main">', '<footer class="bottom">']

/** What is wrong with a page, in words; empty: nothing. */
async function complaints({ path, most, isError }: Kind): Promise<string[]> {
  const response = await fetch(base + path)
  const text = await response.text()
  const bytes = packed(text)
  const address = isError ? /content="noindex"/ : /rel="canonical"|content="noindex"/
  return [
    response.status === (isError ? 404 : 200) ? '' : `${response.status}`,
    bytes <= most ? '' : `${bytes} bytes`,
    ...parts.map((part) => (text.includes(part) ? '' : `no ${part}`)),
    /<meta name="description" content="[^"]{6,}"/.test(text) ? '' : 'no description',
    address.test(text) ? '' : 'no address',
  ].flatMap((wrong) => (wrong === '' ? [] : [`${path}: ${wrong}`]))
}

test('every kind of page keeps to its bytes, and has a head and a foot', async () => {
  expect((await Promise.all(kinds.map(complaints))).flat()).toEqual([])
})

test('head and foot of a page weigh at most 1 kB', async () => {
  const text = await (await fetch(`${base}/about`)).text()
  const [before = '', rest = ''] = text.split('<main id="main">')
  const frame = before.slice(before.indexOf('<body>')) + rest.slice(rest.indexOf('</main>'))
  expect(packed(frame)).toBeLessThanOrEqual(1000)
})
