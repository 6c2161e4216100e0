/** What would be sent by mail on a day, with whom it leaves out. */

import type { MailRow } from '../../domain/mail.ts';
import { isBusinessDay } from '../../domain/working-days.ts';
import { findSalesperson } from '../../store/salespeople.ts';
import { daysOffById } from '../days-off.ts';
import type { Session } from '../session.ts';
import { callMails, type DayMail, digestMails } from './day-mails.ts';
import { dueMails, type LeftOut } from './lists-by-mail.ts';

export interface MailsDue {
  /** false: the store is closed, and nothing is due */
  readonly isBusinessDay: boolean;
  readonly mails: readonly DayMail[];
  readonly leftOut: readonly LeftOut[];
  /** whoever the settings give days off, and is no salesperson: their list goes out on those days */
  readonly strangersOff: readonly string[];
}

/** @param wanted name or code; undefined = everybody @throws Fault `unknown-salesperson`, `several-salespeople` */
export const personAskedFor = ({ store }: Session, wanted: string | undefined): number | null =>
  wanted === undefined ? null : findSalesperson(store, wanted).id;

/** @throws Fault `unknown-salesperson`, `several-salespeople` */
export function mailsDue(session: Session, wanted: string | undefined): MailsDue {
  const { settings, day, store } = session;
  const only = personAskedFor(session, wanted);
  const strangersOff = daysOffById(store, settings.calendar).unknown.filter((who) =>
    settings.calendar.daysOff.get(who)?.some((off) => off >= day),
  );
  if (!isBusinessDay(settings.calendar, day))
    return { isBusinessDay: false, mails: [], leftOut: [], strangersOff };
  const due = dueMails(store, settings, day, only);
  const digests = only === null ? digestMails(store, due, settings, day) : [];
  const mails = [...callMails(store, due, settings, day), ...digests];
  return { isBusinessDay: true, mails, leftOut: due.leftOut, strangersOff };
}

/** What makes a row of the ledger the row of a mail, within a day. */
export const keyOf = ({ kind, recipient }: Pick<MailRow, 'kind' | 'recipient'>): string =>
  `${kind} ${recipient}`;

export const byKey = (rows: readonly MailRow[]): Map<string, MailRow> =>
  new Map(rows.map((row) => [keyOf(row), row]));

export const leftOutRecords = (leftOut: readonly LeftOut[]) =>
  leftOut.map(({ salesperson: { code, name }, why }) => ({ salesperson: { code, name }, why }));
