/** What became of the first service of a sale, as known on a day. */

import { addDays, type Day, daysBetween } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';
import type {
  BookedDay,
  FirstService,
  FirstServiceFacts,
  HouseholdTies,
  VisitNaming,
} from '../domain/first-service.ts';
import type { AppointmentFacts, AppointmentStatus, OrderFacts } from '../domain/visit.ts';
import { appointmentStatus } from './appointment-status.ts';
import { pairVisits } from './pair-visits.ts';
import { isInForce } from './sales-in-force.ts';

/** A car that comes so many days before or after the day set has come for it. */
const DAYS_APART = 5;
/** Whoever comes so long after the delivery comes for service, not for what was left open at the delivery. */
const SETTLED_IN_DAYS = 14;

interface Booked extends BookedDay {
  readonly by: 'hand' | 'file';
}

/** @param sale with what is on file of its first service; without, nothing is known */
export function firstServiceOf(sale: SaleFacts, day: Day): FirstService {
  const { firstService: facts } = sale;
  if (facts === undefined) return NOTHING_KNOWN;
  const { introducedOn, advisor, booked: byHand } = saidUntil(facts, day);
  const isOurs = namingTheirs(facts, day);
  const byFile = bookedByFile(facts, isOurs, day);
  const booked =
    byHand === null || (byFile !== null && byHand.entry <= byFile.learnedAfter) ? byFile : byHand;
  const visitOn = visitOf(sale, facts, isOurs, booked, day);
  return {
    introducedOn,
    advisor,
    bookedOn: booked?.on ?? null,
    bookedTime: booked?.time ?? null,
    bookedBy: booked?.by ?? null,
    state: visitOn !== null ? 'showed' : stateOf(booked, day),
    visitOn,
  };
}

const NOTHING_KNOWN: FirstService = {
  introducedOn: null,
  advisor: null,
  bookedOn: null,
  bookedTime: null,
  bookedBy: null,
  state: 'none',
  visitOn: null,
};

function stateOf(booked: Booked | null, day: Day): 'none' | 'set' | 'missed' | 'unknown' {
  if (booked === null) return 'none';
  if (booked.on >= day) return 'set';
  return booked.newerDataOn !== null && booked.newerDataOn <= day ? 'missed' : 'unknown';
}

interface Said extends Pick<FirstService, 'introducedOn' | 'advisor'> {
  readonly booked: (Booked & { readonly entry: number }) | null;
}

/** What stands of what was said by hand: what a word does not speak of stays. */
function saidUntil({ said }: FirstServiceFacts, day: Day): Said {
  let stands: Said = NOTHING_SAID;
  for (const { entry, on, takesBack, introduced, advisor, booked } of said) {
    if (on > day) continue;
    const before = takesBack ? NOTHING_SAID : stands;
    stands = {
      introducedOn: introduced ? on : before.introducedOn,
      advisor: advisor ?? before.advisor,
      booked: booked === null ? before.booked : { ...booked, by: 'hand', entry },
    };
  }
  return stands;
}

const NOTHING_SAID: Said = { introducedOn: null, advisor: null, booked: null };

/** Whether a visit names the buyer, somebody of their household, or nobody. */
function namingTheirs({ buyerId, ties }: FirstServiceFacts, day: Day): (visit: VisitNaming) => boolean {
  let household: ReadonlySet<number> | null = null;
  return ({ customerId, namesSomebody }) => {
    if (customerId === null) return !namesSomebody;
    if (customerId === buyerId) return true;
    household ??= householdOn(ties, buyerId, day);
    return household.has(customerId);
  };
}

function householdOn(ties: HouseholdTies, id: number, day: Day): ReadonlySet<number> {
  const members = new Set([id]);
  // a set that grows while it is walked is walked to its end
  for (const member of members)
    for (const { other, on } of ties.get(member) ?? []) if (on <= day) members.add(other);
  return members;
}

/** The first appointment that was not missed; if all were, the last. */
function bookedByFile(
  { appointments, together, missedAfter }: FirstServiceFacts,
  isOurs: (visit: VisitNaming) => boolean,
  day: Day,
): (Booked & { readonly learnedAfter: number }) | null {
  if (appointments.length === 0) return null;
  const { factsOf, pairs } = pairedOn(together, day);
  const found = appointments
    .filter(isOurs)
    .flatMap(({ id, learnedAfter }) => {
      const facts = factsOf.get(id);
      if (facts === undefined) throw new Error(`appointment ${id} is missing`);
      const { status } = appointmentStatus(facts, pairs.get(id) ?? null, day, missedAfter);
      return status === 'cancelled' ? [] : { facts, learnedAfter, status };
    })
    .sort((a, b) => earlierFirst(a.facts, b.facts));
  const first =
    found.find(({ status }: { status: AppointmentStatus }) => status !== 'missed') ?? found.at(-1);
  if (first === undefined) return null;
  const { on, time, newerDataOn } = first.facts;
  return { on, time, newerDataOn, by: 'file', learnedAfter: first.learnedAfter };
}

const earlierFirst = (a: AppointmentFacts, b: AppointmentFacts): number =>
  compare(a.on, b.on) || compare(a.time ?? '~', b.time ?? '~') || a.id - b.id;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Paired {
  readonly day: Day;
  readonly factsOf: ReadonlyMap<number, AppointmentFacts>;
  readonly pairs: ReadonlyMap<number, OrderFacts>;
}

const paired = new WeakMap<FirstServiceFacts['together'], Paired>();

/** Kept for the last day asked for: a list asks for every sale that was read at once, always on the same day. */
function pairedOn(together: FirstServiceFacts['together'], day: Day): Paired {
  const known = paired.get(together);
  if (known?.day === day) return known;
  const { appointments, orders } = together;
  const found = {
    day,
    factsOf: known?.factsOf ?? new Map(appointments.map((one) => [one.id, one])),
    pairs: pairVisits(appointments, orders, day),
  };
  paired.set(together, found);
  return found;
}

/** The day of the first visit that counts as the first service; null for none. */
function visitOf(
  sale: SaleFacts,
  { orders }: FirstServiceFacts,
  isOurs: (visit: VisitNaming) => boolean,
  booked: Booked | null,
  day: Day,
): Day | null {
  const settledIn = addDays(sale.anchorOn, SETTLED_IN_DAYS);
  const counts = (on: Day): boolean =>
    on >= settledIn || (booked !== null && Math.abs(daysBetween(booked.on, on)) <= DAYS_APART);
  return (
    orders.find((order) => order.on <= day && counts(order.on) && isOurs(order) && isInForce(sale, order.on))
      ?.on ?? null
  );
}
