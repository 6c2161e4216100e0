/** To whom the customers of somebody who left went. */

import { addDays, type Day } from '../domain/day.ts';
import { compareOwners } from '../lists/call-lists.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { customersOf } from '../store/customers-of.ts';
import { knownOn } from '../touches/known-on.ts';
import { isActive, ownerOf } from '../touches/owner.ts';
import type { Session } from './session.ts';

export interface CustomersGone {
  readonly name: string;
  /** the first day on which they were gone */
  readonly leftOn: Day;
  /** whom they looked after on the day before */
  readonly customers: number;
  /** who looks after how many of them on the day asked for, the most first; null = the house */
  readonly went: readonly { readonly to: string | null; readonly customers: number }[];
}

/** null for somebody who is here on the day. */
export function whereCustomersWent(
  { store: db, day }: Pick<Session, 'store' | 'day'>,
  salespersonId: number,
): CustomersGone | null {
  const salespeople = salespeopleById(db);
  const person = salespeople.get(salespersonId);
  if (person === undefined || person.leftOn === null || isActive(person, day)) return null;
  const lastDay = addDays(person.leftOn, -1);
  const counts = new Map<number | null, number>();
  let customers = 0;
  for (const facts of callFacts(db, customersOf(db, salespersonId))) {
    if (ownerOf(knownOn(facts, lastDay), salespeople, lastDay) !== salespersonId) continue;
    customers += 1;
    const ownerId = ownerOf(facts, salespeople, day);
    counts.set(ownerId, (counts.get(ownerId) ?? 0) + 1);
  }
  const went = [...counts]
    .sort(([a, first], [b, second]) => second - first || compareOwners(a, b, salespeople))
    .map(([id, count]) => ({
      to: id === null ? null : (salespeople.get(id)?.name ?? null),
      customers: count,
    }));
  return { name: person.name, leftOn: person.leftOn, customers, went };
}
