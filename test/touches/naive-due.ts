/** The meaning of due a second time, slow and straight from its words, to hold the real one against. It uses nothing of the program. */

import type { AppointmentFacts, OrderFacts } from '../../src/domain/visit.ts';
import { naivePairs, naiveStatus } from './naive-status.ts';

type Day = string;

interface Offset {
  readonly count: number;
  readonly unit: string;
}
interface Touch {
  readonly id: string;
  readonly from: string;
  readonly at: readonly Offset[];
  readonly every: Offset | null;
  readonly distance: number | null;
  readonly opens: Offset;
  readonly closes: Offset;
  readonly kind: string;
  readonly priority: number;
  readonly restDays: number | null;
  readonly retryDays: number | null;
  readonly dealTypes: readonly string[] | null;
  readonly conditions: readonly string[] | null;
}
interface Plan {
  readonly rest: {
    readonly default: number;
    readonly after: Readonly<Record<string, Readonly<Record<string, number | undefined>> | undefined>>;
  };
  readonly tries: number;
  readonly retryDays: Readonly<Record<string, number>>;
  readonly touches: readonly Touch[];
  readonly working: { readonly businessDays: readonly string[]; readonly holidays: readonly string[] };
  readonly workshop: { readonly missedAfter: number; readonly perDay: number };
  readonly caseClock: { readonly answer: Offset; readonly close: Offset };
}
interface Visit {
  readonly on: Day;
  readonly names: string;
}
interface Sale {
  readonly id: number;
  readonly store: string;
  readonly dealNumber: string | null;
  readonly status: string;
  readonly vehicleId: number | null;
  readonly soldOn: Day;
  readonly anchorOn: Day;
  readonly leaseEndOn: Day | null;
  readonly leaseEndEstimated: boolean;
  readonly loanEndOn: Day | null;
  readonly loanEndEstimated: boolean;
  readonly dealType: string | null;
  readonly condition: string | null;
  readonly goneOn: Day | null;
  readonly credits: readonly number[];
  readonly odometer: number | null;
  readonly orders: readonly (Visit & { readonly openedOn: Day | null; readonly odometer: number | null })[];
  readonly otherOrders: readonly {
    readonly openedOn: Day | null;
    readonly closedOn: Day | null;
    readonly odometer: number | null;
    readonly isInternal: boolean;
  }[];
  readonly appointments: readonly Visit[];
}
interface Visits {
  readonly own: readonly AppointmentFacts[];
  /** where it is known what became of each */
  readonly statuses?: ReadonlyMap<number, { readonly status: string; readonly by: string | null }>;
  readonly together: {
    readonly appointments: readonly AppointmentFacts[];
    readonly orders: readonly OrderFacts[];
  };
}
interface Contact {
  readonly id: number;
  readonly on: Day;
  readonly outcome: string;
  readonly nextOn: Day | null;
  readonly salespersonId: number | null;
}
interface TurnOff {
  readonly touch: string | null;
  readonly saleId: number | null;
  readonly on: Day;
}
interface Customer {
  readonly id: number;
  readonly birthday: Day | null;
  readonly doNotCall: boolean;
  readonly refused: boolean;
  readonly registered: boolean;
  readonly reachable: boolean;
  readonly sales: readonly Sale[];
  readonly coSigned: readonly Sale[];
  readonly appointmentsOn: readonly Day[];
  readonly visits: Visits | null;
  readonly contacts: readonly Contact[];
  readonly promiseEnds: readonly { readonly promise: number; readonly on: Day }[];
  readonly givings: readonly {
    readonly entry: number;
    readonly on: Day;
    readonly to: number | null;
    readonly leftOn: Day | null;
  }[];
  readonly wishes: readonly {
    readonly on: Day;
    readonly until: Day;
    readonly endedOn: Day | null;
    readonly cars: readonly { readonly seenOn: Day; readonly goneOn: Day | null }[];
  }[];
  readonly cases: readonly Case[];
  readonly turnOffs: readonly TurnOff[];
}
interface Case {
  readonly id: number;
  readonly openedOn: Day;
  readonly steps: readonly {
    readonly entry: number;
    readonly part: string;
    readonly on: Day;
    readonly dueOn?: Day;
    readonly promise?: number;
    readonly outcome?: string;
  }[];
}

