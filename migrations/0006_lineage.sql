-- What happened to bureaus, who is expected to report, what is wrong with reports, and how values are spread.

-- rostered: stands in a roster that was brought in, and is expected to report. begins, ended: the first year that the
-- bureau reports on, and the first one that it does not any more, as its lineage has it (NULL: nothing known). succeeded:
-- another bureau reports on what it did from `ended` on. revised: the version of the roster that last changed its place or
-- its lineage: what was read before it must be read again.
ALTER TABLE bureau ADD COLUMN rostered INTEGER NOT NULL DEFAULT 0 CHECK (rostered IN (0, 1));
ALTER TABLE bureau ADD COLUMN begins INTEGER;
ALTER TABLE bureau ADD COLUMN ended INTEGER;
ALTER TABLE bureau ADD COLUMN succeeded INTEGER NOT NULL DEFAULT 0 CHECK (succeeded IN (0, 1));
ALTER TABLE bureau ADD COLUMN revised INTEGER NOT NULL DEFAULT 0;

-- Found by words and tags (0005).
DROP INDEX bureau_by_sector;

-- Lineage 沿革: seven kinds, numbered as in core/lineage, each on a day and by a document.
CREATE TABLE lineage_event (
  id       INTEGER NOT NULL PRIMARY KEY,
  kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
  day      TEXT    NOT NULL,
  document TEXT    NOT NULL,
  at       TEXT    NOT NULL,
  by       INTEGER REFERENCES token (id)
) STRICT;

-- Who stood before an event (side 0) and after it (side 1).
CREATE TABLE lineage_party (
  bureau INTEGER NOT NULL REFERENCES bureau (key),
  event  INTEGER NOT NULL REFERENCES lineage_event (id),
  side   INTEGER NOT NULL CHECK (side IN (0, 1)),
  PRIMARY KEY (bureau, event, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_party_by_event ON lineage_party (event);

-- Areas whose roster is whole from a year on: only there is it known who should have reported. Area as in `total`.
CREATE TABLE roster (
  division  INTEGER NOT NULL,
  since     INTEGER NOT NULL,
  until     INTEGER,
  from_year INTEGER NOT NULL,
  PRIMARY KEY (division, since)
) STRICT, WITHOUT ROWID;

-- How many bureaus of rosters there are, as changes: +1 in the year that one begins (0: always there), -1 in the year it
-- ends. Keys as in `total`.
CREATE TABLE expected (
  year     INTEGER NOT NULL,
  scope    INTEGER NOT NULL,
  depth    INTEGER NOT NULL,
  level    INTEGER NOT NULL,
  sector   INTEGER NOT NULL,
  division INTEGER NOT NULL,
  since    INTEGER NOT NULL,
  until    INTEGER,
  change   INTEGER NOT NULL,
  PRIMARY KEY (scope, depth, level, sector, division, year, since)
) STRICT, WITHOUT ROWID;

-- How the values of all bureaus (level 0) and of each level are spread over the country; division 1 is the made-up one.
-- measure: a figure's number, or an indicator's. Reports without a row here state 0, or nothing (see `total`).
CREATE TABLE histogram (
  measure  INTEGER NOT NULL,
  year     INTEGER NOT NULL,
  scope    INTEGER NOT NULL,
  level    INTEGER NOT NULL,
  division INTEGER NOT NULL,
  bin      INTEGER NOT NULL,
  since    INTEGER NOT NULL,
  until    INTEGER,
  n        INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (measure, year, scope, level, division, bin, since)
) STRICT, WITHOUT ROWID;

-- Rules that published reports break, against the report itself or last year's; the newest only. fingerprint: the same
-- as long as rule, cells and values are. lefts, rights: numbers of the figures on each side, as JSON.
CREATE TABLE finding (
  year        INTEGER NOT NULL,
  division    INTEGER NOT NULL,
  bureau      INTEGER NOT NULL REFERENCES bureau (key),
  fingerprint TEXT    NOT NULL,
  rule        TEXT    NOT NULL,
  severity    TEXT    NOT NULL CHECK (severity IN ('error', 'warning')),
  basis       TEXT    NOT NULL,
  lefts       TEXT    NOT NULL CHECK (json_valid(lefts)),
  rights      TEXT    NOT NULL CHECK (json_valid(rights)),
  left_sum    REAL,
  right_sum   REAL,
  PRIMARY KEY (year, division, bureau, fingerprint)
) STRICT, WITHOUT ROWID;

-- What a person has said about a finding of a report; kept when the report is read again. accepted: it is as printed;
-- dismissed: it is none.
CREATE TABLE verdict (
  report      INTEGER NOT NULL REFERENCES report (id),
  fingerprint TEXT    NOT NULL,
  rule        TEXT    NOT NULL,
  verdict     TEXT    NOT NULL CHECK (verdict IN ('accepted', 'dismissed')),
  reason      TEXT    NOT NULL CHECK (length(reason) BETWEEN 2 AND 500),
  at          TEXT    NOT NULL,
  by          INTEGER REFERENCES token (id),
  PRIMARY KEY (report, fingerprint)
) STRICT, WITHOUT ROWID;

-- Published, but no part of any sum: its bureau had been succeeded by then, or was not there yet, and its figures stand in
-- another's report.
ALTER TABLE report ADD COLUMN aside INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1));

