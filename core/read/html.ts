import { Parser } from 'htmlparser2'
import type { Refusal } from '../reading.ts'
import type { Doc } from './doc.ts'
import { visible } from './visible.ts'
import { type Sink, TableSink, TextSink, picture } from './html-sink.ts'

/** Deeper nesting than any real page has; what is deeper is an attack or garbage. */
const maxDepth = 256

const pieceLength = 65_536
const maxSpan = 1000

/** Elements without text of the page, or with text that nobody sees. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'svg'])
const inline = new Set(
  'a abbr acronym b big bdi bdo cite code data em font i img ins kbd label mark nobr q rp rt ruby s small span strong strike del sub sup time tt u var wbr o:p st1:chsdate'.split(
    ' ',
  ),
)
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr', 'col', 'base', 'area'])
/** Marks for text that is not simply part of a number: struck out, raised or lowered. */
const marks: Readonly<Record<string, string>> = {
  del: '~~',
  s: '~~',
  strike: '~~',
  sup: '^',
  sub: '_',
}

/** Reads a web page: paragraphs and tables, tables that only lay out the page taken apart. */
export function readHtml(html: string): Doc | Refusal {
  const page = new Page(html)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes, parser.startIndex),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { decodeEntities: true },
  )
  // In pieces, so that a page that is nested too deeply stops the work early.
  for (let at = 0; at < html.length && !page.tooDeep; at += pieceLength) {
    parser.write(html.slice(at, at + pieceLength))
  }
  if (page.tooDeep) {
    return {
      refused: '网页嵌套过深，不是正常的报告页面（nested too deeply to be the page of a report）',
    }
  }
  const open = page.isOpen()
  parser.end()
  return { format: 'html', title: page.title, meta: page.meta, blocks: page.blocks(), open }
}

class Page {
  readonly meta: Record<string, string> = {}
  title: string | null = null
  tooDeep = false
  readonly #html: string
  /** Without elements for paragraphs (tables inside Markdown) a line break ends a paragraph. */
  readonly #breaks: boolean
  readonly #root = new TextSink()
  /** The page, and the tables that are open, innermost last. */
  readonly #sinks: Sink[] = [this.#root]
  #depth = 0
  /** Depth at which hidden content began; 0 where nothing is hidden. */
  #hidden = 0
  #inTitle = false
  #line = 1
  /** Where the next line break of the source stands. */
  #nextBreak: number

  constructor(html: string) {
    this.#html = html
    this.#nextBreak = html.indexOf('\n')
    this.#breaks = !/<(?:p|div|body|br)\b/i.test(html)
  }

  get #sink(): Sink {
    return this.#sinks[this.#sinks.length - 1] ?? this.#root
  }

  open(name: string, attributes: Readonly<Record<string, string>>, index: number): void {
    this.#describe(name, attributes)
    if (!empty.has(name)) {
      this.#depth++
      if (this.#depth > maxDepth) this.tooDeep = true
      if (this.#hidden === 0 && isHidden(name, attributes)) this.#hidden = this.#depth
    }
    if (this.#hidden > 0 || this.tooDeep) return
    this.#countLines(index)
    this.#opened(name, attributes)
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    const mark = marks[name]
    if (name === 'title') this.#inTitle = this.title === null
    else if (name === 'table') this.#sinks.push(new TableSink(this.#line))
    else if (name === 'tr') this.#sink.row()
    else if (name === 'td' || name === 'th') {
      this.#sink.cell(span(attributes['colspan']), span(attributes['rowspan']))
    } else if (name === 'img' || name === 'input') this.#replaced(name, attributes)
    else if (mark !== undefined) this.#sink.add(mark, this.#line)
    else if (!inline.has(name)) this.#sink.breakLine()
  }

  /** A picture or a field in a table may be what a cell says: such a cell is not blank. */
  #replaced(name: string, { type, value = '' }: Readonly<Record<string, string>>): void {
    if (this.#sinks.length === 1 || type === 'hidden') return
    this.#sink.add(name === 'img' ? picture : value, this.#line)
  }

  close(name: string): void {
    if (empty.has(name)) return
    if (this.#hidden === 0 && !this.tooDeep) this.#closed(name)
    if (this.#hidden === this.#depth) this.#hidden = 0
    this.#depth--
  }

  #closed(name: string): void {
    if (name === 'title') this.#inTitle = false
    else if (name === 'table') this.#endTable()
    else if (name === 'td' || name === 'th') this.#sink.endCell()
    else if (marks[name] !== undefined) this.#sink.add(marks[name], this.#line)
    else if (!inline.has(name)) this.#sink.breakLine()
  }

  #endTable(): void {
    if (this.#sinks.length === 1) return
    const table = this.#sinks.pop()
    if (table) this.#sink.take(table.blocks())
  }

  text(raw: string): void {
    if (this.#hidden > 0 || this.tooDeep) return
    const text = visible(raw)
    if (this.#inTitle) this.title = (this.title ?? '') + text
    else if (this.#breaks && this.#sinks.length === 1) this.#addLines(text)
    else this.#sink.add(text.replace(/[ \t\r\n\f]+/g, ' '), this.#line)
  }

  #addLines(text: string): void {
    const [first = '', ...others] = text.split('\n')
    this.#sink.add(first, this.#line)
    for (const line of others) {
      this.#sink.breakLine()
      this.#sink.add(line, this.#line)
    }
  }

  #describe(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'link' && attributes['rel'] === 'canonical') {
      this.meta['canonical'] ??= attributes['href'] ?? ''
    }
    if (name !== 'meta') return
    const key = attributes['name'] ?? attributes['property']
    if (key !== undefined) this.meta[key.toLowerCase()] ??= attributes['content'] ?? ''
  }

  #countLines(index: number): void {
    while (this.#nextBreak >= 0 && this.#nextBreak < index) {
      this.#line++
      this.#nextBreak = this.#html.indexOf('\n', this.#nextBreak + 1)
    }
  }

  /** A table that the page does not close may have been cut. */
  isOpen(): boolean {
    return this.#sinks.length > 1
  }

  blocks(): Doc['blocks'] {
    while (this.#sinks.length > 1) this.#endTable()
    return this.#root.blocks()
  }
}

const isHidden = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  silent.has(name) ||
  attributes['hidden'] !== undefined ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '')

/** `colspan` and `rowspan` as browsers take them; 0 (to the end of the table) counts as the largest. */
function span(attribute: string | undefined): number {
  if (attribute === undefined) return 1
  const value = Number.parseInt(attribute, 10)
  if (Number.isNaN(value) || value < 0) return 1
  return value === 0 ? maxSpan : Math.min(value, maxSpan)
}
