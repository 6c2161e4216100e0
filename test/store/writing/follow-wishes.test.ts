/** Whatever happens in whatever order, wishes hold for whom they hold by looking at everybody afresh. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { PartyRecord } from '../../../src/domain/records.ts';
import { openStore } from '../../../src/store/engine/open-store.ts';
import type { Store } from '../../../src/store/engine/store.ts';
import { refusedAmong } from '../../../src/store/refused-numbers.ts';
import { logContacts } from '../../../src/store/writing/contact-writer.ts';
import { CustomerWriter } from '../../../src/store/writing/customer-writer.ts';
import { listEntries } from '../../../src/store/writing/entry-log.ts';
import { recordCorrection } from '../../../src/store/writing/record-correction.ts';
import { recordBlock } from '../../../src/store/writing/record-wishes.ts';
import { undoEntry } from '../../../src/store/writing/take-back.ts';
import { acting as actingAs } from '../../acting-in.ts';
import { on } from '../../touches/small-worlds.ts';

const folder = mkdtempSync(join(tmpdir(), 'beback-wishes-'));
mkdirSync(folder, { recursive: true });
const db = openStore(join(folder, 'store.db'));
db.pragma('synchronous = OFF');
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});
db.exec(`INSERT INTO import (id, file, sha256, bytes, kind, layout, encoding, delimiter, delivered_at, started_at, by)
  VALUES (1, 'a.csv', '', 0, 'sales', '', '', ',', '', '', '')`);

const DAY = on('2026-11-21');
const acting = actingAs('Maria', '2026-11-21T12:00:00.000Z');
const PHONES = ['+16145550101', '+16145550102', '+16145550103'];
/** which of these are one person's, told without the program */
const NAMES = ['Ann Lee', 'Annie Lee', 'Bob Lee', 'Bob Lee Jr', 'Bob Lee Sr'] as const;
const SAME: readonly (readonly [string, string])[] = [
  ['Ann Lee', 'Annie Lee'],
  ['Bob Lee', 'Bob Lee Jr'],
  ['Bob Lee', 'Bob Lee Sr'],
];
const isSameName = (a: string, b: string): boolean =>
  a === b || SAME.some((pair) => pair.includes(a) && pair.includes(b));

const NOBODY: PartyRecord = {
  dmsNumber: null,
  kind: 'person',
  firstName: null,
  lastName: null,
  businessName: null,
  homePhone: null,
  cellPhone: null,
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

const aParty = fc
  .record({
    number: fc.integer({ min: 1, max: 6 }),
    name: fc.constantFrom(...NAMES),
    homePhone: fc.option(fc.constantFrom(...PHONES)),
    cellPhone: fc.option(fc.constantFrom(...PHONES)),
    email: fc.option(fc.constantFrom('a@x.example', 'b@x.example')),
    birthday: fc.option(fc.constantFrom(on('1980-04-03'), on('1990-05-06'))),
    street: fc.option(fc.constantFrom('12 Elm St', '9 OAK Ave')),
    doNotCall: fc.constantFrom(false, false, false, true),
    doNotEmail: fc.constantFrom(false, false, false, true),
  })
  .map(({ number, name, ...said }): PartyRecord => {
    const [firstName = '', ...lastName] = name.split(' ');
    return {
      ...NOBODY,
      ...said,
      dmsNumber: `C${number}`,
      firstName,
      lastName: lastName.join(' '),
      city: 'Troy',
    };
  });
const aCustomer = fc.integer({ min: 1, max: 6 });
const aDeed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      rows: fc.array(aParty, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('block' as const), who: aCustomer }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('refuse all' as const), who: aCustomer }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wrong number' as const), who: aCustomer }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('correct' as const),
      who: aCustomer,
      phone: fc.constantFrom(...PHONES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const), back: fc.nat(5) }) },
);
type Deed = typeof aDeed extends fc.Arbitrary<infer T> ? T : never;

const TABLES = [
  'wish_reach',
  'block',
  'bad_contact',
  'contact',
  'personal_fact',
  'turn_off',
  'entry',
  'customer_number',
  'customer',
];

