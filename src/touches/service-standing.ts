/** Whether a car still comes to our workshop, by how long ago it was last there. */

import { addMonths, type Day } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';
import type { ServiceStanding } from '../domain/service-standing.ts';

const ACTIVE_MONTHS = 12;
const SLIPPING_MONTHS = 24;

/** Whoever brought it, before the sale too. */
export function serviceStanding({ orders }: Pick<SaleFacts, 'orders'>, day: Day): ServiceStanding {
  const last = orders.findLast(({ on }) => on <= day);
  if (last === undefined) return 'never';
  if (day <= addMonths(last.on, ACTIVE_MONTHS)) return 'active';
  return day <= addMonths(last.on, SLIPPING_MONTHS) ? 'slipping' : 'gone';
}
