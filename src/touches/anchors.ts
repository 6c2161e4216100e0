/** The days a touch is counted from. */

import type { Day } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';
import type { Anchor } from '../domain/plan.ts';

const known = (day: Day | null): readonly Day[] => (day === null ? [] : [day]);

/**
 * The anchor days of one sale, as known on `day`; empty when there is none. Repair orders closed after `day` are
 * not known yet. Appointments and the ends of leases and loans may lie ahead.
 */
export function anchorsOf(from: Anchor, sale: SaleFacts, birthday: Day | null, day: Day): readonly Day[] {
  switch (from) {
    case 'sale':
      return [sale.anchorOn];
    case 'lease-end':
      return known(sale.leaseEndOn);
    case 'loan-end':
      return known(sale.loanEndOn);
    case 'birthday':
      return known(birthday);
    case 'last-service':
      return [sale.servicedOn.findLast((closedOn) => closedOn <= day) ?? sale.anchorOn];
    case 'repair-order':
      return sale.servicedOn.filter((closedOn) => closedOn <= day);
    case 'appointment':
      return sale.appointmentsOn;
  }
}
