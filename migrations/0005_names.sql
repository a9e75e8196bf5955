-- Finding a bureau by any part of its names. core/roster/names.ts makes the text that a bureau is searched by,
-- core/roster/grams.ts the index entries of that text and of a query; worker/db/names.ts keeps both tables.

-- `place` is the id as a number, in the same order: 410307-0012 is 410307000012, and 130100Z01-0001 is 130100010001.
CREATE TABLE bureau_search (
  place  INTEGER NOT NULL PRIMARY KEY,
  bureau INTEGER NOT NULL,
  search TEXT    NOT NULL
) STRICT;

-- Which bureaus have a gram in their search text, in the order of their ids.
CREATE TABLE gram (
  gram  TEXT    NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (gram, place)
) STRICT, WITHOUT ROWID;

-- How many they are: the rarest gram of a query is looked up first.
CREATE TABLE gram_count (
  gram TEXT    NOT NULL PRIMARY KEY,
  n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Bureaus that are there already are found by their names and divisions. Short names and pinyin follow with the next
-- roster: SQL knows neither.
INSERT INTO bureau_search (place, bureau, search)
WITH area (code, name, held) AS (
  SELECT code, name, code FROM division
  UNION ALL SELECT p.code, p.name, d.code FROM division d JOIN division p
    ON p.code IN (substr(d.code, 1, 2) || '0000', substr(d.code, 1, 4) || '00', substr(d.code, 1, 6)) AND p.code <> d.code
),
piece (bureau, mark, text) AS (
  SELECT bureau, char(10), name FROM bureau_name
  UNION SELECT b.key, char(10), a.name FROM bureau b JOIN area a ON a.held = b.division
  UNION SELECT b.key, char(9), t.value FROM bureau b, json_each(json_array('all', '#' || b.sector,
      iif(substr(b.division, 1, 2) = '00', 'made-up', 'real'), '@' || substr(b.division, 1, 2))) t
  UNION SELECT b.key, char(9), '@' || substr(b.division, 1, j.value) FROM bureau b, json_each('[4, 6, 9]') j
    WHERE substr(b.division, 1, j.value) NOT IN (substr(b.division, 1, 2) || '00', substr(b.division, 1, 4) || '00')
)
SELECT (CAST(substr(b.id, 1, 6) AS INTEGER) * 100 + iif(substr(b.id, 7, 1) = 'Z', CAST(substr(b.id, 8, 2) AS INTEGER), 0))
    * 10000 + CAST(substr(b.id, -4) AS INTEGER),
  b.key, group_concat(p.mark || lower(replace(p.text, ' ', '')), '' ORDER BY p.mark DESC, p.text)
FROM bureau b JOIN piece p ON p.bureau = b.key GROUP BY b.key;

-- Character by character: `start` is where the piece begins that the character at `i` belongs to.
INSERT OR IGNORE INTO gram (gram, place)
WITH RECURSIVE character (place, search, i, start) AS (
  SELECT place, search, 1, 1 FROM bureau_search
  UNION ALL
  SELECT place, search, i + 1, iif(substr(search, i + 1, 1) IN (char(9), char(10)), i + 1, start)
  FROM character WHERE i < length(search)
),
part (place, gram) AS (
  SELECT place, substr(search, i, n.value) FROM character, json_each('[1, 2]') n WHERE substr(search, start, 1) = char(10)
  UNION ALL
  SELECT place, substr(search, i - 1, 3) FROM character WHERE substr(search, start, 1) = char(10) AND i > 1
    AND instr('省市区县州旗盟乡镇', substr(search, i, 1)) > 0
  UNION ALL
  SELECT place, substr(search, i, instr(substr(search, i + 1) || char(9), char(9))) FROM character
    WHERE i = start AND substr(search, i, 1) = char(9)
)
SELECT gram, place FROM part WHERE instr(gram, char(10)) = 0 AND instr(substr(gram, 2), char(9)) = 0;

INSERT INTO gram_count (gram, n) SELECT gram, count(*) FROM gram GROUP BY gram;
