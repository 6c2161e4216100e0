/** What became of appointments that were read together, as known on a day. */

import type { Day } from '../domain/day.ts';
import type { StatusSaid, VisitsTogether } from '../domain/visit.ts';
import { appointmentStatus } from './appointment-status.ts';
import { pairVisits } from './pair-visits.ts';

type Statuses = ReadonlyMap<number, StatusSaid>;

const found = new WeakMap<VisitsTogether, Map<string, Statuses>>();

/**
 * By the id of the appointment. Worked out once a day and kept: the customers of a list share what was read.
 * @param missedAfter as of `appointmentStatus`
 * @param until the last day of which visits are known; null = that day
 */
export function visitStatuses(
  visits: VisitsTogether,
  day: Day,
  missedAfter: number,
  until: Day | null = null,
): Statuses {
  const days = found.get(visits) ?? new Map<string, Statuses>();
  found.set(visits, days);
  const key = `${day} ${missedAfter} ${until}`;
  const kept = days.get(key);
  if (kept !== undefined) return kept;
  const { appointments, orders } = until === null ? visits : knownBy(visits, until);
  const paired = pairVisits(appointments, orders, day);
  const statuses = new Map(
    appointments.map((one) => [one.id, appointmentStatus(one, paired.get(one.id) ?? null, day, missedAfter)]),
  );
  days.set(key, statuses);
  return statuses;
}

const knownBy = ({ appointments, orders }: VisitsTogether, until: Day): VisitsTogether => ({
  appointments: appointments.map((one) =>
    one.newerDataOn !== null && one.newerDataOn > until ? { ...one, newerDataOn: null } : one,
  ),
  orders: orders
    .filter(({ on }) => on <= until)
    .map((one) => (one.closedOn !== null && one.closedOn > until ? { ...one, closedOn: null } : one)),
});
