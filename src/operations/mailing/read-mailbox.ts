/** Answers to the mailed lists in a mailbox over IMAP: what is new is looked at, an answer is logged and marked as read. */

import { addDays, type Day } from '../../domain/day.ts';
import type { Obstacle } from '../../domain/mail.ts';
import { type ImapMailbox, MailboxLost, type MailThere, MailWithheld } from '../../mail/imap-mailbox.ts';
import type { MailRead } from '../../render/mails-read-as-text.ts';
import {
  type MailboxNamed,
  type MailboxPlace,
  mailboxPlace,
  noteMailboxPlace,
} from '../../store/mailbox-place.ts';
import type { MailPasswords } from './mail-password.ts';
import { mailboxInWords, mailboxOf } from './mailbox-of.ts';
import { isAnswer, LONGEST_MAIL_BYTES, type MailSession, readAnswer, unreadAnswer } from './read-answer.ts';

export interface ReadingOptions {
  /** given beside the settings */
  readonly passwords: MailPasswords;
  readonly now: () => Date;
}

export interface MailboxRead {
  /** `lists@imap.example.com/INBOX` */
  readonly mailbox: string;
  /** as it is named in messages */
  readonly server: string;
  /** how many mails were looked at, most of them by their heads only */
  readonly looked: number;
  /** those that answer a list, by whomever */
  readonly mails: readonly MailRead[];
  /** an answer was read, and the mailbox did not let us mark it */
  readonly isUnmarked: boolean;
  /** how many of those that were found are left for the next run */
  readonly waiting: number;
  /** what kept the mailbox, or the rest of it, from being read */
  readonly obstacle: Obstacle | null;
}

/** So many are asked for at once. */
const MAILS_AT_ONCE = 100;
/** A run is bounded as a whole: what is left then waits for the next one. */
const RUN_AT_MOST_MS = 10 * 60_000;

/**
 * How far it came stands in the store, and not in the mailbox: a store that is put back to yesterday reads again what it no
 * longer knows. What it does know it reads only once, whatever the mailbox says (see `readAnswer`).
 * @throws Fault `no-mailbox`, `not-trusted`, and what is wrong with the password or token; `db-busy` (75)
 */
export async function readMailbox(
  session: MailSession,
  { passwords, now }: ReadingOptions,
): Promise<MailboxRead> {
  const { imap, mailbox } = mailboxOf(session.settings, passwords);
  const reading = new Reading(session, mailbox, {
    named: { host: imap.host, user: imap.signIn.user, name: imap.mailbox },
    sinceDays: imap.sinceDays,
    now,
  });
  let obstacle: Obstacle | null = null;
  try {
    obstacle = await reading.readAll();
  } catch (error) {
    if (!(error instanceof MailboxLost)) throw error;
    obstacle = error.obstacle;
  } finally {
    await mailbox.close();
  }
  const { looked, mails, isUnmarked, waiting } = reading;
  return {
    mailbox: mailboxInWords(imap),
    server: mailbox.name,
    looked,
    mails,
    isUnmarked,
    waiting,
    obstacle,
  };
}

class Reading {
  looked = 0;
  waiting = 0;
  isUnmarked = false;
  readonly mails: MailRead[] = [];
  /** behind what was not handed over nothing counts as looked at */
  #isHeldUp = false;
  readonly #session: MailSession;
  readonly #mailbox: ImapMailbox;
  readonly #named: MailboxNamed;
  readonly #sinceDays: number;
  readonly #now: () => Date;

  constructor(
    session: MailSession,
    mailbox: ImapMailbox,
    options: { readonly named: MailboxNamed; readonly sinceDays: number; readonly now: () => Date },
  ) {
    this.#session = session;
    this.#mailbox = mailbox;
    this.#named = options.named;
    this.#sinceDays = options.sinceDays;
    this.#now = options.now;
  }

  /** @returns why it stopped before the end, or null. @throws MailboxLost; `db-busy` (75) */
  async readAll(): Promise<Obstacle | null> {
    const endsAt = this.#now().getTime() + RUN_AT_MOST_MS;
    const { uidValidity, lastUid } = await this.#mailbox.open();
    const uids = await this.#unlooked(uidValidity);
    this.waiting = uids.length;
    for (let at = 0; at < uids.length; at += MAILS_AT_ONCE) {
      if (this.#now().getTime() > endsAt) return { text: 'it takes too long', needsPerson: false };
      const batch = uids.slice(at, at + MAILS_AT_ONCE);
      for await (const mail of this.#mailbox.heads(batch)) await this.#look(mail, uidValidity);
      this.waiting -= batch.length;
      this.#note(uidValidity, batch.at(-1) ?? 0, null);
    }
    // the last one there may be older than the first look goes back
    const last = Math.max(lastUid ?? -1, uids.at(-1) ?? -1);
    if (last >= 0) this.#note(uidValidity, last, this.#now().toISOString());
    return null;
  }

  /** The first look, and the one after the numbers began anew, goes back some days: not through a mailbox of many years. */
  #unlooked(uidValidity: number): Promise<number[]> {
    const place = mailboxPlace(this.#session.store, this.#named);
    if (place?.uidValidity === uidValidity) return this.#mailbox.after(place.uid);
    return this.#mailbox.since(this.#firstDay(place));
  }

  #firstDay(place: MailboxPlace | null): Day {
    const { dayOf } = this.#session;
    const usual = addDays(dayOf(this.#now()), -this.#sinceDays);
    // with a day for what the clocks of two servers differ
    const last = place?.lookedAt == null ? usual : addDays(dayOf(new Date(place.lookedAt)), -1);
    return last < usual ? last : usual;
  }

  async #look({ uid, size, head }: MailThere, uidValidity: number): Promise<void> {
    this.looked += 1;
    const { store } = this.#session;
    if (!(await isAnswer(store, head))) return;
    const name = `mail ${uid}`;
    const isWhole = size <= LONGEST_MAIL_BYTES;
    // the server's word for its size is not relied on
    const read = await (isWhole ? this.#mailbox.mail(uid, LONGEST_MAIL_BYTES + 1) : Promise.resolve(head))
      .then((raw) => {
        if (raw === null) return null;
        return readAnswer(this.#session, { name, raw, isWhole: isWhole && raw.length <= LONGEST_MAIL_BYTES });
      })
      .catch((error) => {
        if (error instanceof MailboxLost) throw error;
        // it is asked for again by every run, and those behind it are read all the same
        if (error instanceof MailWithheld) this.#isHeldUp = true;
        return unreadAnswer(store, error);
      });
    if (read === null) return;
    this.mails.push({ file: name, ...read });
    // first it is logged, then marked: a connection that breaks in between loses nothing
    if (read.state === 'logged' || read.state === 'read-before')
      this.isUnmarked = !(await this.#mailbox.markAsRead(uid)) || this.isUnmarked;
    this.#note(uidValidity, uid, null);
  }

  #note(uidValidity: number, uid: number, lookedAt: string | null): void {
    if (this.#isHeldUp) return;
    noteMailboxPlace(this.#session.store, this.#named, { uidValidity, uid, lookedAt });
  }
}
