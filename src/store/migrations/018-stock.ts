/** News for customers, what customers wish for, and the cars that stand in the lot. */

/** Each of the first four is a fact of the entry whose number it has: taken back, it is gone. */
export const STOCK_SCHEMA = `
CREATE TABLE news (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  text TEXT NOT NULL,
  told_on TEXT NOT NULL,
  -- the last day it is told on; null = until it is ended
  until_on TEXT
) STRICT;
CREATE TABLE news_end (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  news_id INTEGER NOT NULL UNIQUE REFERENCES news(id),
  -- the first day it is told no more
  ended_on TEXT NOT NULL
) STRICT;

CREATE TABLE wish (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  text TEXT NOT NULL,
  wished_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  -- the terms; null = anything will do
  make TEXT,
  model TEXT,
  year_from INTEGER,
  year_to INTEGER,
  -- at most
  price_cents INTEGER,
  -- at most, in the store's units
  odometer INTEGER,
  condition TEXT CHECK (condition IN ('new', 'used'))
) STRICT;
CREATE INDEX wish_customer ON wish(customer_id);
CREATE TABLE wish_end (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  wish_id INTEGER NOT NULL UNIQUE REFERENCES wish(id),
  -- the first day it is wished for no more
  ended_on TEXT NOT NULL
) STRICT;

CREATE TABLE stock (
  id INTEGER PRIMARY KEY,
  store TEXT NOT NULL,
  stock_number TEXT NOT NULL,
  -- the number as it is compared
  number_key TEXT NOT NULL,
  vin TEXT,
  year INTEGER,
  make TEXT,
  model TEXT,
  trim TEXT,
  condition TEXT,
  odometer INTEGER,
  price_cents INTEGER,
  first_seen_on TEXT NOT NULL,
  last_seen_on TEXT NOT NULL,
  gone_on TEXT,
  -- delivery of the newest list that has it
  as_of TEXT NOT NULL,
  UNIQUE (store, number_key)
) STRICT;
-- every list that came in: what a later one lacks is gone
CREATE TABLE stock_list (
  store TEXT NOT NULL,
  -- the UTC instant, then the number of the file's first import: two may come at once
  delivered_at TEXT NOT NULL,
  delivered_on TEXT NOT NULL,
  PRIMARY KEY (store, delivered_at)
) STRICT;
`;
