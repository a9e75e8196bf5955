/**
 * Text of a file whose encoding nobody vouches for: BOM, then UTF-8 if it is valid, then what the page declares, then
 * GB18030. Undefined if none of them fits.
 */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes.subarray(2), 'utf-16be')
  const wide = unmarkedUtf16(bytes)
  if (wide !== undefined) return attempt(bytes, wide)
  const declared = () => attempt(bytes, declaredCharset(bytes) ?? 'gb18030')
  return attempt(bytes, 'utf-8') ?? declared() ?? attempt(bytes, 'gb18030')
}

/** A file may be cut inside a character: up to three bytes at its end may be lost. */
function attempt(bytes: Uint8Array, label: string): string | undefined {
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut++) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
    } catch {
      // not this encoding, or cut inside a character
    }
  }
  return undefined
}

const charset = /charset\s*=\s*["']?\s*([\w-]{3,20})/i

/** The charset that an HTML page or XML prologue names in its first 4096 bytes; only those seen in practice. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  const label = charset.exec(head)?.[1]?.toLowerCase() ?? ''
  return ['gb2312', 'gbk', 'gb18030', 'big5'].includes(label) ? label : undefined
}

/** Chinese in UTF-16 still has line breaks and digits, half of whose bytes are 0; other text has no 0 at all. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  let [even, odd] = [0, 0]
  for (let i = 0; i < Math.min(bytes.length, 4096); i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  if (odd > 8 && even * 8 < odd) return 'utf-16le'
  if (even > 8 && odd * 8 < even) return 'utf-16be'
  return undefined
}
