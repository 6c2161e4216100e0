/** Contacts that an assistant made for a salesperson. */

export const ASSISTED_SCHEMA = `
-- whether "by" is an assistant of the salesperson, whose contact it is: both names are told
ALTER TABLE contact ADD COLUMN assisted INTEGER NOT NULL DEFAULT 0 CHECK (assisted IN (0, 1));
`;
