-- The data layer for the whole country. Every table of published figures is kept as of each release: a row is live while
-- `until` is NULL, and belongs to release n when since <= n and (until IS NULL or until > n). Rows that change between
-- two releases are changed in place; a release costs one row.

-- Releases 发布: cut by hand or daily. The number after the newest one is the open release, which rows are written to.
CREATE TABLE release (
  seq          INTEGER NOT NULL PRIMARY KEY,
  name         TEXT    NOT NULL UNIQUE,
  data_version INTEGER NOT NULL,
  at           TEXT    NOT NULL
) STRICT;

-- One row per change of what is public; its number is the data version. `action` publish: the first figures of a
-- report; amend: others in their place, with a public reason; replace: the same figures from another document;
-- withdraw: gone, with a public reason.
CREATE TABLE publication_new (
  version  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  report   INTEGER NOT NULL REFERENCES report (id),
  revision INTEGER NOT NULL REFERENCES revision (id),
  action   TEXT    NOT NULL CHECK (action IN ('publish', 'amend', 'replace', 'withdraw')),
  accepted TEXT,
  reason   TEXT    CHECK (reason IS NULL OR length(reason) BETWEEN 10 AND 500),
  at       TEXT    NOT NULL,
  by       INTEGER REFERENCES token (id),
  CHECK ((action IN ('amend', 'withdraw')) = (reason IS NOT NULL))
) STRICT;

INSERT INTO publication_new (version, report, revision, action, accepted, at, by)
SELECT version, report, revision, iif(row_number() OVER (PARTITION BY report ORDER BY version) = 1, 'publish', 'replace'),
  accepted, at, by FROM publication;
DROP TABLE publication;
ALTER TABLE publication_new RENAME TO publication;
CREATE INDEX publication_by_report ON publication (report, version);
CREATE INDEX publication_by_revision ON publication (revision);

-- Who did what; nothing is ever changed in it.
CREATE TABLE audit (
  id      INTEGER NOT NULL PRIMARY KEY,
  at      TEXT    NOT NULL,
  by      INTEGER REFERENCES token (id),
  action  TEXT    NOT NULL,
  subject TEXT    NOT NULL,
  note    TEXT
) STRICT;

