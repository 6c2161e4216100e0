/** How far a mailbox was looked through. */

import type { Store } from './engine/store.ts';

export interface MailboxNamed {
  readonly host: string;
  readonly user: string;
  readonly name: string;
}

export interface MailboxPlace {
  /** the numbers below hold under this one only */
  readonly uidValidity: number;
  /** the last mail that was looked at */
  readonly uid: number;
  /** when it was last looked through to its end (UTC); null = not yet */
  readonly lookedAt: string | null;
}

/** Null for one that was never looked at. */
export const mailboxPlace = (db: Store, mailbox: MailboxNamed): MailboxPlace | null =>
  db
    .prepare<[MailboxNamed], MailboxPlace>(
      `SELECT uid_validity AS uidValidity, uid, looked_at AS lookedAt FROM mailbox
       WHERE host = :host AND user = :user AND name = :name`,
    )
    .get(mailbox) ?? null;

/** Two that read at the same time do not set each other back. `lookedAt` null leaves what is there. */
export function noteMailboxPlace(db: Store, mailbox: MailboxNamed, place: MailboxPlace): void {
  const note = db.prepare(
    `INSERT INTO mailbox (host, user, name, uid_validity, uid, looked_at)
     VALUES (:host, :user, :name, :uidValidity, :uid, :lookedAt)
     ON CONFLICT (host, user, name) DO UPDATE SET
       uid = CASE uid_validity WHEN excluded.uid_validity THEN max(uid, excluded.uid) ELSE excluded.uid END,
       uid_validity = excluded.uid_validity, looked_at = coalesce(excluded.looked_at, looked_at)`,
  );
  db.transaction(() => note.run({ ...mailbox, ...place })).immediate();
}
