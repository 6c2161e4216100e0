/** Proving the way out for mails before the first real morning: connect, sign in, and one line to oneself. */

import { addDays, type Day } from '../../domain/day.ts';
import type { Answer, Obstacle } from '../../domain/mail.ts';
import { MailboxLost } from '../../mail/imap-mailbox.ts';
import { composeMessage } from '../../mail/message.ts';
import { html } from '../../render/html.ts';
import { salespeopleById } from '../../store/call-facts.ts';
import type { ActingSession } from '../session.ts';
import { domainFor, newMessageId } from './day-mails.ts';
import type { MailPasswords } from './mail-password.ts';
import { mailTransport } from './mail-transport.ts';
import { mailboxInWords, mailboxOf } from './mailbox-of.ts';
import { type MailsDue, mailsDue } from './mails-due.ts';

export interface CheckOptions {
  /** name or code of one salesperson; left out: everybody */
  readonly for?: string | undefined;
  readonly from: string;
  /** where the line goes; null = to whoever acts, else the first manager, else the sender */
  readonly to: string | null;
  /** given beside the settings */
  readonly passwords: MailPasswords;
  readonly now: () => Date;
  /** told once the server can be used. @param server as it is named in messages */
  readonly onOpen: (server: string) => void;
  readonly onDue: (due: MailsDue) => void;
}

export interface MailCheck {
  /** as it is named in messages */
  readonly server: string;
  readonly to: string;
  readonly due: MailsDue;
  /** what came of it: the server cannot be used, or its answer to the line */
  readonly result: { readonly obstacle: Obstacle } | { readonly answer: Answer };
}

/** Nothing is recorded, and nobody but `to` gets anything. */
export async function checkMail(session: ActingSession, options: CheckOptions): Promise<MailCheck> {
  const { settings, day } = session;
  const { from, passwords, now, onOpen, onDue } = options;
  const transport = await mailTransport(settings.mail, settings.path, passwords);
  const due = mailsDue(session, options.for);
  const to = options.to ?? ownAddress(session) ?? settings.mail.managers[0] ?? from;
  const about = { server: transport.name, to, due };
  try {
    const obstacle = await transport.open();
    if (obstacle !== null) return { ...about, result: { obstacle } };
    onOpen(transport.name);
    onDue(due);
    const store = settings.store.name ?? 'beback';
    const line = `This line came by the way the call lists of ${store} will take.`;
    const message = await composeMessage({
      subject: `[CHECK] mail from ${store} arrives`,
      text: `${line}\n`,
      html: html`<p>${line}</p>\n`.toString(),
      attachments: [],
      from: { name: store, address: from },
      to: { name: '', address: to },
      replyTo: settings.mail.replyTo,
      messageId: newMessageId(settings, day, 'check'),
      date: now(),
      listId: `check.beback.${domainFor(settings)}`,
    });
    return { ...about, result: { answer: await transport.deliver({ from, to, message }) } };
  } finally {
    transport.close();
  }
}

export interface MailboxCheck {
  /** `lists@imap.example.com/INBOX` */
  readonly mailbox: string;
  /** as it is named in messages */
  readonly server: string;
  /** how many mails came in since the first look would begin; null where it cannot be read */
  readonly mails: number | null;
  readonly sinceDays: number;
  readonly obstacle: Obstacle | null;
}

/**
 * Whether the mailbox for answers can be read: connects, signs in, counts. Null where the settings name none.
 * @throws Fault as `mailboxOf` does
 */
export async function checkMailbox(
  { settings }: ActingSession,
  { passwords, today }: Pick<CheckOptions, 'passwords'> & { readonly today: Day },
): Promise<MailboxCheck | null> {
  if (settings.mail.imap === null) return null;
  const { imap, mailbox } = mailboxOf(settings, passwords);
  const { sinceDays } = imap;
  const about = { mailbox: mailboxInWords(imap), server: mailbox.name, sinceDays };
  try {
    await mailbox.open();
    const mails = (await mailbox.since(addDays(today, -sinceDays))).length;
    return { ...about, mails, obstacle: null };
  } catch (error) {
    if (!(error instanceof MailboxLost)) throw error;
    return { ...about, mails: null, obstacle: error.obstacle };
  } finally {
    await mailbox.close();
  }
}

function ownAddress({ store, acting }: ActingSession): string | null {
  const { salespersonId } = acting;
  return salespersonId === null ? null : (salespeopleById(store).get(salespersonId)?.email ?? null);
}
