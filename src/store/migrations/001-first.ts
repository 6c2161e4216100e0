/** The first schema: facts only; what is due is always computed. */

/**
 * Conventions: days are TEXT `YYYY-MM-DD` (`_on`), instants TEXT UTC ISO 8601 (`_at`), money INTEGER cents,
 * flags INTEGER 0/1. `as_of` orders evidence: the delivery it came in, so that an older file never
 * overwrites a newer one.
 */
export const FIRST_SCHEMA = `
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  kind TEXT NOT NULL,
  layout TEXT NOT NULL,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  delivered_at TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  by TEXT NOT NULL,
  row_count INTEGER NOT NULL DEFAULT 0,
  new_count INTEGER NOT NULL DEFAULT 0,
  changed_count INTEGER NOT NULL DEFAULT 0,
  same_count INTEGER NOT NULL DEFAULT 0,
  skipped_count INTEGER NOT NULL DEFAULT 0,
  rejected_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX import_sha256 ON import(sha256);

-- the outcome of every row, runs of equal outcomes in one line
CREATE TABLE import_outcome (
  import_id INTEGER NOT NULL REFERENCES import(id),
  first_line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (import_id, first_line)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_problem (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import(id),
  line INTEGER NOT NULL,
  column_name TEXT,
  value TEXT,
  code TEXT NOT NULL,
  outcome TEXT NOT NULL,
  message TEXT NOT NULL,
  hint TEXT,
  raw TEXT
) STRICT;
CREATE INDEX import_problem_import ON import_problem(import_id);

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  store TEXT NOT NULL,
  dms_number TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'business')),
  first_name TEXT,
  last_name TEXT,
  business_name TEXT,
  name_key TEXT NOT NULL,
  home_phone TEXT,
  cell_phone TEXT,
  work_phone TEXT,
  other_phone TEXT,
  work_extension TEXT,
  email TEXT,
  street TEXT,
  city TEXT,
  region TEXT,
  postal_code TEXT,
  country TEXT,
  birthday TEXT,
  do_not_call INTEGER NOT NULL DEFAULT 0,
  do_not_text INTEGER NOT NULL DEFAULT 0,
  do_not_email INTEGER NOT NULL DEFAULT 0,
  do_not_mail INTEGER NOT NULL DEFAULT 0,
  as_of TEXT NOT NULL,
  -- JSON: columns whose value rests on older evidence than as_of, with that evidence's own as_of
  older_columns TEXT
) STRICT;
CREATE UNIQUE INDEX customer_dms_number ON customer(store, dms_number) WHERE dms_number IS NOT NULL;

-- further DMS numbers of the same customer: other stores, renumbered records
CREATE TABLE customer_number (
  store TEXT NOT NULL,
  dms_number TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  PRIMARY KEY (store, dms_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE vehicle (
  id INTEGER PRIMARY KEY,
  vin TEXT UNIQUE,
  serial_number TEXT,
  year INTEGER,
  make TEXT,
  model TEXT,
  trim TEXT,
  plate TEXT,
  as_of TEXT NOT NULL
) STRICT;
CREATE INDEX vehicle_plate ON vehicle(plate) WHERE plate IS NOT NULL;

CREATE TABLE salesperson (
  id INTEGER PRIMARY KEY,
  code TEXT,
  name TEXT NOT NULL,
  email TEXT,
  left_on TEXT,
  -- 1 = the name was set by hand and an import leaves it alone
  name_by_hand INTEGER NOT NULL DEFAULT 0
) STRICT;

-- every code and spelling that means this person; store '' = in every store
CREATE TABLE salesperson_alias (
  store TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('code', 'name')),
  alias TEXT NOT NULL,
  salesperson_id INTEGER NOT NULL REFERENCES salesperson(id),
  PRIMARY KEY (kind, alias, store)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale (
  id INTEGER PRIMARY KEY,
  store TEXT NOT NULL,
  deal_number TEXT,
  version TEXT,
  status TEXT NOT NULL CHECK (status IN ('sold', 'unwound')),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  co_buyer_id INTEGER REFERENCES customer(id),
  vehicle_id INTEGER NOT NULL REFERENCES vehicle(id),
  stock_number TEXT,
  sold_on TEXT NOT NULL,
  delivered_on TEXT,
  -- delivered_on, else sold_on: the day the touches are counted from
  anchor_on TEXT NOT NULL,
  deal_type TEXT,
  condition TEXT,
  odometer INTEGER,
  term_months INTEGER,
  first_payment_on TEXT,
  lease_end_on TEXT,
  lease_end_estimated INTEGER NOT NULL DEFAULT 0,
  loan_end_on TEXT,
  loan_end_estimated INTEGER NOT NULL DEFAULT 0,
  payment_cents INTEGER,
  amount_financed_cents INTEGER,
  apr REAL,
  lender TEXT,
  -- 1 = a file said who is credited, be it nobody (a house deal)
  credits_known INTEGER NOT NULL DEFAULT 0,
  as_of TEXT NOT NULL,
  import_id INTEGER NOT NULL REFERENCES import(id),
  -- the row it was last read from; further rows of the same deal and delivery are in sale_row
  row_hash INTEGER NOT NULL,
  row_count INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX sale_deal ON sale(store, deal_number);
CREATE INDEX sale_vehicle ON sale(vehicle_id);
CREATE INDEX sale_stock ON sale(store, stock_number, sold_on) WHERE deal_number IS NULL;

CREATE TABLE sale_row (
  sale_id INTEGER NOT NULL REFERENCES sale(id),
  row_hash INTEGER NOT NULL,
  PRIMARY KEY (sale_id, row_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_salesperson (
  sale_id INTEGER NOT NULL REFERENCES sale(id),
  position INTEGER NOT NULL,
  salesperson_id INTEGER NOT NULL REFERENCES salesperson(id),
  share REAL,
  PRIMARY KEY (sale_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_trade (
  sale_id INTEGER NOT NULL REFERENCES sale(id),
  position INTEGER NOT NULL,
  vin TEXT NOT NULL,
  PRIMARY KEY (sale_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_trade_vin ON sale_trade(vin);

-- a deal that was reported unwound before (or without) ever being seen as sold: an older file must not revive it
CREATE TABLE unwound_deal (
  store TEXT NOT NULL,
  deal_number TEXT NOT NULL,
  vehicle TEXT NOT NULL,
  version TEXT,
  as_of TEXT NOT NULL,
  row_hash INTEGER NOT NULL,
  PRIMARY KEY (store, deal_number, vehicle, row_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE repair_order (
  id INTEGER PRIMARY KEY,
  store TEXT NOT NULL,
  number TEXT NOT NULL,
  customer_id INTEGER REFERENCES customer(id),
  vehicle_id INTEGER REFERENCES vehicle(id),
  opened_on TEXT,
  closed_on TEXT,
  odometer INTEGER,
  advisor TEXT,
  pay_types TEXT NOT NULL DEFAULT '[]',
  op_codes TEXT NOT NULL DEFAULT '[]',
  as_of TEXT NOT NULL,
  import_id INTEGER NOT NULL REFERENCES import(id),
  row_hash INTEGER NOT NULL,
  row_count INTEGER NOT NULL DEFAULT 1,
  UNIQUE (store, number)
) STRICT;
CREATE INDEX repair_order_vehicle ON repair_order(vehicle_id, closed_on);
CREATE INDEX repair_order_closed ON repair_order(closed_on);

CREATE TABLE repair_order_row (
  repair_order_id INTEGER NOT NULL REFERENCES repair_order(id),
  row_hash INTEGER NOT NULL,
  PRIMARY KEY (repair_order_id, row_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE appointment (
  id INTEGER PRIMARY KEY,
  store TEXT NOT NULL,
  number TEXT NOT NULL,
  customer_id INTEGER REFERENCES customer(id),
  vehicle_id INTEGER REFERENCES vehicle(id),
  due_on TEXT NOT NULL,
  due_time TEXT,
  waiting INTEGER,
  repair_order_number TEXT,
  as_of TEXT NOT NULL,
  import_id INTEGER NOT NULL REFERENCES import(id),
  row_hash INTEGER NOT NULL,
  row_count INTEGER NOT NULL DEFAULT 1,
  UNIQUE (store, number)
) STRICT;
CREATE INDEX appointment_vehicle ON appointment(vehicle_id, due_on);
CREATE INDEX appointment_due ON appointment(due_on);

CREATE TABLE appointment_row (
  appointment_id INTEGER NOT NULL REFERENCES appointment(id),
  row_hash INTEGER NOT NULL,
  PRIMARY KEY (appointment_id, row_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  contact_on TEXT NOT NULL,
  at TEXT,
  channel TEXT,
  outcome TEXT NOT NULL,
  note TEXT,
  next_on TEXT,
  salesperson_id INTEGER REFERENCES salesperson(id),
  by TEXT
) STRICT;
CREATE INDEX contact_customer ON contact(customer_id, contact_on);
CREATE INDEX contact_next ON contact(next_on) WHERE next_on IS NOT NULL;
CREATE INDEX sale_salesperson_person ON sale_salesperson(salesperson_id, sale_id);
`;

