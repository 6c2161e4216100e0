/**
 * Every sale of the store as far as it says who looks after its customer, kept as columns: over a whole store an object a sale
 * costs more than reading it, so one is made only where it is looked at.
 */

import type { Day } from '../domain/day.ts';
import type { SaleOwnership, Visit } from '../domain/facts.ts';
import { isLater } from '../domain/later-sale.ts';
import { grouped, isEmpty } from './engine/rows.ts';
import { eachOf, listOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { type TakenCar, takenCars } from './taken-cars.ts';

/** Sales read at a time: their columns come as text, which a million of must not stand beside what is made of it. */
const AT_ONCE = 20_000;
/** The next of them as one row of columns. A sale that is no lease has no end of one to be told. */
const SALES = `SELECT ${['id', 'customer_id', 'co_buyer', 'is_sold', 'sold_on', 'lease_end_on'].map(listOf).join(', ')} FROM (
    SELECT id, customer_id, coalesce(co_buyer_id, 0) AS co_buyer, status = 'sold' AS is_sold, sold_on, CASE WHEN deal_type = 'lease' THEN lease_end_on END AS lease_end_on
    FROM sale WHERE id > ? ORDER BY id LIMIT ${AT_ONCE})`;
const COUNTS = 'SELECT (SELECT count(*) FROM sale), (SELECT count(*) FROM sale_salesperson)';
/** Of these sales, as one row of columns, by sale, in credited order. */
const CREDITS = `SELECT ${['sale_id', 'salesperson_id'].map(listOf).join(', ')} FROM (
    SELECT sale_id, salesperson_id FROM sale_salesperson WHERE sale_id BETWEEN ? AND ? ORDER BY sale_id, position)`;
/** What else is compared of sales on one day. */
const NUMBERS = `SELECT s.id, s.store, s.deal_number FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.id = j.value`;
/** Of leases past their end: the orders, but for those only the store itself paid for, that name the buyer. */
const ORDERS = `SELECT s.id, o.closed_on FROM sale s CROSS JOIN vehicle v ON v.id = s.vehicle_id
  CROSS JOIN repair_order o ON o.vehicle_id = v.id
  WHERE s.deal_type = 'lease' AND s.lease_end_on < ? AND v.vin IS NOT NULL AND o.closed_on > s.lease_end_on
    AND o.customer_id = s.customer_id AND o.names_somebody <> 0 AND o.pay_types <> '["internal"]'
  ORDER BY s.id, o.closed_on`;

type Numbers = Pick<SaleOwnership, 'store' | 'dealNumber'>;
const NO_NUMBERS: Numbers = { store: '', dealNumber: null };
const NONE: readonly never[] = [];

/** The places of the sales of each customer, ascending. */
interface Chains {
  /** by customer id, the first place + 1; 0 = none */
  readonly first: Int32Array;
  /** by place, the next place + 1; 0 = no more */
  readonly next: Int32Array;
}

export class SalesInColumns {
  readonly #ids: Int32Array;
  readonly #areSold: Uint8Array;
  readonly #soldOns: readonly Day[];
  readonly #leaseEnds: readonly (Day | null)[];
  /** by place, where its credits begin; one more at the end */
  readonly #creditsAt: Int32Array;
  readonly #credited: Int32Array;
  readonly #bought: Chains;
  readonly #signed: Chains;
  readonly #orders: ReadonlyMap<number, readonly Visit[]>;
  /** by id of the sale: store and deal number are known only where they may decide which of two is the later */
  #numbers: ReadonlyMap<number, Numbers> = new Map();
  #gone: ReadonlyMap<number, Day> = new Map();

  /** @param day of leases, the orders that make them run on up to it are known */
  constructor(db: Store, day: Day) {
    const read = readColumns(db);
    this.#ids = read.ids;
    this.#areSold = read.areSold;
    this.#soldOns = read.soldOns;
    this.#leaseEnds = read.leaseEnds;
    this.#credited = read.credited;
    this.#creditsAt = startsOf(read.ids, read.creditedSales);
    const last = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM customer').pluck().get() ?? 0;
    this.#bought = chainsOf(read.buyers, last);
    this.#signed = chainsOf(read.coBuyers, last);
    this.#orders = isEmpty(db, 'repair_order')
      ? new Map()
      : grouped(
          db.prepare<[Day], [number, Day]>(ORDERS).raw().all(day),
          ([, on]): Visit => ({ on, names: 'customer' }),
        );
    this.#compareCars(db);
  }

  /** Ids, ascending, of everybody who bought or signed. */
  *customers(): Generator<number> {
    const [bought, signed] = [this.#bought.first, this.#signed.first];
    for (let id = 1; id < bought.length; id += 1) if (bought[id] !== 0 || signed[id] !== 0) yield id;
  }

  has(customerId: number): boolean {
    return (this.#bought.first[customerId] ?? 0) !== 0 || (this.#signed.first[customerId] ?? 0) !== 0;
  }

  /** Ascending by id. */
  boughtBy = (customerId: number): readonly SaleOwnership[] => this.#salesOf(this.#bought, customerId);
  /** As co-buyer. */
  signedBy = (customerId: number): readonly SaleOwnership[] => this.#salesOf(this.#signed, customerId);

  #salesOf(chains: Chains, customerId: number): readonly SaleOwnership[] {
    const first = chains.first[customerId] ?? 0;
    if (first === 0) return NONE;
    const sales: SaleOwnership[] = [];
    for (let at = first; at !== 0; at = chains.next[at - 1] ?? 0) sales.push(this.#saleAt(at - 1));
    return sales;
  }

  #saleAt(place: number): SaleOwnership {
    const id = this.#ids[place] as number;
    const leaseEndOn = this.#leaseEnds[place] ?? null;
    const { store, dealNumber } = this.#numbers.get(id) ?? NO_NUMBERS;
    return {
      id,
      store,
      dealNumber,
      status: this.#areSold[place] === 1 ? 'sold' : 'unwound',
      soldOn: this.#soldOns[place] as Day,
      dealType: leaseEndOn === null ? null : 'lease',
      leaseEndOn,
      goneOn: this.#gone.get(id) ?? null,
      credits: this.#creditsOf(place),
      orders: this.#orders.get(id) ?? NONE,
    };
  }

  #creditsOf(place: number): number[] {
    const credits: number[] = [];
    const end = this.#creditsAt[place + 1] ?? 0;
    for (let at = this.#creditsAt[place] ?? 0; at < end; at += 1) credits.push(this.#credited[at] as number);
    return credits;
  }

  /** Reads the numbers that may be compared, and finds the days on which cars went. */
  #compareCars(db: Store): void {
    const places = new Int32Array((this.#ids.at(-1) ?? 0) + 1);
    for (let place = 0; place < this.#ids.length; place += 1) places[this.#ids[place] as number] = place;
    const cars = takenCars(db);
    const placesOf = (ids: readonly number[]): number[] => ids.map((id) => places[id] as number);
    const takersOf = ({ sales, trades }: TakenCar): number[] =>
      placesOf([...sales, ...trades]).filter((at) => this.#areSold[at] === 1);
    const tied = new Set<number>();
    const compare = (some: readonly number[]): void => {
      const days = new Map<Day, number>();
      for (const place of some) {
        const on = this.#soldOns[place] as Day;
        const other = days.get(on);
        if (other === undefined) days.set(on, place);
        else if (other !== place) tied.add(this.#ids[place] as number).add(this.#ids[other] as number);
      }
    };
    for (const car of cars.values()) compare([...placesOf(car.sales), ...takersOf(car)]);
    for (const chains of [this.#bought, this.#signed])
      for (const first of chains.first) {
        if (first === 0 || chains.next[first - 1] === 0) continue;
        const some: number[] = [];
        for (let at = first; at !== 0; at = chains.next[at - 1] ?? 0) some.push(at - 1);
        compare(some);
      }
    const rows = db.prepare<[string], [id: number, store: string, dealNumber: string | null]>(NUMBERS).raw();
    this.#numbers = new Map(
      rows.all(JSON.stringify([...tied])).map(([id, store, dealNumber]) => [id, { store, dealNumber }]),
    );
    const gone = new Map<number, Day>();
    for (const car of cars.values()) {
      const taking = takersOf(car).map((place) => this.#saleAt(place));
      for (const place of placesOf(car.sales)) {
        const on = firstAfter(this.#saleAt(place), taking);
        if (on !== null) gone.set(this.#ids[place] as number, on);
      }
    }
    this.#gone = gone;
  }
}

function readColumns(db: Store) {
  const sales = db.prepare<[number], string[]>(SALES).raw();
  const credits = db.prepare<[number, number], string[]>(CREDITS).raw();
  const days = new Map<Day, Day>();
  /** The same text for the same day: there are a few thousand. */
  const known = (day: Day): Day => {
    const one = days.get(day);
    if (one !== undefined) return one;
    days.set(day, day);
    return day;
  };
  const [count, credited] = db.prepare<[], [number, number]>(COUNTS).raw().get() ?? [0, 0];
  const found = {
    ids: new Int32Array(count),
    buyers: new Int32Array(count),
    coBuyers: new Int32Array(count),
    areSold: new Uint8Array(count),
    soldOns: new Array<Day>(count),
    leaseEnds: new Array<Day | null>(count),
    creditedSales: new Int32Array(credited),
    credited: new Int32Array(credited),
  };
  let [after, at, creditsAt] = [0, 0, 0];
  for (;;) {
    const [ids = [], buyers = [], coBuyers = [], areSold = [], soldOns = [], leaseEnds = []] = columnsIn(
      sales.get(after),
    );
    if (ids.length === 0) return found;
    const [first, last] = [ids[0] as number, ids.at(-1) as number];
    found.ids.set(ids as number[], at);
    found.buyers.set(buyers as number[], at);
    found.coBuyers.set(coBuyers as number[], at);
    found.areSold.set(areSold as number[], at);
    for (let i = 0; i < ids.length; i += 1) {
      found.soldOns[at + i] = known(soldOns[i] as Day);
      const end = leaseEnds[i] as Day | null;
      found.leaseEnds[at + i] = end === null ? null : known(end);
    }
    const [creditedSales = [], people = []] = columnsIn(credits.get(first, last));
    found.creditedSales.set(creditedSales as number[], creditsAt);
    found.credited.set(people as number[], creditsAt);
    creditsAt += people.length;
    at += ids.length;
    after = last;
  }
}

const columnsIn = (row: readonly string[] | undefined): unknown[][] =>
  (row ?? []).map((column) => JSON.parse(column) as unknown[]);

/** The earliest day of a later sale among those that took the car. */
function firstAfter(sale: SaleOwnership, takers: readonly SaleOwnership[]): Day | null {
  let first: Day | null = null;
  for (const taker of takers)
    if (isLater(taker, sale) && (first === null || taker.soldOn < first)) first = taker.soldOn;
  return first;
}

/** Where the rows of each id begin in a list that is ordered by it, and where the last ones end. */
function startsOf(ids: Int32Array, ordered: Int32Array): Int32Array {
  const starts = new Int32Array(ids.length + 1);
  let at = 0;
  for (let place = 0; place < ids.length; place += 1) {
    starts[place] = at;
    while (ordered[at] === ids[place]) at += 1;
  }
  starts[ids.length] = at;
  return starts;
}

/** @param customers by place; 0 = nobody  @param last the highest id of a customer */
function chainsOf(customers: Int32Array, last: number): Chains {
  const first = new Int32Array(last + 1);
  const next = new Int32Array(customers.length);
  for (let place = customers.length - 1; place >= 0; place -= 1) {
    const id = customers[place] ?? 0;
    if (id === 0) continue;
    next[place] = first[id] ?? 0;
    first[id] = place + 1;
  }
  return { first, next };
}