CREATE TRIGGER audit_immutable BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- The published figures in the order of a bureau's trends.
CREATE TABLE figure_new (
  bureau INTEGER NOT NULL REFERENCES bureau (key),
  figure INTEGER NOT NULL,
  year   INTEGER NOT NULL,
  since  INTEGER NOT NULL,
  until  INTEGER,
  value  REAL,
  state  INTEGER CHECK (state BETWEEN 2 AND 6),
  PRIMARY KEY (bureau, figure, year, since),
  CHECK ((value IS NULL) <> (state IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO figure_new (bureau, figure, year, since, value, state) SELECT bureau, figure, year, 1, value, state FROM figure;
DROP TABLE figure;
ALTER TABLE figure_new RENAME TO figure;

-- The same figures in the order of peers and areas. Keys: scope 0 own, 1 area; level and sector as in core/roster;
-- division = code x 100 + zone.
CREATE TABLE figure_group (
  figure   INTEGER NOT NULL,
  year     INTEGER NOT NULL,
  scope    INTEGER NOT NULL,
  level    INTEGER NOT NULL,
  sector   INTEGER NOT NULL,
  division INTEGER NOT NULL,
  bureau   INTEGER NOT NULL REFERENCES bureau (key),
  since    INTEGER NOT NULL,
  until    INTEGER,
  value    REAL,
  state    INTEGER,
  PRIMARY KEY (figure, year, scope, level, sector, division, bureau, since)
) STRICT, WITHOUT ROWID;

-- Which reports are held, in the order of peers and areas, with the editions of their tables as `report` has them.
CREATE TABLE holding (
  year       INTEGER NOT NULL,
  scope      INTEGER NOT NULL,
  level      INTEGER NOT NULL,
  sector     INTEGER NOT NULL,
  division   INTEGER NOT NULL,
  bureau     INTEGER NOT NULL REFERENCES bureau (key),
  since      INTEGER NOT NULL,
  until      INTEGER,
  disclosure TEXT,
  requests   TEXT,
  reviews    TEXT,
  PRIMARY KEY (year, scope, level, sector, division, bureau, since)
) STRICT, WITHOUT ROWID;

-- Sums over all bureaus of an area. depth: 0 country, 1 province, 2 prefecture, 3 county, 4 zone. Level and sector 0: all
-- of them; single ones are kept for country and provinces, below that a group is small enough to read. Amounts in
-- 万元 are kept in millionths, so that every sum is exact. A figure that is 0 everywhere has no row.
CREATE TABLE total (
  figure       INTEGER NOT NULL,
  year         INTEGER NOT NULL,
  scope        INTEGER NOT NULL,
  depth        INTEGER NOT NULL,
  level        INTEGER NOT NULL,
  sector       INTEGER NOT NULL,
  division     INTEGER NOT NULL,
  since        INTEGER NOT NULL,
  until        INTEGER,
  sum          INTEGER NOT NULL,
  -- Reports whose table has the figure, but no number in it.
  unassessable INTEGER NOT NULL CHECK (unassessable >= 0),
  PRIMARY KEY (figure, year, scope, depth, level, sector, division, since)
) STRICT, WITHOUT ROWID;

-- How many reports those sums are over, by the edition of each table.
CREATE TABLE received (
  year               INTEGER NOT NULL,
  scope              INTEGER NOT NULL,
  depth              INTEGER NOT NULL,
  level              INTEGER NOT NULL,
  sector             INTEGER NOT NULL,
  division           INTEGER NOT NULL,
  since              INTEGER NOT NULL,
  until              INTEGER,
  reports            INTEGER NOT NULL CHECK (reports >= 0),
  disclosure_2019    INTEGER NOT NULL CHECK (disclosure_2019 >= 0),
  disclosure_2021    INTEGER NOT NULL CHECK (disclosure_2021 >= 0),
  disclosure_unknown INTEGER NOT NULL CHECK (disclosure_unknown >= 0),
  requests_2019      INTEGER NOT NULL CHECK (requests_2019 >= 0),
  requests_2021      INTEGER NOT NULL CHECK (requests_2021 >= 0),
  requests_unknown   INTEGER NOT NULL CHECK (requests_unknown >= 0),
  reviews            INTEGER NOT NULL CHECK (reviews >= 0),
  PRIMARY KEY (year, scope, depth, level, sector, division, since)
) STRICT, WITHOUT ROWID;

-- What a later report says of an earlier year, where it differs: both values stay.
CREATE TABLE restatement (
  bureau   INTEGER NOT NULL REFERENCES bureau (key),
  year     INTEGER NOT NULL,
  figure   INTEGER NOT NULL,
  stated   REAL    NOT NULL,
  restated REAL    NOT NULL,
  PRIMARY KEY (year, bureau, figure)
) STRICT, WITHOUT ROWID;
CREATE INDEX restatement_by_bureau ON restatement (bureau, year);

-- Figures of the published revision that a broken sum is about, as a JSON list of their numbers; NULL: every sum holds.
ALTER TABLE report ADD COLUMN disputed TEXT CHECK (disputed IS NULL OR json_valid(disputed));

-- Whether the published figures are in the sums and in the order of peers. Those that an older version published are not
-- yet; the index holds only them.
ALTER TABLE report ADD COLUMN counted INTEGER NOT NULL DEFAULT 0 CHECK (counted IN (0, 1));
CREATE INDEX report_uncounted ON report (id) WHERE published IS NOT NULL AND counted = 0;

-- Reports that were brought in together, so that they can be undone together.
CREATE TABLE batch (
  id     INTEGER NOT NULL PRIMARY KEY,
  name   TEXT    NOT NULL,
  at     TEXT    NOT NULL,
  by     INTEGER REFERENCES token (id),
  undone TEXT
) STRICT;

ALTER TABLE revision ADD COLUMN batch INTEGER REFERENCES batch (id);
CREATE INDEX revision_by_batch ON revision (batch, id) WHERE batch IS NOT NULL;

CREATE TRIGGER revision_batch_immutable BEFORE UPDATE OF batch ON revision
BEGIN
  SELECT RAISE(ABORT, 'a revision is immutable');
END;

-- No bureau is put anywhere for want of knowing better any more: its report is refused until somebody says where it is.
DELETE FROM division WHERE code = '999999' AND NOT EXISTS (SELECT 1 FROM bureau WHERE division = '999999');
