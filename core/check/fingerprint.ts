import type { Cell } from '../reading.ts'

/**
 * FNV-1a, 64 bits, as 16 hexadecimal digits: over the bytes of ASCII text, over both bytes of other characters. In four
 * limbs of 16 bits, since with BigInt it takes ten times as long.
 */
export function fnv1a(text: string): string {
  let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2]
  const mix = (byte: number): void => {
    a ^= byte
    // The prime is 2^40 + 435: the product, and the two low limbs moved up by 40 bits.
    const first = a * 435
    const second = b * 435 + (first >>> 16)
    const third = c * 435 + (a << 8) + (second >>> 16)
    d = (d * 435 + (b << 8) + (third >>> 16)) & 0xffff
    a = first & 0xffff
    b = second & 0xffff
    c = third & 0xffff
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    mix(unit & 0xff)
    if (unit > 0xff) mix(unit >> 8)
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, '0')).join('')
}

/** What a verdict depends on in a cell. Not the spelling of a number, so that a better reader changes nothing. */
export function printed(cell: Cell | undefined): string {
  if (!cell) return 'absent'
  return cell.state === 'number'
    ? `number ${cell.value}`
    : `${cell.state} ${cell.raw.replace(/\s+/g, '')}`
}

/** The same for the same rule, cells and values in whatever order they come. */
export const fingerprint = (rule: string, lines: readonly string[]): string =>
  fnv1a([rule, ...lines.toSorted()].join('\n'))
