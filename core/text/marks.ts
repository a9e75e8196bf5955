/** What a file says of a row: a word, or nothing. The columns’ dictionary explains each. */

export const madeUpMark = (isMadeUp: boolean): string => (isMadeUp ? '虚构示例' : '')

export const excerptMark = (isExcerpt: boolean): string => (isExcerpt ? '摘录' : '')

/** Null: nobody knows. */
export const asideMark = (isAside: boolean | null): string =>
  isAside === null ? '未知' : isAside ? '不计入合计' : ''

export const checkMark = (isDisputed: boolean): string => (isDisputed ? 'failed' : '')