export interface NaiveOccurrence {
  touch: string;
  kind: string;
  saleId: number | null;
  anchorOn: Day | null;
  number: number;
  dueOn: Day;
  opensOn: Day;
  closesOn: Day | null;
  estimated: boolean;
  by: string | null;
}

// days

const MS = 86_400_000;
const at = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
const plus = (day: Day, days: number): Day => dayAt(at(day) + days * MS);

function plusMonths(day: Day, months: number): Day {
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayAt(first.getTime() + (Math.min(Number(day.slice(8)), length) - 1) * MS);
}

function move(day: Day, { count, unit }: Offset): Day {
  if (unit === 'd') return plus(day, count);
  if (unit === 'w') return plus(day, 7 * count);
  return plusMonths(day, unit === 'm' ? count : 12 * count);
}

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const works = ({ working }: Plan, on: Day): boolean =>
  working.businessDays.includes(WEEK[new Date(at(on)).getUTCDay()] ?? '') && !working.holidays.includes(on);

function businessDayFrom(plan: Plan, day: Day): Day {
  let on = day;
  while (!works(plan, on)) on = plus(on, 1);
  return on;
}

/** As `move`, also by business days: those strictly after the day, or strictly before it, are counted one by one. */
function moveInPlan(plan: Plan, day: Day, offset: Offset, backwards = false): Day {
  const count = backwards ? -offset.count : offset.count;
  if (offset.unit !== 'b') return move(day, { count, unit: offset.unit });
  if (count === 0) return businessDayFrom(plan, day);
  const passed: Day[] = [];
  for (let i = 1; passed.length < Math.abs(count); i++) {
    const on = plus(day, count < 0 ? -i : i);
    if (works(plan, on)) passed.push(on);
  }
  return passed.at(-1) ?? day;
}

// sales

/** Negative where `a` is the earlier sale. */
function earlierSale(a: Sale, b: Sale): number {
  if (a.soldOn !== b.soldOn) return a.soldOn < b.soldOn ? -1 : 1;
  if (a.store === b.store && a.dealNumber !== b.dealNumber) {
    if (a.dealNumber === null) return -1;
    if (b.dealNumber === null) return 1;
    const [first, second] = [/^\d+$/.test(a.dealNumber), /^\d+$/.test(b.dealNumber)];
    if (first && second && BigInt(a.dealNumber) !== BigInt(b.dealNumber))
      return BigInt(a.dealNumber) < BigInt(b.dealNumber) ? -1 : 1;
    if (first !== second) return first ? -1 : 1;
    if (!first) return a.dealNumber < b.dealNumber ? -1 : 1;
  }
  return a.id - b.id;
}

const newest = (sales: readonly Sale[]): Sale | undefined => [...sales].sort(earlierSale).at(-1);

function inForce(sale: Sale, day: Day): boolean {
  if (sale.status !== 'sold') return false;
  if (sale.soldOn > day) return false;
  if (sale.goneOn !== null && sale.goneOn <= day) return false;
  if (sale.dealType !== 'lease' || sale.leaseEndOn === null) return true;
  if (day <= plus(sale.leaseEndOn, 60)) return true;
  const end = sale.leaseEndOn;
  return sale.orders.some(({ on, names }) => names === 'customer' && on > end && on <= day);
}

const fits = (touch: Touch, sale: Sale): boolean =>
  (touch.dealTypes ?? [sale.dealType]).some((type) => type === sale.dealType) &&
  (touch.conditions ?? [sale.condition]).some((condition) => condition === sale.condition);