/**
 * Indexes that only reading needs. They are dropped before the first large import into an empty
 * database and made again behind it, which is cheaper than keeping them up row by row.
 */
export const READING_INDEXES: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'customer_name_key', sql: 'CREATE INDEX customer_name_key ON customer(name_key)' },
  {
    name: 'customer_birthday',
    sql: 'CREATE INDEX customer_birthday ON customer(substr(birthday, 6)) WHERE birthday IS NOT NULL',
  },
  {
    name: 'sale_customer',
    sql: 'CREATE INDEX sale_customer ON sale(customer_id, anchor_on, lease_end_on, loan_end_on)',
  },
  {
    name: 'sale_co_buyer',
    sql: 'CREATE INDEX sale_co_buyer ON sale(co_buyer_id) WHERE co_buyer_id IS NOT NULL',
  },
  { name: 'sale_anchor', sql: 'CREATE INDEX sale_anchor ON sale(anchor_on)' },
  {
    name: 'sale_lease_end',
    sql: 'CREATE INDEX sale_lease_end ON sale(lease_end_on) WHERE lease_end_on IS NOT NULL',
  },
  {
    name: 'sale_loan_end',
    sql: 'CREATE INDEX sale_loan_end ON sale(loan_end_on) WHERE loan_end_on IS NOT NULL',
  },
];
