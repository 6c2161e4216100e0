-- The sqlite3 shell taking in the same export: the speed to measure beback's import against.
-- Usage: sqlite3 new.db -cmd "PRAGMA journal_mode=WAL" -cmd ".import --csv --schema temp sales.csv staging" < peer.sql
-- The same facts under the same unique keys, the last row wins, the indexes only reading needs made behind the load.

PRAGMA foreign_keys = ON;
PRAGMA cache_size = -65536;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY, store TEXT NOT NULL, dms_number TEXT NOT NULL, first_name TEXT, last_name TEXT, name_key TEXT NOT NULL,
  home_phone TEXT, cell_phone TEXT, work_phone TEXT, email TEXT, street TEXT, city TEXT, region TEXT, postal_code TEXT,
  birthday TEXT, do_not_call INTEGER NOT NULL DEFAULT 0, as_of TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX customer_dms_number ON customer(store, dms_number);
CREATE TABLE vehicle (
  id INTEGER PRIMARY KEY, vin TEXT UNIQUE, year INTEGER, make TEXT, model TEXT, trim TEXT, as_of TEXT NOT NULL
) STRICT;
CREATE TABLE salesperson (id INTEGER PRIMARY KEY, store TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (store, code)) STRICT;
CREATE TABLE sale (
  id INTEGER PRIMARY KEY, store TEXT NOT NULL, deal_number TEXT NOT NULL, status TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer(id), vehicle_id INTEGER NOT NULL REFERENCES vehicle(id), stock_number TEXT,
  sold_on TEXT NOT NULL, delivered_on TEXT, anchor_on TEXT NOT NULL, deal_type TEXT, condition TEXT, odometer INTEGER,
  term_months INTEGER, first_payment_on TEXT, lease_end_on TEXT, loan_end_on TEXT, payment_cents INTEGER,
  amount_financed_cents INTEGER, apr REAL, lender TEXT, as_of TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX sale_deal ON sale(store, deal_number);
CREATE INDEX sale_vehicle ON sale(vehicle_id);
CREATE TABLE sale_salesperson (
  sale_id INTEGER NOT NULL REFERENCES sale(id), position INTEGER NOT NULL, salesperson_id INTEGER NOT NULL REFERENCES salesperson(id),
  PRIMARY KEY (sale_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sale_trade (
  sale_id INTEGER NOT NULL REFERENCES sale(id), position INTEGER NOT NULL, vin TEXT NOT NULL, PRIMARY KEY (sale_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_trade_vin ON sale_trade(vin);

BEGIN IMMEDIATE;

INSERT INTO customer (store, dms_number, first_name, last_name, name_key, home_phone, cell_phone, work_phone, email, street, city, region,
  postal_code, birthday, do_not_call, as_of)
SELECT "Store", "Customer Number", "First Name", "Last Name", lower("First Name" || ' ' || "Last Name"),
  '+1' || nullif(replace(replace(replace(replace("Home Phone", '(', ''), ')', ''), ' ', ''), '-', ''), ''),
  '+1' || nullif(replace(replace(replace(replace("Cell Phone", '(', ''), ')', ''), ' ', ''), '-', ''), ''),
  '+1' || nullif(replace(replace(replace(replace("Work Phone", '(', ''), ')', ''), ' ', ''), '-', ''), ''),
  nullif("Email", ''), "Address", "City", "State", "Zip", nullif("Birth Date", ''), "Do Not Call" = 'Y', "Sale Date"
FROM staging WHERE true
ON CONFLICT (store, dms_number) DO UPDATE SET first_name = excluded.first_name, last_name = excluded.last_name, name_key = excluded.name_key,
  home_phone = coalesce(excluded.home_phone, home_phone), cell_phone = coalesce(excluded.cell_phone, cell_phone),
  work_phone = coalesce(excluded.work_phone, work_phone), email = coalesce(excluded.email, email), street = excluded.street,
  city = excluded.city, region = excluded.region, postal_code = excluded.postal_code, birthday = coalesce(excluded.birthday, birthday),
  do_not_call = excluded.do_not_call, as_of = excluded.as_of;

INSERT INTO vehicle (vin, year, make, model, trim, as_of)
SELECT "VIN", "Year", "Make", "Model", "Trim", "Sale Date" FROM staging WHERE true
ON CONFLICT (vin) DO UPDATE SET year = excluded.year, make = excluded.make, model = excluded.model, trim = excluded.trim, as_of = excluded.as_of;

INSERT OR IGNORE INTO salesperson (store, code, name)
SELECT "Store", "Salesperson 1 Number", "Salesperson 1 Name" FROM staging
UNION SELECT "Store", "Salesperson 2 Number", "Salesperson 2 Name" FROM staging WHERE "Salesperson 2 Number" <> '';

INSERT INTO sale (store, deal_number, status, customer_id, vehicle_id, stock_number, sold_on, delivered_on, anchor_on, deal_type, condition,
  odometer, term_months, first_payment_on, lease_end_on, loan_end_on, payment_cents, amount_financed_cents, apr, lender, as_of)
SELECT t."Store", t."Deal Number", 'sold', c.id, v.id, t."Stock Number", t."Sale Date", t."Delivery Date", t."Delivery Date",
  lower(t."Deal Type"), lower(t."New Used"), t."Odometer", nullif(t."Term", ''), nullif(t."First Payment Date", ''),
  nullif(t."Lease End Date", ''),
  CASE WHEN t."Deal Type" = 'Finance' THEN date(t."First Payment Date", (t."Term" - 1) || ' months') END,
  CAST(round(nullif(t."Monthly Payment", '') * 100) AS INTEGER), CAST(round(nullif(t."Amount Financed", '') * 100) AS INTEGER),
  nullif(t."APR", ''), nullif(t."Lender", ''), t."Sale Date"
FROM staging t
JOIN customer c ON c.store = t."Store" AND c.dms_number = t."Customer Number"
JOIN vehicle v ON v.vin = t."VIN"
ORDER BY t.rowid
ON CONFLICT (store, deal_number) DO UPDATE SET customer_id = excluded.customer_id, vehicle_id = excluded.vehicle_id,
  stock_number = excluded.stock_number, sold_on = excluded.sold_on, delivered_on = excluded.delivered_on, anchor_on = excluded.anchor_on,
  deal_type = excluded.deal_type, condition = excluded.condition, odometer = excluded.odometer, term_months = excluded.term_months,
  first_payment_on = excluded.first_payment_on, lease_end_on = excluded.lease_end_on, loan_end_on = excluded.loan_end_on,
  payment_cents = excluded.payment_cents, amount_financed_cents = excluded.amount_financed_cents, apr = excluded.apr,
  lender = excluded.lender, as_of = excluded.as_of;

INSERT OR REPLACE INTO sale_salesperson (sale_id, position, salesperson_id)
SELECT s.id, 1, p.id FROM staging t JOIN sale s ON s.store = t."Store" AND s.deal_number = t."Deal Number"
JOIN salesperson p ON p.store = t."Store" AND p.code = t."Salesperson 1 Number"
UNION ALL
SELECT s.id, 2, p.id FROM staging t JOIN sale s ON s.store = t."Store" AND s.deal_number = t."Deal Number"
JOIN salesperson p ON p.store = t."Store" AND p.code = t."Salesperson 2 Number" WHERE t."Salesperson 2 Number" <> '';

INSERT OR REPLACE INTO sale_trade (sale_id, position, vin)
SELECT s.id, 1, t."Trade VIN" FROM staging t JOIN sale s ON s.store = t."Store" AND s.deal_number = t."Deal Number" WHERE t."Trade VIN" <> '';

CREATE INDEX customer_name_key ON customer(name_key);
CREATE INDEX customer_birthday ON customer(substr(birthday, 6)) WHERE birthday IS NOT NULL;
CREATE INDEX sale_customer ON sale(customer_id, anchor_on, lease_end_on, loan_end_on);
CREATE INDEX sale_anchor ON sale(anchor_on);
CREATE INDEX sale_lease_end ON sale(lease_end_on) WHERE lease_end_on IS NOT NULL;
CREATE INDEX sale_loan_end ON sale(loan_end_on) WHERE loan_end_on IS NOT NULL;
CREATE INDEX sale_salesperson_person ON sale_salesperson(salesperson_id, sale_id);
COMMIT;
