-- Tokens for writing. Only the SHA-256 of a token is kept.
CREATE TABLE token (
  id         INTEGER NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  hash       TEXT    NOT NULL UNIQUE,
  created_at TEXT    NOT NULL,
  revoked_at TEXT
) STRICT;

-- One row per bureau and year. The editions say which tables the published revision contains:
-- NULL = it does not contain the table; '?' = it does, but breaks off before the row that tells the edition.
CREATE TABLE report (
  id         INTEGER NOT NULL PRIMARY KEY,
  bureau     INTEGER NOT NULL REFERENCES bureau (key),
  year       INTEGER NOT NULL CHECK (year BETWEEN 2008 AND 2100),
  published  INTEGER REFERENCES revision (id),
  disclosure TEXT CHECK (disclosure IN ('2019', '2021', '?')),
  requests   TEXT CHECK (requests IN ('2019', '2021', '?')),
  reviews    TEXT CHECK (reviews IN ('any', '?')),
  excerpt    INTEGER NOT NULL DEFAULT 0 CHECK (excerpt IN (0, 1)),
  UNIQUE (bureau, year)
) STRICT;

-- A report as read, for ever. Only `state` moves.
CREATE TABLE revision (
  id           INTEGER NOT NULL PRIMARY KEY,
  report       INTEGER NOT NULL REFERENCES report (id),
  number       INTEGER NOT NULL CHECK (number > 0),
  state        TEXT    NOT NULL CHECK (state IN ('draft', 'in_review', 'approved', 'published', 'superseded', 'withdrawn')),
  digest       TEXT    NOT NULL,
  file_name    TEXT    NOT NULL,
  file_hash    TEXT    NOT NULL,
  source       TEXT,
  published_on TEXT,
  excerpt      INTEGER NOT NULL CHECK (excerpt IN (0, 1)),
  tables       TEXT    NOT NULL CHECK (json_valid(tables)),
  cells        TEXT    NOT NULL CHECK (json_valid(cells)),
  created_at   TEXT    NOT NULL,
  created_by   INTEGER REFERENCES token (id),
  UNIQUE (report, number)
) STRICT;

CREATE INDEX revision_by_state ON revision (state, report);

CREATE TRIGGER revision_immutable
BEFORE UPDATE OF id, report, number, digest, file_name, file_hash, source, published_on, excerpt, tables, cells, created_at, created_by
ON revision
BEGIN
  SELECT RAISE(ABORT, 'a revision is immutable');
END;

CREATE TRIGGER revision_kept BEFORE DELETE ON revision
BEGIN
  SELECT RAISE(ABORT, 'a revision is kept for ever');
END;

-- One row per publish; its number is the data version.
CREATE TABLE publication (
  version  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  report   INTEGER NOT NULL REFERENCES report (id),
  revision INTEGER NOT NULL UNIQUE REFERENCES revision (id),
  accepted TEXT,
  at       TEXT    NOT NULL,
  by       INTEGER REFERENCES token (id)
) STRICT;

-- The published figures. No row means 0, but only for a figure of a table that the report is recorded to contain.
-- Every cell of such a table that is not a number has a row with its state (2 blank, 3 na, 4 text, 5 unread, 6 absent).
CREATE TABLE figure (
  bureau INTEGER NOT NULL REFERENCES bureau (key),
  figure INTEGER NOT NULL,
  year   INTEGER NOT NULL,
  value  REAL,
  state  INTEGER CHECK (state BETWEEN 2 AND 6),
  PRIMARY KEY (bureau, figure, year),
  CHECK ((value IS NULL) <> (state IS NULL))
) STRICT, WITHOUT ROWID;
