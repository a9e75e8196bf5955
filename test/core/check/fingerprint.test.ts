import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprint, fnv1a, printed } from '#core/check/fingerprint.ts'
import { cell } from './cells.ts'

// The published values of FNV-1a, and one that is ours.
test.for([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
  ['表三', fnv1a('表三')],
] as const)('%j hashes to %s', ([text, hash]) => {
  expect(fnv1a(text)).toBe(hash)
})

test.for([
  [cell('12'), 'number 12'],
  [{ state: 'number', value: 12, raw: ' 12件 ' } as const, 'number 12'],
  [cell('·'), 'blank '],
  [cell('/'), 'na /'],
  [{ state: 'text', raw: '详见 附件\n' } as const, 'text 详见附件'],
  [undefined, 'absent'],
] as const)('%j counts as %j', ([own, text]) => {
  expect(printed(own)).toBe(text)
})

test('order does not matter; any other line, or another rule, does', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.string(), (lines, extra) => {
      const own = fingerprint('T3-ROW', lines)
      expect(own).toMatch(/^[\da-f]{16}$/)
      expect(fingerprint('T3-ROW', lines.toReversed())).toBe(own)
      expect(fingerprint('T3-COL', lines)).not.toBe(own)
      expect(fingerprint('T3-ROW', [...lines, `${extra}!`])).not.toBe(own)
    }),
  )
})
