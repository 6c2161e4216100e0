/** What schedules and orders say beyond the bare visit, whose it was and how that is known, and what was marked by hand. */

export const VISITS_SCHEMA = `
-- the store's day of the delivery
ALTER TABLE import ADD COLUMN delivered_on TEXT;
UPDATE import SET delivered_on = substr(delivered_at, 1, 10);

ALTER TABLE repair_order ADD COLUMN promised_on TEXT;
ALTER TABLE repair_order ADD COLUMN appointment_number TEXT;
-- vin, number, phone, email, plate or vin-tail; null = tied to nobody and no car of ours
ALTER TABLE repair_order ADD COLUMN matched_by TEXT;
-- 1 = what tied it names the customer; else they were made of its row, or it has none
ALTER TABLE repair_order ADD COLUMN names_by_match INTEGER NOT NULL DEFAULT 0;
-- JSON: whom and what the row names, to be looked for again when sales come in; null = read before that was kept
ALTER TABLE repair_order ADD COLUMN said TEXT;

ALTER TABLE appointment ADD COLUMN advisor TEXT;
ALTER TABLE appointment ADD COLUMN services TEXT NOT NULL DEFAULT '[]';
ALTER TABLE appointment ADD COLUMN transport TEXT;
ALTER TABLE appointment ADD COLUMN transport_raw TEXT;
-- what the newest file says became of it: kept, missed, arrived, cancelled; null = it is booked
ALTER TABLE appointment ADD COLUMN file_state TEXT;
ALTER TABLE appointment ADD COLUMN matched_by TEXT;
ALTER TABLE appointment ADD COLUMN names_by_match INTEGER NOT NULL DEFAULT 0;
ALTER TABLE appointment ADD COLUMN said TEXT;
-- JSON: by value, the place in time of the row that said it, so that files may come in any order
ALTER TABLE appointment ADD COLUMN said_at TEXT NOT NULL DEFAULT '{}';

UPDATE repair_order SET names_by_match = 1 WHERE customer_id IS NOT NULL;
UPDATE appointment SET names_by_match = 1 WHERE customer_id IS NOT NULL;
UPDATE repair_order SET matched_by = 'vin' WHERE vehicle_id IN (SELECT vehicle_id FROM sale WHERE status = 'sold');
UPDATE appointment SET matched_by = 'vin' WHERE vehicle_id IN (SELECT vehicle_id FROM sale WHERE status = 'sold');

CREATE INDEX appointment_order ON appointment(store, ltrim(repair_order_number, '0')) WHERE repair_order_number IS NOT NULL;
CREATE INDEX repair_order_appointment ON repair_order(store, ltrim(appointment_number, '0')) WHERE appointment_number IS NOT NULL;

-- by what visits are found again that are not sure to be the buyer's own: number, phone, e-mail, plate, end of a VIN
CREATE TABLE visit_key (
  key TEXT NOT NULL,
  -- 0 = repair order, 1 = appointment
  kind INTEGER NOT NULL,
  visit_id INTEGER NOT NULL,
  PRIMARY KEY (key, kind, visit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_key_visit ON visit_key(kind, visit_id);

-- customers on file only because a visit named them
CREATE TABLE visit_customer (
  customer_id INTEGER PRIMARY KEY REFERENCES customer(id)
) STRICT;

-- called off before any file booked it
CREATE TABLE cancelled_appointment (
  store TEXT NOT NULL,
  -- without the zeros in front
  number TEXT NOT NULL,
  said_at TEXT NOT NULL,
  PRIMARY KEY (store, number)
) STRICT, WITHOUT ROWID;

-- the files of appointments, by store
CREATE TABLE schedule (
  import_id INTEGER NOT NULL REFERENCES import(id),
  store TEXT NOT NULL,
  said_at TEXT NOT NULL,
  delivered_on TEXT NOT NULL,
  PRIMARY KEY (import_id, store)
) STRICT, WITHOUT ROWID;
CREATE INDEX schedule_store ON schedule(store, said_at);

-- which of them holds which appointment: of each day only the newest delivered by then
CREATE TABLE schedule_row (
  import_id INTEGER NOT NULL REFERENCES import(id),
  store TEXT NOT NULL,
  -- of the appointment, without the zeros in front: it may be called off before any file books it
  number TEXT NOT NULL,
  -- '' where the row does not say
  due_on TEXT NOT NULL,
  cancelled INTEGER NOT NULL,
  PRIMARY KEY (import_id, store, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX schedule_row_day ON schedule_row(store, due_on, import_id);

-- days on which orders were opened or closed, and the last day on which a file that says so was delivered
CREATE TABLE service_day (
  store TEXT NOT NULL,
  day TEXT NOT NULL,
  delivered_on TEXT NOT NULL,
  PRIMARY KEY (store, day)
) STRICT, WITHOUT ROWID;
INSERT INTO service_day (store, day, delivered_on)
  SELECT o.store, o.day, max(i.delivered_on) FROM (
    SELECT store, opened_on AS day, import_id FROM repair_order WHERE opened_on IS NOT NULL
    UNION ALL SELECT store, closed_on, import_id FROM repair_order WHERE closed_on IS NOT NULL
  ) o JOIN import i ON i.id = o.import_id GROUP BY o.store, o.day;

-- stores whose files also hold orders that are not closed
CREATE TABLE open_orders (store TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO open_orders SELECT DISTINCT store FROM repair_order WHERE closed_on IS NULL;

-- what somebody said became of an appointment
CREATE TABLE appointment_mark (
  entry_id INTEGER PRIMARY KEY REFERENCES entry(id),
  appointment_id INTEGER NOT NULL REFERENCES appointment(id),
  state TEXT NOT NULL CHECK (state IN ('kept', 'missed', 'cancelled')),
  -- 1 = a file moved the appointment to another day since
  ended INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX appointment_mark_appointment ON appointment_mark(appointment_id);
`;
