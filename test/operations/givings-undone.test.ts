/** Random givings, handovers and what is taken back of them: the journal tells the table, and taken back is as before. */

import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { Fault } from '../../src/domain/fault.ts';
import { dayLists } from '../../src/operations/day-lists.ts';
import { explainCustomer } from '../../src/operations/explain-customer.ts';
import { exportRecords, RECORD_KINDS } from '../../src/operations/export-records.ts';
import { giveCustomers } from '../../src/operations/give-customers.ts';
import { handOver } from '../../src/operations/hand-over.ts';
import type { ActingSession } from '../../src/operations/session.ts';
import { showCustomer } from '../../src/operations/show-customer.ts';
import { undoEntries } from '../../src/operations/undo-entries.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { salespeopleById } from '../../src/store/call-facts.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { listEntries } from '../../src/store/writing/entry-log.ts';
import { acting } from '../acting-in.ts';
import { aDayOfStore, aSmallStore, CUSTOMERS, END, PEOPLE, StoreForMany } from '../small-store.ts';

const store = new StoreForMany();
afterAll(() => store.remove());
const settings = readSettings(join(store.folder, 'none.toml'), false);
const ACTING = acting('Pat Boss', `${END}T15:00:00.000Z`);
const sessionOn = (db: Store, day: Day): ActingSession => ({
  store: db,
  settings,
  day,
  acting: { ...ACTING, on: day },
});

const aPerson = fc.constantFrom(...PEOPLE);
const aDeed = fc.oneof(
  fc.record({
    kind: fc.constant('give' as const),
    on: aDayOfStore,
    customers: fc.array(fc.integer({ min: 1, max: CUSTOMERS }), { minLength: 1, maxLength: 3 }),
    to: fc.oneof(aPerson, fc.constant('house')),
  }),
  fc.record({
    kind: fc.constant('handover' as const),
    on: aDayOfStore,
    person: aPerson,
    to: fc.option(aPerson, { freq: 2 }),
    among: fc.option(fc.uniqueArray(aPerson, { minLength: 1 }), { freq: 2 }),
    stays: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('undo' as const), on: aDayOfStore, back: fc.integer({ min: 1, max: 4 }) }),
);
type Deed = typeof aDeed extends fc.Arbitrary<infer T> ? T : never;

/** Does it; what may not be done is left. Gives its entry. */
function run(db: Store, deed: Deed): number | null {
  const session = sessionOn(db, deed.on);
  try {
    if (deed.kind === 'give')
      return giveCustomers(session, {
        customers: deed.customers.map(String),
        to: deed.to,
        why: 'asked',
        dryRun: false,
      }).entry;
    if (deed.kind === 'undo') {
      const last = listEntries(db, { limit: deed.back }).at(-1)?.id ?? 0;
      return undoEntries(session, last, 'a slip').entry;
    }
    const { person, to, among, stays } = deed;
    const spread = among === null ? {} : { among };
    return handOver(session, { person, stays, dryRun: false, ...(to === null ? spread : { to }) }).entry;
  } catch (error) {
    if (error instanceof Fault && error.exit === 2) return null;
    throw error;
  }
}

const tableOf = (db: Store): unknown[] =>
  db
    .prepare(
      'SELECT entry_id, customer_id, salesperson_id, given_on FROM giving ORDER BY entry_id, customer_id',
    )
    .raw()
    .all();

/** What the rows of the journal come to, read as anybody else would who knows nothing of the table. */
function replayed(db: Store): unknown[] {
  const rows = listEntries(db, { limit: 1000 }).toReversed();
  const gone = new Set(rows.flatMap(({ action, details }) => (action === 'undo' ? [details.undone] : [])));
  return rows.flatMap(({ id, on, action, details }) => {
    if (gone.has(id) || (action !== 'give' && action !== 'handover')) return [];
    const given = (details.given ?? details.moved) as { customer_id: number; to: number | null }[];
    return given
      .map(({ customer_id, to }) => [id, customer_id, to, on])
      .sort((a, b) => Number(a[1]) - Number(b[1]));
  });
}

test('the rows of the journal that stand, one after the other, come to the table', () => {
  let standing = 0;
  fc.assert(
    fc.property(aSmallStore, fc.array(aDeed, { minLength: 1, maxLength: 12 }), (small, deeds) => {
      store.with({ ...small, givings: [] }, (db) => {
        for (const deed of deeds) run(db, deed);
        const table = tableOf(db);
        standing += table.length;
        expect(replayed(db)).toEqual(table);
      });
    }),
    { numRuns: 500 },
  );
  expect(standing).toBeGreaterThan(100);
});

/** Everything that is told of the store, but for the journal. */
function everything(db: Store): string {
  const told: unknown[] = [];
  for (const day of [END]) {
    const session = sessionOn(db, day);
    for (const kind of RECORD_KINDS) told.push([kind, [...exportRecords(session, kind)]]);
    for (let id = 1; id <= CUSTOMERS; id += 1)
      told.push(showCustomer(session, String(id)), explainCustomer(session, String(id)));
    told.push(dayLists(session, { scope: { of: 'all' }, limit: null }));
  }
  return JSON.stringify(told, null, 1);
}

test('a handover taken back: exports, cards, lists and explanations are as before, to the byte', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      aSmallStore,
      fc.array(aDeed, { maxLength: 5 }),
      aDeed.filter(({ kind }) => kind === 'handover'),
      (small, before, deed) => {
        store.with(small, (db) => {
          for (const one of before) run(db, one);
          const was = everything(db);
          const entry = run(db, deed);
          if (entry === null) return;
          const details = listEntries(db, { limit: 1 })[0]?.details ?? {};
          for (const { because } of (details.moved ?? []) as { because: string }[]) seen.add(because);
          const { kept } = undoEntries(sessionOn(db, deed.on), entry, null);
          expect(kept).toEqual([]);
          expect(everything(db)).toBe(was);
        });
      },
    ),
    { numRuns: 200 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['named', 'even']));
});

test('whoever was given again since stays there, and is named with that entry; all others are back', () => {
  let kept = 0;
  fc.assert(
    fc.property(
      aSmallStore,
      aDeed.filter(({ kind }) => kind === 'handover'),
      fc.array(
        aDeed.filter(({ kind }) => kind === 'give'),
        { maxLength: 3 },
      ),
      (small, deed, later) => {
        store.with({ ...small, givings: [] }, (db) => {
          const people = JSON.stringify([...salespeopleById(db)]);
          const entry = run(db, deed);
          if (entry === null) return;
          const moved = (tableOf(db) as number[][]).map(([, customer]) => customer);
          for (const one of later) run(db, one);
          const rows = (tableOf(db) as number[][]).filter(([id]) => id !== entry);
          const again = moved.flatMap((customer) => {
            const last = rows.findLast(([, one]) => one === customer);
            return last === undefined ? [] : [{ customer_id: customer, entry: last[0] }];
          });
          const undone = undoEntries(sessionOn(db, END), entry, null);
          kept += undone.kept.length;
          expect(undone.kept).toEqual(again);
          expect(tableOf(db)).toEqual(rows);
          expect(JSON.stringify([...salespeopleById(db)])).toBe(people);
          expect(() => undoEntries(sessionOn(db, END), entry, null)).toThrow('already been taken back');
        });
      },
    ),
    { numRuns: 200 },
  );
  expect(kept).toBeGreaterThan(0);
});
