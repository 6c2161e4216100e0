/** Appointments a customer missed and what has come of them since, and the visits that make a reminder needless. */

import type { NeedlessBy } from '../domain/call-list.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import type { AppointmentFacts, AppointmentStatus, StatusSaid } from '../domain/visit.ts';
import { movedBy } from '../domain/working-days.ts';
import { salesInForce } from './sales-in-force.ts';
import { visitStatuses } from './visit-statuses.ts';

type Person = Pick<CustomerFacts, 'id' | 'sales' | 'visits'>;
type Working = Pick<Plan, 'working' | 'workshop'>;

export interface NoShow {
  readonly appointment: AppointmentFacts;
  /** the next business day after it was missed */
  readonly anchorOn: Day;
}

/** What became of the customer's appointments, as known on `day`, by id. */
const statusesOf = (
  { visits }: Person,
  { workshop }: Working,
  day: Day,
): ReadonlyMap<number, StatusSaid> | null =>
  visits === null ? null : visitStatuses(visits.together, day, workshop.missedAfter, visits.until);

/** Those for the car of the sale, of the buyer or of nobody who is named; without a car, for the one they have. */
export function appointmentsFor(sale: SaleFacts, person: Person, day: Day): AppointmentFacts[] {
  const own = person.visits?.own ?? [];
  if (own.length === 0) return [];
  const hasOneCar = salesInForce(person.sales, day).length === 1;
  return own.filter(({ vehicleId, customerId, namesSomebody }) =>
    vehicleId === null
      ? hasOneCar && customerId === person.id
      : vehicleId === sale.vehicleId && (!namesSomebody || customerId === person.id),
  );
}

/** The appointments missed since the car was theirs. */
export function noShowsOf(plan: Working, sale: SaleFacts, person: Person, day: Day): NoShow[] {
  const statuses = statusesOf(person, plan, day);
  if (statuses === null) return [];
  return appointmentsFor(sale, person, day).flatMap((appointment) => {
    const said = statuses.get(appointment.id);
    if (said?.status !== 'missed' || appointment.on < sale.anchorOn) return [];
    return { appointment, anchorOn: nextBusinessDay(plan, missedOn(plan, appointment, said)) };
  });
}

/** A store that sends closed orders only tells later that nobody came. */
const missedOn = ({ workshop }: Working, { on, hasOpenOrders }: AppointmentFacts, { by }: StatusSaid): Day =>
  by === 'visit' && !hasOpenOrders ? addDays(on, workshop.missedAfter) : on;

const nextBusinessDay = ({ working }: Working, day: Day): Day =>
  movedBy(working, day, { count: 1, unit: 'b' });

/** The visit or appointment after the last of some missed ones; null = there is one they have not come back to. */
export function comeBackToAll(
  missed: readonly NoShow[],
  plan: Working,
  person: Person,
  day: Day,
): NeedlessBy | null {
  const since = missed.map((one) => comeBackTo(one, plan, person, day));
  return since.reduce((last, one) => (last === null || one === null ? null : one), since[0] ?? null);
}

/** The first visit or appointment after a missed one, of its car, else of the customer; null = they have not come back to it. */
function comeBackTo(
  { appointment: missed }: NoShow,
  plan: Working,
  person: Person,
  day: Day,
): NeedlessBy | null {
  const { visits } = person;
  const statuses = statusesOf(person, plan, day);
  if (visits === null || statuses === null) return null;
  const isSame = (one: { readonly vehicleId: number | null; readonly customerId: number | null }): boolean =>
    missed.vehicleId === null ? one.customerId === person.id : one.vehicleId === missed.vehicleId;
  const isOff = (status: AppointmentStatus | undefined): boolean =>
    status === 'cancelled' || status === 'missed';
  const booked = visits.own.flatMap((one): NeedlessBy[] => {
    const status = statuses.get(one.id)?.status;
    if (one.on <= missed.on || !isSame(one) || isOff(status)) return [];
    return [{ on: one.on, as: status === 'kept' ? 'here' : 'booked' }];
  });
  const here = ordersAfter(missed, person, isSame).filter((on) => missed.on < on && on <= day);
  const [first] = [...here.map((on): NeedlessBy => ({ on, as: 'here' })), ...booked].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
  return first ?? null;
}

/** Order days, whoever paid. */
function ordersAfter(
  { vehicleId }: AppointmentFacts,
  { sales, visits }: Person,
  isSame: (one: { readonly vehicleId: number | null; readonly customerId: number | null }) => boolean,
): Day[] {
  const sale = vehicleId === null ? undefined : sales.find((one) => one.vehicleId === vehicleId);
  if (sale === undefined) return visits?.together.orders.flatMap((one) => (isSame(one) ? one.on : [])) ?? [];
  return [
    ...sale.orders.map(({ on, openedOn }) => openedOn ?? on),
    ...sale.otherOrders.flatMap(({ openedOn, closedOn }) => openedOn ?? closedOn ?? []),
  ];
}

/** A booking looks so far ahead. */
const BOOKED_AHEAD_DAYS = 60;
/** An order nobody closed for longer is no car in the workshop any more. */
const OPEN_AT_MOST_DAYS = 30;

/** The visit that makes a reminder of the next service needless: the car in the workshop, else the earliest appointment. */
export function serviceBooked(plan: Working, sale: SaleFacts, person: Person, day: Day): NeedlessBy | null {
  const openedOn = inWorkshopSince(sale, day);
  if (openedOn !== null) return { on: openedOn, as: 'in-workshop' };
  const statuses = statusesOf(person, plan, day);
  const last = addDays(day, BOOKED_AHEAD_DAYS);
  const days = appointmentsFor(sale, person, day).flatMap(({ id, on }) => {
    const status = statuses?.get(id)?.status;
    return day <= on && on <= last && (status === 'booked' || status === 'arrived') ? on : [];
  });
  const [on] = days.sort();
  return on === undefined ? null : { on, as: 'booked' };
}

function inWorkshopSince({ orders, otherOrders }: SaleFacts, day: Day): Day | null {
  const since = addDays(day, -OPEN_AT_MOST_DAYS);
  const isIn = (openedOn: Day | null, closedOn: Day | null): openedOn is Day =>
    openedOn !== null && since <= openedOn && openedOn <= day && (closedOn === null || day < closedOn);
  for (const { openedOn, on } of orders) if (isIn(openedOn, on)) return openedOn;
  for (const { openedOn, closedOn, isInternal } of otherOrders)
    if (!isInternal && isIn(openedOn, closedOn)) return openedOn;
  return null;
}
