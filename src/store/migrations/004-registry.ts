/** The do-not-call registry: which area codes a copy is on file for, and the numbers on it. */

/**
 * A number is its E.164 digits (16145550101), which makes it the row's own key: a country has millions of them.
 * `import_id` = the import it was last seen in; what a newer copy of the area code lacks is taken out.
 */
export const REGISTRY_SCHEMA = `
CREATE TABLE registry_area (
  area_code INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL,
  file TEXT NOT NULL,
  by TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  number_count INTEGER NOT NULL
) STRICT;

CREATE TABLE registry_number (
  number INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL
) STRICT;
`;
