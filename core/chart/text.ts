import { percent } from '#core/text/number.ts'
import { xmlText } from '#core/text/xml.ts'

/** Sizes of type in units of the picture, and how far lines of it are apart. */
export const type = { heading: 15, text: 12, small: 11 } as const
export const leading = 1.35

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
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”…※≠]/

/** Width in em, near enough to keep labels inside the picture. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + (wide.test(c) ? 1 : 0.56), 0)

/** Breaks into lines of at most `max` em; Latin words stay whole, Han text breaks anywhere but before a stop. */
export function wrap(text: string, max: number): string[] {
  const parts = (text.match(/[A-Za-z0-9’'&.,()–-]+\s?|\s|[（“].|./gu) ?? []).flatMap((part) =>
    widthOf(part) > max ? Array.from(part) : [part],
  )
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

/** A share in per cent, of which a part is never told as none. */
export const shareText = (share: number): string =>
  share > 0 && share < 0.0005 ? '<0.1%' : percent(share)

/** Lines of text, one below the other, from the baseline of the first. */
export const rows = (lines: readonly string[], x: number, y: number, size: number): string =>
  lines
    .map(
      (line, i) =>
        `<text${x === 0 ? '' : ` x="${n(x)}"`} y="${n(y + i * size * leading)}">${escape(line)}</text>`,
    )
    .join('')
