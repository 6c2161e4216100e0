/** What says who looks after whom, of the whole store at once: a few statements over whole tables, and nothing else read. */

import type { Day } from '../domain/day.ts';
import type { Giving, Ownership, SaleOwnership, Visit } from '../domain/facts.ts';
import { isLater } from '../domain/later-sale.ts';
import { factsReader } from './call-facts.ts';
import { grouped, isEmpty } from './engine/rows.ts';
import { eachOf, listOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { takenCars } from './taken-cars.ts';

type OrderRow = readonly [saleId: number, on: Day];
type GivingRow = readonly [customerId: number, entry: number, on: Day, to: number | null, leftOn: Day | null];

/** Ids of sales read at once, whether or not somebody has them. */
const AT_ONCE = 20_000;
/** As one row of columns. A sale that is no lease has no end of one to be told. */
const SALES = `SELECT ${['id', 'customer_id', 'co_buyer_id', 'is_sold', 'sold_on', 'lease_end_on'].map(listOf).join(', ')} FROM (
    SELECT id, customer_id, co_buyer_id, status = 'sold' AS is_sold, sold_on, CASE WHEN deal_type = 'lease' THEN lease_end_on END AS lease_end_on
    FROM sale WHERE id > :after AND id <= :last ORDER BY id)`;
/** As one row of columns, by sale, in credited order. */
const CREDITS = `SELECT ${['sale_id', 'salesperson_id'].map(listOf).join(', ')} FROM (
    SELECT sale_id, salesperson_id FROM sale_salesperson WHERE sale_id > :after AND sale_id <= :last ORDER BY sale_id, position)`;
/** What else is compared of sales on one day. */
const NUMBERS = `SELECT s.id, s.store, s.deal_number FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.id = j.value`;
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
  const one = (id: number, sales: readonly SaleOwnership[]): Ownership => ({
    id,
    sales,
    coSigned: signed.get(id) ?? NONE,
    contacts: NONE,
    promiseEnds: NONE,
    givings: givings.get(id) ?? NONE,
  });
  for (const [id, sales] of bought) if (!told.has(id)) yield one(id, sales);
  for (const id of signed.keys()) if (!bought.has(id) && !told.has(id)) yield one(id, NONE);
  for (const id of givings.keys())
    if (!bought.has(id) && !signed.has(id) && !told.has(id)) yield one(id, NONE);
}

const NONE: readonly never[] = [];

interface Sales {
  readonly bought: ReadonlyMap<number, SaleOwnership[]>;
  readonly signed: ReadonlyMap<number, SaleOwnership[]>;
}

type SaleRead = { -readonly [K in keyof SaleOwnership]: SaleOwnership[K] };

/** By buyer and by co-buyer, ascending by id. Store and deal number are there only where they may decide which sale is the later. */
function salesByCustomer(db: Store, day: Day): Sales {
  const bought = new Map<number, SaleRead[]>();
  const signed = new Map<number, SaleRead[]>();
  const tied = new Map<number, SaleRead>();
  const add = (sales: Map<number, SaleRead[]>, customerId: number, sale: SaleRead): void => {
    const others = sales.get(customerId);
    if (others === undefined) {
      sales.set(customerId, [sale]);
      return;
    }
    for (const other of others)
      if (other.soldOn === sale.soldOn) tied.set(sale.id, sale).set(other.id, other);
    others.push(sale);
  };
  const cars = takenCars(db);
  const orders = isEmpty(db, 'repair_order') ? new Map<number, Visit[]>() : ordersOfLeases(db, day);
  const saleColumns = columnsReader<SaleColumns>(db, SALES);
  const creditColumns = columnsReader<[saleIds: number[], salespersonIds: number[]]>(db, CREDITS);
  const sameCredits = new Map<number, readonly number[]>();
  const end = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM sale').pluck().get() ?? 0;
  const isOfTaken = new Uint8Array(end + 1);
  for (const { sales, trades } of cars.values()) for (const id of [...sales, ...trades]) isOfTaken[id] = 1;
  const ofTaken = new Map<number, SaleRead>();
  for (let after = 0; after < end; after += AT_ONCE) {
    const range = { after, last: after + AT_ONCE };
    const [ids, buyers, coBuyers, areSold, soldOns, leaseEnds] = saleColumns(range);
    const [credited, salespeople] = creditColumns(range);
    let at = 0;
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] as number;
      const first = at;
      while (credited[at] === id) at += 1;
      const leaseEndOn = leaseEnds[i] ?? null;
      const sale: SaleRead = {
        id,
        store: '',
        dealNumber: null,
        status: areSold[i] === 1 ? 'sold' : 'unwound',
        soldOn: soldOns[i] as Day,
        dealType: leaseEndOn === null ? null : 'lease',
        leaseEndOn,
        goneOn: null,
        credits: creditsOf(salespeople, first, at, sameCredits),
        orders: orders.get(id) ?? NONE,
      };
      if (isOfTaken[id] === 1) ofTaken.set(id, sale);
      add(bought, buyers[i] as number, sale);
      const coBuyerId = coBuyers[i] ?? null;
      if (coBuyerId !== null) add(signed, coBuyerId, sale);
    }
  }
  const taken = [...cars.values()].map(({ sales, trades }) => {
    const read = (ids: readonly number[]) => ids.flatMap((id) => ofTaken.get(id) ?? []);
    return {
      sales: read(sales),
      takers: read([...sales, ...trades]).filter(({ status }) => status === 'sold'),
    };
  });
  for (const { sales, takers } of taken)
    for (const sale of sales)
      for (const taker of takers)
        if (taker !== sale && taker.soldOn === sale.soldOn) tied.set(sale.id, sale).set(taker.id, taker);
  addNumbers(db, tied);
  for (const { sales, takers } of taken) for (const sale of sales) sale.goneOn = goneDay(sale, takers);
  return { bought, signed };
}

/** The earliest day of a later sale among those that took the car. */
function goneDay(sale: SaleRead, takers: readonly SaleRead[]): Day | null {
  let first: Day | null = null;
  for (const taker of takers)
    if (isLater(taker, sale) && (first === null || taker.soldOn < first)) first = taker.soldOn;
  return first;
}

function addNumbers(db: Store, sales: ReadonlyMap<number, SaleRead>): void {
  const rows = db.prepare<[string], [id: number, store: string, dealNumber: string | null]>(NUMBERS).raw();
  for (const [id, store, dealNumber] of rows.all(JSON.stringify([...sales.keys()]))) {
    const sale = sales.get(id);
    if (sale !== undefined) Object.assign(sale, { store, dealNumber });
  }
}

/** Most sales name one salesperson: each of them is one list for all their sales. */
function creditsOf(
  salespeople: readonly number[],
  from: number,
  to: number,
  same: Map<number, readonly number[]>,
): readonly number[] {
  const first = salespeople[from];
  if (to === from || first === undefined) return NONE;
  if (to > from + 1) return salespeople.slice(from, to);
  const known = same.get(first) ?? [first];
  same.set(first, known);
  return known;
}

interface Range {
  /** the highest id that is not read */
  readonly after: number;
  readonly last: number;
}
type SaleColumns = [
  ids: number[],
  buyers: number[],
  coBuyers: (number | null)[],
  areSold: number[],
  soldOns: Day[],
  leaseEnds: (Day | null)[],
];

function columnsReader<C extends readonly unknown[]>(db: Store, sql: string): (range: Range) => C {
  const read = db.prepare<Range, string[]>(sql).raw();
  return (range) => (read.get(range) ?? []).map((column) => JSON.parse(column)) as unknown as C;
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
