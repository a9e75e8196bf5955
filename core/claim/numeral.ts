const digits = '零一二三四五六七八九'
const shape =
  /^(?:(?<thousands>[一二三四五六七八九])千)?零?(?:(?<hundreds>[一二三四五六七八九])百)?零?(?:(?<tens>[一二三四五六七八九]?)十)?零?(?<ones>[一二三四五六七八九]?)$/

/** The value of a Chinese numeral up to 9999: 十二, 两百零三, 二〇二四. Undefined where it is none, or not certain. */
export function numeral(text: string): number | undefined {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二')
  if (/^[零一二三四五六七八九]+$/.test(plain)) return Number(plain.replace(/./g, digit))
  // 三百五 may be 305 or 350.
  if (plain === '' || /[百千][一二三四五六七八九]$/.test(plain)) return undefined
  const { groups } = shape.exec(plain) ?? {}
  if (!groups) return undefined
  const { thousands, hundreds, tens, ones } = groups
  const ten = tens === '' ? 1 : value(tens)
  return value(thousands) * 1000 + value(hundreds) * 100 + ten * 10 + value(ones)
}

const digit = (char: string): string => String(digits.indexOf(char))
const value = (char: string | undefined): number => (char ? digits.indexOf(char) : 0)
