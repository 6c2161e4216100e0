/** Folding the rows of a sales export into sales: one per vehicle of a deal. */

import type { Day } from '../../domain/day.ts';
import { numberKey } from '../../domain/number-key.ts';
import type { DealKey, GoneDeal, OptedOut, SaleRecord } from '../../domain/records.ts';
import { RowBatch } from '../engine/row-batch.ts';
import { RowUpdate } from '../engine/row-update.ts';
import { anyCase, withoutZeros } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { CustomerWriter } from './customer-writer.ts';
import { DealsOnFile } from './deals-on-file.ts';
import { type Evidence, isOlder, meet } from './evidence.ts';
import { type MatchedSale, merged, PROVENANCE, SALE_COLUMNS, type SaleRow, SET_ONLY } from './sale-row.ts';
import { SalespersonWriter } from './salesperson-writer.ts';
import { mayBeSameDeal, mayBeSameVehicle, sameVehicle, vehicleKey } from './same-sale.ts';
import type { NameInStore } from './unseen.ts';
import { VehicleWriter } from './vehicle-writer.ts';
import { NewsForVisits } from './visit-ties.ts';

export type RowOutcome = 'new' | 'changed' | 'same' | 'skipped' | 'rejected';

/** What is kept of a deal that was reported unwound while no sale of it was on file. */
interface Tombstone {
  readonly version: string | null;
  readonly as_of: string;
  readonly row_hash: number;
}

/** The numbers of a deal and of customers that a row names. */
export interface RowNames {
  readonly hash: number;
  readonly deal: NameInStore | null;
  readonly customers: readonly NameInStore[];
}

/** Told of sales that are new, or were credited to other people; a sale may be told of again. */
export interface CreditWatch {
  /** sales made before this day are not told of */
  readonly since: Day;
  /** @param before the ids of those credited until now; null = the sale is new */
  readonly onCredits: (saleId: number, before: readonly number[] | null) => void;
}

interface StoredCredit {
  salesperson_id: number;
  share: number | null;
}

const CREDIT_COLUMNS = ['sale_id', 'position', 'salesperson_id', 'share', 'customer_id', 'co_buyer_id'];

export class SaleWriter {
  readonly #customers: CustomerWriter;
  readonly #vehicles: VehicleWriter;
  readonly #salespeople: SalespersonWriter;
  readonly #evidence: Evidence;
  readonly #statements;
  readonly #updates: RowUpdate<keyof SaleRow>;
  readonly #credits: RowBatch;
  readonly #trades: RowBatch;
  readonly #deals: DealsOnFile;
  #unwoundDeals: boolean;
  /** whether there are such sales on file */
  readonly #any: { withoutDeal: boolean; ofStore: boolean; ofNoStore: boolean };
  /** nothing was on file when the import began: asking first would find nothing */
  readonly #startedEmpty: boolean;
  readonly #watch: CreditWatch | null;
  readonly #news: NewsForVisits;