function isOff(touch: Touch, sale: Sale, facts: Customer, day: Day): boolean {
  for (const off of facts.turnOffs) {
    if (off.on > day) continue;
    if (off.touch !== null && off.touch !== touch.id) continue;
    if (off.saleId !== null && (off.saleId !== sale.id || touch.from === 'birthday')) continue;
    const bought = facts.sales.filter(({ status, soldOn }) => status === 'sold' && soldOn <= day);
    if (off.saleId === null && bought.some(({ soldOn }) => soldOn > off.on)) continue;
    return true;
  }
  return false;
}

// occurrences

/** To whom the customer was given last, where that holds. */
function lastGiven(facts: Customer, day: Day): Customer['givings'][number] | undefined {
  return [...facts.givings]
    .filter(({ on }) => on <= day)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.entry - b.entry))
    .at(-1);
}

function givenDays(facts: Customer, day: Day): Day[] {
  const given = lastGiven(facts, day);
  if (given === undefined || given.to === null) return [];
  const people = new Map([[given.to, { leftOn: given.leftOn }]]);
  return naiveOwner(facts, people, day).owner === given.to ? [given.on] : [];
}

// the service drive

function statusOn(plan: Plan, { together, statuses }: Visits, id: number, day: Day) {
  const said = statuses?.get(id);
  if (said !== undefined) return said;
  const { appointments, orders } = together;
  const orderId = naivePairs(appointments, orders, day).get(id);
  const one = appointments.find((other) => other.id === id);
  if (one === undefined) throw new Error(`no appointment ${id}`);
  return naiveStatus(
    one,
    orders.find((other) => other.id === orderId),
    day,
    plan.workshop.missedAfter,
  );
}

/** Of this car and naming its buyer or nobody, or of no car and naming them while they have one. */
function ofRuleTwo(sale: Sale, facts: Customer, day: Day): readonly AppointmentFacts[] {
  const cars = facts.sales.filter((one) => inForce(one, day)).length;
  return (facts.visits?.own ?? []).filter((one) => {
    if (one.vehicleId === null) return one.customerId === facts.id && cars === 1;
    return one.vehicleId === sale.vehicleId && (!one.namesSomebody || one.customerId === facts.id);
  });
}

function missed(plan: Plan, sale: Sale, facts: Customer, day: Day): { one: AppointmentFacts; from: Day }[] {
  const { visits } = facts;
  if (visits === null) return [];
  return ofRuleTwo(sale, facts, day)
    .filter(({ on }) => on >= sale.anchorOn)
    .filter(({ id }) => statusOn(plan, visits, id, day).status === 'missed')
    .map((one) => {
      const waited = statusOn(plan, visits, one.id, day).by === 'visit' && !one.hasOpenOrders;
      let from = plus(one.on, (waited ? plan.workshop.missedAfter : 0) + 1);
      while (!works(plan, from)) from = plus(from, 1);
      return { one, from };
    });
}

function isBooked(
  plan: Plan,
  touch: Touch,
  sale: Sale,
  facts: Customer,
  anchorOn: Day | null,
  day: Day,
): boolean {
  const { visits } = facts;
  const orders = [
    ...sale.orders.map(({ on, openedOn }) => ({ openedOn, closedOn: on as Day | null, isInternal: false })),
    ...sale.otherOrders,
  ];
  if (touch.from === 'last-service') {
    if (
      orders.some(
        ({ openedOn, closedOn, isInternal }) =>
          !isInternal &&
          openedOn !== null &&
          openedOn >= plus(day, -30) &&
          openedOn <= day &&
          (closedOn ?? '9999') > day,
      )
    )
      return true;
    return ofRuleTwo(sale, facts, day).some(
      ({ id, on }) =>
        on >= day &&
        on <= plus(day, 60) &&
        visits !== null &&
        ['booked', 'arrived'].includes(statusOn(plan, visits, id, day).status),
    );
  }
  if (touch.from !== 'no-show' || visits === null) return false;
  return missed(plan, sale, facts, day)
    .filter(({ from }) => from === anchorOn)
    .every(({ one }) => {
      const same = (other: { vehicleId: number | null; customerId: number | null }) =>
        one.vehicleId === null ? other.customerId === facts.id : other.vehicleId === one.vehicleId;
      const again = visits.own.some(
        (other) =>
          other.on > one.on &&
          same(other) &&
          !['cancelled', 'missed'].includes(statusOn(plan, visits, other.id, day).status),
      );
      const came =
        one.vehicleId === null
          ? visits.together.orders.filter(same).map(({ on }) => on)
          : facts.sales
              .filter(({ vehicleId }) => vehicleId === one.vehicleId)
              .slice(0, 1)
              .flatMap((car) => [
                ...car.orders.map(({ openedOn, on }) => openedOn ?? on),
                ...car.otherOrders.map(({ openedOn, closedOn }) => openedOn ?? closedOn ?? ''),
              ]);
      return again || came.some((on) => on > one.on && on <= day);
    });
}

