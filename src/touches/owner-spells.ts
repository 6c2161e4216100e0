/** From when until when somebody looked after a customer, one spell after the other. */

import { addDays, type Day } from '../domain/day.ts';
import type { Ownership, SaleOwnership, SalespersonFacts } from '../domain/facts.ts';
import type { OwnerBecause } from '../domain/salesperson.ts';
import { explainOwner } from './owner.ts';
import { leaseLapsesOn } from './sales-in-force.ts';

export interface OwnerSpell {
  /** null = the house */
  readonly ownerId: number | null;
  readonly from: Day;
  /** the first day on which it no longer holds; null = it does on the day asked for */
  readonly to: Day | null;
  /** the rule of its first day */
  readonly because: OwnerBecause;
}

/**
 * The spells up to `day`, ascending, without gaps: a new one begins only where the owner changes. None for whoever neither
 * bought, signed nor was given to anybody by then. A promise makes nobody's spell.
 */
export function ownerSpells(
  facts: Ownership,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): OwnerSpell[] {
  const first = firstDay(facts);
  if (first === null || first > day) return [];
  const silent = facts.contacts.length === 0 ? facts : { ...facts, contacts: [] };
  const spells: OwnerSpell[] = [];
  for (const from of daysOfChange(facts, salespeople, first, day)) {
    const { ownerId, because } = explainOwner(silent, salespeople, from);
    const last = spells.at(-1);
    if (last?.ownerId === ownerId) continue;
    if (last !== undefined) spells[spells.length - 1] = { ...last, to: from };
    spells.push({ ownerId, from, to: null, because });
  }
  return spells;
}

export interface OwnerNow {
  /** null = the house */
  readonly ownerId: number | null;
  readonly because: OwnerBecause;
  /** the first day of the present spell; null for whoever only promised something, and where there was never a car */
  readonly since: Day | null;
}

/** Who looks after the customer on `day`, by which rule, and since when without a break. */
export function ownerSince(
  facts: Ownership,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): OwnerNow {
  const { ownerId, because } = explainOwner(facts, salespeople, day);
  const since = because === 'promised' ? null : (ownerSpells(facts, salespeople, day).at(-1)?.from ?? null);
  return { ownerId, because, since };
}

/** The earliest day of a sale, as buyer or co-buyer, or a giving. */
function firstDay({ sales, coSigned, givings }: Ownership): Day | null {
  let first = givings[0]?.on ?? null;
  for (const { status, soldOn } of [...sales, ...coSigned])
    if (status === 'sold' && (first === null || soldOn < first)) first = soldOn;
  return first;
}

/** Every day from `first` to `last` on which the owner could become another, ascending; `first` is one. */
function daysOfChange(
  { sales, coSigned, givings }: Ownership,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  first: Day,
  last: Day,
): Day[] {
  const days = new Set<Day>([first]);
  const consider = (on: Day | null | undefined): void => {
    if (on != null && first < on && on <= last) days.add(on);
  };
  for (const own of [sales, coSigned])
    for (const sale of own) {
      consider(sale.soldOn);
      consider(sale.goneOn);
      for (const on of leaseDays(sale)) consider(on);
      for (const id of sale.credits) consider(salespeople.get(id)?.leftOn);
    }
  for (const { on, to } of givings) {
    consider(on);
    if (to !== null) consider(salespeople.get(to)?.leftOn);
  }
  return days.size === 1 ? [first] : [...days].sort();
}

/** The days on which a lease can end for good, or turn out to run on. */
function leaseDays({ dealType, leaseEndOn, orders }: SaleOwnership): readonly Day[] {
  if (dealType !== 'lease' || leaseEndOn === null) return [];
  const lapses = addDays(leaseLapsesOn(leaseEndOn), 1);
  return [lapses, ...orders.flatMap(({ on }) => (lapses < on ? on : []))];
}
