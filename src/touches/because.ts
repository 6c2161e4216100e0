/** The sentences that say why a touch is, or is not, on the list. */

import type { NeedlessBy } from '../domain/call-list.ts';
import { type Contact, outcomeName } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts, TurnOff } from '../domain/facts.ts';
import { CASE, type Plan, type Touch } from '../domain/plan.ts';
import type { Occurrence } from './occurrences.ts';
import type { Fate } from './open-touches.ts';
import { perDayOf } from './pace.ts';
import type { Promised } from './promises.ts';
import { isMeantFor, leaseRuns } from './sales-in-force.ts';
import { closesOn as plannedClose } from './windows.ts';
import type { Withholding } from './withholding.ts';

/** What became of an occurrence while it was open. */
export function ofFate(plan: Plan, occurrence: Occurrence, fate: Fate): string {
  switch (fate.state) {
    case 'due':
      if (occurrence.touch === CASE)
        return `In case ${occurrence.number} something is to be done by ${occurrence.dueOn}; it stays due until the case is closed.`;
      return occurrence.closesOn === null
        ? `Promised for ${occurrence.dueOn}; it stays due until somebody speaks with the customer.`
        : `Open from ${occurrence.opensOn} to ${occurrence.closesOn}${putOff(plan, occurrence)}, and nobody has spoken with the customer since it opened.${counted(occurrence)}`;
    case 'settled':
      return `Done: ${words(fate.contact)}, on or after the day it opened (${occurrence.opensOn}).`;
    case 'not-reached':
      return `Given up as not reached after tries on ${count(plan.tries, 'day', 'days')}; the last was ${words(fate.contact)}.`;
    case 'superseded':
      return occurrence.closesOn === null
        ? `The earlier promise, for ${fate.by.dueOn}, stands on the call, which says how many there are.`
        : `Number ${fate.by.number}, due ${fate.by.dueOn}, is open too and stands in for it: only the latest counts.`;
    case 'withheld':
      return ofWithholding(fate.withholding);
  }
}

/** A try keeps a touch open until the next working day it can be tried again. */
function putOff(plan: Plan, { planned, dueOn, closesOn }: Occurrence): string {
  if (planned === null || closesOn === null || closesOn === plannedClose(plan.working, planned, dueOn))
    return '';
  return ' (longer than planned: it was tried)';
}

function ofWithholding({
  why,
  contact,
  until,
  sale,
  byRegistry,
  byNumber,
  openCase,
  visit,
}: Withholding): string {
  const by = contact === null ? '' : words(contact);
  switch (why) {
    case 'do-not-contact':
      if (byNumber)
        return 'Every number stands with somebody who asked not to be called: nobody is called there any more.';
      return byRegistry
        ? 'Every number is on the do-not-call registry, and the last purchase or service is too long ago to call all the same.'
        : 'The customer asked not to be called, so no touch is on any call list.';
    case 'snoozed':
      return `Put off until ${until} by ${by}, and no car was bought since.`;
    case 'retry-later':
      return `To be tried again from ${until} on, after ${by}.`;
    case 'resting':
      return `Left alone until ${until}, after ${by}.`;
    case 'open-case':
      return `This touch sells, and case ${openCase?.id} is open (${openCase?.headline}): nothing is offered until it is closed.`;
    case 'booked':
      return `No call is needed: ${visitInWords(visit)}.`;
    case 'recent-buyer':
      return `This touch sells, and the customer bought another car on ${sale?.soldOn} (sale ${sale?.id}), less than 12 months ago.`;
    case 'no-way-to-reach':
      return 'There is neither a phone number nor an e-mail address that may be written to.';
  }
}

/** What a touch that counts by distance too is due by. */
function counted({ paced }: Pick<Occurrence, 'paced'>): string {
  if (paced === null) return '';
  const { by, pace } = paced;
  const read =
    pace.from === 'visits'
      ? `its odometer has gone about ${perDayOf(pace)} a day`
      : `it is taken to go ${perDayOf(pace)} a day, as its odometer was not read often enough`;
  return by === 'distance'
    ? ` It is due by distance, sooner than by date: ${read}.`
    : ` It is due by date, no later than by distance: ${read}.`;
}

