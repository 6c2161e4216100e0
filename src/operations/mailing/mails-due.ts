/** What `beback send` would send for the day and the person asked for, with a word about whom it leaves out. */

import type { Context } from '../../cli/context.ts';
import { isBusinessDay } from '../../domain/working-days.ts';
import { dayInFull } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { MailRow } from '../../store/mail-ledger.ts';
import { findSalesperson } from '../../store/salespeople.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { callMails, type DayMail, digestMails } from './day-mails.ts';
import { daysOffById, dueMails, type LeftOut } from './lists-by-mail.ts';
import { personInWords } from './mail-record.ts';

export interface MailsDue {
  readonly mails: readonly DayMail[];
  readonly leftOut: readonly LeftOut[];
  /** whoever the settings give days off, and is no salesperson: their list goes out on those days */
  readonly strangersOff: readonly string[];
}

/** @throws Fault `unknown-salesperson`, `several-salespeople` */
export const personAskedFor = (context: Context, wanted: string | undefined): number | null =>
  wanted === undefined ? null : findSalesperson(context.existingStore, wanted).id;

/** Empty, and said to be so, on a day on which the store is closed. */
export function mailsDue(context: Context, wanted: string | undefined): MailsDue {
  const { settings, day, terminal, existingStore: store } = context;
  const only = personAskedFor(context, wanted);
  const strangersOff = daysOffById(store, settings.calendar).unknown.filter((who) =>
    settings.calendar.daysOff.get(who)?.some((off) => off >= day),
  );
  for (const who of strangersOff) complain(terminal, strangerInWords(who));
  if (!isBusinessDay(settings.calendar, day)) {
    terminal.talk(`${dayInFull(day)} is not a business day: nothing is sent.\n`);
    return { mails: [], leftOut: [], strangersOff };
  }
  const due = dueMails(store, settings, day, only);
  for (const { salesperson, why } of due.leftOut) {
    const line = safeForTerminal(`${personInWords(salesperson)}: ${LEFT_OUT[why]}`);
    if (why === 'bad-address') complain(terminal, line);
    else terminal.talk(`${line}\n`);
  }
  const digests = only === null ? digestMails(store, due, settings, day) : [];
  const mails = [...callMails(due, settings, day), ...digests];
  if (mails.length === 0)
    terminal.talk(
      due.leftOut.length > 0 ? 'Nobody to send a list to.\n' : 'No calls due: nothing to send.\n',
    );
  return { mails, leftOut: due.leftOut, strangersOff };
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

/** What makes a row of the ledger the row of a mail, within a day. */
export const keyOf = ({ kind, recipient }: Pick<MailRow, 'kind' | 'recipient'>): string =>
  `${kind} ${recipient}`;

export const byKey = (rows: readonly MailRow[]): Map<string, MailRow> =>
  new Map(rows.map((row) => [keyOf(row), row]));

export const leftOutRecords = (leftOut: readonly LeftOut[]) =>
  leftOut.map(({ salesperson: { code, name }, why }) => ({ salesperson: { code, name }, why }));
