/** Which order an appointment became. */

import { type Day, daysBetween } from '../domain/day.ts';
import { numberKey } from '../domain/number-key.ts';
import type { AppointmentFacts, OrderFacts } from '../domain/visit.ts';
import { isCalledOff } from './appointment-status.ts';

/** Cars come a few days early or late; beyond that it is another visit. */
const DAYS_APART = 5;

interface Pair {
  readonly appointment: AppointmentFacts;
  readonly order: OrderFacts;
  /** 1 = by number, 2 = by VIN, 3 = by customer */
  readonly strength: number;
  /** in days */
  readonly apart: number;
}

/**
 * By appointment, the order it belongs with, as known on `day`: by number, VIN or customer, the strongest first, then the nearest;
 * each is used once. Orders the store paid for itself are not to be among them.
 */
export function pairVisits(
  appointments: readonly AppointmentFacts[],
  orders: readonly OrderFacts[],
  day: Day,
): Map<number, OrderFacts> {
  const known = orders.filter(({ on }) => on <= day);
  const byKey = new Map<string, OrderFacts[]>();
  for (const order of known)
    for (const key of keysOfOrder(order)) byKey.set(key, [...(byKey.get(key) ?? []), order]);
  const pairs = appointments
    .filter((appointment) => !isCalledOff(appointment))
    .flatMap((appointment) =>
      keysOf(appointment).flatMap((key) =>
        (byKey.get(key) ?? []).flatMap(
          (order) => pairOf(appointment, order, Number(key.charAt(0)), day) ?? [],
        ),
      ),
    )
    .sort(stronger);
  const found = new Map<number, OrderFacts>();
  const used = new Set<number>();
  for (const { appointment, order } of pairs) {
    if (found.has(appointment.id) || used.has(order.id)) continue;
    found.set(appointment.id, order);
    used.add(order.id);
  }
  return found;
}

function pairOf(appointment: AppointmentFacts, order: OrderFacts, strength: number, day: Day): Pair | null {
  const apart = Math.abs(daysBetween(appointment.on, order.on));
  if (strength > 1 && (apart > DAYS_APART || appointment.on > day)) return null;
  return { appointment, order, strength, apart };
}

const stronger = (a: Pair, b: Pair): number =>
  a.strength - b.strength ||
  a.apart - b.apart ||
  compare(momentOf(a.appointment), momentOf(b.appointment)) ||
  a.appointment.id - b.appointment.id ||
  a.order.id - b.order.id;

/** Of a day, those without a time stand last. */
const momentOf = ({ on, time }: AppointmentFacts): string => `${on} ${time ?? '~'}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first figure is the strength. */
const keysOf = ({ store, number, repairOrderNumber, vehicleId, customerId }: AppointmentFacts): string[] => [
  `1a${numberKey(number)}\n${store}`,
  ...(repairOrderNumber === null ? [] : [`1o${numberKey(repairOrderNumber)}\n${store}`]),
  ...(vehicleId !== null ? [`2${vehicleId}`] : customerId !== null ? [`3${customerId}`] : []),
];

const keysOfOrder = ({ store, number, appointmentNumber, vehicleId, customerId }: OrderFacts): string[] => [
  `1o${numberKey(number)}\n${store}`,
  ...(appointmentNumber === null ? [] : [`1a${numberKey(appointmentNumber)}\n${store}`]),
  ...(vehicleId === null ? [] : [`2${vehicleId}`]),
  ...(customerId === null ? [] : [`3${customerId}`]),
];