/** Miles or kilometres a day, as a fraction. */
function pace(plan: Plan, sale: Sale, day: Day): [number, number] {
  const highest = new Map<Day, number>();
  const read = (on: Day | null, odometer: number | null): void => {
    if (on !== null && odometer !== null && on <= day)
      highest.set(on, Math.max(odometer, highest.get(on) ?? 0));
  };
  read(sale.anchorOn, sale.odometer);
  for (const { openedOn, on, odometer } of sale.orders) read(openedOn ?? on, odometer);
  for (const { openedOn, closedOn, odometer } of sale.otherOrders) read(openedOn ?? closedOn, odometer);
  const days = [...highest.keys()].sort();
  const [first, last] = [days[0] ?? day, days.at(-1) ?? day];
  const apart = (at(last) - at(first)) / MS;
  const gone = (highest.get(last) ?? 0) - (highest.get(first) ?? 0);
  return apart >= 90 && gone > 0 && gone / apart <= 300 ? [gone, apart] : [plan.workshop.perDay * 10, 10];
}

function anchors(plan: Plan, touch: Touch, sale: Sale, facts: Customer, day: Day): (Day | null)[] {
  if (touch.from === 'no-show') return missed(plan, sale, facts, day).map(({ from }) => from);
  const orders = sale.orders.filter(({ on }) => on <= day && on >= sale.anchorOn);
  const theirs = ({ names }: Visit): boolean => names === 'customer' || names === 'nobody';
  if (touch.from === 'sale') return [sale.anchorOn];
  if (touch.from === 'lease-end') return [sale.leaseEndOn];
  if (touch.from === 'loan-end') return [sale.loanEndOn];
  if (touch.from === 'birthday') return [facts.birthday];
  if (touch.from === 'last-service') return [orders.at(-1)?.on ?? sale.anchorOn];
  if (touch.from === 'repair-order') return orders.filter(theirs).map(({ on }) => on);
  // nothing was said or booked of any in these worlds
  if (touch.from === 'first-service') return [];
  const cars = facts.sales.filter((one) => inForce(one, day));
  return [
    ...sale.appointments.filter((visit) => visit.on >= sale.anchorOn && theirs(visit)).map(({ on }) => on),
    ...(cars.length === 1 ? facts.appointmentsOn.filter((on) => on >= sale.anchorOn) : []),
  ];
}

const SETTLING = ['talked', 'appointment', 'sold', 'greeted', 'not-interested'];
const ATTEMPTS = ['no-answer', 'voicemail', 'busy', 'text', 'email'];

interface Followed extends NaiveOccurrence {
  over: boolean;
  /** attempts that counted, with the day on which each ends its retry */
  counted: { on: Day; until: Day }[];
}

