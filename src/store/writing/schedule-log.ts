/** Which schedule holds which appointment, and up to when the workshop's data reach. */

import type { Day } from '../../domain/day.ts';
import { numberKey } from '../../domain/number-key.ts';
import type { Store } from '../engine/store.ts';

export interface ScheduleEvidence {
  readonly importId: number;
  /** the store's day of the delivery */
  readonly deliveredOn: Day;
  /** its place among all deliveries, as text that sorts */
  readonly order: string;
}

/** Of each day only the newest schedule delivered by then is kept: the others say nothing any more. */
export class ScheduleLog {
  readonly #db: Store;
  readonly #evidence: ScheduleEvidence;
  readonly #addSchedule;
  readonly #addRow;
  readonly #stores = new Set<string>();

  constructor(db: Store, evidence: ScheduleEvidence) {
    this.#db = db;
    this.#evidence = evidence;
    this.#addSchedule = db.prepare(
      'INSERT INTO schedule (import_id, store, said_at, delivered_on) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#addRow = db.prepare(
      `INSERT INTO schedule_row (import_id, store, number, due_on, cancelled) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (import_id, store, number) DO UPDATE SET due_on = excluded.due_on, cancelled = excluded.cancelled`,
    );
  }

  /** A file of this store, whatever its rows say. */
  of(store: string): void {
    if (this.#stores.has(store)) return;
    this.#stores.add(store);
    const { importId, order, deliveredOn } = this.#evidence;
    this.#addSchedule.run(importId, store, order, deliveredOn);
  }

  /** @param dueOn null where a row that calls it off does not say */
  row(store: string, number: string, dueOn: string | null, isCancelled: boolean): void {
    this.of(store);
    this.#addRow.run(this.#evidence.importId, store, numberKey(number), dueOn ?? '', Number(isCancelled));
  }

  finish(): void {
    const { importId, order, deliveredOn } = this.#evidence;
    for (const store of this.#stores) {
      const at = { importId, store, order, deliveredOn };
      this.#db
        .prepare(
          `DELETE FROM schedule_row WHERE import_id = :importId AND store = :store AND due_on >=
             (SELECT min(delivered_on) FROM schedule WHERE store = :store AND (said_at, import_id) > (:order, :importId))`,
        )
        .run(at);
      this.#db
        .prepare(
          `DELETE FROM schedule_row WHERE store = :store AND due_on >= :deliveredOn AND import_id IN
             (SELECT import_id FROM schedule WHERE store = :store AND (said_at, import_id) < (:order, :importId))`,
        )
        .run(at);
    }
  }
}

/** Gathers the days of orders while a file is read. */
export class ServiceDays {
  readonly #db: Store;
  readonly #deliveredOn: Day;
  readonly #days = new Map<string, Set<string>>();
  readonly #open = new Set<string>();

  constructor(db: Store, deliveredOn: Day) {
    this.#db = db;
    this.#deliveredOn = deliveredOn;
  }

  order({ store, openedOn, closedOn }: { store: string; openedOn: Day | null; closedOn: Day | null }): void {
    let days = this.#days.get(store);
    if (days === undefined) {
      days = new Set();
      this.#days.set(store, days);
    }
    if (openedOn !== null) days.add(openedOn);
    if (closedOn !== null) days.add(closedOn);
    else this.#open.add(store);
  }

  finish(): void {
    const add = this.#db.prepare(
      `INSERT INTO service_day (store, day, delivered_on) VALUES (?, ?, ?)
       ON CONFLICT (store, day) DO UPDATE SET delivered_on = max(delivered_on, excluded.delivered_on)`,
    );
    for (const [store, days] of this.#days) for (const day of days) add.run(store, day, this.#deliveredOn);
    const open = this.#db.prepare('INSERT INTO open_orders (store) VALUES (?) ON CONFLICT DO NOTHING');
    for (const store of this.#open) open.run(store);
  }
}
