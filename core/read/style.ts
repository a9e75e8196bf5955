/**
 * How an element shows its text: `gone`: not at all, as if it were not there; `unseen`: it takes its place, but nobody
 * sees its text; `seen`: it may show its text where the elements around it do not; otherwise the mark for text that is not simply part of a number, if it is struck out, raised or lowered.
 */
export type Look = 'gone' | 'unseen' | 'seen' | '~~' | '^' | '_' | undefined

type Style = ReadonlyMap<string, string>

/** Properties by which an element may be seen inside one that is not. */
const inherited = ['visibility', 'color', 'font', 'font-size', '-webkit-text-fill-color']

/** Elements without text of the page, or with text that nobody sees. */
const silent = new Set(
  'script style template noscript svg rt rp rtc option datalist iframe object audio video canvas meter progress'.split(
    ' ',
  ),
)
const marks: Readonly<Record<string, '~~' | '^' | '_'>> = {
  del: '~~',
  s: '~~',
  strike: '~~',
  sup: '^',
  sub: '_',
}

/** The look of an element by its name and its own attributes; what its classes say is not known. */
export function look(name: string, attributes: Readonly<Record<string, string>>): Look {
  if (silent.has(name) || attributes['hidden'] !== undefined) return 'gone'
  const text = attributes['style']
  if (text === undefined) return marks[name]
  const own = style(text)
  if (own.get('display') === 'none') return 'gone'
  if (isUnseen(own)) return 'unseen'
  return marks[name] ?? styled(own) ?? (inherited.some((key) => own.has(key)) ? 'seen' : undefined)
}

function style(text: string): Style {
  const found = new Map<string, string>()
  const important = new Set<string>()
  for (const part of text.replace(/\/\*.*?(?:\*\/|$)/gs, ' ').split(';')) {
    const at = part.indexOf(':')
    const name = part.slice(0, Math.max(at, 0)).trim().toLowerCase()
    const value = part.slice(at + 1).toLowerCase()
    const isImportant = /!\s*important/.test(value)
    if (at < 0 || (important.has(name) && !isImportant)) continue
    if (isImportant) important.add(name)
    found.set(name, value.replace(/!\s*important/, '').trim())
  }
  return found
}

function styled(own: Style): Look {
  const lines = ['text-decoration', 'text-decoration-line'].map((name) => own.get(name) ?? '')
  if (lines.some((line) => line.includes('line-through'))) return '~~'
  const align = own.get('vertical-align')
  return align === 'super' ? '^' : align === 'sub' ? '_' : undefined
}

const isUnseen = (own: Style): boolean => hiding.some((hides) => hides(own))

const hiding: readonly ((own: Style) => boolean)[] = [
  (own) => /^(?:hidden|collapse)$/.test(own.get('visibility') ?? ''),
  (own) => own.get('content-visibility') === 'hidden',
  (own) => Number.parseFloat(own.get('opacity') ?? '1') < 0.05,
  (own) => ['color', '-webkit-text-fill-color'].some((name) => isClear(own.get(name) ?? '')),
  (own) => isTiny(own.get('font-size') ?? ''),
  (own) => (own.get('font') ?? '').split(/\s+/).some((part) => isTiny(part.replace(/\/.*$/, ''))),
  (own) => isOff(own.get('text-indent')),
  (own) =>
    /^(?:absolute|fixed)$/.test(own.get('position') ?? '') &&
    ['left', 'right', 'top', 'bottom'].some((side) => isOff(own.get(side))),
  (own) => /^rect\(\s*(?:0|1px)/.test(own.get('clip') ?? ''),
  (own) => /^(?:inset\((?:50|100)%|circle\(0)/.test(own.get('clip-path') ?? ''),
  (own) => /\bscale[xy]?\(\s*0(?:\.0\d*)?\s*[,)]/.test(own.get('transform') ?? ''),
  (own) =>
    /hidden|clip/.test(own.get('overflow') ?? '') &&
    ['width', 'height', 'max-width', 'max-height'].some((name) => isTiny(own.get(name) ?? '')),
]

const isClear = (color: string): boolean =>
  color === 'transparent' ||
  /^#(?:[\da-f]{3}0|[\da-f]{6}00)$/.test(color) ||
  /^(?:rgb|hsl)a?\((?:[^,]+,){3}\s*0?\.?0*%?\s*\)$/.test(color) ||
  /^(?:rgb|hsl)a?\([^,/]+\/\s*0?\.?0*%?\s*\)$/.test(color)

/** Sizes that nobody reads, by unit: those of the page count in pixels, the others against the text around. */
const smallest: Readonly<Record<string, number>> = {
  px: 1,
  pt: 1,
  em: 0.1,
  rem: 0.1,
  '%': 10,
}

function isTiny(size: string): boolean {
  const [, number, unit = ''] = /^\+?(\d*\.?\d+)([a-z]*|%)$/.exec(size) ?? []
  if (number === undefined) return false
  return Number(number) === 0 || Number(number) < (smallest[unit] ?? 0)
}

/** Far outside the page. */
const isOff = (length = ''): boolean => /^-(?:\d{3,}|\d{2,}(?:\.\d+)?r?em)/.test(length)
