/** What is said of a customer between the moment a row of theirs is read and the moment it is written stands. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PartyRecord } from '../../../src/domain/records.ts';
import { openStore } from '../../../src/store/engine/open-store.ts';
import type { Store } from '../../../src/store/engine/store.ts';
import { CustomerWriter } from '../../../src/store/writing/customer-writer.ts';
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
  workExtension: null,
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
  const afterReading = <T>(row: T): T => {
    if (row !== undefined && !isDone) {
      isDone = true;
      between();
    }
    return row;
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
              return name === 'get' ? afterReading(result) : result;
            };
          },
        });
      };
    },
  });
}

/** Said by hand, on the connection of whoever is in the middle of something else. */
const asksForNoCalls = (): void => {
  db.prepare(
    "INSERT INTO entry (id, at, by, customer_id, action, details) VALUES (1, '', 'Dana', 1, 'block', '{}')",
  ).run();
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
  const at = interrupted(/FROM customer WHERE store = \? AND dms_number/, asksForNoCalls);
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
