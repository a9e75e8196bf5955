import { Parser } from 'htmlparser2'

/** Deeper nesting than any real document has. */
const maxDepth = 256
const pieceLength = 65_536

/** An element as it opens and closes; names without their prefix. */
export interface XmlHandler {
  /** `'stop'` ends the walk: enough has been seen. */
  open(name: string, attributes: Readonly<Record<string, string>>): 'stop' | void
  /** `text` is what stands in the element itself, not in those inside it. */
  close?(name: string, text: string): void
}

/** Walks through XML. False if it is nested too deeply; what was read until then counts for nothing. */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): boolean {
  const xml = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(
    bytes,
  )
  const texts: string[] = []
  let [tooDeep, stopped] = [false, false]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        tooDeep ||= texts.push('') > maxDepth
        if (!tooDeep && !stopped) stopped = handler.open(local(name), attributes) === 'stop'
      },
      ontext: (text) => {
        if (texts.length > 0) texts[texts.length - 1] += text
      },
      onclosetag: (name) => {
        const text = texts.pop() ?? ''
        if (!tooDeep && !stopped) handler.close?.(local(name), text)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < xml.length; at += pieceLength) {
    parser.write(xml.slice(at, at + pieceLength))
    if (tooDeep || stopped) return stopped
  }
  parser.end()
  return true
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** `target` as a file of the archive: relative to the folder of the file `from`, or absolute. */
export function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
