/** Which appointments and orders are one visit, and whether the car is here. */

import { addDays, type Day } from '../domain/day.ts';
import type { VisitState } from '../domain/lane.ts';
import {
  type AppointmentFacts,
  type AppointmentStatus,
  OPEN_AT_MOST_DAYS,
  type OrderFacts,
} from '../domain/visit.ts';
import { appointmentStatus } from './appointment-status.ts';
import { pairVisits } from './pair-visits.ts';

export interface VisitFound {
  /** of the day, the earliest first; those called off are not among them */
  readonly appointments: readonly AppointmentFacts[];
  /** what the car was booked for on an earlier day, where there is none of this one */
  readonly earlier: AppointmentFacts | null;
  /** the first opened first */
  readonly orders: readonly OrderFacts[];
  readonly state: VisitState;
}

export interface VisitsFound {
  readonly visits: readonly VisitFound[];
  /** appointments of the day that were called off */
  readonly cancelled: readonly AppointmentFacts[];
}

/**
 * The visits of a day, in no order. A row belongs with the order it is paired with, with others of its VIN, or without a VIN with
 * others of its customer that have none.
 * @param appointments those of the day, and whatever could belong with an order of the day
 * @param orders but for those only the store itself paid for
 */
export function visitsFound(
  appointments: readonly AppointmentFacts[],
  orders: readonly OrderFacts[],
  day: Day,
  missedAfter: number,
): VisitsFound {
  const paired = pairVisits(appointments, orders, day);
  const statuses = new Map(
    appointments.map((one) => [
      one.id,
      appointmentStatus(one, paired.get(one.id) ?? null, day, missedAfter).status,
    ]),
  );
  const bookedFor = new Map(appointments.flatMap((one) => bookingOf(one, paired, day)));
  const ofDay = appointments.filter(({ on }) => on === day);
  const expected = ofDay.filter(({ id }) => statuses.get(id) !== 'cancelled');
  const theirs = new Set(expected.flatMap(({ id }) => paired.get(id)?.id ?? []));
  const here = orders.filter((order) => theirs.has(order.id) || isInWorkshop(order, day));
  const members: Member[] = [
    ...expected.map((appointment) => ({
      appointment,
      keys: [...keysOf(appointment), ...orderKey(paired.get(appointment.id))],
    })),
    ...here.map((order) => ({ order, keys: [...keysOf(order), ...orderKey(order)] })),
  ];
  return {
    visits: together(members).map((group) => visitOf(group, bookedFor, statuses, day)),
    cancelled: ofDay.filter(({ id }) => statuses.get(id) === 'cancelled'),
  };
}

/** Whether the car may stand in the workshop on the day, or left it on that day. */
const isInWorkshop = ({ on, closedOn }: OrderFacts, day: Day): boolean =>
  on <= day && (closedOn === day || (!isClosed({ closedOn }, day) && addDays(day, -OPEN_AT_MOST_DAYS) <= on));

const isClosed = ({ closedOn }: Pick<OrderFacts, 'closedOn'>, day: Day): boolean =>
  closedOn !== null && closedOn <= day;

/** By order, the appointment of an earlier day it came of. */
function bookingOf(
  appointment: AppointmentFacts,
  paired: ReadonlyMap<number, OrderFacts>,
  day: Day,
): [number, AppointmentFacts][] {
  const order = paired.get(appointment.id);
  return order === undefined || appointment.on >= day ? [] : [[order.id, appointment]];
}

interface Member {
  readonly appointment?: AppointmentFacts;
  readonly order?: OrderFacts;
  /** whoever shares one is of the same visit */
  readonly keys: readonly string[];
}

const keysOf = ({ vehicleId, customerId }: AppointmentFacts | OrderFacts): string[] =>
  vehicleId !== null ? [`car ${vehicleId}`] : customerId !== null ? [`customer ${customerId}`] : [];
const orderKey = (order: OrderFacts | undefined): string[] =>
  order === undefined ? [] : [`order ${order.id}`];

function together(members: readonly Member[]): Member[][] {
  const groupOf = new Map<string, Set<Member>>();
  const groups = new Set<Set<Member>>();
  for (const member of members) {
    const group = new Set([member]);
    for (const key of member.keys) {
      const other = groupOf.get(key);
      if (other === undefined) continue;
      for (const one of other) group.add(one);
      groups.delete(other);
    }
    groups.add(group);
    for (const { keys } of group) for (const key of keys) groupOf.set(key, group);
  }
  return [...groups].map((group) => [...group]);
}

function visitOf(
  group: readonly Member[],
  bookedFor: ReadonlyMap<number, AppointmentFacts>,
  statuses: ReadonlyMap<number, AppointmentStatus>,
  day: Day,
): VisitFound {
  const appointments = group.flatMap(({ appointment }) => appointment ?? []).sort(earlierFirst);
  const orders = group.flatMap(({ order }) => order ?? []).sort(openedFirst);
  const earlier = appointments.length > 0 ? [] : orders.flatMap(({ id }) => bookedFor.get(id) ?? []);
  const states = appointments.map(({ id }) => statuses.get(id));
  return {
    appointments,
    earlier: earlier[0] ?? null,
    orders,
    state: stateOf(orders, states, day),
  };
}

function stateOf(
  orders: readonly OrderFacts[],
  statuses: readonly (AppointmentStatus | undefined)[],
  day: Day,
): VisitState {
  if (orders.length > 0) return orders.every((order) => isClosed(order, day)) ? 'done' : 'here';
  if (statuses.includes('arrived') || statuses.includes('kept')) return 'here';
  return statuses.every((status) => status === 'missed') ? 'missed' : 'expected';
}

/** Those without a time stand last. */
const earlierFirst = (a: AppointmentFacts, b: AppointmentFacts): number =>
  compare(a.time ?? '~', b.time ?? '~') || a.id - b.id;
const openedFirst = (a: OrderFacts, b: OrderFacts): number => compare(a.on, b.on) || a.id - b.id;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
