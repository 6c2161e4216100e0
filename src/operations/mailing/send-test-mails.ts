/** Sending the mails of the day to one address, for a look; the ledger is left as it is. */

import type { Answer, DayMailKind, Obstacle } from '../../domain/mail.ts';
import { personInWords } from '../../render/mail-record.ts';
import type { Session } from '../session.ts';
import { messageOf, newMessageId } from './day-mails.ts';
import type { MailPasswords } from './mail-password.ts';
import { mailTransport } from './mail-transport.ts';
import { type MailsDue, mailsDue } from './mails-due.ts';

export interface TestOptions {
  /** name or code of one salesperson; left out: everybody */
  readonly for?: string | undefined;
  readonly from: string;
  readonly to: string;
  /** given beside the settings */
  readonly passwords: MailPasswords;
  readonly now: () => Date;
  readonly onDue: (due: MailsDue) => void;
  /** told of each mail that went out. @param whose it would be otherwise */
  readonly onSent: (whose: string) => void;
}

export interface TestMail {
  readonly kind: DayMailKind;
  readonly salesperson: { readonly code: string | null; readonly name: string } | null;
  readonly address: string;
  readonly calls: number | null;
  readonly sent: boolean;
}

export interface TestSent {
  readonly mails: readonly TestMail[];
  /** as it is named in messages */
  readonly server: string;
  /** what kept the rest from going out */
  readonly stoppedBy: { readonly obstacle: Obstacle } | { readonly answer: Answer } | null;
}

/** Stops at the first mail that does not go out: the next would fare no better. */
export async function sendTestMails(session: Session, options: TestOptions): Promise<TestSent> {
  const { settings, day } = session;
  const { from, to, passwords, now, onDue, onSent } = options;
  const transport = await mailTransport(settings.mail, settings.path, passwords);
  const due = mailsDue(session, options.for);
  onDue(due);
  const mails: TestMail[] = [];
  try {
    for (const mail of due.mails) {
      const { kind, salesperson, calls } = mail;
      const obstacle = await transport.open();
      if (obstacle !== null) return { mails, server: transport.name, stoppedBy: { obstacle } };
      const whose = salesperson === null ? mail.address : personInWords(salesperson);
      const message = await messageOf(mail, settings, {
        address: to,
        mark: `[TEST for ${whose}] `,
        messageId: newMessageId(settings, day, kind),
        date: now(),
      });
      const answer = await transport.deliver({ from, to, message });
      const who = salesperson && { code: salesperson.code, name: salesperson.name };
      mails.push({ kind, salesperson: who, address: to, calls, sent: answer.kind === 'accepted' });
      if (answer.kind !== 'accepted') return { mails, server: transport.name, stoppedBy: { answer } };
      onSent(whose);
    }
    return { mails, server: transport.name, stoppedBy: null };
  } finally {
    transport.close();
  }
}
