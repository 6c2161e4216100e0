/** Taking in a copy of the do-not-call registry is an entry like any other, so that it can be taken back. */

/**
 * An entry of such a copy is about no customer. `registry_number.import_id` is from now on the import that brought the
 * number; what an import took out is kept here, so that both together say what it changed. The copies that were on file
 * before it stand in the details of its entry.
 * A table that others refer to is made anew and named as the old one, with foreign keys off: SQLite changes no constraint.
 */
export const REGISTRY_CHANGES_SCHEMA = `
CREATE TABLE entry_anew (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  salesperson_id INTEGER REFERENCES salesperson(id),
  -- null only where the do-not-call registry was taken in
  customer_id INTEGER REFERENCES customer(id),
  action TEXT NOT NULL CHECK (action IN ('log', 'note', 'promise', 'block', 'turn-off', 'fix', 'registry')),
  -- JSON: what was written
  details TEXT NOT NULL,
  -- the line of a sheet or reply it was read from, so that reading it again changes nothing
  source TEXT,
  undone_at TEXT,
  undone_by TEXT,
  undone_why TEXT,
  CHECK ((customer_id IS NULL) = (action = 'registry'))
) STRICT;
INSERT INTO entry_anew
  SELECT id, at, by, salesperson_id, customer_id, action, details, source, undone_at, undone_by, undone_why FROM entry;
DROP TABLE entry;
ALTER TABLE entry_anew RENAME TO entry;
CREATE INDEX entry_customer ON entry(customer_id);
CREATE INDEX entry_by ON entry(by);
CREATE UNIQUE INDEX entry_source ON entry(source) WHERE source IS NOT NULL AND undone_at IS NULL;

CREATE TABLE registry_removed (
  -- the import that took it out, and the one that had brought it
  removed_by INTEGER NOT NULL,
  number INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  PRIMARY KEY (removed_by, number)
) STRICT, WITHOUT ROWID;
`;
