/** Answers that come by themselves: how far a mailbox was looked through, and mails that tell what was not understood. */

/**
 * A row a mailbox. `uid` is the last mail that was looked at; it means nothing under another `uid_validity`, which the mail
 * server changes when its numbers begin anew (RFC 9051, 2.3.1.1).
 * A mail of the kind `report` tells a salesperson what of an answer was not understood: `day` is the answered list's,
 * `recipient` the Message-ID of the answer, `report` what it says (JSON).
 * A table that others refer to is made anew and named as the old one, with foreign keys off: SQLite changes no constraint.
 */
export const MAILBOX_SCHEMA = `
CREATE TABLE mailbox (
  host TEXT NOT NULL,
  user TEXT NOT NULL,
  name TEXT NOT NULL,
  uid_validity INTEGER NOT NULL,
  uid INTEGER NOT NULL,
  -- when it was last looked through to its end (UTC); null = not yet
  looked_at TEXT,
  PRIMARY KEY (host, user, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE mail_anew (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('calls', 'digest', 'report')),
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
  report TEXT,
  UNIQUE (day, kind, recipient),
  CHECK ((report IS NULL) = (kind <> 'report'))
) STRICT;
INSERT INTO mail_anew
  SELECT id, day, kind, recipient, salesperson_id, address, message_id, state, tries, answer, planned_at, tried_at, settled_at,
    settled_by, NULL FROM mail;
DROP TABLE mail;
ALTER TABLE mail_anew RENAME TO mail;
CREATE INDEX mail_doubt ON mail(state) WHERE state IN ('sending', 'unsure');
CREATE INDEX mail_salesperson ON mail(salesperson_id) WHERE salesperson_id IS NOT NULL;
CREATE INDEX mail_report ON mail(state) WHERE kind = 'report';
`;