/** Rule 6 for one occurrence, contact day by contact day. */
function follow(plan: Plan, touch: Touch, one: NaiveOccurrence, contacts: readonly Contact[]): Followed {
  const counted: Followed['counted'] = [];
  let closesOn = one.closesOn ?? '';
  let days = 0;
  let over = contacts.some(({ on, outcome }) => SETTLING.includes(outcome) && on >= one.opensOn);
  for (const day of [...new Set(contacts.map(({ on }) => on))].sort()) {
    if (day < one.opensOn || day > closesOn) continue;
    const settled = contacts.some(
      ({ on, outcome }) => SETTLING.includes(outcome) && on >= one.opensOn && on <= day,
    );
    const attempts = contacts.filter(({ on, outcome }) => on === day && ATTEMPTS.includes(outcome));
    if (settled || attempts.length === 0) continue;
    const untils = attempts.map(({ outcome }) => plus(day, touch.retryDays ?? plan.retryDays[outcome] ?? 0));
    const until = untils.sort().at(-1) ?? day;
    counted.push({ on: day, until });
    days += 1;
    if (days === plan.tries) {
      over = true;
      break;
    }
    const open = businessDayFrom(plan, until);
    if (open > closesOn) closesOn = open;
  }
  return { ...one, closesOn, over, counted };
}

/** Of each open wish and each car that is there: whichever came later. */
function wishDays({ wishes, sales }: Customer, day: Day): Day[] {
  const found: Day[] = [];
  for (const wish of wishes) {
    const met = sales.some(({ status, soldOn }) => status === 'sold' && wish.on <= soldOn && soldOn <= day);
    const over = wish.until < day || (wish.endedOn ?? '9999') <= day;
    if (day < wish.on || met || over) continue;
    for (const { seenOn, goneOn } of wish.cars)
      if (day < (goneOn ?? '9999')) found.push([wish.on, seenOn].sort()[1] ?? seenOn);
  }
  return found;
}

/** How the case was closed by the day; undefined while it is open. */
function closing({ steps }: Case, day: Day): Case['steps'][number] | undefined {
  const turns = steps
    .filter(({ part, on }) => on <= day && (part === 'close' || part === 'reopen'))
    .sort((a, b) => (a.on === b.on ? a.entry - b.entry : a.on < b.on ? -1 : 1));
  const last = turns[turns.length - 1];
  return last?.part === 'close' ? last : undefined;
}

const openCases = ({ cases }: Customer, day: Day): Case[] =>
  cases.filter((one) => one.openedOn <= day && closing(one, day) === undefined);

function closedDays({ cases }: Customer, day: Day): Day[] {
  return cases.flatMap((one) => {
    const end = closing(one, day);
    return end !== undefined && end.outcome !== 'withdrawn' ? [end.on] : [];
  });
}

/** The reason of an open case; null while it is answered and nothing is near. */
function caseReason(plan: Plan, facts: Customer, one: Case, day: Day): NaiveOccurrence | null {
  const done = one.steps.filter(({ on }) => on <= day);
  const spoken = facts.contacts.some(
    ({ id, on, outcome }) =>
      id > one.id && on <= day && ['talked', 'appointment', 'greeted'].includes(outcome),
  );
  const isNew = !spoken && !done.some(({ part }) => part === 'offer' || part === 'update');
  const kept = new Set(done.flatMap(({ part, promise }) => (part === 'kept' ? [promise] : [])));
  const promised = done.flatMap(({ part, entry, dueOn }) =>
    part === 'promise' && dueOn !== undefined && !kept.has(entry) ? [dueOn] : [],
  );
  const clock = moveInPlan(plan, one.openedOn, isNew ? plan.caseClock.answer : plan.caseClock.close);
  const [dueOn = clock] = [clock, ...promised].sort();
  const opensOn = isNew ? one.openedOn : moveInPlan(plan, dueOn, { count: -1, unit: 'b' });
  if (opensOn > day) return null;
  return {
    touch: 'case',
    kind: 'care',
    saleId: null,
    anchorOn: null,
    number: one.id,
    dueOn,
    opensOn,
    closesOn: null,
    estimated: false,
    by: null,
  };
}

