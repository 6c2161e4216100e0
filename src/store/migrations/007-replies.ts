/** Salespeople's answers to their mailed lists, so that none is logged twice. */

export const REPLIES_SCHEMA = `
CREATE TABLE reply (
  -- the answer's own Message-ID, or the hash of its text when it has none
  message_id TEXT PRIMARY KEY,
  mail_id INTEGER NOT NULL REFERENCES mail(id),
  read_at TEXT NOT NULL,
  by TEXT NOT NULL,
  logged INTEGER NOT NULL,
  not_understood INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
