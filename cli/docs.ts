import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Figure,
  applicantIds,
  figure,
  figures,
  requestRowIds,
  tables,
} from '#core/catalog/index.ts'
import { applicants, requestRows } from '#core/catalog/requests.ts'
import { type Label, editions, unitLabels } from '#core/catalog/table.ts'
import { root } from './place.ts'

export const figuresFile = join(root, 'docs/figures.md')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const editionsOf = ({ editions: own }: Pick<Figure, 'editions'>): string =>
  own.length === editions.length ? '2019, 2021' : own.join(', ')

const head = ['id', '名称', 'English', '单位', '格式 edition']

const line = (entry: Figure): string[] => {
  const unit = unitLabels[entry.unit]
  return [
    `\`${entry.id}\``,
    entry.zh,
    entry.en,
    unit.zh === unit.en ? unit.zh : `${unit.zh} ${unit.en}`,
    editionsOf(entry),
  ]
}

const part = ({ part: number, zh, en }: Label & { readonly part: string }): string =>
  `## ${number}、${zh}\n\n${en}.`

const of = (id: Figure['table']): string[][] =>
  figures.filter((entry) => entry.table === id).map(line)

/** docs/figures.md as the catalogue has it now. */
export const figuresPage = (): string => `# Figures 指标

Generated from core/catalog by \`npm run docs\`; a test fails when this page is stale. ${figures.length} figures in the
editions of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. The ids are permanent. The same list as data:
\`/api/v1/figures\`.

${part(tables.disclosure)}

${table(head, of('disclosure'))}

${part(tables.requests)} A figure is a row and a column, \`requests_new.total\`: ${requestRowIds.length} rows × ${applicantIds.length} columns, all in 件 items.

${table(
  ['row', '行', 'English', '格式 edition'],
  requestRowIds.map((row) => {
    const { zh, en } = requestRows[row]
    return [`\`${row}\``, zh, en, editionsOf(figure(`${row}.total`))]
  }),
)}

${table(
  ['column', '列', 'English'],
  applicantIds.map((column) => [`\`${column}\``, applicants[column].zh, applicants[column].en]),
)}

${part(tables.reviews)} The same in both editions.

${table(head, of('reviews'))}
`

if (import.meta.main) writeFileSync(figuresFile, figuresPage())
