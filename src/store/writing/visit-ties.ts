/** Tying visits to customers and cars: when their row is read, and again when what came in since may say otherwise. */

import { emptyAmong } from '../engine/rows.ts';
import { eachOf, isAmong } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { CustomerWriter } from './customer-writer.ts';
import type { Evidence } from './evidence.ts';
import {
  emailAsKey,
  keysOf,
  numberAsKey,
  phoneAsKey,
  plateAsKey,
  type SaidOfVisit,
  saidFrom,
  tailAsKey,
} from './said-of-visit.ts';
import { VehicleWriter } from './vehicle-writer.ts';
import { type KnownVisit, type MatchedBy, VisitMatcher } from './visit-matcher.ts';

export interface Tied {
  readonly customerId: number | null;
  readonly vehicleId: number | null;
  readonly matchedBy: MatchedBy | null;
  /** what matched names the customer */
  readonly byMatch: boolean;
  /** something on file about the customer or the car has changed */
  readonly changed: boolean;
}

interface StoredVisit {
  readonly id: number;
  readonly store: string;
  readonly day: string;
  readonly customer_id: number | null;
  readonly vehicle_id: number | null;
  readonly matched_by: string | null;
  readonly names_by_match: number;
  readonly said: string;
}

const KINDS = ['repair_order', 'appointment'] as const;
const DAY_OF = { repair_order: "coalesce(opened_on, closed_on, '')", appointment: 'due_on' } as const;

export class VisitTies {
  readonly #db: Store;
  readonly #customers: CustomerWriter;
  readonly #vehicles: VehicleWriter;
  readonly #matcher: VisitMatcher;
  readonly #noteOfVisits;
  readonly #isOfVisits;
  readonly #addKey;
  readonly #clearKeys;
  /** customers known only from visits whom this import named by what was on file */
  readonly #named = new Set<number>();
  /** those it made */
  readonly #made = new Set<number>();

