/** Whether a visit's row names somebody, what ends a promise, and the days by which tries are found. */

/**
 * A row of before that was matched to nobody is taken for one that names nobody, as it was until now. A promise that is done is an
 * entry of its own; the entries are made anew because SQLite changes no constraint (foreign keys are off meanwhile).
 */
export const VISITS_AND_PROMISES_SCHEMA = `
ALTER TABLE repair_order ADD COLUMN names_somebody INTEGER NOT NULL DEFAULT 0;
UPDATE repair_order SET names_somebody = 1 WHERE customer_id IS NOT NULL;
CREATE INDEX repair_order_customer ON repair_order(customer_id, closed_on) WHERE customer_id IS NOT NULL;
ALTER TABLE appointment ADD COLUMN names_somebody INTEGER NOT NULL DEFAULT 0;
UPDATE appointment SET names_somebody = 1 WHERE customer_id IS NOT NULL;
CREATE INDEX appointment_customer ON appointment(customer_id, due_on) WHERE customer_id IS NOT NULL;

CREATE TABLE entry_anew (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  salesperson_id INTEGER REFERENCES salesperson(id),
  -- null only where the do-not-call registry was taken in
  customer_id INTEGER REFERENCES customer(id),
  action TEXT NOT NULL
    CHECK (action IN ('log', 'note', 'promise', 'promise-done', 'block', 'turn-off', 'fix', 'registry')),
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

-- somebody said that a promise is done, or need not be kept any more
CREATE TABLE promise_end (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  -- the contact in which it was made
  promise_id INTEGER NOT NULL,
  ended_on TEXT NOT NULL
) STRICT;
CREATE INDEX promise_end_customer ON promise_end(customer_id);

CREATE INDEX contact_on ON contact(contact_on);
UPDATE contact SET outcome = 'email' WHERE outcome = 'e-mail';
UPDATE entry SET details = json_set(details, '$.outcome', 'email') WHERE json_extract(details, '$.outcome') = 'e-mail';
`;
