/** The days a touch is counted from. */

import { stateOfWish } from '../domain/car-wish.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts, Visit } from '../domain/facts.ts';
import type { Anchor, Plan, Touch } from '../domain/plan.ts';
import { closingOn } from '../domain/recovery-case.ts';
import { firstServiceOf } from './first-service.ts';
import { lastGiving } from './owner.ts';
import { type Pace, paceOf } from './pace.ts';
import { salesInForce } from './sales-in-force.ts';
import { noShowsOf } from './service-visits.ts';

type Person = Pick<
  CustomerFacts,
  'id' | 'birthday' | 'sales' | 'appointmentsOn' | 'givings' | 'visits' | 'wishes' | 'cases'
>;

/** What the occurrences of a touch are counted from. */
export interface Anchors {
  readonly days: readonly Day[];
  /** of a touch that counts by distance too */
  readonly pace: Pace | null;
}

const known = (day: Day | null): readonly Day[] => (day === null ? [] : [day]);

/**
 * The anchor days of one sale, as known on `day`, ascending; empty when there is none. What happened in the workshop before the sale's
 * own anchor was an earlier owner's. Orders closed after `day` are not known yet; appointments and the ends of leases and
 * loans may lie ahead.
 * @param sale null = only the days that need none: of a giving, of a car that is wished for, of a case that was closed
 */
export const anchorsOf = (
  plan: Pick<Plan, 'working' | 'workshop'>,
  touch: Touch,
  sale: SaleFacts | null,
  person: Person,
  day: Day,
): Anchors => ({
  days: anchorDays(plan, touch.from, sale, person, day),
  pace: touch.distance === null || sale === null ? null : paceOf(plan, sale, day),
});

function anchorDays(
  plan: Pick<Plan, 'working' | 'workshop'>,
  from: Anchor,
  sale: SaleFacts | null,
  person: Person,
  day: Day,
): readonly Day[] {
  if (from === 'given') return known(givenOn(person, day));
  if (from === 'wish') return wishedFor(person, day);
  if (from === 'case-closed') return casesClosed(person, day);
  if (sale === null) return [];
  switch (from) {
    case 'sale':
      return [sale.anchorOn];
    case 'lease-end':
      return known(sale.leaseEndOn);
    case 'loan-end':
      return known(sale.loanEndOn);
    case 'birthday':
      return known(person.birthday);
    case 'last-service':
      return [lastServiceOf(sale, day) ?? sale.anchorOn];
    case 'repair-order':
      return theirs(sale, sale.orders).filter((on) => on <= day);
    case 'appointment':
      return [...theirs(sale, sale.appointments), ...withoutCar(sale, person, day)].sort();
    case 'no-show':
      return [...new Set(noShowsOf(plan, sale, person, day).map(({ anchorOn }) => anchorOn))].sort();
    case 'first-service':
      return known(awaitedOn(sale, day));
  }
}

/** The day of the last giving, where it made a salesperson the owner who is still here. */
function givenOn(person: Person, day: Day): Day | null {
  const given = lastGiving(person, day);
  if (given === null || given.to === null) return null;
  return given.leftOn === null || day < given.leftOn ? given.on : null;
}

/** The day set for the first service, until it has come or they have. */
function awaitedOn(sale: SaleFacts, day: Day): Day | null {
  const { state, bookedOn } = firstServiceOf(sale, day);
  return state === 'set' ? bookedOn : null;
}

/** For each open wish and each car in the lot that fits: the day since when there are both. */
function wishedFor({ wishes, sales }: Person, day: Day): Day[] {
  const days = wishes.flatMap(({ on, until, endedOn, cars }) => {
    const boughtOn = sales.reduce<Day | null>(
      (first, { status, soldOn }) =>
        status === 'sold' && soldOn >= on && (first === null || soldOn < first) ? soldOn : first,
      null,
    );
    if (on > day || stateOfWish({ until, endedOn, boughtOn }, day) !== 'open') return [];
    return cars.flatMap(({ seenOn, goneOn }) =>
      goneOn === null || day < goneOn ? (seenOn > on ? seenOn : on) : [],
    );
  });
  return [...new Set(days)].sort();
}

/** Those closed on the day; who was not leaving us after all is not asked how it went. */
function casesClosed({ cases }: Person, day: Day): Day[] {
  const days = cases.flatMap((one) => {
    const closing = closingOn(one, day);
    return closing === null || closing.outcome === 'withdrawn' ? [] : closing.on;
  });
  return [...new Set(days)].sort();
}

/** Whoever brought the car. */
const lastServiceOf = ({ orders, anchorOn }: SaleFacts, day: Day): Day | null =>
  orders.findLast(({ on }) => anchorOn <= on && on <= day)?.on ?? null;

const theirs = ({ anchorOn }: SaleFacts, visits: readonly Visit[]): Day[] =>
  visits.flatMap(({ on, names }) => (names !== 'other' && anchorOn <= on ? on : []));

/** An appointment that names the customer and no car is for the car they have, where they have one. */
function withoutCar({ anchorOn }: SaleFacts, { appointmentsOn, sales }: Person, day: Day): Day[] {
  if (appointmentsOn.length === 0 || salesInForce(sales, day).length !== 1) return [];
  return appointmentsOn.filter((on) => anchorOn <= on);
}
