/** Who makes a salesperson's calls while they are covered. */

import type { Cover } from '../domain/cover.ts';
import type { Day } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import { isActive } from './owner.ts';

/**
 * The id of who covers `salespersonId` on `day`, whoever they themselves are covered by; null = nobody does. A cover by somebody
 * who has left is none.
 * @param covers those of the day
 */
export function standInOf(
  covers: readonly Cover[],
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  salespersonId: number,
  day: Day,
): number | null {
  const seen = new Set([salespersonId]);
  let last = salespersonId;
  for (;;) {
    const next = covers.find(({ ofId }) => ofId === last)?.byId;
    const person = next === undefined ? undefined : salespeople.get(next);
    if (next === undefined || person === undefined || seen.has(next) || !isActive(person, day)) break;
    seen.add(next);
    last = next;
  }
  return last === salespersonId ? null : last;
}
