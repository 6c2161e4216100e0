/** What the contacts made of one occurrence. */

import { type Contact, isAttempt, isSettling } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';

/** The contact that ended an occurrence: somebody was spoken with, or it was the last try. */
export interface Settlement {
  readonly state: 'settled' | 'not-reached';
  readonly contact: Contact;
}

/**
 * What ended an occurrence that opened on `opensOn`, looking at contacts up to `upTo`; null while it stands.
 * `contacts` ascend by day; `tries` is the number of attempts after which a customer counts as not reached.
 */
export function settlementOf(
  contacts: readonly Contact[],
  opensOn: Day,
  upTo: Day,
  tries: number,
): Settlement | null {
  let attempts = 0;
  for (const contact of contacts) {
    if (contact.on < opensOn || contact.on > upTo) continue;
    if (isSettling(contact.outcome)) return { state: 'settled', contact };
    if (isAttempt(contact.outcome) && ++attempts >= tries) return { state: 'not-reached', contact };
  }
  return null;
}
