/** What `beback send` says of the mails of the day before it sends any: whom it leaves out, and why. */

import type { Day } from '../domain/day.ts';
import type { LeftOut } from '../operations/mailing/lists-by-mail.ts';
import type { MailsDue } from '../operations/mailing/mails-due.ts';
import { dayInFull } from '../render/day-text.ts';
import { personInWords } from '../render/mail-record.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Terminal } from '../terminal/terminal.ts';

export function tellMailsDue(
  terminal: Terminal,
  { isBusinessDay, mails, leftOut, strangersOff }: MailsDue,
  day: Day,
  country: string,
): void {
  for (const who of strangersOff) complain(terminal, strangerInWords(who));
  if (!isBusinessDay) {
    terminal.talk(`${dayInFull(day, country)} is not a business day: nothing is sent.\n`);
    return;
  }
  for (const { salesperson, why } of leftOut) {
    const line = safeForTerminal(`${personInWords(salesperson)}: ${LEFT_OUT[why]}`);
    if (why === 'bad-address') complain(terminal, line);
    else terminal.talk(`${line}\n`);
  }
  if (mails.length === 0)
    terminal.talk(leftOut.length > 0 ? 'Nobody to send a list to.\n' : 'No calls due: nothing to send.\n');
}

const strangerInWords = (who: string): string =>
  `days_off under [calendar] names ${JSON.stringify(who)}, who is not a salesperson: whoever is meant gets a list on those days; \`beback salespeople\` has the names and codes`;

const LEFT_OUT: Readonly<Record<LeftOut['why'], string>> = {
  'day-off': 'has the day off, nothing is sent',
  'no-address': 'has no e-mail address, give one with `beback salespeople set`',
  'bad-address': 'the e-mail address on file is not one plain address, nothing is sent there',
};

/** Said even when asked to be quiet, for cron to pass it on. */
export const complain = (terminal: Terminal, text: string): void =>
  terminal.complain(`beback: ${safeForTerminal(text)}\n`);
