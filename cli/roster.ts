import * as v from 'valibot'
import { type NewBureau, bureauId, divisionCode, levels, scopes } from '#core/roster/bureau.ts'
import { complaints } from './complaint.ts'
import type { CsvRow } from './csv.ts'
import { Failed } from './failed.ts'

/** Columns of a roster; those in brackets may be left out. */
const columns =
  'id,division,name,level,sector,scope,kind[,division_name,division_name_en,name_en,aliases,valid_from]'

const oneOf = <const T extends readonly string[]>(list: T) =>
  v.picklist(list, `应为（one of）${list.join('、')}`)

const NameSchema = v.pipe(
  v.string(),
  v.minLength(2, '应有 2–100 字（2 to 100 characters）'),
  v.maxLength(100, '应有 2–100 字（2 to 100 characters）'),
)

const WordSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z_]{1,40}$/, '应为小写字母和 _（lower-case letters and _）'),
)

const orNull = <T extends v.GenericSchema<string, string>>(schema: T) =>
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    schema,
  ])

const RowSchema = v.object({
  id: v.pipe(v.string(), v.regex(bureauId, '应如 410307-0001（such as 410307-0001）')),
  division: v.pipe(v.string(), v.regex(divisionCode, '应如 410307（such as 410307）')),
  name: NameSchema,
  level: oneOf(levels),
  sector: WordSchema,
  scope: oneOf(scopes),
  kind: WordSchema,
  division_name: orNull(NameSchema),
  division_name_en: orNull(NameSchema),
  name_en: orNull(v.pipe(v.string(), v.maxLength(300, '最多 300 字（300 characters at most）'))),
  aliases: v.pipe(
    v.string(),
    v.transform((text) => text.split('|').filter((alias) => alias !== '')),
    v.array(NameSchema),
    v.maxLength(30, '最多 30 个（30 at most）'),
  ),
  valid_from: orNull(v.pipe(v.string(), v.isoDate('应如 2024-03-01（such as 2024-03-01）'))),
})

/** A column that is left out is as good as empty. */
const blank = Object.fromEntries(Object.keys(RowSchema.entries).map((column) => [column, '']))

export interface Roster {
  readonly bureaus: readonly NewBureau[]
  /** What may well be meant, but seldom is. */
  readonly warnings: readonly string[]
}

/** The bureaus of a roster. Throws Failed with every line that cannot be right. */
export function readRoster(rows: readonly CsvRow[]): Roster {
  if (rows.length === 0) throw new Failed('名册是空的（the roster is empty）')
  const read = rows.map(({ line, cells }) => ({
    line,
    result: v.safeParse(RowSchema, { ...blank, ...cells }),
  }))
  const problems = [
    ...read.flatMap(({ line, result }) => (result.issues ? rowProblems(line, result.issues) : [])),
    ...repeated(rows),
  ]
  if (problems.length > 0) throw new Failed(listed(problems))
  return {
    bureaus: read.flatMap(({ result }) => (result.success ? [newBureau(result.output)] : [])),
    warnings: rows.flatMap(elsewhere),
  }
}

const newBureau = (row: v.InferOutput<typeof RowSchema>): NewBureau => ({
  id: row.id,
  division: row.division,
  name: row.name,
  level: row.level,
  sector: row.sector,
  scope: row.scope,
  kind: row.kind,
  divisionName: row.division_name,
  divisionNameEn: row.division_name_en,
  nameEn: row.name_en,
  validFrom: row.valid_from,
  aliases: row.aliases,
})

const at = (line: number, text: string): string => `第 ${line} 行（line ${line}）: ${text}`

const rowProblems = (line: number, issues: readonly v.BaseIssue<unknown>[]): string[] =>
  complaints(issues).map((text) => at(line, text))

/** An id is permanent: two rows of one roster cannot both say what it means. */
function repeated(rows: readonly CsvRow[]): string[] {
  const byId = Map.groupBy(rows, ({ cells }) => cells['id'] ?? '')
  return [...byId].flatMap(([id, same]) => {
    const lines = same.map(({ line }) => line)
    return id === '' || same.length === 1
      ? []
      : [`第 ${lines.join('、')} 行编号相同（lines ${lines.join(', ')} have the same id）: ${id}`]
  })
}

function elsewhere({ line, cells: { id = '', division } }: CsvRow): string[] {
  const [own] = id.split('-')
  return own === division
    ? []
    : [at(line, `编号 ${id} 不以区划 ${division} 开头（the id does not begin with the division）`)]
}

/** Not more lines than one can read. */
const listed = (problems: readonly string[]): string =>
  [
    ...problems.slice(0, 20),
    ...(problems.length > 20 ? [`…… 共 ${problems.length} 处（in all）`] : []),
    `列 columns: ${columns}`,
  ].join('\n')
