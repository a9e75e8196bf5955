-- A search reads lists, not rows: for each gram and area (the first four digits of a place) the places of the bureaus that
-- have the gram, less area x 100000000, in no certain order.
CREATE TABLE gram_area (
  gram   TEXT    NOT NULL,
  area   INTEGER NOT NULL,
  places TEXT    NOT NULL CHECK (json_valid(places)),
  PRIMARY KEY (gram, area)
) STRICT, WITHOUT ROWID;

INSERT INTO gram_area (gram, area, places)
SELECT gram, place / 100000000, json_group_array(place % 100000000 ORDER BY place) FROM gram GROUP BY 1, 2;

DROP TABLE gram;

-- The years of a bureau's published reports, as a JSON list in order: read with every bureau that is listed.
CREATE TABLE bureau_years (
  bureau INTEGER NOT NULL PRIMARY KEY REFERENCES bureau (key),
  years  TEXT    NOT NULL CHECK (json_valid(years))
) STRICT;

INSERT INTO bureau_years (bureau, years)
SELECT bureau, json_group_array(year ORDER BY year) FROM report WHERE published IS NOT NULL GROUP BY bureau;

CREATE TRIGGER report_published AFTER UPDATE OF published ON report
WHEN (NEW.published IS NULL) <> (OLD.published IS NULL)
BEGIN
  INSERT INTO bureau_years (bureau, years)
  SELECT NEW.bureau, json_group_array(year ORDER BY year) FROM report
  WHERE bureau = NEW.bureau AND published IS NOT NULL
  ON CONFLICT (bureau) DO UPDATE SET years = excluded.years;
END;

CREATE TRIGGER report_held AFTER INSERT ON report WHEN NEW.published IS NOT NULL
BEGIN
  INSERT INTO bureau_years (bureau, years)
  SELECT NEW.bureau, json_group_array(year ORDER BY year) FROM report
  WHERE bureau = NEW.bureau AND published IS NOT NULL
  ON CONFLICT (bureau) DO UPDATE SET years = excluded.years;
END;
