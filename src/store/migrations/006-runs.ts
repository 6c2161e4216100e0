/** The log of runs nobody watches. */

export const RUNS_SCHEMA = `
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  started_at TEXT NOT NULL,
  -- null while it runs, and for ever when it died
  finished_at TEXT,
  by TEXT NOT NULL,
  -- JSON: what it did, in numbers
  counts TEXT,
  exit_code INTEGER,
  -- what it stopped with; never a name or a list
  fault TEXT
) STRICT;
`;
