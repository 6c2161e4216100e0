/** Why a touch that is open is nevertheless not to be made on this day. */

import type { NeedlessBy, Withheld } from '../domain/call-list.ts';
import { type Contact, isSettling, type SettlingOutcome, SNOOZED } from '../domain/contact.ts';
import { addDays, addMonths, type Day } from '../domain/day.ts';
import { type CustomerFacts, mayBeCalled, type SaleFacts } from '../domain/facts.ts';
import { CASE, type Plan, PROMISE } from '../domain/plan.ts';
import { isOpenOn, type RecoveryCase } from '../domain/recovery-case.ts';
import type { Occurrence } from './occurrences.ts';
import { hiddenPromise } from './promises.ts';
import { comeBackToAll, noShowsOf, serviceBooked } from './service-visits.ts';
import type { Course } from './settlement.ts';
import { boughtSince } from './turned-off.ts';

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
  /** the visit that makes the call needless */
  readonly visit: NeedlessBy | null;
  /** the recovery case that is open */
  readonly openCase: RecoveryCase | null;
}

const because = (why: Withheld, more: Partial<Withholding> = {}): Withholding => ({
  why,
  contact: null,
  until: null,
  sale: null,
  byRegistry: false,
  byNumber: false,
  visit: null,
  openCase: null,
  ...more,
});

/** What withholding is decided from. */
export interface Standing {
  readonly plan: Plan;
  readonly facts: CustomerFacts;
  /** those up to `day`, ascending */
  readonly contacts: readonly Contact[];
  /** of every occurrence of the plan that tries may have been made for */
  readonly courses: readonly Course[];
  readonly day: Day;
}

/**
 * For each of the `standing` occurrences (open, and neither settled nor given up), why it is withheld, or null.
 * The order of the checks is the order of precedence.
 */
export function withholdings(
  { plan, facts, contacts, courses, day }: Standing,
  standing: readonly Occurrence[],
): (Withholding | null)[] {
  const everything = doNotContact(facts);
  const calledOut = byCallsADay(facts, contacts, day);
  const planned = snoozed(facts, contacts, day) ?? calledOut ?? retryLater(courses, contacts, day);
  const unreachable = facts.reachable ? null : because('no-way-to-reach');
  const ofItsOwn = (occurrence: Occurrence): Withholding | null => {
    if (occurrence.touch === CASE) return null;
    if (occurrence.touch === PROMISE) return calledOut ?? triedForPromise(plan, occurrence, contacts, day);
    return (
      planned ??
      resting(plan, contacts, occurrence, day) ??
      caseOpen(facts, occurrence, day) ??
      booked(plan, facts, occurrence, day) ??
      recentBuyer(facts, occurrence, day)
    );
  };
  return standing.map((occurrence) => everything ?? ofItsOwn(occurrence) ?? unreachable);
}

function doNotContact(facts: CustomerFacts): Withholding | null {
  if (mayBeCalled(facts)) return null;
  if (facts.doNotCall) return because('do-not-contact');
  return because('do-not-contact', facts.refused ? { byNumber: true } : { byRegistry: true });
}

/** What keeps a customer off the lists whatever is due: put off to a later day, or spoken with a short while ago. */
export function leftAlone(plan: Plan, facts: CustomerFacts, day: Day): Withholding | null {
  const contacts = facts.contacts.filter(({ on }) => on <= day);
  const snooze = snoozed(facts, contacts, day);
  if (snooze !== null) return snooze;
  const contact = contacts.findLast(({ outcome }) => isSettling(outcome));
  const until = contact === undefined ? day : addDays(contact.on, plan.rest.default);
  return day < until ? because('resting', { contact: contact ?? null, until }) : null;
}

/** A customer who was put off is left alone until the day said last, or until they buy a car. */
function snoozed(
  { sales }: Pick<CustomerFacts, 'sales'>,
  contacts: readonly Contact[],
  day: Day,
): Withholding | null {
  const contact = contacts.findLast(({ outcome }) => outcome === SNOOZED);
  const until = contact?.nextOn ?? null;
  if (contact === undefined || until === null || until <= day || boughtSince(sales, contact.on, day))
    return null;
  return because('snoozed', { contact, until });
}

