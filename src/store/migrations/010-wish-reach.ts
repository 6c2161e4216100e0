/** For whom a wish not to be contacted holds besides the one who said it: records that are like theirs. */

/** As the indexes have it, word for word: SQLite uses them for no other. @param row `c.` or nothing */
export const hasAWish = (row: string): string =>
  `(${row}do_not_call | ${row}do_not_text | ${row}do_not_email | ${row}do_not_mail) = 1`;

/**
 * Derived from the wishes and from who is like whom, and kept up with every change of either, so that reading asks for a
 * flag: `customer.do_not_*` says whether a wish of their own or one that reaches them stands. The indexes find the
 * customers with a wish, who are few, by a number or by name.
 */
export const WISH_REACH_SCHEMA = `
CREATE TABLE wish_reach (
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  through_id INTEGER NOT NULL REFERENCES customer(id),
  PRIMARY KEY (customer_id, through_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wish_reach_through ON wish_reach(through_id);
${['home_phone', 'cell_phone', 'work_phone', 'other_phone', 'name_key']
  .map((column) => `CREATE INDEX wishing_${column} ON customer(${column}) WHERE ${hasAWish('')};`)
  .join('\n')}
`;