let clock = 0;
function doIt(deed: Deed): void {
  const ids = new Set(db.prepare<[], number>('SELECT id FROM customer').pluck().all());
  clock += 1;
  const at = new Date(Date.UTC(2026, 10, 21, 12) + clock * 1000).toISOString();
  switch (deed.does) {
    case 'import':
      db.transaction(() => {
        const writer = new CustomerWriter(db, { deliveredAt: at, importId: 1 });
        for (const row of deed.rows) writer.write(row, '', `${at} 2026-11-01`, null);
        writer.finish();
      })();
      return;
    case 'undo': {
      // the journal keeps those of the worlds before
      const ids = new Set(db.prepare<[], number>('SELECT id FROM entry').pluck().all());
      const deeds = listEntries(db, { limit: 20 }).filter(({ id }) => ids.has(id));
      const entry = deeds[deed.back];
      if (entry !== undefined && entry.undone_at === null)
        undoEntry(db, { ...acting, at }, entry.id, 'a slip');
      return;
    }
  }
  if (!ids.has(deed.who)) return;
  const customerId = deed.who;
  if (deed.does === 'block')
    recordBlock(db, { ...acting, at }, { customerId, channels: ['call'], on: DAY, why: null });
  if (deed.does === 'refuse all')
    logContacts(db, { ...acting, at }, [
      { customerId, on: DAY, outcome: 'do-not-contact', note: null, nextOn: null },
    ]);
  if (deed.does === 'wrong number' && goodPhones(customerId).length > 0)
    logContacts(db, { ...acting, at }, [
      { customerId, on: DAY, outcome: 'wrong-number', note: null, nextOn: null },
    ]);
  if (deed.does === 'correct')
    recordCorrection(
      db,
      { ...acting, at },
      { customerId, on: DAY, phone: { kind: 'cell', e164: deed.phone }, email: null },
    );
}

interface Row {
  readonly id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string | null;
  readonly birthday: string | null;
  readonly street: string | null;
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly do_not_call: number;
  readonly do_not_text: number;
  readonly do_not_email: number;
  readonly do_not_mail: number;
}
const CHANNELS = ['call', 'text', 'email', 'mail'] as const;

const badOf = (id: number): string[] =>
  db.prepare<[number], string>('SELECT value FROM bad_contact WHERE customer_id = ?').pluck().all(id);
const rowsOf = (from: Store): Row[] => from.prepare<[], Row>('SELECT * FROM customer ORDER BY id').all();
function goodPhones(id: number): string[] {
  const row = rowsOf(db).find((one) => one.id === id);
  return [row?.cell_phone, row?.home_phone].filter(
    (phone): phone is string => typeof phone === 'string' && !badOf(id).includes(phone),
  );
}

function isLike(a: Row, b: Row): boolean {
  if (!isSameName(`${a.first_name} ${a.last_name}`, `${b.first_name} ${b.last_name}`)) return false;
  if (a.birthday !== null && b.birthday !== null && a.birthday !== b.birthday) return false;
  return (
    goodPhones(a.id).some((phone) => goodPhones(b.id).includes(phone)) ||
    (a.email !== null && a.email === b.email) ||
    (a.birthday !== null && a.birthday === b.birthday) ||
    (a.street !== null && a.street === b.street)
  );
}

test('the flags and the blocked numbers are those of a look at everybody', () => {
  const reached = { like: 0, number: 0 };
  fc.assert(
    fc.property(fc.array(aDeed, { minLength: 2, maxLength: 9 }), (deeds) => {
      for (const table of TABLES) db.prepare(`DELETE FROM ${table}`).run();
      for (const deed of deeds) doIt(deed);
      const rows = rowsOf(db);
      const wishes = db
        .prepare<[], { customer_id: number; channel: (typeof CHANNELS)[number] }>(
          'SELECT customer_id, channel FROM block',
        )
        .all();
      const holds = (row: Row, channel: (typeof CHANNELS)[number]): boolean =>
        wishes.some(
          (wish) =>
            wish.channel === channel &&
            (wish.customer_id === row.id ||
              rows.some((other) => other.id === wish.customer_id && isLike(other, row))),
        );
      const expected = rows.map((row) => [row.id, ...CHANNELS.map((channel) => Number(holds(row, channel)))]);
      expect(
        rows.map((row) => [row.id, row.do_not_call, row.do_not_text, row.do_not_email, row.do_not_mail]),
      ).toEqual(expected);
      const blocked = new Set(rows.filter((row) => holds(row, 'call')).flatMap(({ id }) => goodPhones(id)));
      expect(refusedAmong(db, PHONES).sort()).toEqual([...blocked].sort());
      const own = new Set(
        wishes.flatMap(({ channel, customer_id }) => (channel === 'call' ? customer_id : [])),
      );
      reached.like += rows.filter((row) => holds(row, 'call') && !own.has(row.id)).length;
      reached.number += rows.filter(
        (row) => !holds(row, 'call') && goodPhones(row.id).some((phone) => blocked.has(phone)),
      ).length;
    }),
    { numRuns: 400 },
  );
  expect(reached.like).toBeGreaterThan(0);
  expect(reached.number).toBeGreaterThan(0);
});
