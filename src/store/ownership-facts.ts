/** What says who looks after whom, of the whole store at once: a few statements over whole tables, and nothing else read. */

import type { Day } from '../domain/day.ts';
import type { Giving, Ownership } from '../domain/facts.ts';
import { callFacts } from './call-facts.ts';
import { grouped, isEmpty } from './engine/rows.ts';
import type { Store } from './engine/store.ts';
import { SalesInColumns } from './sales-in-columns.ts';

type GivingRow = readonly [customerId: number, entry: number, on: Day, to: number | null, leftOn: Day | null];

const GIVINGS = `SELECT g.customer_id, g.entry_id, g.given_on, g.salesperson_id, p.left_on
  FROM giving g LEFT JOIN salesperson p ON p.id = g.salesperson_id ORDER BY g.given_on, g.entry_id`;
/** Whoever was promised something and has no sale by the day, as buyer or co-buyer: else a promise makes nobody the owner. */
const ONLY_PROMISED = `SELECT DISTINCT k.customer_id FROM contact k WHERE k.next_on IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM sale s WHERE s.customer_id = k.customer_id AND s.sold_on <= :day)
  AND NOT EXISTS (SELECT 1 FROM sale s WHERE s.co_buyer_id = k.customer_id AND s.sold_on <= :day)`;

/**
 * Everybody who bought, signed, was given to somebody, or has nothing but a promise, in no order; of what was ordered, said and
 * promised only what can make an owner up to `day`. Whoever is left out is the house's.
 */
export function* ownershipFacts(db: Store, day: Day): Generator<Ownership> {
  const sales = new SalesInColumns(db, day);
  const givings = isEmpty(db, 'giving') ? new Map<number, Giving[]>() : allGivings(db);
  const promised = isEmpty(db, 'contact')
    ? []
    : db.prepare<{ day: Day }, number>(ONLY_PROMISED).pluck().all({ day });
  const told = new Set(promised);
  yield* callFacts(db, promised);
  const one = (id: number): Ownership => ({
    id,
    sales: sales.boughtBy(id),
    coSigned: sales.signedBy(id),
    contacts: NONE,
    promiseEnds: NONE,
    givings: givings.get(id) ?? NONE,
  });
  for (const id of sales.customers()) if (!told.has(id)) yield one(id);
  for (const id of givings.keys()) if (!sales.has(id) && !told.has(id)) yield one(id);
}

const NONE: readonly never[] = [];

const allGivings = (db: Store): Map<number, Giving[]> =>
  grouped(db.prepare<[], GivingRow>(GIVINGS).raw().all(), ([, entry, on, to, leftOn]) => ({
    entry,
    on,
    to,
    leftOn,
  }));
