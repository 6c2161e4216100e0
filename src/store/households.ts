/** Customers who bought together, as sales state it. */

import type { Day } from '../domain/day.ts';
import type { HouseholdTies } from '../domain/first-service.ts';
import { addTo } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

/** Buyer and co-buyer of one sale, seen from each of the two. */
const TOGETHER = (asked: 'customer_id' | 'co_buyer_id', other: 'customer_id' | 'co_buyer_id'): string =>
  `SELECT j.value, s.${other} FROM ${eachOf(':ids', 'j')} CROSS JOIN sale s ON s.${asked} = j.value
   WHERE s.co_buyer_id IS NOT NULL AND s.customer_id <> s.co_buyer_id AND s.status = 'sold' AND s.sold_on <= :day`;
const PARTNERS = `${TOGETHER('customer_id', 'co_buyer_id')} UNION ${TOGETHER('co_buyer_id', 'customer_id')}`;

export interface Households {
  /** the other members of the household of a customer who was asked for, ascending */
  readonly of: (id: number) => readonly number[];
  /** those of them with whom they are buyer and co-buyer of one sale, ascending */
  readonly partnersOf: (id: number) => readonly number[];
}

/** The households of these customers by the sales, not unwound, up to a day: whoever bought with a member is one too. */
export function householdsOf(db: Store, ids: readonly number[], day: Day): Households {
  const read = db.prepare<{ ids: string; day: Day }, [number, number]>(PARTNERS).raw();
  const partners = new Map<number, Set<number>>();
  for (let asked = [...new Set(ids)]; asked.length > 0; ) {
    for (const id of asked) partners.set(id, new Set());
    const met = new Set<number>();
    for (const [id, other] of read.all({ ids: JSON.stringify(asked), day })) {
      partners.get(id)?.add(other);
      if (!partners.has(other)) met.add(other);
    }
    asked = [...met];
  }
  const sorted = (some: Iterable<number>): number[] => [...some].sort((a, b) => a - b);
  return {
    of: (id) => {
      const members = new Set([id]);
      // a set that grows while it is walked is walked to its end
      for (const member of members) for (const other of partners.get(member) ?? []) members.add(other);
      members.delete(id);
      return sorted(members);
    },
    partnersOf: (id) => sorted(partners.get(id) ?? []),
  };
}

const TIED = (asked: 'customer_id' | 'co_buyer_id', other: 'customer_id' | 'co_buyer_id'): string =>
  `SELECT j.value, s.${other}, min(s.sold_on) FROM ${eachOf(':ids', 'j')} CROSS JOIN sale s ON s.${asked} = j.value
   WHERE s.co_buyer_id IS NOT NULL AND s.customer_id <> s.co_buyer_id AND s.status = 'sold' GROUP BY j.value, s.${other}`;
const TIES = `${TIED('customer_id', 'co_buyer_id')} UNION ALL ${TIED('co_buyer_id', 'customer_id')}`;

/** What makes the households of these customers, whatever the day, each with the day from which it does. */
export function householdTies(db: Store, ids: readonly number[]): HouseholdTies {
  const read = db.prepare<{ ids: string }, [number, number, Day]>(TIES).raw();
  const ties = new Map<number, { other: number; on: Day }[]>();
  const met = new Set<number>();
  for (let asked = [...new Set(ids)]; asked.length > 0; ) {
    for (const id of asked) met.add(id);
    const found = read.all({ ids: JSON.stringify(asked) });
    for (const [id, other, on] of found) addTo(ties, id, { other, on });
    asked = [...new Set(found.map(([, other]) => other))].filter((other) => !met.has(other));
  }
  return ties;
}
