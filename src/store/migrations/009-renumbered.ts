/** Customers whose deal came again under another number of the DMS: to it they are two people, to us one. */

export const RENUMBERED_SCHEMA = `
CREATE TABLE renumbered (
  from_id INTEGER PRIMARY KEY REFERENCES customer(id),
  to_id INTEGER NOT NULL REFERENCES customer(id)
) STRICT;
`;
