import { fold } from '../parse/normal.ts'

/** Text in which every character knows its place in the original. */
export interface Span {
  readonly text: string
  readonly places: readonly number[]
}

const cut = ({ text, places }: Span, from: number, to: number): Span => ({
  text: text.slice(from, to),
  places: places.slice(from, to),
})

/** Ends of a sentence, and of a cell of a table. */
const stops = /[。!?…\n]/

/** A longer run without a stop is no prose. */
const longest = 3000

/** The sentences, one form of each character, without spaces and without the breaks of wrapped lines. */
export function sentences(text: string): Span[] {
  const found: Span[] = []
  let chars = ''
  let places: number[] = []
  const end = (): void => {
    if (chars !== '' && chars.length <= longest) found.push({ text: chars, places })
    chars = ''
    places = []
  }
  const wraps = wrapped(text)
  for (let i = 0; i < text.length; i++) {
    const char = fold(text.charAt(i))
    const breaks = char === '\t' || char === '|' || (char === '\n' && !wraps.has(i))
    if (breaks || stops.test(char.trim())) end()
    else if (char.trim() !== '') {
      chars += char
      places.push(i)
    }
  }
  end()
  return found
}

/** Lines this long are broken by the width of the page; what is shorter is a heading, a label or a cell. */
const pageWidth = 20

/** Line breaks in the middle of a sentence. A line of a number alone is a cell, whatever stands before it. */
function wrapped(text: string): ReadonlySet<number> {
  const breaks = new Set<number>()
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
    const line = text.slice(start, at).trim()
    const next = /^\s*\S[^\n]*/.exec(text.slice(at + 1, at + 200))?.[0].trim() ?? ''
    const isBlank = /^[^\S\n]*\n/.test(text.slice(at + 1, at + 80))
    if (!isBlank && goesOn(line, next)) breaks.add(at)
    start = at + 1
  }
  return breaks
}

const goesOn = (line: string, next: string): boolean =>
  line.length >= pageWidth &&
  !/[。！？!?；;：:|]$/.test(line) &&
  !beginsAnew.test(next) &&
  !(/[件宗例起次个条份项元]$/.test(line) && /^\d/.test(next))

/** A heading, the next item of a list, or a cell. */
const beginsAnew =
  /^(?:[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|[-—–|#*]|$)|^[\d,，.]+\s*[件宗例起次个条份项元]?$/

interface Bracketed {
  /** Where the bracket stood, as an index into the text without brackets. */
  readonly after: number
  readonly inside: Span
}

/** A sentence without its brackets, and what they hold. Titles of documents, 《…》, are left out altogether. */
export function unbracketed(span: Span): { flat: Span; brackets: readonly Bracketed[] } {
  const pairs = outerPairs(span.text)
  const brackets: Bracketed[] = []
  let text = ''
  const places: number[] = []
  const keep = (part: Span): void => {
    text += part.text
    for (const place of part.places) places.push(place)
  }
  let from = 0
  for (const [open, close] of pairs) {
    keep(cut(span, from, open))
    if (span.text[open] === '(') {
      brackets.push({ after: text.length, inside: cut(span, open + 1, close) })
    }
    from = close + 1
  }
  keep(cut(span, from, span.text.length))
  return { flat: { text, places }, brackets }
}

const closing = new Map([
  ['(', ')'],
  ['《', '》'],
  ['〔', '〕'],
  ['【', '】'],
  ['[', ']'],
])

/** Matching brackets that stand in no other; brackets without a partner count as text. */
function outerPairs(text: string): (readonly [number, number])[] {
  const open: { readonly at: number; readonly close: string }[] = []
  const pairs: (readonly [number, number])[] = []
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    const close = closing.get(char)
    if (close !== undefined) open.push({ at: i, close })
    else if (open.at(-1)?.close === char) {
      const at = open.pop()?.at ?? i
      while ((pairs.at(-1)?.[0] ?? -1) > at) pairs.pop()
      pairs.push([at, i])
    }
  }
  return pairs
}
