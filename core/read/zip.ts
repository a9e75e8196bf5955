import { Inflate } from 'fflate'
import type { Refusal } from '../reading.ts'

/** What all files of an archive may come to, and what those that are read may, in bytes; reports stay below 5 MB. */
const maxTotal = 200_000_000
const maxRead = 40_000_000
const maxEntries = 5000
/** Compressed bytes that are inflated at once: at most a thousand times as many come out. */
const pieceLength = 16_384

/** An archive of which nothing has been inflated yet. */
export interface Zip {
  readonly names: readonly string[]
  /** The files whose names are wanted, inflated. */
  read(wanted: (name: string) => boolean): Files | Refusal
}

export type Files = ReadonlyMap<string, Uint8Array>

interface Entry {
  readonly name: string
  readonly isStored: boolean
  readonly data: Uint8Array
  /** As declared; nothing more is inflated. */
  readonly size: number
}

const bomb: Refusal = {
  refused:
    '压缩包解压后过大，不是正常的报告文件：请重新保存（inflates to far more than any report: save the file again）',
}
const damaged: Refusal = {
  refused:
    '文件已损坏，不能解压：请重新下载或另存（the file is damaged and cannot be unpacked: download or save it again）',
}

/** Opens an archive by its central directory. Refused: damaged, encrypted, or larger inside than any report. */
export function openZip(bytes: Uint8Array): Zip | Refusal {
  const entries = directory(bytes)
  if (!entries) return damaged
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > maxTotal || entries.length > maxEntries) return bomb
  return {
    names: entries.map(({ name }) => name),
    read: (wanted) => readEntries(entries.filter(({ name }) => wanted(name))),
  }
}

function readEntries(entries: readonly Entry[]): Files | Refusal {
  if (entries.reduce((sum, { size }) => sum + size, 0) > maxRead) return bomb
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const file = entry.isStored ? entry.data : inflate(entry)
    if (!file || file.length !== entry.size) return damaged
    files.set(entry.name, file)
  }
  return files
}

/** Undefined if the data is damaged or more than declared. */
function inflate({ data, size }: Entry): Uint8Array | undefined {
  const file = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length <= size) file.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < data.length; at += pieceLength) {
      if (length > size) return undefined
      stream.push(data.subarray(at, at + pieceLength), at + pieceLength >= data.length)
    }
  } catch {
    return undefined
  }
  return length === size ? file : undefined
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const encrypted = 1
const [stored, deflated] = [0, 8]

/** The entries that the end of the archive lists; undefined if it is not a whole archive, or one that is locked. */
function directory(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return undefined
    const entry = entryAt(bytes, view, at)
    if (!entry) return undefined
    entries.push(entry)
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return undefined
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry | undefined {
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if ((view.getUint16(at + 8, true) & encrypted) !== 0) return undefined
  if ((method !== stored && method !== deflated) || local + 30 > bytes.length) return undefined
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > bytes.length) return undefined
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
    isStored: method === stored,
    data: bytes.subarray(start, start + packed),
    size: view.getUint32(at + 24, true),
  }
}