function visitInWords(visit: NeedlessBy | null): string {
  switch (visit?.as) {
    case 'in-workshop':
      return `the car is in the workshop since ${visit.on}`;
    case 'here':
      return `they were in for service on ${visit.on}`;
    default:
      return `there is a service appointment on ${visit?.on}`;
  }
}

export const ofComing = ({ touch, number, opensOn, dueOn, closesOn, paced }: Occurrence): string =>
  touch === CASE
    ? `Case ${number} was answered; from ${opensOn} on it is to be called about again, for ${dueOn}.`
    : closesOn === null
      ? `Promised for ${dueOn}.`
      : `Opens on ${opensOn}, due ${dueOn}.${counted({ paced })}`;

/** A promise that was kept, or that somebody said is done. */
export const ofPromiseEnded = ({ state, endedOn, keptBy }: Promised): string =>
  state === 'kept' && keptBy !== null
    ? `Kept by ${words(keptBy)}, on or after the day promised.`
    : `Said to be done on ${endedOn}.`;

export const ofMissed = ({ opensOn, closesOn }: Occurrence): string =>
  `Closed on ${closesOn}; from ${opensOn} until then no talk was recorded.`;

export const ofNothingMore = (): string => 'No day of it lies near enough to the calendar we know.';

/** Why a touch has no anchor on a sale that is in force. */
export function ofAnchor(touch: Touch): string {
  switch (touch.from) {
    case 'lease-end':
      return 'No day on which a lease ends is known for this sale.';
    case 'loan-end':
      return 'No day on which a loan ends is known for this sale.';
    case 'birthday':
      return "The customer's birthday is not known.";
    case 'repair-order':
      return 'No repair order of this customer has been closed for this car since they got it.';
    case 'no-show':
      return 'No service appointment of this customer was missed for this car.';
    case 'appointment':
      return 'No service appointment of this customer is known for this car.';
    case 'first-service':
      return 'No first service of this car is booked that is still to come.';
    case 'given':
      return 'No giving by hand has made anybody who is still here look after the customer.';
    case 'case-closed':
      return 'No recovery case of the customer was closed as recovered or unresolved.';
    case 'wish':
      return 'No car in the lot is what the customer wishes for, or there is no open wish.';
    default:
      return 'There is no day to count from.';
  }
}

/** Why a touch is not counted for a sale at all, where it was not turned off. */
export function ofSale(touch: Touch, sale: SaleFacts | null, facts: CustomerFacts, day: Day): string {
  if (sale === null || facts.sales.length === 0) return 'The customer has no sale with us.';
  if (sale.status === 'unwound') return 'The sale was unwound.';
  if (sale.soldOn > day) return `The car is not sold before ${sale.soldOn}.`;
  if (sale.goneOn !== null && sale.goneOn <= day) {
    return `The car left the customer on ${sale.goneOn}: a later sale takes it as a trade-in or sells it again.`;
  }
  if (!leaseRuns(sale, day))
    return `The lease ended ${sale.leaseEndEstimated ? 'about' : 'on'} ${sale.leaseEndOn}, more than 60 days ago, and nothing shows that the customer still has the car.`;
  if (!isMeantFor(touch, sale)) {
    return [
      limit('deal type', touch.dealTypes, sale.dealType),
      limit('condition', touch.conditions, sale.condition),
    ]
      .filter((sentence) => sentence !== null)
      .join(' ');
  }
  return 'Another sale stands for the customer.';
}

export function ofTurnOff({ entry, touch, saleId, on, why }: TurnOff): string {
  const what = touch === null ? 'All touches are' : 'This touch is';
  const cars = saleId === null ? 'until the next purchase' : 'for this car, for good';
  return `${what} off ${cars}, since ${on}: ${outcomeName(why)}. To turn on again: \`beback undo ${entry}\`.`;
}

function limit<T extends string>(word: string, wanted: readonly T[] | null, found: T | null): string | null {
  if (wanted === null || (found !== null && wanted.includes(found))) return null;
  return `Only for ${word} ${wanted.join(' or ')}; that of this sale is ${found ?? 'not known'}.`;
}

/** `talked on 2026-11-02 (Dana Reyes)` */
const words = ({ outcome, on, by }: Contact): string =>
  `${outcomeName(outcome)} on ${on}${by === null ? '' : ` (${by})`}`;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
