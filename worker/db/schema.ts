import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { StoredEdition } from './kept-schema.ts'

export * from './kept-schema.ts'

// Mirrors migrations/*.sql, which are the truth. test/worker/schema.test.ts compares the two.

export const division = sqliteTable('division', {
  code: text().primaryKey(),
  name: text().notNull(),
  name_en: text(),
  parent: text(),
  valid_from: integer(),
  valid_to: integer(),
  successor: text(),
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
  rostered: integer({ mode: 'boolean' }).notNull().default(false),
  begins: integer(),
  ended: integer(),
  succeeded: integer({ mode: 'boolean' }).notNull().default(false),
  revised: integer().notNull().default(0),
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
  aside: integer({ mode: 'boolean' }).notNull().default(false),
  spread: integer({ mode: 'boolean' }).notNull().default(false),
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
  places: text(),
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
  log: integer().notNull().default(0),
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

export const gram_area = sqliteTable(
  'gram_area',
  { gram: text().notNull(), area: integer().notNull(), places: text().notNull() },
  (t) => [primaryKey({ columns: [t.gram, t.area] })],
)

export const gram_count = sqliteTable('gram_count', {
  gram: text().primaryKey(),
  n: integer().notNull(),
})

export const lineage_event = sqliteTable('lineage_event', {
  id: integer().primaryKey(),
  kind: integer().notNull(),
  day: text().notNull(),
  document: text().notNull(),
  at: text().notNull(),
  by: integer(),
})

export const lineage_party = sqliteTable(
  'lineage_party',
  { bureau: integer().notNull(), event: integer().notNull(), side: integer().notNull() },
  (t) => [primaryKey({ columns: [t.bureau, t.event, t.side] })],
)

export const finding = sqliteTable(
  'finding',
  {
    year: integer().notNull(),
    division: integer().notNull(),
    bureau: integer().notNull(),
    fingerprint: text().notNull(),
    rule: text().notNull(),
    severity: text().$type<'error' | 'warning'>().notNull(),
    basis: text().notNull(),
    lefts: text().notNull(),
    rights: text().notNull(),
    left_sum: real(),
    right_sum: real(),
  },
  (t) => [primaryKey({ columns: [t.year, t.division, t.bureau, t.fingerprint] })],
)

export const verdict = sqliteTable(
  'verdict',
  {
    report: integer().notNull(),
    fingerprint: text().notNull(),
    rule: text().notNull(),
    verdict: text().$type<'accepted' | 'dismissed'>().notNull(),
    reason: text().notNull(),
    at: text().notNull(),
    by: integer(),
  },
  (t) => [primaryKey({ columns: [t.report, t.fingerprint] })],
)

export const bureau_years = sqliteTable('bureau_years', {
  bureau: integer().primaryKey(),
  years: text().notNull(),
})

export const division_name = sqliteTable(
  'division_name',
  { name: text().notNull(), code: text().notNull(), valid_to: integer().notNull() },
  (t) => [primaryKey({ columns: [t.name, t.code] })],
)

/** What bureaus were before they changed: true of the releases before `until`. */
export const bureau_past = sqliteTable(
  'bureau_past',
  {
    bureau: integer().notNull(),
    until: integer().notNull(),
    division: text().notNull(),
    name: text().notNull(),
    name_en: text(),
    level: text().$type<typeof bureau.$inferSelect.level>().notNull(),
    sector: text().notNull(),
    scope: text().$type<typeof bureau.$inferSelect.scope>().notNull(),
    kind: text().notNull(),
    rostered: integer({ mode: 'boolean' }).notNull(),
    begins: integer(),
    ended: integer(),
    succeeded: integer({ mode: 'boolean' }),
  },
  (t) => [primaryKey({ columns: [t.bureau, t.until] })],
)

export const division_past = sqliteTable(
  'division_past',
  {
    division: text().notNull(),
    until: integer().notNull(),
    name: text().notNull(),
    name_en: text(),
  },
  (t) => [primaryKey({ columns: [t.division, t.until] })],
)
