/** For whom a wish not to be contacted holds besides the one who said it: records that are like theirs. */

/**
 * Derived from the wishes and from who is like whom, and kept up with every change of either, so that reading asks for a
 * flag: `customer.do_not_*` says whether a wish of their own or one that reaches them stands. The indexes find the
 * numbers that stand with somebody who asked not to be called, and by name whoever asked for anything.
 */
export const WISH_REACH_SCHEMA = `
CREATE TABLE wish_reach (
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  through_id INTEGER NOT NULL REFERENCES customer(id),
  PRIMARY KEY (customer_id, through_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wish_reach_through ON wish_reach(through_id);
CREATE INDEX refused_home_phone ON customer(home_phone) WHERE do_not_call = 1 AND home_phone IS NOT NULL;
CREATE INDEX refused_cell_phone ON customer(cell_phone) WHERE do_not_call = 1 AND cell_phone IS NOT NULL;
CREATE INDEX refused_work_phone ON customer(work_phone) WHERE do_not_call = 1 AND work_phone IS NOT NULL;
CREATE INDEX refused_other_phone ON customer(other_phone) WHERE do_not_call = 1 AND other_phone IS NOT NULL;
CREATE INDEX refused_name ON customer(name_key) WHERE (do_not_call | do_not_text | do_not_email | do_not_mail) = 1;
`;