  constructor(db: Store, evidence: Evidence, watch: CreditWatch | null = null) {
    this.#watch = watch;
    this.#customers = new CustomerWriter(db, evidence);
    this.#vehicles = new VehicleWriter(db);
    this.#news = new NewsForVisits(db, evidence);
    this.#salespeople = new SalespersonWriter(db);
    this.#evidence = evidence;
    const matched = 'SELECT s.*, v.vin, v.serial_number FROM sale s JOIN vehicle v ON v.id = s.vehicle_id';
    this.#statements = {
      byDeal: db.prepare<[string, string], MatchedSale>(
        `${matched} WHERE s.store = ? AND ${withoutZeros('s.deal_number')} = ? ORDER BY s.id`,
      ),
      byVin: db.prepare<[string, string], MatchedSale>(
        `${matched} WHERE v.vin = ? AND s.sold_on = ? ORDER BY s.id`,
      ),
      bySerial: db.prepare<[string, string], MatchedSale>(
        `${matched} WHERE v.serial_number = ? AND s.sold_on = ? ORDER BY s.id`,
      ),
      byStock: db.prepare<[string, string, string], MatchedSale>(
        `${matched} WHERE s.store = ? AND ${withoutZeros('s.stock_number')} = ? AND s.sold_on = ? AND s.deal_number IS NULL ORDER BY s.id`,
      ),
      byStockOfDeal: db.prepare<[string, string, string], MatchedSale>(
        `${matched} WHERE s.store = ? AND ${anyCase(withoutZeros('s.stock_number'))} = ? AND s.sold_on = ? AND s.stock_number IS NOT NULL ORDER BY s.id`,
      ),
      insert: db.prepare(
        `INSERT INTO sale (${SALE_COLUMNS.join(', ')}) VALUES (${SALE_COLUMNS.map(() => '?').join(', ')})`,
      ),
      hasRow: db.prepare('SELECT 1 FROM sale_row WHERE sale_id = ? AND row_hash = ?'),
      addRow: db.prepare('INSERT INTO sale_row (sale_id, row_hash) VALUES (?, ?) ON CONFLICT DO NOTHING'),
      clearRows: db.prepare('DELETE FROM sale_row WHERE sale_id = ?'),
      credits: db.prepare<[number], StoredCredit>(
        'SELECT salesperson_id, share FROM sale_salesperson WHERE sale_id = ? ORDER BY position',
      ),
      clearCredits: db.prepare('DELETE FROM sale_salesperson WHERE sale_id = ?'),
      trades: db.prepare<[number], { vin: string }>(
        'SELECT vin FROM sale_trade WHERE sale_id = ? ORDER BY position',
      ),
      unwound: db.prepare<[string, string, string], Tombstone>(
        `SELECT version, as_of, row_hash FROM unwound_deal WHERE store = ? AND ${withoutZeros('deal_number')} = ? AND vehicle IN (?, '')`,
      ),
      rememberUnwound: db.prepare(
        `INSERT INTO unwound_deal (store, deal_number, vehicle, version, as_of, row_hash) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (store, deal_number, vehicle, row_hash) DO UPDATE SET version = excluded.version, as_of = excluded.as_of`,
      ),
    };
    this.#updates = new RowUpdate(db, 'sale', SALE_COLUMNS, SET_ONLY);
    this.#credits = new RowBatch(db, 'sale_salesperson', CREDIT_COLUMNS);
    this.#trades = new RowBatch(db, 'sale_trade', ['sale_id', 'position', 'vin']);
    this.#deals = new DealsOnFile(db);
    const isAny = (where: string): boolean =>
      db.prepare(`SELECT 1 FROM sale ${where} LIMIT 1`).get() !== undefined;
    this.#startedEmpty = !isAny('');
    this.#any = {
      withoutDeal: isAny('WHERE deal_number IS NULL'),
      ofStore: isAny("WHERE store > ''"),
      ofNoStore: isAny("WHERE store = ''"),
    };
    this.#unwoundDeals = db.prepare('SELECT 1 FROM unwound_deal LIMIT 1').get() !== undefined;
  }

  /**
   * Whether this very row was read before; a newer delivery that still carries it is noted.
   * Asked before the row is read, which makes taking in last month's rows again cheap.
   */
  knows(name: Pick<DealKey, 'store' | 'dealNumber'>, hash: number): boolean {
    if (this.#startedEmpty || name.dealNumber === null) return false;
    const deal = { store: name.store, number: name.dealNumber };
    if (this.#deals.isToldBy(deal, hash, this.#evidence.deliveredAt)) return true;
    const known = this.#ofDeal(name.store, name.dealNumber).find((sale) => this.#isKnownRow(sale, hash));
    if (known) this.#seenAgain(known);
    return known !== undefined;
  }

  /** Adds the sale, or merges the row into the one it belongs to. */
  write(record: SaleRecord): RowOutcome {
    const stored = this.#find(record, record.soldOn);
    if (stored === null) {
      this.#add(record);
      return 'new';
    }
    if (this.#isKnownRow(stored, record.hash)) return this.#seenAgain(stored);
    return this.#merge(stored, record);
  }

  /** What the next rows name, so that what is on file of it is asked for once and not row by row. */
  expect(rows: readonly RowNames[]): void {
    this.#deals.lookUp(rows.flatMap(({ deal }) => deal ?? []));
    const isKnown = ({ deal, hash }: RowNames): boolean =>
      deal !== null && this.#deals.isToldBy(deal, hash, this.#evidence.deliveredAt);
    this.#customers.expect(rows.flatMap((row) => (isKnown(row) ? [] : row.customers)));
  }

  /** The ids of salespeople nobody knew before. */
  get newSalespeople(): readonly number[] {
    return this.#salespeople.added;
  }

  /** As the customers' writer tells it. */
  takeDoubted(): readonly string[] {
    return this.#customers.takeDoubted();
  }

  #flush(): void {
    this.#credits.flush();
    this.#trades.flush();
  }

  #ofDeal(store: string, number: string): MatchedSale[] {
    return this.#deals.lacks(store, number) ? [] : this.#statements.byDeal.all(store, numberKey(number));
  }

  /** Keeps a wish not to be contacted from a row that is of no other use. */
  block(optedOut: OptedOut): void {
    this.#customers.block(optedOut);
  }

  /** Behind the last row of the file, once the indexes stand. */
  finish(): void {
    this.#flush();
    this.#news.finish();
    this.#customers.finish();
  }

  /**
   * A row that says the deal is no sale (any more). A sale on file becomes unwound;
   * one never seen is remembered, so that an older file cannot revive it.
   */
  takeBack(key: GoneDeal): 'changed' | 'same' | 'skipped' {
    const { hash, soldOn } = key;
    const stored = this.#find(key, soldOn);
    if (stored === null) {
      if (key.dealNumber !== null) {
        this.#unwoundDeals = true;
        const { store, dealNumber, version } = key;
        this.#statements.rememberUnwound.run(
          store,
          dealNumber,
          vehicleKey(key),
          version,
          this.#evidence.deliveredAt,
          hash,
        );
      }
      return 'skipped';
    }
    if (this.#isKnownRow(stored, hash)) return this.#seenAgain(stored);
    const older = isOlder(
      { version: key.version, deliveredAt: this.#evidence.deliveredAt },
      { version: stored.version, asOf: stored.as_of },
    );
    if (older) return 'same';
    const changed = stored.status !== 'unwound';
    const next: SaleRow = {
      ...stored,
      status: 'unwound',
      version: key.version ?? stored.version,
      as_of: this.#evidence.deliveredAt,
    };
    this.#keepRow(next, hash);
    this.#update(stored, next);
    if (changed) this.#news.sale(stored.id);
    return changed ? 'changed' : 'same';
  }

  #find(key: DealKey, soldOn: string | null): MatchedSale | null {
    if (key.dealNumber !== null) {
      const ofDeal = this.#ofDeal(key.store, key.dealNumber);
      const found = sameVehicle(ofDeal, key);
      if (found !== null || ofDeal.length > 0) return found;
    }
    return soldOn === null || !this.#mayBeElsewhere(key) ? null : this.#ofVehicle(key, soldOn);
  }

  /** A row with a deal number is another sale than one with another: only one without, or of no store, can be the same. */
  #mayBeElsewhere({ store, dealNumber }: DealKey): boolean {
    if (dealNumber === null || this.#any.withoutDeal) return true;
    return store === '' ? this.#any.ofStore : this.#any.ofNoStore;
  }

  /** By VIN, serial or stock number, with the day, where nothing contradicts. */
  #ofVehicle(key: DealKey, soldOn: string): MatchedSale | null {
    const fits = (sale: MatchedSale): boolean => mayBeSameDeal(sale, key) && mayBeSameVehicle(sale, key);
    const { byVin, bySerial } = this.#statements;
    return (
      (key.vin === null ? undefined : byVin.all(key.vin, soldOn).find((sale) => mayBeSameDeal(sale, key))) ??
      (key.serial === null ? undefined : bySerial.all(key.serial, soldOn).find(fits)) ??
      (key.stockNumber === null ? undefined : this.#ofStock(key, key.stockNumber, soldOn).find(fits)) ??
      null
    );
  }

  /** A row with a deal number can only mean a sale without one: a sale with another is another. */
  #ofStock({ store, dealNumber }: DealKey, stockNumber: string, soldOn: string): MatchedSale[] {
    const { byStock, byStockOfDeal } = this.#statements;
    const statement = dealNumber === null && !this.#startedEmpty ? byStockOfDeal : byStock;
    return statement.all(store, numberKey(stockNumber), soldOn);
  }

  #isKnownRow(stored: SaleRow, hash: number): boolean {
    if (stored.row_hash === hash) return true;
    return stored.row_count > 1 && this.#statements.hasRow.get(stored.id, hash) !== undefined;
  }

  /** A row already read says nothing new, but a newer delivery that still carries it is newer evidence. */
  #seenAgain(stored: MatchedSale): 'same' {
    if (stored.as_of < this.#evidence.deliveredAt) {
      this.#update(stored, {
        ...stored,
        as_of: this.#evidence.deliveredAt,
        import_id: this.#evidence.importId,
      });
    }
    return 'same';
  }

  #add(record: SaleRecord): void {
    const asOf = this.#customerAsOf(record.soldOn);
    const customer = this.#customers.write(record.buyer, record.store, asOf, null, record.vin);
    const coBuyer =
      record.coBuyer === null
        ? null
        : this.#customers.write(record.coBuyer, record.store, asOf, null, record.vin).id;
    const coBuyerId = coBuyer === customer.id ? null : coBuyer;
    const vehicle = this.#vehicles.write(record.vehicle, asOf, null);
    const tombstones = this.#unwoundDeals
      ? this.#statements.unwound.all(record.store, numberKey(record.dealNumber ?? ''), vehicleKey(record))
      : [];
    const added = this.#statements.insert.run(
      record.store,
      record.dealNumber,
      record.version,
      tombstones.some((one) => this.#isNewer(one, record)) ? 'unwound' : 'sold',
      customer.id,
      coBuyerId,
      vehicle.id,
      record.stockNumber,
      record.soldOn,
      record.deliveredOn,
      record.deliveredOn ?? record.soldOn,
      record.dealType,
      record.condition,
      record.odometer,
      record.termMonths,
      record.firstPaymentOn,
      record.leaseEndOn,
      record.leaseEndEstimated ? 1 : 0,
      record.loanEndOn,
      record.loanEndEstimated ? 1 : 0,
      record.paymentCents,
      record.amountFinancedCents,
      record.apr,
      record.lender,
      record.credits === null ? 0 : 1,
      this.#evidence.deliveredAt,
      this.#evidence.importId,
      record.hash,
      1 + tombstones.length,
    );
    const id = Number(added.lastInsertRowid);
    this.#news.sale(id);
    for (const { row_hash } of tombstones) this.#statements.addRow.run(id, row_hash);
    if (this.#watch !== null && record.soldOn >= this.#watch.since) this.#watch.onCredits(id, null);
    const credits = record.credits ?? [];
    for (let i = 0; i < credits.length; i++) {
      const credit = credits[i];
      if (!credit) continue;
      const person = this.#salespeople.idOf(credit, record.store);
      this.#credits.add(id, i + 1, person, credit.share, customer.id, coBuyerId);
    }
    for (const [i, vin] of record.tradeVins.entries()) this.#trades.add(id, i + 1, vin);
    if (record.dealNumber !== null) this.#deals.forget(record.store, record.dealNumber);
    this.#any.withoutDeal ||= record.dealNumber === null;
    this.#any.ofStore ||= record.store !== '';
    this.#any.ofNoStore ||= record.store === '';
  }

  #isNewer(tombstone: Tombstone, record: SaleRecord): boolean {
    return isOlder(
      { version: record.version, deliveredAt: this.#evidence.deliveredAt },
      { version: tombstone.version, asOf: tombstone.as_of },
    );
  }

  #merge(stored: MatchedSale, record: SaleRecord): 'changed' | 'same' {
    const older = isOlder(
      { version: record.version, deliveredAt: this.#evidence.deliveredAt },
      { version: stored.version, asOf: stored.as_of },
    );
    // an earlier state of the deal in the same delivery stands behind every other row of it
    const asOf =
      older && this.#evidence.deliveredAt >= stored.as_of
        ? this.#evidence.deliveredAt
        : this.#customerAsOf(record.soldOn);
    const customer = this.#customers.write(record.buyer, record.store, asOf, stored.customer_id, record.vin);
    const coBuyer =
      record.coBuyer === null
        ? null
        : this.#customers.write(record.coBuyer, record.store, asOf, stored.co_buyer_id, record.vin);
    const vehicle = this.#vehicles.write(record.vehicle, asOf, stored.vehicle_id);
    const next = merged(stored, record, older);
    if (!older) {
      next.customer_id = customer.id;
      next.vehicle_id = vehicle.id;
      next.status = 'sold';
      next.version = record.version ?? stored.version;
      next.as_of = this.#evidence.deliveredAt;
    }
    if (record.credits !== null) next.credits_known = 1;
    next.co_buyer_id = meet(stored.co_buyer_id, coBuyer?.id ?? null, older);
    const saleChanged = SALE_COLUMNS.some(
      (column) => !PROVENANCE.has(column) && next[column] !== stored[column],
    );
    const creditsChanged = this.#mergeCredits(stored, next, record, older, saleChanged);
    const tradesChanged = this.#mergeTrades(stored.id, record.tradeVins);
    if (!older) this.#keepRow(next, record.hash);
    if (!older || saleChanged || creditsChanged) this.#update(stored, next);
    if (next.customer_id !== stored.customer_id) {
      // whether the car is gone is asked of the trades
      this.#flush();
      this.#customers.handOver(stored.customer_id, record.buyer, next.customer_id);
    }
    if (next.vehicle_id !== stored.vehicle_id) this.#vehicles.removeUnused(stored.vehicle_id);
    const changed =
      saleChanged ||
      creditsChanged ||
      tradesChanged ||
      customer.changed ||
      coBuyer?.changed ||
      vehicle.changed;
    if (changed) this.#news.sale(stored.id, stored);
    return changed ? 'changed' : 'same';
  }

  /**
   * Rows of one file that differ in nothing but the salesperson add up (one row a salesperson);
   * a later state or a newer file replaces them.
   */
  #mergeCredits(
    stored: SaleRow,
    sale: SaleRow,
    record: SaleRecord,
    older: boolean,
    saleChanged: boolean,
  ): boolean {
    if (record.credits === null) return false;
    this.#credits.flush();
    const before = this.#statements.credits.all(stored.id);
    if (older && stored.credits_known === 1) return false;
    const incoming = record.credits.map((credit) => ({
      salesperson_id: this.#salespeople.idOf(credit, record.store),
      share: credit.share,
    }));
    const newer = record.version !== null && stored.version !== null && record.version > stored.version;
    const addsUp = stored.import_id === this.#evidence.importId && !saleChanged && !newer;
    const next = addsUp
      ? [
          ...before.map((one) => incoming.find((two) => two.salesperson_id === one.salesperson_id) ?? one),
          ...without(incoming, before),
        ]
      : incoming;
    if (sameCredits(before, next)) return false;
    if (this.#watch !== null && sale.sold_on >= this.#watch.since)
      this.#watch.onCredits(
        stored.id,
        before.map(({ salesperson_id: id }) => id),
      );
    this.#statements.clearCredits.run(stored.id);
    next.forEach((credit, i) => {
      const { salesperson_id: person, share } = credit;
      this.#credits.add(sale.id, i + 1, person, share, sale.customer_id, sale.co_buyer_id);
    });
    return true;
  }

  #mergeTrades(saleId: number, vins: readonly string[]): boolean {
    if (vins.length === 0) return false;
    this.#trades.flush();
    const before = this.#statements.trades.all(saleId).map(({ vin }) => vin);
    const added = vins.filter((vin) => !before.includes(vin));
    added.forEach((vin, i) => {
      this.#trades.add(saleId, before.length + i + 1, vin);
    });
    return added.length > 0;
  }

  /** Remembers the rows of the newest delivery, all of them: read again, each must be recognised. */
  #keepRow(sale: SaleRow, hash: number): void {
    if (sale.import_id !== this.#evidence.importId) {
      this.#statements.clearRows.run(sale.id);
      sale.row_count = 1;
    } else {
      this.#statements.addRow.run(sale.id, sale.row_hash);
      this.#statements.addRow.run(sale.id, hash);
      sale.row_count += 1;
    }
    sale.row_hash = hash;
    sale.import_id = this.#evidence.importId;
  }

  #update(before: SaleRow, next: SaleRow): void {
    if (next.deal_number !== null) this.#deals.forget(next.store, next.deal_number);
    // the credits that are on file follow who bought and who signed
    if (next.customer_id !== before.customer_id || next.co_buyer_id !== before.co_buyer_id)
      this.#credits.flush();
    this.#updates.run(before, next);
  }

  #customerAsOf(soldOn: string): string {
    return `${this.#evidence.deliveredAt} ${soldOn}`;
  }
}

const without = (credits: readonly StoredCredit[], known: readonly StoredCredit[]): StoredCredit[] =>
  credits.filter((credit) => !known.some((one) => one.salesperson_id === credit.salesperson_id));

const sameCredits = (a: readonly StoredCredit[], b: readonly StoredCredit[]): boolean =>
  a.length === b.length &&
  a.every((credit, i) => credit.salesperson_id === b[i]?.salesperson_id && credit.share === b[i]?.share);
