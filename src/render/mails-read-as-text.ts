/** What was taken from answers to the mailed lists, and line by line what was not. */

import { counted } from './counted.ts';
import { safeForTerminal } from './terminal-text.ts';

export interface MailRead {
  readonly file: string;
  readonly message_id: string;
  /** `other`: not for us; `refused`: answers a list, and must not be believed */
  readonly state: 'logged' | 'read-before' | 'refused' | 'other';
  readonly why: string | null;
  readonly salesperson: string | null;
  readonly day: string | null;
  readonly logged: readonly {
    readonly line: number;
    readonly customer_id: number;
    readonly on: string;
    readonly outcome: string;
    readonly note: string | null;
    readonly next_on: string | null;
    readonly state: string;
  }[];
  readonly not_understood: readonly { readonly line: number; readonly text: string; readonly why: string }[];
}

/** Of a mailbox only what answers a list is told one by one. */
export const mailboxReadAsText = (
  mailbox: string,
  { looked, mails }: { readonly looked: number; readonly mails: readonly MailRead[] },
): string =>
  `${safeForTerminal(mailbox)}: ${counted(looked, 'new mail')}, ${counted(mails.length, 'answer')}\n${mails.map(mailAsText).join('')}`;

export const mailsReadAsText = (mails: readonly MailRead[]): string =>
  mails.length === 0 ? 'No mail.\n' : mails.map(mailAsText).join('');

function mailAsText(mail: MailRead): string {
  const whose = mail.salesperson === null ? '' : ` ${mail.salesperson}, list of ${mail.day}:`;
  const what =
    mail.state === 'logged'
      ? counted(mail.logged.length, 'call')
      : mail.state === 'read-before'
        ? 'read before'
        : `${mail.state === 'refused' ? 'refused, ' : ''}${mail.why}`;
  const lines = mail.not_understood.map(
    ({ line, text, why }) =>
      `  line ${line} not understood: ${safeForTerminal(text)} (${safeForTerminal(why)})\n`,
  );
  return `${safeForTerminal(mail.file)}:${safeForTerminal(whose)} ${safeForTerminal(what)}\n${lines.join('')}`;
}
