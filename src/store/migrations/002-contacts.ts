/** What people log by hand: every entry with its trace, and the facts it made. */

/**
 * An entry is one thing somebody did; it is never deleted. The facts it made carry its id (as `id` or `entry_id`),
 * so that taking it back is deleting them; `details` keeps what was written. A contact has the id of its entry.
 */
export const CONTACTS_SCHEMA = `
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  salesperson_id INTEGER REFERENCES salesperson(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  action TEXT NOT NULL CHECK (action IN ('log', 'note', 'promise', 'block', 'turn-off', 'fix')),
  -- JSON: what was written
  details TEXT NOT NULL,
  -- the line of a sheet or reply it was read from, so that reading it again changes nothing
  source TEXT,
  undone_at TEXT,
  undone_by TEXT,
  undone_why TEXT
) STRICT;
CREATE INDEX entry_customer ON entry(customer_id);
CREATE INDEX entry_by ON entry(by);
CREATE UNIQUE INDEX entry_source ON entry(source) WHERE source IS NOT NULL AND undone_at IS NULL;

-- what is worth remembering about a person: family, pets, how they met us
CREATE TABLE personal_fact (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  text TEXT NOT NULL,
  told_on TEXT NOT NULL,
  -- the day of the last talk in which it could be used
  used_on TEXT
) STRICT;
CREATE INDEX personal_fact_customer ON personal_fact(customer_id);

-- why each channel is blocked; customer.do_not_* says whether there is any such row.
-- A wish said twice stands until both are taken back.
CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  channel TEXT NOT NULL CHECK (channel IN ('call', 'text', 'email', 'mail')),
  origin TEXT NOT NULL CHECK (origin IN ('import', 'hand')),
  since_on TEXT NOT NULL,
  why TEXT,
  by TEXT,
  import_id INTEGER REFERENCES import(id),
  entry_id INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX block_customer ON block(customer_id, channel);
CREATE UNIQUE INDEX block_import ON block(customer_id, channel) WHERE origin = 'import';
CREATE INDEX block_entry ON block(entry_id) WHERE entry_id IS NOT NULL;

-- touches a customer is spared: of one kind, of one car, or all; those without a car come back with the next purchase
CREATE TABLE turn_off (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  touch TEXT,
  sale_id INTEGER REFERENCES sale(id),
  off_on TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX turn_off_customer ON turn_off(customer_id);

-- a number, address or street that is known not to reach the customer, whatever an export says
CREATE TABLE bad_contact (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'address')),
  value TEXT NOT NULL,
  since_on TEXT NOT NULL,
  why TEXT NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry(id)
) STRICT;
CREATE INDEX bad_contact_customer ON bad_contact(customer_id);
CREATE INDEX bad_contact_entry ON bad_contact(entry_id);

-- where somebody stopped working a day's list
CREATE TABLE work_place (
  who TEXT NOT NULL,
  on_day TEXT NOT NULL,
  customer_id INTEGER REFERENCES customer(id),
  -- JSON: ids of customers passed over
  skipped TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (who, on_day)
) STRICT, WITHOUT ROWID;

INSERT INTO block (customer_id, channel, origin, since_on)
  SELECT id, 'call', 'import', substr(trim(as_of), 1, 10) FROM customer WHERE do_not_call = 1
  UNION ALL SELECT id, 'text', 'import', substr(trim(as_of), 1, 10) FROM customer WHERE do_not_text = 1
  UNION ALL SELECT id, 'email', 'import', substr(trim(as_of), 1, 10) FROM customer WHERE do_not_email = 1
  UNION ALL SELECT id, 'mail', 'import', substr(trim(as_of), 1, 10) FROM customer WHERE do_not_mail = 1;
`;
