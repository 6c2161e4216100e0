/** The ledger of mails: what was handed to a mail server, for whom, and what it answered. */

/**
 * One row a day, kind and recipient. `recipient` is the salesperson's id for `calls`, the address for `digest`.
 * A row is `sending` from just before the message is handed over until the answer is written down; one that is left
 * so by a process that died, or whose answer never came, is `unsure`. `settled_by` is whoever decided such a row.
 */
export const MAIL_SCHEMA = `
CREATE TABLE mail (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('calls', 'digest')),
  recipient TEXT NOT NULL,
  salesperson_id INTEGER REFERENCES salesperson(id) ON DELETE SET NULL,
  address TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'failed', 'unsure')),
  tries INTEGER NOT NULL DEFAULT 0,
  answer TEXT,
  planned_at TEXT NOT NULL,
  tried_at TEXT,
  settled_at TEXT,
  settled_by TEXT,
  UNIQUE (day, kind, recipient)
) STRICT;
CREATE INDEX mail_doubt ON mail(state) WHERE state IN ('sending', 'unsure');
CREATE INDEX mail_salesperson ON mail(salesperson_id) WHERE salesperson_id IS NOT NULL;
`;
