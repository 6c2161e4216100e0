/** What of a visit to the workshop should be known before calling about it. */

import { type Day, daysBetween } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';

/** From here on a stay is long. */
const LONG_STAY_DAYS = 3;
/** Whoever was here so lately is here again. */
const AGAIN_WITHIN_DAYS = 30;

/** In words, of the orders closed on a day: a long stay, and that the car was here a short while before. */
export function notesOfVisit({ orders }: Pick<SaleFacts, 'orders'>, closedOn: Day): string[] {
  const startedOn = orders.reduce(
    (first, { on, openedOn }) =>
      on === closedOn && openedOn !== null && openedOn < first ? openedOn : first,
    closedOn,
  );
  const days = daysBetween(startedOn, closedOn);
  const before = new Set(
    orders.flatMap(({ on }) => (on < startedOn && daysBetween(on, startedOn) <= AGAIN_WITHIN_DAYS ? on : [])),
  );
  return [
    ...(days >= LONG_STAY_DAYS ? [`the car was here ${days} days`] : []),
    ...(before.size > 0 ? [`${nth(before.size + 1)} visit in ${AGAIN_WITHIN_DAYS} days`] : []),
  ];
}

const nth = (n: number): string => ({ 2: 'second', 3: 'third' })[n] ?? `${n}th`;
