/** To whom customers go when somebody leaves, told a second time: word by word, with no thought of speed. */

import { addDays } from '../../src/domain/day.ts';
import type { CustomerFacts } from '../../src/domain/facts.ts';
import type { HandoverInput, Moved } from '../../src/touches/handover.ts';
import { ownerOf } from '../../src/touches/owner.ts';
import { newestSale, salesInForce } from '../../src/touches/sales-in-force.ts';

const SETTLING = ['talked', 'appointment', 'sold', 'greeted', 'not-interested'];

export function naiveHandover(input: HandoverInput): Moved[] {
  const { day, moved, householdOf, members, salespeople, receivers, named, loads } = input;
  const done: Moved[] = [];
  const isMoved = (id: number) => moved.some((one) => one.id === id);
  const hasCar = (facts: CustomerFacts) => salesInForce(facts.sales, day).length > 0;
  const load = (id: number) =>
    (loads.get(id) ?? 0) +
    moved.filter((one) => hasCar(one) && done.some((place) => place.customerId === one.id && place.to === id))
      .length;
  const sold = (facts: CustomerFacts) =>
    facts.sales.filter((sale) => sale.status === 'sold' && sale.soldOn <= day);

  for (const one of [...moved].sort((a, b) => a.id - b.id)) {
    if (done.some(({ customerId }) => customerId === one.id)) continue;
    const household = [one, ...householdOf(one.id).map((id) => members.get(id) as CustomerFacts)];
    const unit = household.filter(({ id }) => isMoved(id));
    const give = (to: number, because: Moved['because']): void => {
      for (const { id } of unit) done.push({ customerId: id, to, because });
    };
    if (named) {
      give(receivers[0] as number, 'named');
      continue;
    }
    const staying = household
      .filter(({ id }) => !isMoved(id))
      .flatMap((facts) => {
        const owner = ownerOf(facts, salespeople, day);
        return owner !== null && receivers.includes(owner)
          ? [{ owner, sale: newestSale(sold(facts)), id: facts.id }]
          : [];
      });
    const newestOfAll = newestSale(staying.flatMap(({ sale }) => sale ?? []));
    const chosen = staying.find(({ sale }) => sale === newestOfAll) ?? staying[0];
    if (chosen !== undefined) {
      give(chosen.owner, 'household');
      continue;
    }
    const lastSale = newestSale(unit.flatMap(sold));
    const credited = (lastSale?.credits ?? []).filter((id) => receivers.includes(id))[0];
    if (credited !== undefined) {
      give(credited, 'credited');
      continue;
    }
    const talks = household
      .flatMap(({ contacts }) => contacts)
      .filter(({ outcome, on }) => SETTLING.includes(outcome) && on >= addDays(day, -365) && on <= day)
      .filter(({ salespersonId }) => salespersonId !== null && receivers.includes(salespersonId))
      .sort((a, b) =>
        `${a.on} ${String(a.id).padStart(6, '0')}`.localeCompare(`${b.on} ${String(b.id).padStart(6, '0')}`),
      );
    const last = talks.at(-1)?.salespersonId;
    if (last != null) {
      give(last, 'talked');
      continue;
    }
    const least = Math.min(...receivers.map(load));
    give(receivers.find((id) => load(id) === least) as number, 'even');
  }
  return done.sort((a, b) => a.customerId - b.customerId);
}
