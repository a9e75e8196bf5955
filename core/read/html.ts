import { Parser } from 'htmlparser2'
import type { Refusal, Spot } from '../reading.ts'
import { maxColumns, tooLong, tooWide } from './bounds.ts'
import type { Doc } from './doc.ts'
import { type Look, look } from './style.ts'
import { visible } from './visible.ts'
import { type Sink, TableSink, TextSink, picture } from './html-sink.ts'

/** Deeper nesting than any real page has; what is deeper is an attack or garbage. */
const maxDepth = 256

const pieceLength = 65_536
/** Paragraphs, rows and cells of a page; long pages of government sites have ten thousand. */
const maxElements = 60_000
const maxSpan = 1000

const inline = new Set(
  'a abbr acronym b big bdi bdo cite code data em font i img ins kbd label mark nobr q rp rt ruby s small span strong strike del sub sup time tt u var wbr o:p st1:chsdate'.split(
    ' ',
  ),
)
const replaced = new Set(['img', 'input', 'select'])
const structure = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr', 'col', 'base', 'area'])
/**
 * Reads a web page: paragraphs and tables, tables that only lay out the page taken apart. `docx`: the page was made of a
 * Word document, so that its lines are not those of any source.
 */
export function readHtml(html: string, format: 'html' | 'docx' = 'html'): Doc | Refusal {
  const page = new Page(html, format === 'html')
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes, parser.startIndex),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { decodeEntities: true },
  )
  // In pieces, so that a page that is nested too deeply or holds too much stops the work early.
  for (let at = 0; at < html.length && !page.refusal; at += pieceLength) {
    parser.write(html.slice(at, at + pieceLength))
  }
  if (page.refusal) return page.refusal
  const open = page.isOpen()
  parser.end()
  return { format, title: page.title, meta: page.meta, blocks: page.blocks(), open }
}

const tooDeep: Refusal = {
  refused: '网页嵌套过深，不是正常的报告页面（nested too deeply to be the page of a report）',
}

class Page {
  readonly meta: Record<string, string> = {}
  title: string | null = null
  /** Set as soon as the page turns out to be none of a report. */
  refusal: Refusal | undefined
  readonly #html: string
  readonly #isSource: boolean
  /** Without elements for paragraphs (tables inside Markdown) a line break ends a paragraph. */
  readonly #breaks: boolean
  readonly #root = new TextSink()
  /** The page, and the tables that are open, innermost last. */
  readonly #sinks: Sink[] = [this.#root]
  #depth = 0
  #elements = 0
  /** Cells of the row that is open. */
  #columns = 0
  /** Depth at which hidden content began; 0 where nothing is hidden. */
  #hidden = 0
  /** How each open element shows its text, by depth. */
  readonly #looks: Look[] = []
  #inTitle = false
  #line = 1
  /** Where the next line break of the source stands. */
  #nextBreak: number

  constructor(html: string, isSource: boolean) {
    this.#html = html
    this.#isSource = isSource
    this.#nextBreak = html.indexOf('\n')
    this.#breaks = !/<(?:p|div|body|br)\b/i.test(html)
  }

  get #sink(): Sink {
    return this.#sinks[this.#sinks.length - 1] ?? this.#root
  }

  get #spot(): Spot | undefined {
    return this.#isSource ? { line: this.#line } : undefined
  }

  open(name: string, attributes: Readonly<Record<string, string>>, index: number): void {
    this.#describe(name, attributes)
    const own = look(name, attributes)
    if (!empty.has(name)) {
      this.#depth++
      if (this.#depth > maxDepth) this.refusal = tooDeep
      if (this.#hidden === 0 && own === 'gone') this.#hidden = this.#depth
      this.#looks[this.#depth] = own
    }
    if (this.#hidden > 0 || this.refusal) return
    if (empty.has(name) && (own === 'gone' || own === 'unseen')) return
    this.#count(name)
    this.#countLines(index)
    this.#opened(name, attributes)
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'title') this.#inTitle = this.title === null
    else if (name === 'table') this.#sinks.push(new TableSink(this.#line))
    else if (name === 'tr') this.#sink.row()
    else if (name === 'td' || name === 'th') {
      this.#sink.cell(span(attributes['colspan']), span(attributes['rowspan']), this.#spot)
    } else if (replaced.has(name)) this.#replaced(name, attributes)
    else if (!inline.has(name)) this.#sink.breakLine()
    this.#mark(name)
  }

  /** Begins or ends a text that is struck out, raised or lowered; rows have their texts in their cells. */
  #mark(name: string): void {
    if (empty.has(name) || structure.has(name)) return
    const isCell = name === 'td' || name === 'th'
    const from = isCell ? this.#looks.slice(1, this.#depth + 1) : [this.#looks[this.#depth]]
    const mark = from.findLast((own) => own === '~~' || own === '^' || own === '_')
    if (mark !== undefined) this.#sink.add(mark, this.#line)
  }

  /** What is left of a text: nothing where it is not seen, marked where that is not certain. */
  #shown(text: string): string {
    const looks = this.#looks.slice(1, this.#depth + 1)
    const unseen = looks.lastIndexOf('unseen')
    if (unseen < 0 || text.trim() === '') return text
    return looks.lastIndexOf('seen') > unseen ? `~~${text}` : ''
  }

  /** A picture or a field in a table may be what a cell says: such a cell is not blank. */
  #replaced(name: string, { type, value = '' }: Readonly<Record<string, string>>): void {
    if (this.#sinks.length === 1 || type === 'hidden') return
    this.#sink.add(this.#shown(name === 'input' ? value : picture), this.#line)
  }

  close(name: string): void {
    if (empty.has(name)) return
    if (this.#hidden === 0 && !this.refusal) this.#closed(name)
    if (this.#hidden === this.#depth) this.#hidden = 0
    this.#depth--
  }

  #closed(name: string): void {
    this.#mark(name)
    if (name === 'title') this.#inTitle = false
    else if (name === 'table') this.#endTable()
    else if (name === 'td' || name === 'th') this.#sink.endCell()
    else if (!inline.has(name)) this.#sink.breakLine()
  }

  #endTable(): void {
    if (this.#sinks.length === 1) return
    const table = this.#sinks.pop()
    if (table) this.#sink.take(table.blocks())
  }

  text(raw: string): void {
    if (this.#hidden > 0 || this.refusal) return
    const text = this.#shown(visible(raw))
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

  #count(name: string): void {
    if (name === 'tr') this.#columns = 0
    if (name === 'td' || name === 'th') this.#columns++
    if (!inline.has(name) && ++this.#elements > maxElements) this.refusal = tooLong
    if (this.#columns > maxColumns) this.refusal = tooWide
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

/** `colspan` and `rowspan` as browsers take them; 0 (to the end of the table) counts as the largest. */
function span(attribute: string | undefined): number {
  if (attribute === undefined) return 1
  const value = Number.parseInt(attribute, 10)
  if (Number.isNaN(value) || value < 0) return 1
  return value === 0 ? maxSpan : Math.min(value, maxSpan)
}
