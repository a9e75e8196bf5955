import { type Block, type Doc, type GridRow, cell } from './doc.ts'
import { visible } from './visible.ts'

const lineBreak = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/
const pipes = /[|｜│┃¦]/g
const rulerOnly = /^[\s|:=─━┼├┤┬┴┌┐└┘╋+-]+$/

interface Line {
  readonly kind: 'text' | 'tabs' | 'pipes'
  readonly text: string
  readonly number: number
}

/** Plain text and Markdown: lines with tabs or pipes become grids, every other line a text block. */
export function readText(text: string): Doc {
  const lines = join(text.split(lineBreak).map(tidy)).filter(({ text: t }) => t.trim() !== '')
  const blocks: Block[] = []
  for (let i = 0; i < lines.length;) {
    const end = sameKind(lines, i)
    const part = lines.slice(i, end)
    i = end
    if (part[0]?.kind === 'text') {
      for (const line of part) {
        blocks.push({ kind: 'text', text: unmark(line.text), line: line.number })
      }
    } else blocks.push(grid(part))
  }
  const last = lines[lines.length - 1]
  const open = last !== undefined && !(last.kind === 'pipes' && /\|\s*$/.test(last.text))
  return { format: 'text', title: null, meta: {}, blocks, open }
}

function tidy(raw: string, index: number): Line {
  const text = visible(raw)
    .replace(pipes, '|')
    .replace(/<br\s*\/?>/gi, ' ')
  const kind = text.includes('|') ? 'pipes' : isTabbed(text) ? 'tabs' : 'text'
  return { kind, text, number: index + 1 }
}

/** `|---|---|` or a line of a drawn box; a single dash is a cell that says "not applicable". */
const isRuler = (text: string): boolean => /-{3}|[─━┼]/.test(text) && rulerOnly.test(text)

/** Tabs that only indent a line do not make it a row. */
const isTabbed = (text: string): boolean => /\S[^\S\n]*\t/.test(text)

/** Most lines that a quoted cell of a spreadsheet goes on for. */
const quotedLines = 5

/** A spreadsheet quotes a cell that holds a line break: such a cell ends where its quote ends. */
function join(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i]
    while (line && isOpenQuote(line.text)) {
      const rest = lines.slice(i + 1, i + 1 + quotedLines)
      const end = rest.findIndex(({ text }) => /^[^"]*"(?:\t|$)/.test(text))
      if (end < 0 || rest.slice(0, end + 1).every(({ kind }) => kind !== 'tabs')) break
      const text = [line, ...rest.slice(0, end + 1)].map((part) => part.text).join(' ')
      line = { kind: 'tabs', text, number: line.number }
      i += end + 1
    }
    if (line) joined.push(line)
  }
  return joined
}

/** The last cell begins with a quote that does not end. */
const isOpenQuote = (text: string): boolean =>
  text.includes('"') && /^(?:.*\t)?"[^"\t]*$/.test(text)

/** Where the run of lines of one kind ends that begins at `start`. */
function sameKind(lines: readonly Line[], start: number): number {
  const first = lines[start]
  const leads = first?.kind === 'pipes' && isLeading(first)
  const goesOn = (at: number): boolean =>
    lines[at]?.kind === first?.kind || (leads && isOpenRow(lines, at))
  let end = start + 1
  while (end < lines.length && goesOn(end)) end++
  return end
}

const isLeading = (line: Line | undefined): boolean => /^\s*\|/.test(line?.text ?? '')

/** A line without any pipe belongs to a row with leading pipes whose last cell is still open, and closed soon. */
const isOpenRow = (lines: readonly Line[], index: number): boolean =>
  !/\|\s*$/.test(lines[index - 1]?.text ?? '|') &&
  lines.slice(index, index + 4).some(({ text }) => /^[^|]*\|/.test(text)) &&
  lines[index]?.kind === 'text' &&
  (lines[index]?.text.length ?? 0) < 60

function grid(lines: readonly Line[]): Block {
  const first = lines[0]
  const rows =
    first?.kind === 'tabs'
      ? lines.map(({ text, number }) => cells(text.split('\t').map(unquote), number))
      : isLeading(first)
        ? leadingRows(lines)
        : lines
            .filter(({ text }) => !isRuler(text))
            .map(({ text, number }) => cells(trailingCells(text), number))
  return { kind: 'grid', rows, line: first?.number ?? 1 }
}

function cells(row: readonly string[], line: number): GridRow {
  const spot = { line }
  return row.map((text) => cell(unmark(text), 1, 1, spot))
}

/** A row starts at a line that starts with a pipe; other lines go on with it. */
function leadingRows(lines: readonly Line[]): GridRow[] {
  const rows: { text: string; readonly number: number }[] = []
  for (const line of lines) {
    if (isRuler(line.text)) continue
    const last = rows.at(-1)
    if (isLeading(line) || !last) rows.push({ text: line.text, number: line.number })
    else last.text += ` ${line.text}`
  }
  return rows.map(({ text, number }) => cells(trailingCells(text.replace(/^\s*\|/, '')), number))
}

/** Every pipe ends a cell; what stands after the last one is a cell only if it is not blank. */
function trailingCells(line: string): string[] {
  const parts = line.replaceAll('\\|', '／').split('|')
  return parts[parts.length - 1]?.trim() === '' && parts.length > 1 ? parts.slice(0, -1) : parts
}

const unquote = (text: string): string =>
  /^\s*".*"\s*$/.test(text) ? text.trim().slice(1, -1).replaceAll('""', '"') : text

/** Marks of Markdown that are not part of the text: emphasis, headings, escapes. */
const unmark = (text: string): string =>
  text
    .replace(/^(\s*)#{1,6}\s+/, '$1')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/\\([*_-])/g, '$1')
    .trim()
