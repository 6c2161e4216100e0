/** What was logged, in whatever order and with whatever taken back, means the same as the contacts that remain. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Contact, OutcomeName } from '../../src/domain/contact.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { NewContact } from '../../src/domain/new-contact.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { openPromises } from '../../src/lists/open-promises.ts';
import { callFacts } from '../../src/store/call-facts.ts';
import { openStore } from '../../src/store/engine/open-store.ts';
import { logContacts } from '../../src/store/writing/contact-writer.ts';
import { undoEntry } from '../../src/store/writing/take-back.ts';
import { defaultPlan } from '../../src/touches/default-plan.ts';
import { dueTouches } from '../../src/touches/due-touches.ts';
import { acting } from '../acting-in.ts';
import { naiveDue } from '../touches/naive-due.ts';
import { on } from '../touches/small-worlds.ts';

const folder = mkdtempSync(join(tmpdir(), 'beback-logged-'));
const db = openStore(join(folder, 'store.db'));
db.pragma('synchronous = OFF');
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const SOLD = on('2023-11-10');
db.exec(`INSERT INTO import (id, file, sha256, bytes, kind, layout, encoding, delimiter, delivered_at, started_at, by)
  VALUES (1, 'a.csv', '', 0, 'sales', '', '', ',', '', '', '');
INSERT INTO customer (id, store, kind, last_name, name_key, email, cell_phone, home_phone, birthday, as_of)
  VALUES (1, '', 'person', 'Lee', 'lee', 'a@b.c', '+16145550101', '+16145550102', '1980-11-19', '');
INSERT INTO vehicle (id, vin, as_of) VALUES (1, 'V1', '');
INSERT INTO sale (id, store, status, customer_id, vehicle_id, sold_on, anchor_on, lease_end_on, deal_type, as_of, import_id, row_hash)
  VALUES (1, '', 'sold', 1, 1, '${SOLD}', '${SOLD}', '2026-12-20', 'lease', '', 1, 0);`);
const ACTING = acting('Maria', '2026-11-21T12:00:00.000Z');
const PLAN: Plan = defaultPlan();
const START = on('2026-11-01');

const OUTCOMES: readonly OutcomeName[] = [
  'talked',
  'appointment',
  'greeted',
  'not-interested',
  'voicemail',
  'voicemail',
  'no-answer',
  'busy',
  'email',
  'snoozed',
  'promised',
];

interface Logged {
  readonly day: Day;
  readonly outcome: OutcomeName;
  readonly nextOn: Day | null;
  readonly undone: boolean;
}
const aContact: fc.Arbitrary<Logged> = fc
  .record({
    offset: fc.integer({ min: 0, max: 25 }),
    outcome: fc.constantFrom(...OUTCOMES),
    wait: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 1 }),
    undone: fc.boolean(),
  })
  .map(({ offset, outcome, wait, undone }) => {
    const day = addDays(START, offset);
    const needsDay = outcome === 'snoozed' || outcome === 'promised';
    const nextOn = wait === null ? (needsDay ? addDays(day, 7) : null) : addDays(day, Math.max(wait, 1));
    return { day, outcome, nextOn, undone };
  });

/** any day around the contacts, and as often a day that one of them names: where one state goes over into the next */
const aDayToAsk = (logged: readonly Logged[]): fc.Arbitrary<Day> =>
  fc.oneof(
    fc.integer({ min: -2, max: 35 }).map((offset) => addDays(START, offset)),
    fc.constantFrom(...logged.flatMap(({ day, nextOn }) => (nextOn === null ? [day] : [day, nextOn]))),
  );

const asContact = ({ day, outcome, nextOn }: Logged, id: number): Contact => ({
  id,
  on: day,
  outcome,
  note: null,
  nextOn,
  by: 'Maria',
  salespersonId: null,
});

test('the list of any day is what the remaining contacts say, in whatever order they were entered', () => {
  const states = new Set<string>();
  fc.assert(
    fc.property(
      fc
        .array(aContact, { minLength: 1, maxLength: 7 })
        .chain((logged) => fc.tuple(fc.constant(logged), aDayToAsk(logged))),
      ([logged, day]) => {
        db.exec('DELETE FROM contact; DELETE FROM personal_fact; DELETE FROM entry;');
        const entries = logged.map(
          ({ day, outcome, nextOn }): NewContact => ({ customerId: 1, on: day, outcome, note: null, nextOn }),
        );
        const ids = entries.map((entry) => logContacts(db, ACTING, [entry])[0]?.id ?? 0);
        logged.forEach(({ undone }, i) => {
          if (undone) undoEntry(db, ACTING, ids[i] ?? 0, null);
        });
        const [facts] = callFacts(db, [1]);
        if (!facts) throw new Error('no customer');
        const remaining = logged
          .flatMap((one, i) => (one.undone ? [] : asContact(one, i + 1)))
          .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id));
        const naive = naiveDue(PLAN, { ...facts, contacts: remaining }, day);
        const found = dueTouches(PLAN, facts, day);
        expect(found.reasons.map(({ touch, dueOn }) => `${touch} ${dueOn}`)).toEqual(
          naive.reasons.map(({ touch, dueOn }) => `${touch} ${dueOn}`),
        );
        expect(found.withheld.map(({ touch, why }) => `${touch} ${why}`)).toEqual([
          ...new Set(naive.withheld),
        ]);

        const promises = openPromises(facts, day);
        const due = found.reasons.find(({ touch }) => touch === 'promise');
        if (due !== undefined)
          expect(promises.filter(({ state }) => state !== 'coming')).toHaveLength(due.number);
        if (promises.every(({ state }) => state === 'coming')) expect(due).toBeUndefined();
        for (const { state } of promises) states.add(state);
        if (promises.length === 0) states.add('none');
        for (const { why } of found.withheld) states.add(why);
      },
    ),
    { numRuns: 600 },
  );
  expect([...states].sort()).toEqual(
    ['broken', 'coming', 'none', 'resting', 'retry-later', 'snoozed', 'today'].sort(),
  );
});