/** Every occurrence due in the two years around the day, for the sales that count on it, as the contacts left it. */
function everyOccurrence(plan: Plan, facts: Customer, day: Day): Followed[] {
  const contacts = facts.contacts.filter(({ on }) => on <= day);
  const found: Followed[] = [];
  for (const touch of plan.touches) {
    let sales = facts.sales.filter(
      (sale) => inForce(sale, day) && fits(touch, sale) && !isOff(touch, sale, facts, day),
    );
    if (touch.from === 'birthday') sales = sales.filter((sale) => sale === newest(sales));
    let counted: (Sale | null)[] = sales;
    if (['given', 'wish', 'case-closed'].includes(touch.from)) {
      const off = facts.turnOffs.some(
        ({ on, touch: id, saleId }) =>
          on <= day &&
          saleId === null &&
          (id === null || id === touch.id) &&
          !facts.sales.some(({ status, soldOn }) => status === 'sold' && soldOn > on && soldOn <= day),
      );
      counted = off ? [] : [null];
    }
    for (const sale of counted) {
      const days =
        touch.from === 'wish'
          ? wishDays(facts, day)
          : touch.from === 'case-closed'
            ? closedDays(facts, day)
            : sale === null
              ? givenDays(facts, day)
              : anchors(plan, touch, sale, facts, day);
      for (const anchorOn of days) {
        if (anchorOn === null) continue;
        const dues = touch.at.map((offset) => moveInPlan(plan, anchorOn, offset));
        const bys: (string | null)[] = touch.at.map(() => null);
        if (touch.every !== null) {
          const { count, unit } = touch.every;
          for (let k = 1; k === 1 || (dues.at(-1) ?? day) <= plus(day, 60); k++) {
            const byDate = move(anchorOn, { count: k * count, unit });
            const [gone, days] = sale === null ? [1, 1] : pace(plan, sale, day);
            const driven = touch.distance === null ? Infinity : Math.ceil((k * touch.distance * days) / gone);
            const isDriven = at(anchorOn) + driven * MS < at(byDate);
            bys.push(touch.distance === null ? null : isDriven ? 'distance' : 'date');
            dues.push(isDriven ? plus(anchorOn, driven) : byDate);
          }
        }
        dues.forEach((dueOn, index) => {
          const one: NaiveOccurrence = {
            touch: touch.id,
            kind: touch.kind,
            saleId: sale?.id ?? null,
            anchorOn,
            number: index + 1,
            dueOn,
            opensOn: moveInPlan(plan, dueOn, touch.opens, true),
            closesOn: moveInPlan(plan, dueOn, touch.closes),
            estimated:
              (touch.from === 'lease-end' && sale?.leaseEndEstimated === true) ||
              (touch.from === 'loan-end' && sale?.loanEndEstimated === true),
            by: bys[index] ?? null,
          };
          // nothing further back can be open, however often it was tried
          if (one.opensOn <= day && (one.closesOn ?? '') >= plus(day, -200))
            found.push(follow(plan, touch, one, contacts));
        });
      }
    }
  }
  return found;
}

const isOpen = ({ opensOn, closesOn }: NaiveOccurrence, day: Day): boolean =>
  opensOn <= day && day <= (closesOn ?? '9999');

/** Every open occurrence, the ones that do not count included. */
export const naiveOpen = (plan: Plan, facts: Customer, day: Day): NaiveOccurrence[] =>
  everyOccurrence(plan, facts, day).filter((one) => isOpen(one, day));

function onlyTheLatest(open: readonly Followed[]): Followed[] {
  const isLater = (a: Followed, b: Followed): boolean =>
    a.dueOn > b.dueOn || (a.dueOn === b.dueOn && a.number > b.number);
  const counting: Followed[] = [];
  for (const one of open) {
    const isOfSame = (other: Followed): boolean => other.touch === one.touch && other.saleId === one.saleId;
    const isThere = counting.some((other) => isOfSame(other) && other.dueOn === one.dueOn);
    if (!isThere && !open.some((rival) => isOfSame(rival) && isLater(rival, one))) counting.push(one);
  }
  return counting;
}

