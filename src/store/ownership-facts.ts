/** What says who looks after whom, of the whole store at once: a few statements over whole tables, and nothing else read. */

import type { Day } from '../domain/day.ts';
import type { Giving, Ownership, SaleOwnership, Visit } from '../domain/facts.ts';
import type { DealType, SaleStatus } from '../domain/sale.ts';
import { factsReader } from './call-facts.ts';
import { addTo, grouped, isEmpty } from './engine/rows.ts';
import type { Store } from './engine/store.ts';
import { goneDays } from './gone-days.ts';

type SaleRow = readonly [
  id: number,
  buyerId: number,
  coBuyerId: number | null,
  store: string,
  dealNumber: string | null,
  status: SaleStatus,
  soldOn: Day,
  dealType: DealType | null,
  leaseEndOn: Day | null,
];
type CreditRow = readonly [saleId: number, salespersonId: number];
type OrderRow = readonly [saleId: number, on: Day];
type GivingRow = readonly [customerId: number, entry: number, on: Day, to: number | null, leftOn: Day | null];

/** Sales read at once. */
const AT_ONCE = 5000;

/** Only a lease past its end is asked for orders; a sale that is no lease has no end of one to be told. */
const SALES = `SELECT id, customer_id, co_buyer_id, store, deal_number, status, sold_on,
  CASE WHEN deal_type = 'lease' THEN deal_type END, CASE WHEN deal_type = 'lease' THEN lease_end_on END
  FROM sale WHERE id > ? ORDER BY id LIMIT ?`;
const CREDITS =
  'SELECT sale_id, salesperson_id FROM sale_salesperson WHERE sale_id > ? AND sale_id <= ? ORDER BY sale_id, position';
/** Of leases past their end: the orders, but for those only the store itself paid for, that name the buyer. */
const ORDERS = `SELECT s.id, o.closed_on FROM sale s CROSS JOIN vehicle v ON v.id = s.vehicle_id
  CROSS JOIN repair_order o ON o.vehicle_id = v.id
  WHERE s.deal_type = 'lease' AND s.lease_end_on < ? AND v.vin IS NOT NULL AND o.closed_on > s.lease_end_on
    AND o.customer_id = s.customer_id AND o.names_somebody <> 0 AND o.pay_types <> '["internal"]'
  ORDER BY s.id, o.closed_on`;
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
  const { bought, signed } = salesByCustomer(db, day);
  const givings = isEmpty(db, 'giving') ? new Map<number, Giving[]>() : allGivings(db);
  const promised = isEmpty(db, 'contact')
    ? []
    : db.prepare<{ day: Day }, number>(ONLY_PROMISED).pluck().all({ day });
  const told = new Set(promised);
  const read = factsReader(db);
  for (let at = 0; at < promised.length; at += 500) yield* read(promised.slice(at, at + 500));
  const one = (id: number): Ownership => ({
    id,
    sales: bought.get(id) ?? NONE,
    coSigned: signed.get(id) ?? NONE,
    contacts: NONE,
    promiseEnds: NONE,
    givings: givings.get(id) ?? NONE,
  });
  for (const id of bought.keys()) if (!told.has(id)) yield one(id);
  for (const id of signed.keys()) if (!bought.has(id) && !told.has(id)) yield one(id);
  for (const id of givings.keys()) if (!bought.has(id) && !signed.has(id) && !told.has(id)) yield one(id);
}

const NONE: readonly never[] = [];

interface Sales {
  readonly bought: ReadonlyMap<number, SaleOwnership[]>;
  readonly signed: ReadonlyMap<number, SaleOwnership[]>;
}

/** By buyer and by co-buyer, ascending by id. */
function salesByCustomer(db: Store, day: Day): Sales {
  const bought = new Map<number, SaleOwnership[]>();
  const signed = new Map<number, SaleOwnership[]>();
  const gone = goneDays(db);
  const orders = isEmpty(db, 'repair_order') ? new Map<number, Visit[]>() : ordersOfLeases(db, day);
  const rows = db.prepare<[number, number], SaleRow>(SALES).raw();
  const creditRows = db.prepare<[number, number], CreditRow>(CREDITS).raw();
  const alone = new Map<number, readonly number[]>();
  for (let after = 0; ; ) {
    const page = rows.all(after, AT_ONCE);
    const last = page.at(-1)?.[0];
    if (last === undefined) return { bought, signed };
    const credits = creditRows.all(after, last);
    let at = 0;
    for (const [id, buyerId, coBuyerId, store, dealNumber, status, soldOn, dealType, leaseEndOn] of page) {
      const first = at;
      while (credits[at]?.[0] === id) at += 1;
      const sale = {
        id,
        store,
        dealNumber,
        status,
        soldOn,
        dealType,
        leaseEndOn,
        goneOn: gone.get(id) ?? null,
        credits: creditsOf(credits, first, at, alone),
        orders: orders.get(id) ?? NONE,
      };
      addTo(bought, buyerId, sale);
      if (coBuyerId !== null) addTo(signed, coBuyerId, sale);
    }
    after = last;
  }
}

/** Most sales name one salesperson: each of them is one list for all their sales. */
function creditsOf(
  rows: readonly CreditRow[],
  from: number,
  to: number,
  alone: Map<number, readonly number[]>,
): readonly number[] {
  if (to === from) return NONE;
  if (to > from + 1) return rows.slice(from, to).map(([, salespersonId]) => salespersonId);
  const id = rows[from]?.[1] ?? 0;
  const known = alone.get(id);
  if (known !== undefined) return known;
  const list = [id];
  alone.set(id, list);
  return list;
}

const ordersOfLeases = (db: Store, day: Day): Map<number, Visit[]> =>
  grouped(db.prepare<[Day], OrderRow>(ORDERS).raw().all(day), ([, on]) => ({ on, names: 'customer' }));

const allGivings = (db: Store): Map<number, Giving[]> =>
  grouped(db.prepare<[], GivingRow>(GIVINGS).raw().all(), ([, entry, on, to, leftOn]) => ({
    entry,
    on,
    to,
    leftOn,
  }));
