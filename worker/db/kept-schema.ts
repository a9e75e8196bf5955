import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The edition of a published table: '?' where it is not known. */
export type StoredEdition = '2019' | '2021' | 'any' | '?'

// The tables that are kept as of every release: key columns, since, until, values.

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
    listed: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.scope, t.depth, t.level, t.sector, t.division, t.since] }),
  ],
)

export const roster = sqliteTable(
  'roster',
  {
    division: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    from_year: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.division, t.since] })],
)

export const expected = sqliteTable(
  'expected',
  {
    year: integer().notNull(),
    scope: integer().notNull(),
    depth: integer().notNull(),
    level: integer().notNull(),
    sector: integer().notNull(),
    division: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    change: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.depth, t.level, t.sector, t.division, t.year, t.since] }),
  ],
)

export const histogram = sqliteTable(
  'histogram',
  {
    measure: integer().notNull(),
    year: integer().notNull(),
    scope: integer().notNull(),
    level: integer().notNull(),
    division: integer().notNull(),
    bin: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    n: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.measure, t.year, t.scope, t.level, t.division, t.bin, t.since] }),
  ],
)
