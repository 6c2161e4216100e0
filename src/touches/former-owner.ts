/** Who looked after a customer before they were given by hand. */

import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import { explainOwner, isActive, lastGiving } from './owner.ts';

export interface FormerOwner {
  readonly salesperson: SalespersonFacts;
  /** the first day on which they no longer did */
  readonly until: Day;
}

/**
 * The owner on the day before the last giving, where that holds on `day`; where it was nobody any more, who would have been had
 * nobody left. Null where there was none, or the same.
 */
export function formerOwner(
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): FormerOwner | null {
  const given = lastGiving(facts, day);
  if (given === null || explainOwner(facts, salespeople, day).because !== 'given') return null;
  const before = addDays(given.on, -1);
  const earlier = { ...facts, givings: facts.givings.filter(({ on }) => on < given.on) };
  const id =
    explainOwner(earlier, salespeople, before).ownerId ??
    explainOwner(earlier, asIfNobodyLeft(salespeople), before).ownerId;
  const salesperson = id === null || id === given.to ? undefined : salespeople.get(id);
  if (salesperson === undefined) return null;
  const wasHere = isActive(salesperson, given.on);
  return { salesperson, until: wasHere || salesperson.leftOn === null ? given.on : salesperson.leftOn };
}

const asIfNobodyLeft = (
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): ReadonlyMap<number, SalespersonFacts> =>
  new Map([...salespeople].map(([id, one]) => [id, { ...one, leftOn: null }]));
