/** Why a touch that is open is nevertheless not to be made on this day. */

import type { Withheld } from '../domain/call-list.ts';
import { type Contact, isAttempt, isSettling } from '../domain/contact.ts';
import { addDays, addMonths, type Day } from '../domain/day.ts';
import { type CustomerFacts, mayBeCalled, type SaleFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import type { Occurrence } from './occurrences.ts';
import { PROMISE } from './promises.ts';

/** A customer who bought another car less than this many months ago is spared touches that sell. */
const RECENT_BUYER_MONTHS = 12;

export interface Withholding {
  readonly why: Withheld;
  /** the contact it follows from */
  readonly contact: Contact | null;
  /** the first day it no longer holds, where that is known */
  readonly until: Day | null;
  /** the other car bought lately */
  readonly sale: SaleFacts | null;
  /** by the do-not-call registry, and no wish of the customer's own */
  readonly byRegistry: boolean;
  /** by the wish of somebody who has the same number */
  readonly byNumber: boolean;
}

const because = (why: Withheld, more: Partial<Withholding> = {}): Withholding => ({
  why,
  contact: null,
  until: null,
  sale: null,
  byRegistry: false,
  byNumber: false,
  ...more,
});

/**
 * For each of the `standing` occurrences (open, and neither settled nor given up), why it is withheld, or null.
 * `contacts` are those up to `day`, ascending. The order of the checks is the order of precedence.
 */
export function withholdings(
  plan: Plan,
  facts: CustomerFacts,
  contacts: readonly Contact[],
  standing: readonly Occurrence[],
  day: Day,
): (Withholding | null)[] {
  const everything =
    doNotContact(facts) ??
    snoozed(contacts, day) ??
    calledOut(facts, contacts, day) ??
    retryLater(plan, contacts, standing, day);
  const planned = resting(plan, contacts, day);
  const unreachable = facts.reachable ? null : because('no-way-to-reach');
  return standing.map(
    (occurrence) =>
      everything ??
      (occurrence.touch === PROMISE ? null : (planned ?? recentBuyer(facts, occurrence, day))) ??
      unreachable,
  );
}

function doNotContact(facts: CustomerFacts): Withholding | null {
  if (mayBeCalled(facts)) return null;
  if (facts.doNotCall) return because('do-not-contact');
  return because('do-not-contact', facts.refused ? { byNumber: true } : { byRegistry: true });
}

/** What keeps a customer off the lists whatever is due: put off to a later day, or spoken with a short while ago. */
export const leftAlone = (plan: Plan, contacts: readonly Contact[], day: Day): Withholding | null =>
  snoozed(contacts, day) ?? resting(plan, contacts, day);

/** A customer who was put off to a later day is left alone until then; of several days the last one counts. */
function snoozed(contacts: readonly Contact[], day: Day): Withholding | null {
  let found: Withholding | null = null;
  for (const contact of contacts) {
    const { nextOn } = contact;
    if (nextOn === null || nextOn <= day || (found?.until != null && found.until >= nextOn)) continue;
    found = because('snoozed', { contact, until: nextOn });
  }
  return found;
}

/** Nobody is called more often in a day than the law where they live allows. */
function calledOut(
  { calledOutOn }: CustomerFacts,
  contacts: readonly Contact[],
  day: Day,
): Withholding | null {
  if (calledOutOn !== day) return null;
  return because('retry-later', { contact: contacts.at(-1) ?? null, until: addDays(day, 1) });
}

/** An attempt hides the whole customer if it was made for anything that still stands. */
function retryLater(
  plan: Plan,
  contacts: readonly Contact[],
  standing: readonly Occurrence[],
  day: Day,
): Withholding | null {
  let found: Withholding | null = null;
  for (const contact of contacts) {
    if (!isAttempt(contact.outcome) || !standing.some(({ opensOn }) => opensOn <= contact.on)) continue;
    const until = addDays(contact.on, plan.retryDays[contact.outcome]);
    if (day < until && (found?.until == null || found.until < until)) {
      found = because('retry-later', { contact, until });
    }
  }
  return found;
}

function resting(plan: Plan, contacts: readonly Contact[], day: Day): Withholding | null {
  const contact = contacts.findLast(({ outcome }) => isSettling(outcome));
  if (contact === undefined) return null;
  const until = addDays(contact.on, plan.restDays);
  return day < until ? because('resting', { contact, until }) : null;
}

function recentBuyer(facts: CustomerFacts, { kind, saleId }: Occurrence, day: Day): Withholding | null {
  if (kind !== 'sell') return null;
  const since = addMonths(day, -RECENT_BUYER_MONTHS);
  const sale = facts.sales.find(
    ({ id, status, soldOn }) => id !== saleId && status === 'sold' && since < soldOn && soldOn <= day,
  );
  return sale === undefined ? null : because('recent-buyer', { sale });
}
