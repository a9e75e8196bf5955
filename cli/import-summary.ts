import { tables } from '#core/catalog/index.ts'
import { tableIds } from '#core/catalog/table.ts'
import type { Kept } from './files.ts'
import type { Imported, Result } from './import-report.ts'

const labels: Readonly<Record<Result['kind'], string>> = {
  published: '已发布 published',
  draft: '草稿 stored as draft',
  held: '待核 held with findings',
  unchanged: '未变 unchanged',
  refused: '拒收 refused',
}

/** What became of all documents so far, as counts: a list of ten thousand must not be in memory. */
export interface Tally {
  readonly kinds: Readonly<Record<Result['kind'], number>>
  /** Reports that were taken with cells that are not certain, and how many of those there are. */
  readonly unread: { readonly reports: number; readonly cells: number }
  /** Files that the server took, and those that it could not. `none`: it keeps no files. */
  readonly files: { readonly sent: number; readonly lost: number; readonly none: boolean }
}

export const emptyTally: Tally = {
  kinds: { published: 0, draft: 0, held: 0, unchanged: 0, refused: 0 },
  unread: { reports: 0, cells: 0 },
  files: { sent: 0, lost: 0, none: false },
}

/** The tally with these documents. */
export function countReports(tally: Tally, list: readonly Imported[]): Tally {
  const kinds = { ...tally.kinds }
  let { reports, cells } = tally.unread
  for (const { result, unread } of list) {
    kinds[result.kind]++
    if (unread === 0 || result.kind === 'refused') continue
    reports++
    cells += unread
  }
  return { ...tally, kinds, unread: { reports, cells } }
}

/** The tally with what became of these files. */
export const countFiles = (tally: Tally, { keeps, sent, lost }: Kept): Tally => ({
  ...tally,
  files: {
    sent: tally.files.sent + sent,
    lost: tally.files.lost + lost.length,
    none: tally.files.none || !keeps,
  },
})

/** The last lines of an import. */
export function summary({ kinds, unread, files }: Tally): string[] {
  const counts = Object.entries(kinds).map(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of the record
    ([kind, count]) => `${labels[kind as Result['kind']]}: ${count}`,
  )
  const { reports, cells } = unread
  return [
    counts.join(' · '),
    cells > 0 &&
      `未能确认 unread: ${reports} 份中的 ${cells} 格，不作数字（${cells} cells of ${reports} reports, not taken as numbers）`,
    files.sent + files.lost > 0 &&
      `原件 source files: 新留存 sent ${files.sent} · 未留存 not kept ${files.lost}`,
    files.none && '这个服务不留存原件（this server keeps no source files）',
  ].filter((line) => line !== false)
}

/** What there is to say of a document by itself: why it is held or refused, and which tables could not be read. */
export function remarks({ name, result, refusedTables }: Imported): string[] {
  const lost = tableIds.flatMap((id) => {
    const reason = refusedTables[id]
    return reason
      ? [`警告 warning: ${name}: ${tables[id].zh}未能读取（${id} not read）: ${reason}`]
      : []
  })
  return 'reason' in result
    ? [...lost, `${labels[result.kind]}: ${name}: ${reasonOf(result)}`]
    : lost
}

/** The same of files that are not kept. */
export const fileRemarks = ({ lost }: Kept): string[] =>
  lost.map(({ name, reason }) => `原件未留存 file not kept: ${name}: ${reason}`)

const reasonOf = ({ reason, errors = [] }: Extract<Result, { readonly reason: string }>): string =>
  [
    reason,
    ...errors
      .filter(({ message }) => !reason.includes(message))
      .map(({ code, path, message }) => `${code} ${path}: ${message}`),
  ].join('; ')
