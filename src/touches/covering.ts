/** Who makes the calls of a salesperson who is away. */

import type { Day } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import { isActive } from './owner.ts';

/** Both days included. */
export interface CoverFacts {
  readonly ofId: number;
  readonly byId: number;
  readonly from: Day;
  readonly to: Day;
}

/**
 * By whose calls they are, who makes them on `day`; whoever is not covered is not in it. Whoever covers may be covered in turn. A
 * cover by or for somebody who has left is none, nor is one that comes back to whose calls they are.
 * @param covers in the order in which they were made: of two for one person the later holds
 */
export function standIns(
  covers: readonly CoverFacts[],
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): ReadonlyMap<number, number> {
  const isHere = (id: number): boolean => {
    const one = salespeople.get(id);
    return one !== undefined && isActive(one, day);
  };
  const next = new Map<number, number>();
  for (const { ofId, byId, from, to } of covers)
    if (from <= day && day <= to && isHere(ofId) && isHere(byId)) next.set(ofId, byId);
  const found = new Map<number, number>();
  for (const ofId of next.keys()) {
    const passed = new Set([ofId]);
    let by = ofId;
    for (let to = next.get(by); to !== undefined && !passed.has(to); to = next.get(by)) {
      passed.add(to);
      by = to;
    }
    if (by !== ofId && !next.has(by)) found.set(ofId, by);
  }
  return found;
}
