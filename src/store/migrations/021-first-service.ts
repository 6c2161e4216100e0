/** What is said at a delivery of the first visit to the workshop, and when files booked one. */

export const FIRST_SERVICE_SCHEMA = `
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  sale_id INTEGER NOT NULL REFERENCES sale(id),
  said_on TEXT NOT NULL,
  -- 1 = the introduction and the day said before are taken back
  takes_back INTEGER NOT NULL,
  -- 1 = the buyer was introduced to the workshop
  introduced INTEGER NOT NULL,
  -- null = not said, like the day
  advisor TEXT,
  booked_on TEXT,
  booked_time TEXT
) STRICT;
CREATE INDEX delivery_sale ON delivery(sale_id);
CREATE INDEX delivery_booked ON delivery(booked_on) WHERE booked_on IS NOT NULL;

-- the last entry of the journal before a file first said its day: whoever speaks of it later knows better
ALTER TABLE appointment ADD COLUMN learned_after INTEGER NOT NULL DEFAULT 0;
`;
