-- Divisions 行政区划: GB/T 2260 codes; functional zones have their parent's code + Z + two digits;
-- codes that begin with 00 are made up (demonstration data) and never mix with real ones.
CREATE TABLE division (
  code    TEXT NOT NULL PRIMARY KEY,
  name    TEXT NOT NULL,
  name_en TEXT,
  parent  TEXT REFERENCES division (code)
) STRICT;

-- One row per bureau 行政机关. `key` is the small number that figures carry; `id` is the public, permanent one.
CREATE TABLE bureau (
  key      INTEGER NOT NULL PRIMARY KEY,
  id       TEXT    NOT NULL UNIQUE,
  division TEXT    NOT NULL REFERENCES division (code),
  name     TEXT    NOT NULL,
  name_en  TEXT,
  level    TEXT    NOT NULL CHECK (level IN ('state', 'province', 'prefecture', 'county', 'township')),
  sector   TEXT    NOT NULL,
  scope    TEXT    NOT NULL CHECK (scope IN ('own', 'area')),
  kind     TEXT    NOT NULL
) STRICT;

CREATE INDEX bureau_by_division ON bureau (division, id);
CREATE INDEX bureau_by_sector ON bureau (sector, id);

-- Every name that finds a bureau: official ones with their dates, and aliases in common use.
CREATE TABLE bureau_name (
  bureau     INTEGER NOT NULL REFERENCES bureau (key),
  name       TEXT    NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('official', 'alias')),
  valid_from TEXT,
  valid_to   TEXT,
  PRIMARY KEY (name, bureau)
) STRICT, WITHOUT ROWID;

CREATE INDEX bureau_name_by_bureau ON bureau_name (bureau);

-- One row per change of the roster: its newest version is part of every ETag.
CREATE TABLE roster_change (
  version INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at      TEXT    NOT NULL,
  bureaus INTEGER NOT NULL
) STRICT;

CREATE INDEX division_by_name ON division (name);
