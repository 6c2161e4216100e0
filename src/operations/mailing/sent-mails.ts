/** Which mails went out, what is in doubt, and deciding a doubt by hand. */

import type { Day } from '../../domain/day.ts';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import type { MailRow } from '../../domain/mail.ts';
import { isSending, takeSendingLock } from '../../store/engine/sending-lock.ts';
import { doubtWhatWasLeft, findMail, mailsSince, settleByHand } from '../../store/mail-ledger.ts';
import { addToJournal } from '../../store/writing/journal.ts';
import type { ActingSession, Session } from '../session.ts';

/**
 * The mails since a day and, however old, those in doubt; the newest day first.
 * @param databasePath beside which the lock of whoever sends lies
 */
export const sentMails = ({ store }: Session, databasePath: string, since: Day): MailRow[] =>
  mailsSince(store, since).map(doubted(databasePath));

/** What is `sending` while nobody sends was left so by a process that died; looking does not write that down. */
function doubted(databasePath: string): (row: MailRow) => MailRow {
  const isLive = isSending(databasePath);
  return (row) => (row.state === 'sending' && !isLive ? { ...row, state: 'unsure' } : row);
}

/**
 * A person has asked the recipient. What failed is sent again by the next run of its day, with the same id.
 * @param wanted the number of a mail, as it was typed
 * @throws Fault `unknown-mail`, `not-unsure`, `sending-now` (75)
 */
export function settleMailByHand(
  { store, acting }: Pick<ActingSession, 'store' | 'acting'>,
  wanted: string,
  state: 'sent' | 'failed',
): MailRow {
  const found = /^\d{1,9}$/.test(wanted) ? findMail(store, Number(wanted)) : undefined;
  if (found === undefined)
    throw usageFault('unknown-mail', `there is no mail ${wanted}`, '`beback sent` lists them');
  if (found.state === 'sending') leaveDoubts(store);
  const settle = store.transaction(() => {
    const { by, at } = acting;
    if (!settleByHand(store, found.id, { state, by, at })) return false;
    addToJournal(store, acting, {
      customerId: null,
      action: 'sent',
      details: { mail: found.id, day: found.day, state },
    });
    return true;
  });
  if (!settle.immediate()) {
    const now = findMail(store, found.id)?.state ?? found.state;
    throw usageFault(
      'not-unsure',
      `mail ${found.id} is ${now}, not unsure`,
      '`beback sent` shows what is unsure',
    );
  }
  return findMail(store, found.id) ?? found;
}

/** Only when nobody is sending is a row that says so in doubt. */
function leaveDoubts(store: Session['store']): void {
  const lock = takeSendingLock(store.name);
  if (lock === null) {
    throw new Fault('this mail is being sent just now', {
      code: 'sending-now',
      hint: 'wait for `beback send` to end',
      exit: EXIT.tryAgain,
    });
  }
  try {
    doubtWhatWasLeft(store);
  } finally {
    lock.release();
  }
}