  constructor(db: Store, customers: CustomerWriter, vehicles: VehicleWriter) {
    this.#db = db;
    this.#customers = customers;
    this.#vehicles = vehicles;
    this.#matcher = new VisitMatcher(db, customers);
    this.#noteOfVisits = db.prepare(
      'INSERT INTO visit_customer (customer_id) VALUES (?) ON CONFLICT DO NOTHING',
    );
    this.#isOfVisits = db.prepare('SELECT 1 FROM visit_customer WHERE customer_id = ?');
    this.#addKey = db.prepare(
      'INSERT INTO visit_key (key, kind, visit_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#clearKeys = db.prepare('DELETE FROM visit_key WHERE kind = ? AND visit_id = ?');
  }

  /**
   * @param asOf delivery and day of the row; older evidence only fills gaps
   * @param visit null = it is not on file yet @param now what it was tied to until now
   */
  tie(
    said: SaidOfVisit,
    { store, day, asOf }: { readonly store: string; readonly day: string; readonly asOf: string },
    visit: KnownVisit | null,
    now: { readonly customerId: number | null; readonly vehicleId: number | null; readonly byMatch: boolean },
  ): Tied {
    const match = this.#matcher.match(said, store, day, visit);
    const { vehicle, party } = said;
    let changed = false;
    let vehicleId = now.vehicleId;
    if (vehicle !== null) {
      const isTail = match.vehicleId !== null && vehicle.vin === null;
      const known = match.vehicleId ?? this.#vehicles.ownOrPlain(now.vehicleId, vehicle);
      const written = this.#vehicles.write(isTail ? { ...vehicle, serial: null } : vehicle, asOf, known);
      vehicleId = written.id;
      changed = written.changed;
    }
    let customerId = match.customerId;
    if (party !== null) {
      const {
        id,
        changed: hasChanged,
        isNew,
      } = match.customerId !== null
        ? this.#customers.writeTo(match.customerId, party, store, asOf)
        : this.#customers.write(
            party,
            store,
            asOf,
            now.byMatch ? null : now.customerId,
            vehicle?.vin ?? null,
          );
      customerId = id;
      changed ||= hasChanged;
      if (isNew) {
        this.#noteOfVisits.run(id);
        this.#made.add(id);
      }
    }
    const byMatch = match.customerId !== null;
    if (
      byMatch &&
      match.by !== 'vin' &&
      customerId !== null &&
      this.#isOfVisits.get(customerId) !== undefined
    )
      this.#named.add(customerId);
    return { customerId, vehicleId, matchedBy: match.by, byMatch, changed };
  }

  /** By what the visit is found again; the buyer in the own car needs none. */
  keepKeys({ kind, id }: KnownVisit, said: SaidOfVisit, store: string, tied: Tied, isNew: boolean): void {
    const number = KINDS.indexOf(kind);
    if (!isNew) this.#clearKeys.run(number, id);
    if (tied.matchedBy === 'vin' && tied.byMatch) return;
    for (const key of keysOf(said, store)) this.#addKey.run(key, number, id);
  }

  /**
   * Behind the last row of a file of visits: others that name the same people who never bought may be theirs for sure now, and what
   * two people are reached by names neither.
   */
  finish(): void {
    if (this.#named.size > 0) this.#tieAgain(ofCustomers(this.#db, [...this.#named]));
    if (this.#made.size > 0) this.#tieAgain(reachedAlike(this.#db, [...this.#made]));
    this.#named.clear();
    this.#made.clear();
  }

  /** Behind the last row of a file of sales. @param news null = too many to name */
  afterSales(news: SalesNews | null): void {
    this.#tieAgain(news === null ? null : ofSales(this.#db, news));
  }

  /** @param found null = all of them */
  #tieAgain(found: Found | null): void {
    for (const kind of KINDS) {
      if (found !== null && found[kind].length === 0) continue;
      const select = `SELECT id, store, ${DAY_OF[kind]} AS day, customer_id, vehicle_id, matched_by, names_by_match, said
        FROM ${kind} WHERE said IS NOT NULL`;
      const rows =
        found === null
          ? this.#db.prepare<[], StoredVisit>(`${select} ORDER BY id`).all()
          : this.#db
              .prepare<[string], StoredVisit>(`${select} AND ${isAmong('id', '?')} ORDER BY id`)
              .all(JSON.stringify(found[kind]));
      const update = this.#db.prepare(
        `UPDATE ${kind} SET customer_id = ?, vehicle_id = ?, matched_by = ?, names_by_match = ? WHERE id = ?`,
      );
      for (const row of rows) {
        const tied = this.#again(kind, row);
        if (
          tied.customerId === row.customer_id &&
          tied.vehicleId === row.vehicle_id &&
          tied.matchedBy === row.matched_by &&
          tied.byMatch === (row.names_by_match === 1)
        )
          continue;
        update.run(tied.customerId, tied.vehicleId, tied.matchedBy, Number(tied.byMatch), row.id);
        this.keepKeys({ kind, id: row.id }, saidFrom(row.said), row.store, tied, false);
      }
    }
  }

  #again(kind: KnownVisit['kind'], row: StoredVisit): Tied {
    const said = saidFrom(row.said);
    const { id, store, day } = row;
    const match = this.#matcher.match(said, store, day, { kind, id });
    const { party, vehicle } = said;
    const byMatch = match.customerId !== null;
    let vehicleId = match.vehicleId ?? row.vehicle_id;
    // tied to a car by its plate or the end of its VIN, which fits no longer
    if (match.vehicleId === null && vehicle !== null && vehicle.vin === null)
      vehicleId = this.#vehicles.write(vehicle, '', this.#vehicles.ownOrPlain(row.vehicle_id, vehicle)).id;
    let customerId = match.customerId;
    if (party !== null && customerId !== null && customerId !== row.customer_id)
      this.#customers.writeTo(customerId, party, store, '');
    if (party !== null && customerId === null) {
      if (row.names_by_match === 0 && row.customer_id !== null) customerId = row.customer_id;
      else {
        const written = this.#customers.write(party, store, '', null, vehicle?.vin ?? null);
        if (written.isNew) this.#noteOfVisits.run(written.id);
        customerId = written.id;
      }
    }
    return { customerId, vehicleId, matchedBy: match.by, byMatch, changed: false };
  }
}

type Found = Readonly<Record<(typeof KINDS)[number], number[]>>;

/** The visits that name these customers, or somebody with their number, phone or address. */
function ofCustomers(db: Store, ids: readonly number[]): Found {
  return visitsOf(db, keysOfCustomers(db, ids), ids, []);
}

/** From here on it is quicker to look at every visit. */
const SALES_NAMED = 20_000;

/** Ids of sales that are new or changed, and of the customers and cars they were about before. */
export interface SalesNews {
  readonly sales: ReadonlySet<number>;
  readonly customers: ReadonlySet<number>;
  readonly vehicles: ReadonlySet<number>;
}

/** Notes which sales of a file are news, and has the visits they may concern tied again behind the last row. */
export class NewsForVisits {
  readonly #db: Store;
  readonly #evidence: Evidence;
  /** null while there is no visit on file, nor will be one */
  readonly #news: { sales: Set<number>; customers: Set<number>; vehicles: Set<number> } | null;

  constructor(db: Store, evidence: Evidence) {
    this.#db = db;
    this.#evidence = evidence;
    const hasVisits = emptyAmong(db, ['repair_order', 'appointment']).size < 2;
    this.#news = hasVisits ? { sales: new Set(), customers: new Set(), vehicles: new Set() } : null;
  }

