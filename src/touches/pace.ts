/** How far a car is driven in a day, as its odometer was read over time. */

import { type Day, daysBetween } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';

export interface Pace {
  /** in so many days so far, in the store's units: kept apart, so that nothing is rounded before it must be */
  readonly distance: number;
  readonly days: number;
  /** its own readings say so, or nothing but the settings */
  readonly from: 'visits' | 'settings';
}

/** Two readings that lie closer say little of a year. */
const APART_AT_LEAST = 90;
/** Nobody drives further every day, in miles or kilometres: a reading was wrong. */
export const FARTHEST_PER_DAY = 300;
/** The settings may give tenths. */
const TENTHS = 10;

/** From the first reading on file to the last one up to `day`, where they tell anything; else as far as cars are driven in this store. */
export function paceOf(plan: Pick<Plan, 'workshop'>, sale: SaleFacts, day: Day): Pace {
  const readings = readingsOf(sale, day);
  const first = endOf(readings, (on, other) => on < other);
  const last = endOf(readings, (on, other) => on > other);
  if (first !== null && last !== null) {
    const days = daysBetween(first.on, last.on);
    const distance = last.odometer - first.odometer;
    if (days >= APART_AT_LEAST && distance > 0 && distance <= FARTHEST_PER_DAY * days)
      return { distance, days, from: 'visits' };
  }
  return paceOfSettings(plan);
}

/** As far as a car is driven in this store. */
export const paceOfSettings = ({ workshop }: Pick<Plan, 'workshop'>): Pace => ({
  distance: Math.round(workshop.perDay * TENTHS),
  days: TENTHS,
  from: 'settings',
});

/** To a tenth, as it is shown. */
export const perDayOf = ({ distance, days }: Pace): number => Math.round((TENTHS * distance) / days) / TENTHS;

/** Days until a car at that pace has gone so far. */
export const daysToGo = (pace: Pace, distance: number): number =>
  Math.ceil((distance * pace.days) / pace.distance);

interface Reading {
  readonly on: Day;
  readonly odometer: number;
}

function readingsOf({ anchorOn, odometer, orders, otherOrders }: SaleFacts, day: Day): Reading[] {
  const readings: Reading[] = odometer === null || anchorOn > day ? [] : [{ on: anchorOn, odometer }];
  for (const order of orders) add(readings, order.openedOn ?? order.on, order.odometer, day);
  for (const { openedOn, closedOn, odometer: read } of otherOrders)
    add(readings, openedOn ?? closedOn, read, day);
  return readings;
}

function add(readings: Reading[], on: Day | null, odometer: number | null, day: Day): void {
  if (on !== null && odometer !== null && on <= day) readings.push({ on, odometer });
}

/** The first or last reading; of one day the highest counts. */
const endOf = (readings: readonly Reading[], goesBefore: (on: Day, other: Day) => boolean): Reading | null =>
  readings.reduce<Reading | null>(
    (end, one) =>
      end === null || goesBefore(one.on, end.on) || (one.on === end.on && one.odometer > end.odometer)
        ? one
        : end,
    null,
  );
