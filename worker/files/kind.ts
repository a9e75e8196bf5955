import { format, isHtml } from '#core/read/format.ts'

/** Kinds of files that are told by their content. Everything else is `other`: bytes of which nothing is said. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  html: 'text/html',
  txt: 'text/plain',
  other: 'application/octet-stream',
} as const

export type FileKind = keyof typeof mediaTypes

/** The kind that a media type belongs to. */
export const kindOf = (type: string | undefined): FileKind =>
  kinds.find((kind) => mediaTypes[kind] === type) ?? 'other'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
const kinds = Object.keys(mediaTypes) as FileKind[]

/** What a zip archive of each kind contains. The names stand in its directory, uncompressed, at its end. */
const parts = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['ofd', 'OFD.xml'],
] as const

/** The kind of a file by its content; its name is not asked, names lie. */
export function fileKind(bytes: Uint8Array): FileKind {
  const kind = format(bytes)
  if (kind === 'pdf') return 'pdf'
  if (kind === 'zip') {
    const directory = latin(bytes.subarray(-65_536))
    return parts.find(([, name]) => directory.includes(name))?.[0] ?? 'other'
  }
  const head = latin(bytes.subarray(0, 4096))
  if (kind !== 'markup' || head.includes('\0')) return 'other'
  return isHtml(head) ? 'html' : 'txt'
}

/** Bytes as characters, whatever their encoding: enough to find ASCII in them. */
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