export function naiveDue(plan: Plan, facts: Customer, day: Day) {
  const contacts = [...facts.contacts]
    .filter(({ on }) => on <= day)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id));
  const every = everyOccurrence(plan, facts, day);
  const standing = onlyTheLatest(every.filter((one) => isOpen(one, day))).filter(({ over }) => !over);

  const blocked = facts.doNotCall || facts.refused || facts.registered;
  const snooze = contacts.filter(({ outcome }) => outcome === 'snoozed').at(-1);
  const boughtSince = (since: Day): boolean =>
    facts.sales.some(({ status, soldOn }) => status === 'sold' && soldOn > since && soldOn <= day);
  const snoozed = (snooze?.nextOn ?? '') > day && !boughtSince(snooze?.on ?? '');
  const spoken = (since: Day): boolean =>
    contacts.some(({ on, outcome }) => on >= since && SETTLING.includes(outcome));
  const hidden = every.some(({ counted }) => counted.some(({ on, until }) => day < until && !spoken(on)));
  const rests = (one: NaiveOccurrence): boolean => {
    const own = plan.touches.find(({ id }) => id === one.touch)?.restDays ?? null;
    return contacts.some(
      ({ on, outcome }) =>
        SETTLING.includes(outcome) &&
        day < plus(on, own ?? plan.rest.after[outcome]?.[one.kind] ?? plan.rest.default),
    );
  };
  const comesAnyway = (one: NaiveOccurrence): boolean => {
    const touch = plan.touches.find(({ id }) => id === one.touch);
    const sale = facts.sales.find(({ id }) => id === one.saleId);
    return touch !== undefined && sale !== undefined && isBooked(plan, touch, sale, facts, one.anchorOn, day);
  };
  const boughtLately = (one: NaiveOccurrence): boolean => {
    const touch = plan.touches.find(({ id }) => id === one.touch);
    if (one.kind !== 'sell' || touch?.from === 'lease-end' || touch?.from === 'loan-end') return false;
    const own = facts.sales.find(({ id }) => id === one.saleId);
    return facts.sales.some(
      (sale) =>
        sale.id !== one.saleId &&
        sale.status === 'sold' &&
        (sale.vehicleId === null || sale.vehicleId !== own?.vehicleId) &&
        sale.soldOn > plusMonths(day, -12) &&
        sale.soldOn <= day,
    );
  };

  const reasons: NaiveOccurrence[] = [];
  const withheld: string[] = [];

  const promises = contacts
    .filter(({ nextOn, outcome }) => nextOn !== null && outcome !== 'snoozed')
    .map(({ id, nextOn }) => ({ id, dueOn: nextOn ?? '' }))
    .filter(({ dueOn }) => dueOn <= day && !spoken(dueOn))
    .filter(({ id }) => !facts.promiseEnds.some(({ promise, on }) => promise === id && on <= day))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id));
  let shown = false;
  for (const { dueOn } of promises) {
    const tried = contacts.filter(({ on, outcome }) => on >= dueOn && ATTEMPTS.includes(outcome));
    const days = [...new Set(tried.map(({ on }) => on))].sort();
    const waits = tried.some(({ on, outcome }) => {
      const isFurther = days.indexOf(on) >= plan.tries;
      return day < plus(on, isFurther ? 7 : (plan.retryDays[outcome] ?? 0));
    });
    if (blocked) withheld.push('promise do-not-contact');
    else if (waits) withheld.push('promise retry-later');
    else if (!facts.reachable) withheld.push('promise no-way-to-reach');
    else if (!shown) {
      shown = true;
      reasons.push({
        touch: 'promise',
        kind: 'care',
        saleId: null,
        anchorOn: null,
        number: promises.length,
        dueOn,
        opensOn: dueOn,
        closesOn: null,
        estimated: false,
        by: null,
      });
    }
  }
  const open = openCases(facts, day);
  for (const one of open) {
    const reason = caseReason(plan, facts, one, day);
    if (reason === null) continue;
    if (blocked) withheld.push('case do-not-contact');
    else if (!facts.reachable) withheld.push('case no-way-to-reach');
    else reasons.push(reason);
  }
  for (const { over: _, counted: __, ...one } of standing) {
    if (blocked) withheld.push(`${one.touch} do-not-contact`);
    else if (snoozed) withheld.push(`${one.touch} snoozed`);
    else if (hidden) withheld.push(`${one.touch} retry-later`);
    else if (rests(one)) withheld.push(`${one.touch} resting`);
    else if (one.kind === 'sell' && open.length > 0) withheld.push(`${one.touch} open-case`);
    else if (comesAnyway(one)) withheld.push(`${one.touch} booked`);
    else if (boughtLately(one)) withheld.push(`${one.touch} recent-buyer`);
    else if (!facts.reachable) withheld.push(`${one.touch} no-way-to-reach`);
    else reasons.push(one);
  }
  return { reasons, withheld };
}

