/** Addresses made up to fill the DMS's field, so that somebody can ask for the real one. */

export const PLACEHOLDER_EMAIL_SCHEMA = `
CREATE TABLE placeholder_email (
  customer_id INTEGER PRIMARY KEY REFERENCES customer(id),
  -- as the newest export wrote it
  value TEXT NOT NULL,
  since_on TEXT NOT NULL
) STRICT;
`;
