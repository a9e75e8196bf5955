import { tables } from '#core/catalog/index.ts'
import { tableIds } from '#core/catalog/table.ts'
import type { Imported, Result } from './import-report.ts'
import type { Output } from './output.ts'

const labels: Readonly<Record<Result['kind'], string>> = {
  published: '已发布 published',
  draft: '草稿 stored as draft',
  held: '待核 held with findings',
  unchanged: '未变 unchanged',
  refused: '拒收 refused',
}

/** Says what became of the documents: complaints one by one, then the counts. */
export function summarise(list: readonly Imported[], output: Output): void {
  for (const imported of list) for (const line of remarks(imported)) output.err(line)
  const count = (kind: string) => list.filter(({ result }) => result.kind === kind).length
  output.out(
    Object.entries(labels)
      .map(([kind, label]) => `${label}: ${count(kind)}`)
      .join(' · '),
  )
  const unread = list.filter((one) => one.unread > 0 && one.result.kind !== 'refused')
  const cells = unread.reduce((sum, one) => sum + one.unread, 0)
  if (cells > 0)
    output.out(
      `未能确认 unread: ${unread.length} 份中的 ${cells} 格，不作数字（${cells} cells of ${unread.length} reports, not taken as numbers）`,
    )
}

function remarks({ name, result, refusedTables }: Imported): string[] {
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

const reasonOf = ({ reason, errors = [] }: Extract<Result, { readonly reason: string }>): string =>
  [
    reason,
    ...errors
      .filter(({ message }) => !reason.includes(message))
      .map(({ code, path, message }) => `${code} ${path}: ${message}`),
  ].join('; ')
