/** What the first bytes say; formats that cannot be read are named so that the refusal can say so. */
export type Format = 'markup' | 'pdf' | 'zip' | 'ole' | 'rtf' | 'picture'

const magic: readonly (readonly [Format, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
]

/** The format by content; names lie too often. */
export const format = (bytes: Uint8Array): Format =>
  magic.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? 'markup'

/** Why a format is refused, and what to do instead. */
export const remedies: Readonly<Record<Exclude<Format, 'markup' | 'pdf' | 'zip'>, string>> = {
  ole: '旧版 .doc、.xls、.wps 不能读取：请另存为网页或文本（binary .doc, .xls and .wps cannot be read: save as HTML or text）',
  rtf: '不支持 RTF：请另存为网页或文本（RTF is not supported: save as HTML or text）',
  picture: '这是图片，没有文字：请按原表录入（a picture without text: type the tables in）',
}

/** A page rather than plain text: it has elements that break text into blocks or tables. */
export const isHtml = (text: string): boolean =>
  /<(?:!doctype\s+html|html|head|body|table|tr|td|div|p|span|meta)\b[^<]{0,2000}>/i.test(text)

/** Data of some other program, not a document. */
export const isJson = (text: string): boolean => /^\s*[[{]\s*(?:["[{\]}\d]|$)/.test(text)

/** A page that was decoded as GBK although it was UTF-8: these pairs are 、（一年的 in that disguise. */
export const isGarbled = (text: string): boolean =>
  (text.slice(0, 200_000).match(/锛|銆|鐨勶?|鏀垮簻|淇℃伅|鍏紑/g) ?? []).length > 20
