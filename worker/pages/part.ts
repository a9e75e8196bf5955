import { tables } from '#core/catalog/index.ts'
import { type TableId, tableIds } from '#core/catalog/table.ts'
import type { Lang } from '#core/text/lang.ts'

/** 二 三 四, as in the form; readers of English see 2 3 4. */
export const partOf = (lang: Lang, table: TableId): string =>
  lang === 'zh' ? tables[table].part : String(tableIds.indexOf(table) + 2)
