/** The mails of a day: a salesperson's list each, and the digest for managers. */

import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { ListSalesperson } from '../../domain/call-list.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { Digest } from '../../domain/digest.ts';
import type { DayMailKind, MailKind } from '../../domain/mail.ts';
import { isFirstOfWeek, lastWorkingDayBefore } from '../../domain/working-days.ts';
import { callMail, type LetterOptions } from '../../mail/call-mail.ts';
import { digestMail } from '../../mail/digest-mail.ts';
import { digestOfDay } from '../../mail/digest-of-day.ts';
import { composeMessage, type Letter } from '../../mail/message.ts';
import { recipientInWords } from '../../render/mail-record.ts';
import { STATES_IN_WORDS } from '../../render/sending-in-words.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Store } from '../../store/engine/store.ts';
import { lastExportTaken } from '../../store/imports.ts';
import { mailsOfDay, mailsSince } from '../../store/mail-ledger.ts';
import { journalHead } from '../../store/read-journal.ts';
import { laneTally } from '../lane/lane-of-day.ts';
import { listCases } from '../recovery-cases.ts';
import type { Session } from '../session.ts';
import { tallyWork } from '../tally-work.ts';
import type { DueMails } from './lists-by-mail.ts';

/** A mail that is due; its letter is written only when it is asked for. */
export interface DayMail {
  readonly kind: DayMailKind;
  /** of the ledger: the salesperson's id, or the manager's address */
  readonly recipient: string;
  readonly salespersonId: number | null;
  readonly salesperson: ListSalesperson | null;
  readonly address: string;
  /** calls on the list; null for a digest */
  readonly calls: number | null;
  /** @param messageId of the mail it goes into, without angle brackets: what answers it names it */
  readonly letter: (messageId: string) => Letter;
}

function letterOptions({ store, paper, mail }: Settings, messageId: string): LetterOptions {
  const address = mail.replyTo ?? mail.from;
  return {
    country: store.country,
    timezone: store.timezone,
    storeName: store.name ?? '',
    paper,
    sheet: mail.sheet,
    answers: mail.answers && address !== null ? { address, messageId } : null,
  };
}

export function callMails(db: Store, due: DueMails, settings: Settings, day: Day): DayMail[] {
  const last_import_on = lastExportTaken(db, settings.store.timezone)?.on ?? null;
  return due.lists.map(({ salespersonId, salesperson, address, list, visits }) => ({
    kind: 'calls',
    recipient: String(salespersonId),
    salespersonId,
    salesperson,
    address,
    calls: list.calls.length,
    letter: (messageId) =>
      callMail(list, visits, { on: day, last_import_on }, letterOptions(settings, messageId)),
  }));
}

/** Random, so that it says nothing of the store; kept in the ledger, so that every try has the same. */
export const newMessageId = (settings: Settings, day: Day, kind: MailKind | 'check'): string =>
  `${day}.${kind}.${randomBytes(10).toString('hex')}@${domainFor(settings)}`;

/** One for each manager of the settings, unless there is nothing to tell; it tells how things stand when it is written. */
export function digestMails(db: Store, due: DueMails, settings: Settings, day: Day): DayMail[] {
  if (due.lists.length + due.leftOut.length + due.house.calls.length + due.notices.length === 0) return [];
  // the same for every manager, and worked out for none whose digest is not to be sent
  let lately: Lately | null = null;
  const letter = (): Letter => {
    lately ??= doneLately({ store: db, settings, day });
    const { country, name } = settings.store;
    return digestMail(digestFor(db, due, { settings, day, lately }), { country, storeName: name ?? '' });
  };
  return settings.mail.managers.map((address) => ({
    kind: 'digest',
    recipient: address,
    salespersonId: null,
    salesperson: null,
    address,
    calls: null,
    letter,
  }));
}

const LEFT_OUT_IN_WORDS = {
  'day-off': 'day off',
  'no-address': 'no e-mail address',
  'bad-address': 'bad e-mail address',
} as const;

type Lately = Pick<Digest, 'done' | 'week' | 'lane'>;

/** Of the last business day; of the last seven days too when the week begins. */
function doneLately(session: Session): Lately {
  const { day } = session;
  const { calendar } = session.settings;
  const last = lastWorkingDayBefore(calendar, day);
  const tally = (from: Day, to: Day) => tallyWork(session, { of: 'all' }, { from, to });
  const today = laneTally(session);
  const before = laneTally({ ...session, day: last });
  return {
    lane: {
      ours: today.ours,
      last: before.ours === 0 ? null : { on: last, ours: before.ours, notGreeted: before.notGreeted },
    },
    done: tally(last, last),
    week: isFirstOfWeek(calendar, day) ? tally(addDays(day, -7), addDays(day, -1)) : null,
  };
}

function digestFor(
  db: Store,
  due: DueMails,
  { settings, day, lately }: Pick<Session, 'settings' | 'day'> & { readonly lately: Lately },
): Digest {
  const rows = new Map(
    mailsOfDay(db, day).flatMap((row) => (row.kind === 'calls' ? [[row.recipient, row]] : [])),
  );
  const last = lastExportTaken(db, settings.store.timezone);
  return digestOfDay({
    on: day,
    people: [
      ...due.lists.map(({ salespersonId, salesperson, list }) => ({
        salesperson,
        list,
        mail: STATES_IN_WORDS[rows.get(String(salespersonId))?.state ?? 'planned'],
      })),
      ...due.leftOut.map(({ salesperson, list, why }) => ({
        salesperson,
        list,
        mail: LEFT_OUT_IN_WORDS[why],
      })),
    ],
    house: due.house,
    notices: due.notices,
    lastImport: last && { ...last, file: basename(last.file) },
    troubled: mailsSince(db, day)
      .filter(({ state }) => state === 'failed' || state === 'unsure')
      .map((row) => ({
        on: row.day,
        to: recipientInWords(row),
        state: STATES_IN_WORDS[row.state],
        answer: row.answer,
      })),
    journal: journalHead(db),
    cases: listCases({ store: db, settings, day }, { of: 'all' }, { closed: false }),
    ...lately,
  });
}

export interface Envelope {
  readonly address: string;
  /** put before the subject */
  readonly mark: string;
  /** without angle brackets */
  readonly messageId: string;
  readonly date: Date;
}

/** The name our mails carry when the settings name no sender: good enough for a file, never for a server. */
const NO_SENDER = 'beback@localhost';

export function messageOf(mail: DayMail, settings: Settings, envelope: Envelope): Promise<Buffer> {
  const { from, replyTo } = settings.mail;
  const letter = mail.letter(envelope.messageId);
  return composeMessage({
    ...letter,
    subject: envelope.mark + letter.subject,
    from: { name: settings.store.name ?? 'beback', address: from ?? NO_SENDER },
    to: { name: mail.salesperson?.name ?? '', address: envelope.address },
    replyTo,
    messageId: envelope.messageId,
    date: envelope.date,
    listId: `${mail.kind}.beback.${domainFor(settings)}`,
  });
}

export const domainFor = ({ mail }: Settings): string => mail.messageDomain ?? 'localhost';
