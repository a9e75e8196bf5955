import { type Column, columns } from '../columns.ts'

const column = (
  datatype: Column['datatype'],
  [zh, en]: readonly [zh: string, en: string],
  [aboutZh, aboutEn]: readonly [zh: string, en: string],
): Column => ({ zh, en, datatype, about: { zh: aboutZh, en: aboutEn } })

const edition = [
  '该表所用格式：2019、2021，any 两版相同，? 未能确认；报告没有此表则为空',
  'Form that the table follows: 2019, 2021, any (the same in both), ? (not certain); empty where the report does not have it',
] as const

/** The columns of a whole set: those of other files, and what only its list of reports says. */
export const setColumns = {
  ...columns,
  disclosure: column('string', ['表二表式', 'Edition of part 2'], edition),
  requests: column('string', ['表三表式', 'Edition of part 3'], edition),
  reviews: column('string', ['表四表式', 'Edition of part 4'], edition),
  published_on: column(
    'date',
    ['原报告发布日', 'Published on'],
    [
      '机关发布原报告的日期；不详则为空',
      'Day on which the bureau published it; empty where not known',
    ],
  ),
  file_sha256: column(
    'string',
    ['原件 SHA-256', 'SHA-256 of the source'],
    ['读取的原件的 SHA-256', 'SHA-256 of the document that was read'],
  ),
  accepted: column(
    'string',
    ['照原文公布的理由', 'Why shown as printed'],
    ['合计不成立而照原文公布的理由', 'Why it is public although sums do not hold'],
  ),
} as const satisfies Readonly<Record<string, Column>>

export type SetColumn = keyof typeof setColumns

/** A row of a file of the set; a column that it does not name is empty. */
export type SetRow = Readonly<Partial<Record<SetColumn, string | number | null>>>

interface SetTable {
  readonly columns: readonly SetColumn[]
  readonly key: readonly SetColumn[]
  /** Columns that name a row of another file. */
  readonly refers: readonly (readonly [column: SetColumn, table: 'bureaus' | 'figures'])[]
}

/** The tables of a set. Observations come in a file for each year, province and table of the form. */
export const setTables = {
  bureaus: {
    columns: [
      'bureau',
      'name',
      'name_en',
      'division',
      'division_name',
      'level',
      'sector',
      'scope',
      'kind',
      'made_up',
    ],
    key: ['bureau'],
    refers: [],
  },
  figures: {
    columns: ['figure', 'table', 'label', 'label_en', 'unit', 'editions'],
    key: ['figure'],
    refers: [],
  },
  reports: {
    columns: [
      'bureau',
      'year',
      'revision',
      'data_version',
      'at',
      'disclosure',
      'requests',
      'reviews',
      'excerpt',
      'aside',
      'accepted',
      'source',
      'published_on',
      'file_sha256',
      'made_up',
      'version',
    ],
    key: ['bureau', 'year'],
    refers: [['bureau', 'bureaus']],
  },
  observations: {
    columns: [
      'id',
      'bureau',
      'scope',
      'made_up',
      'year',
      'figure',
      'value',
      'state',
      'check',
      'edition',
      'excerpt',
      'aside',
      'version',
    ],
    key: ['id'],
    refers: [
      ['bureau', 'bureaus'],
      ['figure', 'figures'],
    ],
  },
} as const satisfies Readonly<Record<string, SetTable>>

export type SetTableId = keyof typeof setTables
export const setTableIds = [
  'bureaus',
  'figures',
  'reports',
  'observations',
] as const satisfies SetTableId[]

/** Paths of the two tables that come as one file. */
export const listPaths = { bureaus: 'bureaus.csv', figures: 'figures.csv' } as const