/** Of the occurrences that count on `day`: what closed on it and was never tried, and what its last try gave up, by touch and sale. */
export function naiveEndings(plan: Plan, facts: Customer, day: Day) {
  const named = ({ touch, saleId, dueOn }: NaiveOccurrence): string => `${touch} ${saleId} ${dueOn}`;
  const counting = onlyTheLatest(everyOccurrence(plan, facts, day).filter((one) => isOpen(one, day)));
  const mayNot = facts.doNotCall || facts.refused || facts.registered;
  return {
    closed: counting
      .filter(({ over, counted, closesOn }) => !mayNot && !over && counted.length === 0 && closesOn === day)
      .map(named),
    givenUp: counting
      .filter(({ counted }) => counted.length === plan.tries && counted.at(-1)?.on === day)
      .map(named),
  };
}

interface Salesperson {
  readonly leftOn: Day | null;
}

export function naiveOwner(
  facts: Customer,
  salespeople: ReadonlyMap<number, Salesperson>,
  day: Day,
): { owner: number | null; because: string } {
  const here = (id: number | null): boolean => {
    const leftOn = id === null ? undefined : salespeople.get(id)?.leftOn;
    return leftOn === null || (leftOn !== undefined && leftOn > day);
  };
  const firstHere = (sales: readonly Sale[]): { id: number; sale: Sale } | null => {
    for (const sale of [...sales].sort(earlierSale).reverse())
      for (const id of sale.credits) if (here(id)) return { id, sale };
    return null;
  };
  const given = lastGiven(facts, day);
  if (given !== undefined && given.to !== null && here(given.to))
    return { owner: given.to, because: 'given' };
  const soldSince = facts.sales.filter(
    ({ status, soldOn }) => status === 'sold' && soldOn > (given?.on ?? '') && soldOn <= day,
  );
  if (given?.to === null && soldSince.length === 0) return { owner: null, because: 'given' };
  const current = facts.sales.filter((sale) => inForce(sale, day));
  const mine = firstHere(current);
  if (mine !== null) {
    const isFirst = mine.sale === newest(current) && mine.sale.credits[0] === mine.id;
    return { owner: mine.id, because: isFirst ? 'credited' : 'next-credited' };
  }
  const signed = firstHere(facts.coSigned.filter((sale) => inForce(sale, day)));
  if (signed !== null) return { owner: signed.id, because: 'co-buyer' };
  const former = firstHere(facts.sales.filter(({ status, soldOn }) => status === 'sold' && soldOn <= day));
  if (former !== null) return { owner: former.id, because: 'former' };
  const ever = [...facts.sales, ...facts.coSigned].some(({ soldOn }) => soldOn <= day);
  const spokenSince = (since: Day): boolean =>
    facts.contacts.some(({ on, outcome }) => on >= since && on <= day && SETTLING.includes(outcome));
  const promise = [...facts.contacts]
    .filter(({ on, nextOn, outcome }) => on <= day && nextOn !== null && outcome !== 'snoozed')
    .filter(({ nextOn }) => !spokenSince(nextOn ?? ''))
    .filter(({ id }) => !facts.promiseEnds.some((end) => end.promise === id && end.on <= day))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id))
    .at(-1);
  if (!ever && promise !== undefined && here(promise.salespersonId))
    return { owner: promise.salespersonId, because: 'promised' };
  return { owner: null, because: 'house' };
}