/** A try that counted for anything hides the whole customer, unless somebody has spoken with them since. */
function retryLater(courses: readonly Course[], contacts: readonly Contact[], day: Day): Withholding | null {
  let found: Withholding | null = null;
  const talk = contacts.findLast(({ outcome }) => isSettling(outcome));
  for (const { tries } of courses)
    for (const { contact, until } of tries)
      if (
        day < until &&
        (talk === undefined || talk.on < contact.on) &&
        (found?.until == null || found.until < until)
      )
        found = because('retry-later', { contact, until });
  return found;
}

/** Nobody is called more often in a day than the law where they live allows. */
function byCallsADay(
  { calledOutOn }: CustomerFacts,
  contacts: readonly Contact[],
  day: Day,
): Withholding | null {
  if (calledOutOn !== day) return null;
  return because('retry-later', { contact: contacts.at(-1) ?? null, until: addDays(day, 1) });
}

function triedForPromise(
  plan: Plan,
  { dueOn }: Occurrence,
  contacts: readonly Contact[],
  day: Day,
): Withholding | null {
  const hidden = hiddenPromise(plan, dueOn, contacts, day);
  return hidden === null ? null : because('retry-later', hidden);
}

/** Days of rest after a contact that settled, as the touch has it, else the plan. */
export function restDaysOf({ rest }: Plan, { planned, kind }: Occurrence, outcome: SettlingOutcome): number {
  return planned?.restDays ?? rest.after[outcome]?.[kind] ?? rest.default;
}

function resting(
  plan: Plan,
  contacts: readonly Contact[],
  occurrence: Occurrence,
  day: Day,
): Withholding | null {
  let found: Withholding | null = null;
  for (const contact of contacts) {
    if (!isSettling(contact.outcome)) continue;
    const until = addDays(contact.on, restDaysOf(plan, occurrence, contact.outcome));
    if (day < until && (found?.until == null || found.until < until))
      found = because('resting', { contact, until });
  }
  return found;
}

/** Whoever comes in anyway is not asked to, and whoever has come back to a missed appointment is not asked about it. */
function booked(
  plan: Plan,
  facts: CustomerFacts,
  { planned, saleId, anchorOn }: Occurrence,
  day: Day,
): Withholding | null {
  if (planned?.from !== 'last-service' && planned?.from !== 'no-show') return null;
  const sale = facts.sales.find(({ id }) => id === saleId);
  if (sale === undefined) return null;
  const visit =
    planned.from === 'last-service'
      ? serviceBooked(plan, sale, facts, day)
      : comeBackToAll(
          noShowsOf(plan, sale, facts, day).filter((one) => one.anchorOn === anchorOn),
          plan,
          facts,
          day,
        );
  return visit === null ? null : because('booked', { visit });
}

/** Whom we have let down is offered nothing until it is put right. */
function caseOpen(
  { cases }: Pick<CustomerFacts, 'cases'>,
  { kind }: Occurrence,
  day: Day,
): Withholding | null {
  const openCase = kind === 'sell' ? cases.find((one) => isOpenOn(one, day)) : undefined;
  return openCase === undefined ? null : because('open-case', { openCase });
}

/** The end of a lease or loan asks for a decision, whatever else was bought. */
function recentBuyer(
  facts: CustomerFacts,
  { kind, saleId, planned }: Occurrence,
  day: Day,
): Withholding | null {
  if (kind !== 'sell' || planned?.from === 'lease-end' || planned?.from === 'loan-end') return null;
  const since = addMonths(day, -RECENT_BUYER_MONTHS);
  const own = facts.sales.find(({ id }) => id === saleId);
  const sale = facts.sales.find(
    ({ id, status, soldOn, vehicleId }) =>
      id !== saleId &&
      status === 'sold' &&
      since < soldOn &&
      soldOn <= day &&
      (vehicleId === null || vehicleId !== own?.vehicleId),
  );
  return sale === undefined ? null : because('recent-buyer', { sale });
}
