/** To whom the customers of somebody who leaves go. */

import { isSettling } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts, SalespersonFacts } from '../domain/facts.ts';
import type { HandedBecause } from '../domain/handover.ts';
import { isLater } from '../domain/later-sale.ts';
import { ownerOf } from './owner.ts';
import { newestSale, salesInForce } from './sales-in-force.ts';

export interface HandoverInput {
  readonly day: Day;
  /** who move, ascending by id */
  readonly moved: readonly CustomerFacts[];
  /** the other members of the household of one who moves */
  readonly householdOf: (id: number) => readonly number[];
  /** facts of those members, whether or not they move */
  readonly members: ReadonlyMap<number, CustomerFacts>;
  readonly salespeople: ReadonlyMap<number, SalespersonFacts>;
  /** ids of those who may receive, in the order in which ties are broken; at least one */
  readonly receivers: readonly number[];
  /** all go to the only receiver, whatever else speaks for somebody */
  readonly named: boolean;
  /** by owner: the customers with a car in force who do not move; whoever is not named has none */
  readonly loads: ReadonlyMap<number, number>;
}

export interface Moved {
  readonly customerId: number;
  /** id of the receiver */
  readonly to: number;
  readonly because: HandedBecause;
}

/** A talk longer ago binds nobody. */
const TALKED_WITHIN_DAYS = 365;

/** Where each goes, ascending by id. Those of one household go to one receiver. */
export function handOver(asked: HandoverInput): Moved[] {
  const { day, receivers } = asked;
  const input: World = { ...asked, moving: new Set(asked.moved.map(({ id }) => id)) };
  const loads = new Map(receivers.map((id) => [id, asked.loads.get(id) ?? 0]));
  const places = unitsOf(input).flatMap((unit) => {
    const { to, because } = placeOf(unit, input, loads);
    const cars = unit.filter(({ sales }) => salesInForce(sales, day).length > 0).length;
    loads.set(to, (loads.get(to) ?? 0) + cars);
    return unit.map(({ id }): Moved => ({ customerId: id, to, because }));
  });
  return places.sort((a, b) => a.customerId - b.customerId);
}

interface World extends HandoverInput {
  /** ids of those who move */
  readonly moving: ReadonlySet<number>;
}
type Unit = readonly CustomerFacts[];
type Place = Pick<Moved, 'to' | 'because'>;

/** Who moves with whom, in the order of the smallest id. */
function unitsOf({ moved, householdOf }: HandoverInput): Unit[] {
  const byId = new Map(moved.map((facts) => [facts.id, facts]));
  const units: Unit[] = [];
  for (const { id } of moved) {
    // taken with somebody before
    if (!byId.has(id)) continue;
    const unit = [id, ...householdOf(id)].flatMap((member) => byId.get(member) ?? []);
    for (const member of unit) byId.delete(member.id);
    units.push(unit);
  }
  return units;
}

function placeOf(unit: Unit, input: World, loads: ReadonlyMap<number, number>): Place {
  const [first] = input.receivers;
  if (first === undefined) throw new Error('nobody to receive');
  if (input.named) return { to: first, because: 'named' };
  const placed = (to: number | null, because: HandedBecause): Place | null =>
    to === null ? null : { to, because };
  return (
    placed(ownerInHousehold(unit, input), 'household') ??
    placed(creditedWith(unit, input), 'credited') ??
    placed(talkedWith(unit, input), 'talked') ?? { to: leastLoaded(input.receivers, loads), because: 'even' }
  );
}

/** The other members of the unit's household, ascending. */
const othersOf = ([first]: Unit, { householdOf, members }: HandoverInput): CustomerFacts[] =>
  first === undefined ? [] : householdOf(first.id).flatMap((id) => members.get(id) ?? []);

/** Who looks after a member who stays: of several the one who bought last. */
function ownerInHousehold(unit: Unit, input: World): number | null {
  const { day, salespeople, receivers, moving } = input;
  let found: { readonly to: number; readonly sale: SaleFacts | null } | null = null;
  for (const member of othersOf(unit, input)) {
    if (moving.has(member.id)) continue;
    const to = ownerOf(member, salespeople, day);
    if (to === null || !receivers.includes(to)) continue;
    const sale = newestSale(soldBy(member, day));
    if (found === null || isNewer(sale, found.sale)) found = { to, sale };
  }
  return found?.to ?? null;
}

const soldBy = ({ sales }: CustomerFacts, day: Day): SaleFacts[] =>
  sales.filter(({ status, soldOn }) => status === 'sold' && soldOn <= day);

const isNewer = (a: SaleFacts | null, b: SaleFacts | null): boolean =>
  a !== null && (b === null || isLater(a, b));

/** The first receiver named by the newest sale of the unit. */
function creditedWith(unit: Unit, { day, receivers }: HandoverInput): number | null {
  const newest = newestSale(unit.flatMap((facts) => soldBy(facts, day)));
  return newest?.credits.find((id) => receivers.includes(id)) ?? null;
}

/** The receiver who spoke last with anybody of the household. */
function talkedWith(unit: Unit, input: HandoverInput): number | null {
  const { day, receivers } = input;
  const since = addDays(day, -TALKED_WITHIN_DAYS);
  const [first] = unit;
  const household = first === undefined ? [] : [first, ...othersOf(unit, input)];
  const talks = household
    .flatMap(({ contacts }) => contacts)
    .flatMap(({ id, on, outcome, salespersonId }) =>
      isSettling(outcome) &&
      since <= on &&
      on <= day &&
      salespersonId !== null &&
      receivers.includes(salespersonId)
        ? { id, on, salespersonId }
        : [],
    );
  const last = talks.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.id - a.id))[0];
  return last?.salespersonId ?? null;
}

/** Of several the first in the order given. */
const leastLoaded = (receivers: readonly number[], loads: ReadonlyMap<number, number>): number =>
  receivers.reduce((best, id) => ((loads.get(id) ?? 0) < (loads.get(best) ?? 0) ? id : best));
