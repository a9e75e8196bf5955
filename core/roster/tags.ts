/** What filters look for in a search text, after a tab: nothing that anyone can type. */
export const allTag = '\tall'
export const collectionTag = (madeUp: boolean): string => (madeUp ? '\tmade-up' : '\treal')
export const sectorTag = (sector: string): string => `\t#${sector}`

/** The tag of all bureaus in a division and in what lies within it. */
export const areaTag = (division: string): string => `\t@${areaOf(division)}`

/** 410000 is 41 and 410300 is 4103: what all codes within it begin with. */
const areaOf = (code: string): string => code.replace(/^(\d{2})0000$|^(\d{4})00$/, '$1$2')

/** The tags of a bureau: its collection, every area that holds it, its sector. */
export const tagsOf = ({ division, sector }: Tagged): string[] => [
  allTag,
  collectionTag(isMadeUp(division)),
  ...areasOf(division).map(areaTag),
  sectorTag(sector),
]

interface Tagged {
  readonly division: string
  readonly sector: string
}

/** Codes that begin with 00 lie outside GB/T 2260: made-up places. */
const isMadeUp = (division: string): boolean => division.startsWith('00')

/** 410307 lies in 41 and 4103. */
function areasOf(division: string): string[] {
  const codes = [2, 4, 6, 9].map((length) => division.slice(0, length))
  return [...new Set(codes.filter((code) => !/^(?:\d\d){1,2}00$/.test(code)))]
}
