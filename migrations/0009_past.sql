-- What a release says of bureaus and divisions, which are changed in place: before a change, the row as the last release saw
-- it is kept, under the number of the release that is open. As of release n: the kept row with the smallest until > n, else
-- the bureau itself. What is changed before there is a release, or again before the next one, was in none.

-- succeeded, and with it begins and ended: NULL, and nobody knows: see below.
CREATE TABLE bureau_past (
  bureau    INTEGER NOT NULL REFERENCES bureau (key),
  until     INTEGER NOT NULL,
  division  TEXT    NOT NULL REFERENCES division (code),
  name      TEXT    NOT NULL,
  name_en   TEXT,
  level     TEXT    NOT NULL,
  sector    TEXT    NOT NULL,
  scope     TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  rostered  INTEGER NOT NULL,
  begins    INTEGER,
  ended     INTEGER,
  succeeded INTEGER,
  PRIMARY KEY (bureau, until)
) STRICT, WITHOUT ROWID;

CREATE TABLE division_past (
  division TEXT    NOT NULL REFERENCES division (code),
  until    INTEGER NOT NULL,
  name     TEXT    NOT NULL,
  name_en  TEXT,
  PRIMARY KEY (division, until)
) STRICT, WITHOUT ROWID;

-- Releases that were cut before know bureaus as they are now. Only where lineage has changed (it says so itself, or the
-- audit log does) nobody knows what it was.
INSERT INTO bureau_past
SELECT b.key, r.seq + 1, b.division, b.name, b.name_en, b.level, b.sector, b.scope, b.kind, b.rostered, NULL, NULL, NULL
FROM bureau b, release r
WHERE r.seq = (SELECT max(seq) FROM release) AND b.key IN (
  SELECT bureau FROM lineage_party
  UNION SELECT o.key FROM audit a, json_tree(a.note, '$.removed') t JOIN bureau o ON o.id = t.atom
    WHERE a.action = 'lineage_remove'
);

CREATE TRIGGER bureau_changed
AFTER UPDATE OF division, name, name_en, level, sector, scope, kind, rostered, begins, ended, succeeded ON bureau
WHEN (OLD.division, OLD.name, OLD.name_en, OLD.level, OLD.sector, OLD.scope, OLD.kind, OLD.rostered, OLD.begins, OLD.ended, OLD.succeeded)
  IS NOT (NEW.division, NEW.name, NEW.name_en, NEW.level, NEW.sector, NEW.scope, NEW.kind, NEW.rostered, NEW.begins, NEW.ended, NEW.succeeded)
BEGIN
  INSERT INTO bureau_past
  SELECT OLD.key, seq + 1, OLD.division, OLD.name, OLD.name_en, OLD.level, OLD.sector, OLD.scope, OLD.kind, OLD.rostered,
    OLD.begins, OLD.ended, OLD.succeeded
  FROM release WHERE seq = (SELECT max(seq) FROM release)
  -- Not OR IGNORE: the clause of the statement that changes the bureau would stand in its place.
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER division_changed AFTER UPDATE OF name, name_en ON division
WHEN (OLD.name, OLD.name_en) IS NOT (NEW.name, NEW.name_en)
BEGIN
  INSERT INTO division_past
  SELECT OLD.code, seq + 1, OLD.name, OLD.name_en FROM release WHERE seq = (SELECT max(seq) FROM release)
  ON CONFLICT DO NOTHING;
END;
