import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// Mirrors migrations/*.sql, which are the truth. test/worker/schema.test.ts compares the two.

export const division = sqliteTable('division', {
  code: text().primaryKey(),
  name: text().notNull(),
  name_en: text(),
  parent: text(),
})

export const bureau = sqliteTable('bureau', {
  key: integer().primaryKey(),
  id: text().notNull(),
  division: text().notNull(),
  name: text().notNull(),
  name_en: text(),
  level: text().$type<'state' | 'province' | 'prefecture' | 'county' | 'township'>().notNull(),
  sector: text().notNull(),
  scope: text().$type<'own' | 'area'>().notNull(),
  kind: text().notNull(),
})

export const bureau_name = sqliteTable(
  'bureau_name',
  {
    bureau: integer().notNull(),
    name: text().notNull(),
    kind: text().$type<'official' | 'alias'>().notNull(),
    valid_from: text(),
    valid_to: text(),
  },
  (t) => [primaryKey({ columns: [t.name, t.bureau] })],
)

export const roster_change = sqliteTable('roster_change', {
  version: integer().primaryKey({ autoIncrement: true }),
  at: text().notNull(),
  bureaus: integer().notNull(),
})

export const token = sqliteTable('token', {
  id: integer().primaryKey(),
  name: text().notNull(),
  hash: text().notNull(),
  created_at: text().notNull(),
  revoked_at: text(),
})

type StoredEdition = '2019' | '2021' | 'any' | '?'

export const report = sqliteTable('report', {
  id: integer().primaryKey(),
  bureau: integer().notNull(),
  year: integer().notNull(),
  published: integer(),
  disclosure: text().$type<StoredEdition>(),
  requests: text().$type<StoredEdition>(),
  reviews: text().$type<StoredEdition>(),
  excerpt: integer({ mode: 'boolean' }).notNull(),
  disputed: text(),
  counted: integer({ mode: 'boolean' }).notNull().default(false),
})

export const revision = sqliteTable('revision', {
  id: integer().primaryKey(),
  report: integer().notNull(),
  number: integer().notNull(),
  state: text()
    .$type<'draft' | 'in_review' | 'approved' | 'published' | 'superseded' | 'withdrawn'>()
    .notNull(),
  digest: text().notNull(),
  file_name: text().notNull(),
  file_hash: text().notNull(),
  source: text(),
  published_on: text(),
  excerpt: integer({ mode: 'boolean' }).notNull(),
  tables: text().notNull(),
  cells: text().notNull(),
  created_at: text().notNull(),
  created_by: integer(),
  batch: integer(),
})

export const batch = sqliteTable('batch', {
  id: integer().primaryKey(),
  name: text().notNull(),
  at: text().notNull(),
  by: integer(),
  undone: text(),
})

export const release = sqliteTable('release', {
  seq: integer().primaryKey(),
  name: text().notNull(),
  data_version: integer().notNull(),
  at: text().notNull(),
})

export const publication = sqliteTable('publication', {
  version: integer().primaryKey({ autoIncrement: true }),
  report: integer().notNull(),
  revision: integer().notNull(),
  action: text().$type<'publish' | 'amend' | 'replace' | 'withdraw'>().notNull(),
  accepted: text(),
  reason: text(),
  at: text().notNull(),
  by: integer(),
})

export const audit = sqliteTable('audit', {
  id: integer().primaryKey(),
  at: text().notNull(),
  by: integer(),
  action: text().notNull(),
  subject: text().notNull(),
  note: text(),
})

export const figure = sqliteTable(
  'figure',
  {
    bureau: integer().notNull(),
    figure: integer().notNull(),
    year: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    value: real(),
    state: integer(),
  },
  (t) => [primaryKey({ columns: [t.bureau, t.figure, t.year, t.since] })],
)

export const figure_group = sqliteTable(
  'figure_group',
  {
    figure: integer().notNull(),
    year: integer().notNull(),
    scope: integer().notNull(),
    level: integer().notNull(),
    sector: integer().notNull(),
    division: integer().notNull(),
    bureau: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    value: real(),
    state: integer(),
  },
  (t) => [
    primaryKey({
      columns: [t.figure, t.year, t.scope, t.level, t.sector, t.division, t.bureau, t.since],
    }),
  ],
)

export const holding = sqliteTable(
  'holding',
  {
    year: integer().notNull(),
    scope: integer().notNull(),
    level: integer().notNull(),
    sector: integer().notNull(),
    division: integer().notNull(),
    bureau: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    disclosure: text().$type<StoredEdition>(),
    requests: text().$type<StoredEdition>(),
    reviews: text().$type<StoredEdition>(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.scope, t.level, t.sector, t.division, t.bureau, t.since] }),
  ],
)

export const total = sqliteTable(
  'total',
  {
    figure: integer().notNull(),
    year: integer().notNull(),
    scope: integer().notNull(),
    depth: integer().notNull(),
    level: integer().notNull(),
    sector: integer().notNull(),
    division: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    sum: integer().notNull(),
    unassessable: integer().notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.figure, t.year, t.scope, t.depth, t.level, t.sector, t.division, t.since],
    }),
  ],
)

export const received = sqliteTable(
  'received',
  {
    year: integer().notNull(),
    scope: integer().notNull(),
    depth: integer().notNull(),
    level: integer().notNull(),
    sector: integer().notNull(),
    division: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    reports: integer().notNull(),
    disclosure_2019: integer().notNull(),
    disclosure_2021: integer().notNull(),
    disclosure_unknown: integer().notNull(),
    requests_2019: integer().notNull(),
    requests_2021: integer().notNull(),
    requests_unknown: integer().notNull(),
    reviews: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.scope, t.depth, t.level, t.sector, t.division, t.since] }),
  ],
)

export const restatement = sqliteTable(
  'restatement',
  {
    bureau: integer().notNull(),
    year: integer().notNull(),
    figure: integer().notNull(),
    stated: real().notNull(),
    restated: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.bureau, t.figure] })],
)

export const bureau_search = sqliteTable('bureau_search', {
  place: integer().primaryKey(),
  bureau: integer().notNull(),
  search: text().notNull(),
})

export const gram = sqliteTable(
  'gram',
  { gram: text().notNull(), place: integer().notNull() },
  (t) => [primaryKey({ columns: [t.gram, t.place] })],
)

export const gram_count = sqliteTable('gram_count', {
  gram: text().primaryKey(),
  n: integer().notNull(),
})
