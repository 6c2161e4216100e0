/** Customers given by hand, and who covers whose calls meanwhile. */

/** A giving or a cover is a fact of the entry that made it: taken back, it is gone. */
export const BOOK_SCHEMA = `
CREATE TABLE giving (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  -- null = the house
  salesperson_id INTEGER REFERENCES salesperson(id),
  given_on TEXT NOT NULL
) STRICT;
CREATE INDEX giving_customer ON giving(customer_id);
CREATE INDEX giving_entry ON giving(entry_id);
CREATE INDEX giving_given_on ON giving(given_on);
CREATE INDEX giving_salesperson ON giving(salesperson_id) WHERE salesperson_id IS NOT NULL;

CREATE TABLE cover (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  -- whose calls
  of_id INTEGER NOT NULL REFERENCES salesperson(id),
  -- who makes them
  by_id INTEGER NOT NULL REFERENCES salesperson(id),
  from_on TEXT NOT NULL,
  -- the last day; earlier than from_on where it was ended before it began
  to_on TEXT NOT NULL,
  why TEXT,
  -- the day on which it was ended before its time
  ended_on TEXT
) STRICT;
CREATE INDEX cover_entry ON cover(entry_id);
`;
