import { walkXml } from './xml.ts'

/** How a number is shown: the text that stands in the cell. */
export type Format = (value: number) => string

/** Numbers as they are: Excel keeps 15 digits, the rest is noise of binary fractions. */
export const plain: Format = (value) => String(Number(value.toPrecision(15)))

/** Of the formats that every workbook knows, those that say more than how many digits there are. */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
}

const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58)

/** The formats by the number that cells refer to; undefined if the styles cannot be read. */
export function readFormats(bytes: Uint8Array | undefined, is1904: boolean): Format[] | undefined {
  const codes = new Map<number, string>(
    Object.entries(builtIn).map(([id, code]) => [Number(id), code]),
  )
  const formats: Format[] = []
  if (!bytes) return formats
  let inCells = false
  const sound = walkXml(bytes, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'])
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) formats.push(formatOf(id, codes.get(id) ?? '', is1904))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return sound ? formats : undefined
}

function formatOf(id: number, code: string, is1904: boolean): Format {
  const bare = withoutLiterals(code)
  if (isBuiltInDate(id) || /[ymdhs]/i.test(bare.replace(/general/gi, ''))) return dateFormat(is1904)
  const [positive = plain, negative, zero] = code === '' ? [] : code.split(';').map(section)
  return (value) => {
    if (value < 0) return (negative ?? positive)(value)
    return (value === 0 ? (zero ?? positive) : positive)(value)
  }
}

/** One part of a format code. A part without places for digits is shown as it stands, whatever the number. */
function section(code: string): Format {
  const bare = withoutLiterals(code)
  if (bare.includes('%')) return (value) => `${plain(value * 100)}%`
  if (/[0#]|general/i.test(bare)) return plain
  const literal = code
    .replace(/_.|\*.|\[[^\]]*\]|\?/g, '')
    .replace(/"([^"]*)"|\\(.)/g, '$1$2')
    .trim()
  return () => literal
}

const withoutLiterals = (code: string): string => code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')

const day = 86_400_000

/** Days since 1899-12-30 (or 1904-01-01) as an ISO date. */
const dateFormat =
  (is1904: boolean): Format =>
  (value) => {
    const time = (value + (is1904 ? 1462 : 0) - 25_569) * day
    return Math.abs(time) < 8e15 ? new Date(time).toISOString().slice(0, 10) : plain(value)
  }