-- Where each cell was read, packed; NULL: not told.
ALTER TABLE revision ADD COLUMN places TEXT CHECK (places IS NULL OR json_valid(places));
CREATE TRIGGER revision_places_immutable BEFORE UPDATE OF places ON revision
BEGIN
  SELECT RAISE(ABORT, 'a revision is immutable');
END;

-- Whether the published figures are in the histograms, and the findings kept. Those of older versions are not yet; the
-- index holds only them.
ALTER TABLE report ADD COLUMN spread INTEGER NOT NULL DEFAULT 0 CHECK (spread IN (0, 1));
DROP INDEX report_uncounted;
CREATE INDEX report_unspread ON report (id) WHERE published IS NOT NULL AND spread = 0;

-- How many of the reports of a sum are from bureaus that were expected to report on the year: that stand in a roster and,
-- as their lineage has it, were there. The others of `expected` are missing; the others of `reports` nobody expected.
ALTER TABLE received ADD COLUMN listed INTEGER NOT NULL DEFAULT 0 CHECK (listed BETWEEN 0 AND reports);

-- What was withdrawn, in order.
CREATE INDEX publication_withdrawn ON publication (version) WHERE action = 'withdraw';

-- The newest entry of the audit log that a release has seen: where there is none after it, there is nothing to release.
ALTER TABLE release ADD COLUMN log INTEGER NOT NULL DEFAULT 0;

-- What older versions counted stays as it is for their releases, and is counted anew for the public: they did not move
-- reports with their bureaus, and added figures of the other form. Until that is done (maintenance, backfill), sums miss
-- reports, and none is counted where it does not belong.
DELETE FROM total WHERE until IS NULL AND since = (SELECT coalesce(max(seq), 0) + 1 FROM release);
UPDATE total SET until = (SELECT coalesce(max(seq), 0) + 1 FROM release) WHERE until IS NULL;
DELETE FROM received WHERE until IS NULL AND since = (SELECT coalesce(max(seq), 0) + 1 FROM release);
UPDATE received SET until = (SELECT coalesce(max(seq), 0) + 1 FROM release) WHERE until IS NULL;
DELETE FROM figure_group WHERE until IS NULL AND since = (SELECT coalesce(max(seq), 0) + 1 FROM release);
UPDATE figure_group SET until = (SELECT coalesce(max(seq), 0) + 1 FROM release) WHERE until IS NULL;
DELETE FROM holding WHERE until IS NULL AND since = (SELECT coalesce(max(seq), 0) + 1 FROM release);
UPDATE holding SET until = (SELECT coalesce(max(seq), 0) + 1 FROM release) WHERE until IS NULL;
UPDATE report SET counted = 0;