  /** @param before the sale as it was, where it was on file */
  sale(id: number, before?: { readonly customer_id: number; readonly vehicle_id: number }): void {
    if (this.#news === null) return;
    this.#news.sales.add(id);
    if (before === undefined) return;
    this.#news.customers.add(before.customer_id);
    this.#news.vehicles.add(before.vehicle_id);
  }

  finish(): void {
    if (this.#news === null || this.#news.sales.size === 0) return;
    const customers = new CustomerWriter(this.#db, { ...this.#evidence, keepsNames: true });
    const ties = new VisitTies(this.#db, customers, new VehicleWriter(this.#db));
    ties.afterSales(this.#news.sales.size > SALES_NAMED ? null : this.#news);
    customers.finish();
    this.#news.sales.clear();
  }
}

/** The visits of others that give a phone or an e-mail address of these customers. */
function reachedAlike(db: Store, ids: readonly number[]): Found {
  const asked = JSON.stringify(ids);
  const of = (kind: (typeof KINDS)[number]): number[] =>
    db
      .prepare<[string, number], number>(
        `SELECT DISTINCT o.id FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value
         CROSS JOIN visit_key k ON k.key IN ('p ' || c.home_phone, 'p ' || c.cell_phone, 'p ' || c.work_phone, 'p ' || c.other_phone, 'e ' || c.email)
           AND k.kind = ?
         CROSS JOIN ${kind} o ON o.id = k.visit_id WHERE o.customer_id IS NOT c.id`,
      )
      .pluck()
      .all(asked, KINDS.indexOf(kind));
  return { repair_order: of('repair_order'), appointment: of('appointment') };
}

/** The visits that one of these sales may concern: of its car, of one traded in, of its buyers. */
function ofSales(db: Store, news: SalesNews): Found {
  const asked = JSON.stringify([...news.sales]);
  const customers = db
    .prepare<[string, string], number>(
      `SELECT s.customer_id FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.id = j.value
       UNION SELECT s.co_buyer_id FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.id = j.value WHERE s.co_buyer_id IS NOT NULL`,
    )
    .pluck()
    .all(asked, asked);
  const vehicles = db
    .prepare<[string, string], { id: number; vin: string | null; plate: string | null }>(
      `SELECT v.id, v.vin, v.plate FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.id = j.value CROSS JOIN vehicle v ON v.id = s.vehicle_id
       UNION SELECT v.id, v.vin, v.plate FROM ${eachOf('?', 'j')} CROSS JOIN sale_trade x ON x.sale_id = j.value CROSS JOIN vehicle v ON v.vin = x.vin`,
    )
    .all(asked, asked);
  const keys = vehicles.flatMap(({ vin, plate }) => [
    ...(vin === null ? [] : [tailAsKey(vin)]),
    ...(plate === null ? [] : [plateAsKey(plate)]),
  ]);
  return visitsOf(
    db,
    [...keysOfCustomers(db, customers), ...keys],
    [...customers, ...news.customers],
    [...vehicles.map(({ id }) => id), ...news.vehicles],
  );
}

function keysOfCustomers(db: Store, ids: readonly number[]): string[] {
  const asked = JSON.stringify(ids);
  const rows = db
    .prepare<
      [string],
      {
        store: string;
        number: string | null;
        a: string | null;
        b: string | null;
        c: string | null;
        d: string | null;
        email: string | null;
      }
    >(
      `SELECT c.store, c.dms_number AS number, c.home_phone AS a, c.cell_phone AS b, c.work_phone AS c, c.other_phone AS d, c.email
       FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`,
    )
    .all(asked);
  const more = db
    .prepare<[string], { store: string; number: string }>(
      `SELECT n.store, n.dms_number AS number FROM ${eachOf('?', 'j')} CROSS JOIN customer_number n ON n.customer_id = j.value`,
    )
    .all(asked);
  return [
    ...rows.flatMap(({ store, number, a, b, c, d, email }) => [
      ...(number === null ? [] : [numberAsKey(store, number)]),
      ...[a, b, c, d].flatMap((phone) => (phone === null ? [] : phoneAsKey(phone))),
      ...(email === null ? [] : [emailAsKey(email)]),
    ]),
    ...more.map(({ store, number }) => numberAsKey(store, number)),
  ];
}

function visitsOf(
  db: Store,
  keys: readonly string[],
  customers: readonly number[],
  vehicles: readonly number[],
): Found {
  const byKey = db
    .prepare<[string], { kind: number; visit_id: number }>(
      `SELECT k.kind, k.visit_id FROM ${eachOf('?', 'j')} CROSS JOIN visit_key k ON k.key = j.value`,
    )
    .all(JSON.stringify([...new Set(keys)]));
  const of = (kind: (typeof KINDS)[number]): number[] => {
    const by = (column: string, ids: readonly number[]): number[] =>
      db
        .prepare<[string], number>(
          `SELECT o.id FROM ${eachOf('?', 'j')} CROSS JOIN ${kind} o ON o.${column} = j.value AND o.${column} IS NOT NULL`,
        )
        .pluck()
        .all(JSON.stringify(ids));
    const keyed = byKey.flatMap((one) => (one.kind === KINDS.indexOf(kind) ? one.visit_id : []));
    return [...new Set([...keyed, ...by('customer_id', customers), ...by('vehicle_id', vehicles)])];
  };
  return { repair_order: of('repair_order'), appointment: of('appointment') };
}
