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
})

export const publication = sqliteTable('publication', {
  version: integer().primaryKey({ autoIncrement: true }),
  report: integer().notNull(),
  revision: integer().notNull(),
  accepted: text(),
  at: text().notNull(),
  by: integer(),
})

export const figure = sqliteTable(
  'figure',
  {
    bureau: integer().notNull(),
    figure: integer().notNull(),
    year: integer().notNull(),
    value: real(),
    state: integer(),
  },
  (t) => [primaryKey({ columns: [t.bureau, t.figure, t.year] })],
)
