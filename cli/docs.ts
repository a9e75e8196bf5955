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
import { levelEntries, levels } from '#core/roster/bureau.ts'
import { kindEntries } from '#core/roster/derive.ts'
import { peerGroup } from '#core/roster/peers.ts'
import { type SectorId, sectors } from '#core/roster/sectors.ts'
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

export const sectorsFile = join(root, 'docs/sectors.md')

/** Patterns of the form of a name, which are too long to be read, in words. */
const forms: Partial<Record<SectorId, string>> = {
  township:
    '以乡、镇、街道、苏木或其政府、办事处（含其办公室）结尾 ends with a township or sub-district, its government or office',
  general_office:
    '以政府、行政公署或功能区管委会的办公厅（室）结尾 ends with the office of a government or of a zone’s committee',
  government: '以政府或行政公署结尾 ends with a government',
  zone: '以功能区（高新区、开发区、园区、景区……）或其管委会结尾 ends with a functional zone or its committee',
  other: '其余名称 every other name',
}

/** A pattern in a cell of a table. */
const pattern = (words: RegExp): string => `\`${words.source.replaceAll('|', String.raw`\|`)}\``

const exampleGroup = peerGroup({ level: 'county', sector: 'culture_tourism', scope: 'own' })

/** docs/sectors.md as the rules of core/roster have it now. */
export const sectorsPage = (): string => `# Sectors, levels, peer groups 系统、层级、同类

Generated from core/roster by \`npm run docs\`; a test fails when this page is stale. What a bureau works on, how high it
stands and what its report covers follow from its division's code and its name by the rules below, whenever a report brings
in a bureau that no roster has. They are first guesses, and a roster corrects them.

**To correct one**: put its \`id,division,name,level,sector,scope,kind\` in a CSV and run
\`niantu bureaus import FILE.csv\`; the figures move to the right groups at once. To correct a rule, change
\`core/roster/sectors.ts\` or \`core/roster/derive.ts\`; bureaus that are there already stay as they are.

## Sectors 系统

Tried from top to bottom: the first pattern that is found in the name decides, so the form of a name goes before its words and
the special before the general (交通警察 is public security, 文化市场综合行政执法 culture). The key is what storage holds: never
changed, never used again. A sector of a roster's own that is not in the table counts as \`other\`.

${table(
  ['', 'id', 'key', '系统', 'English', 'names 名称'],
  sectors.map(({ id, key, zh, en, words }, i) => [
    String(i + 1),
    `\`${id}\``,
    String(key),
    zh,
    en,
    forms[id] ?? pattern(words),
  ]),
)}

## Levels 层级

${table(
  ['id', 'key', '层级', 'English', 'rule 规则'],
  levels.map((level) => {
    const { key, zh, en } = levelEntries[level]
    return [`\`${level}\``, String(key), zh, en, levelRules[level]]
  }),
)}

A functional zone, and a bureau within one, stands a level below its division (a zone of a city is \`county\`; of a county,
\`county\` too): by its code (\`130100Z01\`) or by its name.

## Kinds and scope 类别、口径

${table(
  ['id', '类别', 'English', 'scope', 'rule 规则'],
  Object.entries(kindEntries).map(([id, { zh, en }]) => [
    `\`${id}\``,
    zh,
    en,
    id === 'government' || id === 'zone_committee' ? '`area`' : '`own`',
    kindRules[id] ?? '',
  ]),
)}

\`own\`: the report is on the bureau itself. \`area\`: it counts all bureaus of the area, so that the two are never added together.

## Peer groups 同类

Bureaus of the same level, sector and scope: \`${exampleGroup.key}\` is ${exampleGroup.zh} (${exampleGroup.en}). Rankings, spread and
percentiles are within one group, in the country or in an area.
`

const levelRules: Record<(typeof levels)[number], string> = {
  state: '代码 100000 code 100000',
  province: '代码以 0000 结尾 code ends with 0000',
  prefecture: '代码以 00 结尾 code ends with 00',
  county: '其余代码 every other code',
  township: '类别为乡镇街道 of the kind township',
}

const kindRules: Readonly<Record<string, string>> = {
  government: '系统 sector `government`',
  general_office: '系统 sector `general_office`',
  township: '系统 sector `township`',
  zone_committee: '系统 sector `zone`',
  institution:
    '名称以中心、医院、大学、学院、学校、中学、小学、图书馆、博物馆、文化馆结尾 ends with centre, hospital, school, library, museum',
  bureau: '其余名称 every other name',
}

if (import.meta.main) {
  writeFileSync(figuresFile, figuresPage())
  writeFileSync(sectorsFile, sectorsPage())
}
