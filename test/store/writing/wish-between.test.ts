/** What is said of a customer between the moment a row of theirs is read and the moment it is written stands. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Day } from '../../../src/domain/day.ts';
import type { PartyRecord, SaleRecord } from '../../../src/domain/records.ts';
import { openStore } from '../../../src/store/engine/open-store.ts';
import type { Store } from '../../../src/store/engine/store.ts';
import { CustomerWriter } from '../../../src/store/writing/customer-writer.ts';
import { SaleWriter } from '../../../src/store/writing/sale-writer.ts';
import { addBlocks } from '../../../src/store/writing/wishes.ts';

let folder: string;
let db: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-between-'));
  db = openStore(join(folder, 'store.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const ANN: PartyRecord = {
  dmsNumber: '7',
  kind: 'person',
  firstName: 'Ann',
  lastName: 'Lee',
  businessName: null,
  homePhone: null,
  cellPhone: '+16145550101',
  workPhone: null,
  otherPhone: null,
  extensions: null,
  email: null,
  placeholderEmail: null,
  street: null,
  city: null,
  region: null,
  postalCode: null,
  country: null,
  birthday: null,
  doNotCall: false,
  doNotText: false,
  doNotEmail: false,
  doNotMail: false,
};

const evidence = { deliveredAt: '2026-11-01T00:00:00.000Z', importId: 0 };

/** The same connection; `between` is done once, when a customer has been read by a statement of that text. */
function interrupted(text: RegExp, between: () => void): Store {
  let isDone = false;
  const afterReading = <T>(read: T): T => {
    if (read !== undefined && !(Array.isArray(read) && read.length === 0) && !isDone) {
      isDone = true;
      between();
    }
    return read;
  };
  return new Proxy(db, {
    get: (target, key) => {
      const value = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      if (key !== 'prepare') return value.bind(target);
      return (sql: string) => {
        const statement = target.prepare(sql);
        if (!text.test(sql)) return statement;
        return new Proxy(statement, {
          get: (of, name) => {
            const method = Reflect.get(of, name);
            if (typeof method !== 'function') return method;
            return (...given: unknown[]) => {
              const result = method.apply(of, given);
              return name === 'get' || name === 'all' ? afterReading(result) : result;
            };
          },
        });
      };
    },
  });
}

/** Said by hand, on the connection of whoever is in the middle of something else. */
const asksForNoCalls = (): void => {
  db.prepare('INSERT INTO entry (id, customer_id) VALUES (1, 1)').run();
  addBlocks(db, 1, {
    customerId: 1,
    channels: ['call', 'text', 'email', 'mail'],
    on: '2026-11-02' as never,
    why: null,
    by: 'Dana',
  });
};

const flags = (): unknown =>
  db.prepare('SELECT do_not_call, do_not_text, do_not_email, do_not_mail, email FROM customer').raw().get();

test('between reading and merging the row of a file', () => {
  new CustomerWriter(db, evidence).write(ANN, '', evidence.deliveredAt, null);
  const at = interrupted(/FROM customer WHERE store = \? AND ltrim/, asksForNoCalls);
  const writer = new CustomerWriter(at, { deliveredAt: '2026-11-03T00:00:00.000Z', importId: 0 });
  expect(writer.write({ ...ANN, email: 'ann@example.com' }, '', '2026-11-03', null).changed).toBe(true);
  expect(flags()).toEqual([1, 1, 1, 1, 'ann@example.com']);
});

test('between reading and correcting a customer by hand', () => {
  new CustomerWriter(db, evidence).write(ANN, '', evidence.deliveredAt, null);
  const at = interrupted(/FROM customer WHERE id = \?/, asksForNoCalls);
  new CustomerWriter(at, evidence).correct(1, { email: 'ann@example.com' }, '2026-11-03');
  expect(flags()).toEqual([1, 1, 1, 1, 'ann@example.com']);
});

const CIVIC: SaleRecord = {
  store: '',
  dealNumber: '31',
  vin: null,
  serial: null,
  stockNumber: null,
  version: null,
  buyer: ANN,
  coBuyer: null,
  vehicle: { vin: null, serial: null, year: 2025, make: 'Honda', model: 'Civic', trim: null, plate: null },
  soldOn: '2026-10-01' as Day,
  deliveredOn: null,
  dealType: null,
  condition: null,
  odometer: null,
  credits: null,
  termMonths: null,
  firstPaymentOn: null,
  leaseEndOn: null,
  leaseEndEstimated: false,
  loanEndOn: null,
  loanEndEstimated: false,
  paymentCents: null,
  amountFinancedCents: null,
  apr: null,
  lender: null,
  tradeVins: [],
  hash: 1,
};
const later = { deliveredAt: '2026-11-03T00:00:00.000Z', importId: 2 };
const sell = (store: Store, record: SaleRecord, of = later): void => {
  const writer = new SaleWriter(store, of);
  writer.write(record);
  writer.finish();
};
const imported = (id: number): void =>
  void db
    .prepare(
      `INSERT INTO import (id, file, sha256, bytes, kind, layout, encoding, delimiter, delivered_at, started_at, by)
       VALUES (?, '', '', 0, 'sales', '', '', ',', '', '', '')`,
    )
    .run(id);

test('between reading and merging a sale: that its salespeople are known, and the number of its car', () => {
  imported(1);
  imported(2);
  sell(db, CIVIC, { ...evidence, importId: 1 });
  const vin = '1HGCM82633A004352';
  const between = (): void => {
    db.exec(`UPDATE sale SET credits_known = 1; UPDATE vehicle SET vin = '${vin}'`);
  };
  const vehicle = { ...CIVIC.vehicle, trim: 'EX' };
  sell(interrupted(/FROM sale s JOIN vehicle v/, between), { ...CIVIC, vehicle, odometer: 12, hash: 2 });
  expect(db.prepare('SELECT credits_known, odometer FROM sale').raw().get()).toEqual([1, 12]);
  expect(db.prepare('SELECT vin, trim FROM vehicle').raw().get()).toEqual([vin, 'EX']);
});

test('between reading and merging a vehicle: its number', () => {
  imported(1);
  imported(2);
  sell(db, CIVIC, { ...evidence, importId: 1 });
  const vin = '1HGCM82633A004352';
  const between = (): void => void db.prepare('UPDATE vehicle SET vin = ?').run(vin);
  const at = interrupted(/FROM vehicle WHERE id = \?/, between);
  sell(at, { ...CIVIC, vehicle: { ...CIVIC.vehicle, trim: 'EX' }, hash: 2 });
  expect(db.prepare('SELECT vin, trim FROM vehicle').raw().get()).toEqual([vin, 'EX']);
});
