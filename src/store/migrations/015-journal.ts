/** The journal: one row for each deed, only ever added to, each bound to the one before it. */

/**
 * What an entry says moves into the journal; what stays of it is what may change later: who counts for it, whose it is after a
 * renumbering, whether it was taken back. No table refers to the journal, so that it can be looked at and carried away alone.
 */
export const JOURNAL_SCHEMA = `
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at TEXT,
  -- the day of the deed
  "on" TEXT,
  "by" TEXT,
  -- the salesperson an assistant did it for
  for_whom TEXT,
  os_user TEXT,
  action TEXT,
  customer_id INTEGER,
  -- SHA-256 of salt and content
  digest TEXT,
  -- SHA-256 of the hash before and this row
  hash TEXT
) STRICT;
CREATE INDEX journal_customer ON journal(customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX journal_by ON journal("by");
CREATE TABLE journal_content (
  id INTEGER PRIMARY KEY,
  salt TEXT,
  -- JSON
  content TEXT
) STRICT;
CREATE TRIGGER journal_not_changed BEFORE UPDATE ON journal
  BEGIN SELECT raise(ABORT, 'the journal is only added to: a row cannot be changed'); END;
CREATE TRIGGER journal_not_deleted BEFORE DELETE ON journal
  BEGIN SELECT raise(ABORT, 'the journal is only added to: a row cannot be taken away'); END;
CREATE TRIGGER journal_not_replaced BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE id = new.id)
  BEGIN SELECT raise(ABORT, 'the journal is only added to: a row cannot be replaced'); END;

CREATE TABLE entry_anew (
  -- of its row in the journal
  id INTEGER PRIMARY KEY,
  -- who counts as the one who did it: of an assistant's, the salesperson
  salesperson_id INTEGER REFERENCES salesperson(id),
  customer_id INTEGER REFERENCES customer(id),
  -- the line of a sheet or reply it was read from, so that reading it again changes nothing
  source TEXT,
  undone_at TEXT,
  undone_by TEXT,
  undone_why TEXT
) STRICT;
-- the customers an entry names where it names several
CREATE TABLE entry_named (
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  entry_id INTEGER NOT NULL,
  PRIMARY KEY (customer_id, entry_id)
) STRICT, WITHOUT ROWID;
`;

export const ENTRIES_OF_BEFORE = 'SELECT id, at, by, customer_id, action, details FROM entry ORDER BY id';

/** To be run when the entries of before stand in the journal. */
export const SLIM_ENTRIES = `
INSERT INTO entry_anew SELECT id, salesperson_id, customer_id, source, undone_at, undone_by, undone_why FROM entry;
DROP TABLE entry;
ALTER TABLE entry_anew RENAME TO entry;
CREATE INDEX entry_customer ON entry(customer_id);
CREATE UNIQUE INDEX entry_source ON entry(source) WHERE source IS NOT NULL AND undone_at IS NULL;
`;
