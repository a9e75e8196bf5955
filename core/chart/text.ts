import { xmlText } from '#core/text/xml.ts'

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** As XML 1.0 has it, in text or between quotes; characters that it cannot hold are left out. */
export const escape = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (c) => entities.get(c) ?? c)

// Nothing here can measure a font: a Han character fills its square, others about 0.56 of it.
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/

/** Width in em, near enough to keep labels inside the picture. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + (wide.test(c) ? 1 : 0.56), 0)

/** Breaks into lines of at most `max` em; Latin words stay whole, Han text breaks anywhere but before a stop. */
export function wrap(text: string, max: number): string[] {
  const parts = text.match(/[A-Za-z0-9’'&.,()–-]+\s?|\s|[（“].|./gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const [i, part] of parts.entries()) {
    // A stop stays with what it follows, and finds room there.
    const kept = line + part.trimEnd() + (isStop(parts[i + 1]) ? parts[i + 1] : '')
    if (widthOf(kept) > max && line !== '' && !isStop(part)) {
      lines.push(line.trimEnd())
      line = part.trimStart()
    } else line += part
  }
  return line === '' ? lines : [...lines, line]
}

const isStop = (part: string | undefined): boolean => /^[，。、；：）·]$/.test(part ?? '')

/** Coordinates with one decimal: a tenth of a unit is less than any screen shows. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)
