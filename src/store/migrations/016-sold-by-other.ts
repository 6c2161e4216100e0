/** Customers of one salesperson who turned up on a deal of another, and the index by which a home is found. */

/** What was found is kept as it was said then: a credit that is changed later makes no word of it untrue. */
export const SOLD_BY_OTHER_SCHEMA = `
CREATE TABLE sold_by_other (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import(id),
  -- the day of that import
  found_on TEXT NOT NULL,
  sale_id INTEGER NOT NULL REFERENCES sale(id),
  buyer_id INTEGER NOT NULL REFERENCES customer(id),
  -- the customer of somebody else
  like_id INTEGER NOT NULL REFERENCES customer(id),
  owner_id INTEGER NOT NULL REFERENCES salesperson(id),
  -- JSON: a list of words
  because TEXT NOT NULL,
  -- of the car of theirs that was traded in
  traded_sale_id INTEGER REFERENCES sale(id)
) STRICT;
CREATE INDEX sold_by_other_found ON sold_by_other(found_on);
`;

/** The first places of a postal code, whatever its case and blanks. @param row with the dot behind it, or empty */
export const postalArea = (row: string): string =>
  `substr(replace(${row}postal_code, ' ', ''), 1, 5) COLLATE NOCASE`;

/** The number a street begins with; 0 where it begins with none. @param row with the dot behind it, or empty */
export const houseNumber = (row: string): string => `CAST(${row}street AS INTEGER)`;

/** What a row must have to have a home. @param row with the dot behind it, or empty */
export const hasHome = (row: string): string =>
  `${row}street IS NOT NULL AND ${row}postal_code IS NOT NULL AND ${row}last_name IS NOT NULL`;

/** Only reading needs it. */
export const HOME_INDEXES: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'customer_home',
    sql: `CREATE INDEX customer_home ON customer(${postalArea('')}, ${houseNumber('')}, last_name COLLATE NOCASE) WHERE ${hasHome('')}`,
  },
];
