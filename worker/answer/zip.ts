import { streamOf } from './stream.ts'

/** A file of an archive; its bytes are made when they are written. */
export interface Entry {
  readonly path: string
  readonly parts: Iterable<Uint8Array>
}

/** What the archive's directory says of a file. */
interface Written {
  readonly name: Uint8Array
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/**
 * A ZIP archive, written from front to end: the sizes of a file stand behind it. The platform deflates. Files and archive
 * are below 4 GB.
 */
export async function* zip(entries: Iterable<Entry>): AsyncGenerator<Uint8Array> {
  const all: Written[] = []
  let at = 0
  for (const { path, parts } of entries) {
    const name = new TextEncoder().encode(path)
    const tally = { crc: 0, size: 0 }
    let packed = 0
    yield localHeader(name)
    for await (const bytes of deflated(counted(parts, tally))) {
      packed += bytes.length
      yield bytes
    }
    yield record([0x08074b50, 4], [tally.crc, 4], [packed, 4], [tally.size, 4])
    all.push({ name, ...tally, packed, at })
    at += 30 + name.length + packed + 16
  }
  const directory = all.map(directoryEntry)
  yield* directory
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = all.length
  yield record([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])
}

async function* deflated(parts: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = streamOf(parts).pipeThrough(new CompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Whoever stops reading stops the making.
    await reader.cancel()
  }
}

function* counted(
  parts: Iterable<Uint8Array>,
  tally: { crc: number; size: number },
): Generator<Uint8Array> {
  for (const part of parts) {
    tally.crc = crc32(part, tally.crc)
    tally.size += part.length
    yield part
  }
}

const crcTable = Int32Array.from({ length: 256 }, (_, i) => {
  let crc = i
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})

/** The checksum of some bytes, going on from `before`. */
function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** Deflated; sizes follow (bit 3), names are UTF-8 (bit 11); of 1 January 1980: the same rows are the same bytes. */
const how = [
  [20, 2],
  [0x0808, 2],
  [8, 2],
  [0, 2],
  [0x0021, 2],
] as const

const localHeader = (name: Uint8Array): Uint8Array =>
  joined(record([0x04034b50, 4], ...how, [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]), name)

const directoryEntry = ({ name, crc, packed, size, at }: Written): Uint8Array =>
  joined(
    record(
      [0x02014b50, 4],
      [20, 2],
      ...how,
      [crc, 4],
      [packed, 4],
      [size, 4],
      [name.length, 2],
      // No extra field, comment, further disk or attributes.
      [0, 4],
      [0, 4],
      [0, 4],
      [at, 4],
    ),
    name,
  )

/** Little-endian numbers of 2 or 4 bytes, one after the other. */
function record(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([value, bytes]) =>
      Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255),
    ),
  )
}

const joined = (head: Uint8Array, tail: Uint8Array): Uint8Array => {
  const all = new Uint8Array(head.length + tail.length)
  all.set(head)
  all.set(tail, head.length)
  return all
}
