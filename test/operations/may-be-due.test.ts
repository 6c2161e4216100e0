import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import type { CustomerFacts } from '../../src/domain/facts.ts';
import { ANCHORS, type Plan, type Touch } from '../../src/domain/plan.ts';
import { mayBeDue, mayBeDueOf, mayClose } from '../../src/operations/may-be-due.ts';
import { callFacts } from '../../src/store/call-facts.ts';
import { openStore } from '../../src/store/engine/open-store.ts';
import { dueTouches } from '../../src/touches/due-touches.ts';
import { endingsOn } from '../../src/touches/endings.ts';
import { lastGiving } from '../../src/touches/owner.ts';
import { customer, plan as planOf, sale, touch } from '../touches/sample-facts.ts';
import { aCustomer, aDay, aPlan, on, withNothingInTheWay } from '../touches/small-worlds.ts';

const folder = mkdtempSync(join(tmpdir(), 'beback-candidates-'));
const db = openStore(join(folder, 'store.db'));
db.pragma('synchronous = OFF');
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const TABLES = [
  'case_step',
  'recovery_case',
  'giving',
  'wish_end',
  'wish',
  'delivery',
  'stock',
  'entry',
  'contact',
  'appointment',
  'repair_order',
  'sale_salesperson',
  'sale',
  'vehicle',
  'customer',
];
const STAFF = [1, 2, 3, 4];
/** One car is sold, serviced and sold again, by and to several people. */
const SHARED_CAR = 1;

db.exec(`INSERT INTO import (id, file, sha256, bytes, kind, layout, encoding, delimiter, delivered_at, started_at, by)
  VALUES (1, 'a.csv', '', 0, 'sales', '', '', ',', '', '', '')`);
for (const id of STAFF)
  db.prepare('INSERT INTO salesperson (id, name) VALUES (?, ?)').run(id, `Seller ${id}`);

const insert = {
  customer:
    db.prepare(`INSERT INTO customer (id, store, kind, last_name, name_key, email, birthday, do_not_call, as_of)
    VALUES (?, '', 'person', 'Lee', 'lee', ?, ?, ?, '')`),
  vehicle: db.prepare(`INSERT OR IGNORE INTO vehicle (id, vin, as_of) VALUES (?, ?, '')`),
  sale: db.prepare(`INSERT INTO sale (id, store, status, customer_id, vehicle_id, sold_on, anchor_on, lease_end_on, loan_end_on,
    deal_type, condition, odometer, co_buyer_id, as_of, import_id, row_hash) VALUES (?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1, 0)`),
  coBuyer: db.prepare('UPDATE sale SET co_buyer_id = ? WHERE id = ?'),
  credit: db.prepare('INSERT INTO sale_salesperson (sale_id, position, salesperson_id) VALUES (?, ?, ?)'),
  service:
    db.prepare(`INSERT INTO repair_order (store, number, vehicle_id, opened_on, closed_on, odometer, as_of, import_id, row_hash)
    VALUES ('', ?, ?, ?, ?, ?, '', 1, 0)`),
  appointment:
    db.prepare(`INSERT INTO appointment (store, number, vehicle_id, customer_id, names_somebody, due_on, file_state, as_of, import_id, row_hash)
    VALUES ('', ?, ?, ?, ?, ?, ?, '', 1, 0)`),
  entry: db.prepare('INSERT INTO entry (id, customer_id) VALUES (?, ?)'),
  giving: db.prepare(
    'INSERT INTO giving (entry_id, customer_id, salesperson_id, given_on) VALUES (?, ?, ?, ?)',
  ),
  wish: db.prepare(
    `INSERT INTO wish (id, customer_id, text, wished_on, until_on, make) VALUES (?, ?, '', ?, ?, ?)`,
  ),
  wishEnd: db.prepare('INSERT INTO wish_end (id, wish_id, ended_on) VALUES (?, ?, ?)'),
  stock:
    db.prepare(`INSERT INTO stock (store, stock_number, number_key, make, first_seen_on, last_seen_on, gone_on, as_of)
    VALUES ('', ?, ?, ?, ?, ?, ?, '')`),
  delivery: db.prepare(
    'INSERT INTO delivery (id, sale_id, said_on, takes_back, introduced, booked_on) VALUES (?, ?, ?, 0, 0, ?)',
  ),
  journal: db.prepare(
    `INSERT INTO journal (id, at, "by", action) SELECT :id, '', '', 'case'
     WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = :id)`,
  ),
  recoveryCase: db.prepare(
    `INSERT INTO recovery_case (id, customer_id, headline, severity, opened_on) VALUES (?, ?, '', 'normal', ?)`,
  ),
  step: db.prepare(`INSERT INTO case_step (entry_id, part, case_id, done_on, text, due_on, promise_id, salesperson_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
  contact: db.prepare('INSERT INTO contact (customer_id, contact_on, outcome, next_on) VALUES (?, ?, ?, ?)'),
};

/** What was read of a car that stands for the shared one counts for every sale of it. */
const write = db.transaction((customers: readonly CustomerFacts[]) => {
  for (const table of TABLES) db.prepare(`DELETE FROM ${table}`).run();
  let saleId = 0;
  const coSigned: [customerId: number, saleId: number][] = [];
  customers.forEach((facts, index) => {
    const id = index + 1;
    insert.customer.run(id, facts.reachable ? 'a@b.c' : null, facts.birthday, Number(facts.doNotCall));
    for (const sale of facts.sales) {
      saleId += 1;
      const car = saleId % 3 === 0 ? SHARED_CAR : 10 + saleId;
      insert.vehicle.run(car, saleId % 5 === 2 ? null : `VIN${car}`);
      insert.sale.run(
        saleId,
        sale.status,
        id,
        car,
        sale.soldOn,
        sale.anchorOn,
        sale.leaseEndOn,
        sale.loanEndOn,
        sale.dealType,
        sale.condition,
        sale.odometer,
        null,
      );
      const signer = ((index + 1) % customers.length) + 1;
      if (saleId % 2 === 0 && signer !== id) coSigned.push([signer, saleId]);
      sale.credits.forEach((salesperson, position) => {
        insert.credit.run(saleId, position, salesperson);
      });
      sale.orders.forEach(({ on: day, openedOn, odometer }, n) => {
        insert.service.run(`${saleId}-${n}`, car, openedOn, day, odometer);
      });
      sale.appointments.forEach(({ on: day }, n) => {
        insert.appointment.run(`${saleId}-${n}`, car, null, 0, day, n % 2 === 0 ? 'missed' : null);
      });
      // now and then the first service was set by hand, for a day beside
      if (saleId % 2 === 0 && sale.appointments[0] !== undefined) {
        insert.entry.run(5000 + saleId, id);
        insert.delivery.run(5000 + saleId, saleId, sale.anchorOn, addDays(sale.appointments[0].on, 2));
      }
    }
    facts.appointmentsOn.forEach((day, n) => {
      insert.appointment.run(`${id}+${n}`, null, id, 1, day, n % 2 === 0 ? 'missed' : null);
    });
    for (const { entry, on, to } of facts.givings) {
      insert.entry.run(10 * id + entry, id);
      insert.giving.run(10 * id + entry, id, to, on);
    }
    facts.wishes.forEach(({ on, until, endedOn, cars }, n) => {
      const wish = 1000 + 10 * id + 2 * n;
      const make = `Make ${wish}`;
      insert.entry.run(wish, id);
      insert.wish.run(wish, id, on, until, make);
      if (endedOn !== null) {
        insert.entry.run(wish + 1, id);
        insert.wishEnd.run(wish + 1, wish, endedOn);
      }
      cars.forEach(({ seenOn, goneOn }, car) => {
        insert.stock.run(`${wish}-${car}`, `${wish}-${car}`, make, seenOn, seenOn, goneOn);
      });
    });
    facts.cases.forEach(({ openedOn, steps }, n) => {
      const first = 10_000 * id + 1000 * n;
      const entered = (entry: number): number => {
        insert.journal.run({ id: first + entry });
        insert.entry.run(first + entry, id);
        return first + entry;
      };
      insert.recoveryCase.run(entered(0), id, openedOn);
      for (const step of steps) {
        const text = step.part === 'close' ? step.outcome : 'text' in step ? step.text : 'x';
        insert.step.run(
          ...[entered(step.entry), step.part, first, step.on, text],
          step.part === 'promise' ? step.dueOn : null,
          step.part === 'kept' ? first + step.promise : null,
          step.part === 'own' ? step.owner.salespersonId : null,
        );
      }
    });
    for (const { on, outcome, nextOn } of facts.contacts) insert.contact.run(id, on, outcome, nextOn);
  });
  for (const signed of coSigned) insert.coBuyer.run(...signed);
});

const someDay = fc.oneof(
  aDay,
  fc.constantFrom('2020-01-01', '2020-02-28', '2020-02-29', '2020-03-01', '2020-12-31', '2021-02-28').map(on),
);

interface SmallStore {
  readonly day: ReturnType<typeof on>;
  readonly plan: Plan;
  readonly customers: readonly CustomerFacts[];
}

/** With a wide touch for each anchor, and one that distance brings forward: so that all of them come up in any run. */
function withEveryAnchor(plan: Plan): Plan {
  const days = (count: number) => ({ count, unit: 'd' }) as const;
  const wide = { opens: days(60), closes: days(200), dealTypes: null, conditions: null, distance: null };
  const touches = [...ANCHORS, 'driven'].flatMap((of): Touch[] => {
    const [model] = plan.touches;
    if (model === undefined) return [];
    const from = of === 'driven' ? 'last-service' : (of as Touch['from']);
    const isYearly = of === 'birthday' || of === 'driven';
    const when = isYearly
      ? { at: [], every: { count: 1, unit: 'y' } as const }
      : { at: [days(0)], every: null };
    const touch = { ...model, ...wide, ...when, id: `wide-${of}`, from };
    return [of === 'driven' ? { ...touch, distance: 1000 } : touch];
  });
  return { ...plan, touches };
}

const aSmallStore: fc.Arbitrary<SmallStore> = someDay.chain((day) =>
  fc.record({
    day: fc.constant(day),
    plan: fc.oneof(aPlan, aPlan.map(withEveryAnchor)),
    customers: fc.array(aCustomer(day), { minLength: 1, maxLength: 4 }),
  }),
);

test('whoever has a reason or a withheld touch is a candidate, of everybody with whom they bought or signed', () => {
  const seen = new Set<string>();
  const reduced = { all: false, one: false };
  fc.assert(
    fc.property(aSmallStore, ({ day, plan, customers }) => {
      write(customers);
      const ids = customers.map((_, index) => index + 1);
      const found = mayBeDue(db, plan, day);
      const foundOf = new Map(STAFF.map((id) => [id, mayBeDueOf(db, id, plan, day)]));
      for (const list of [found, ...foundOf.values()])
        expect(list).toEqual([...new Set(list)].sort((a, b) => a - b));
      if (found.length < ids.length) reduced.all = true;

      for (const facts of callFacts(db, ids, { from: day, missedAfter: 8 })) {
        const credited = new Set([...facts.sales, ...facts.coSigned].flatMap(({ credits }) => credits));
        // nobody leaves here: whom they were given to by the day is the owner
        const given = lastGiving(facts, day)?.to ?? null;
        const mayOwn = given === null ? credited : new Set([given]);
        const cases = facts.cases.flatMap(({ steps }) =>
          steps.flatMap((step) => (step.part === 'own' ? step.owner.salespersonId : [])),
        );
        const everNear = new Set([...credited, ...facts.givings.map(({ to }) => to), ...cases]);
        const { reasons, withheld } = dueTouches(plan, facts, day);
        const due = [...reasons, ...withheld].map(({ touch }) => touch);
        if (due.length > 0) expect(found).toContain(facts.id);
        for (const { callerId } of [...reasons, ...withheld])
          if (callerId != null) expect(foundOf.get(callerId), `case of ${callerId}`).toContain(facts.id);
        for (const id of STAFF) {
          const list = foundOf.get(id) ?? [];
          if (due.length > 0 && mayOwn.has(id)) expect(list, `of salesperson ${id}`).toContain(facts.id);
          if (!everNear.has(id)) expect(list, `of salesperson ${id}`).not.toContain(facts.id);
          else if (!list.includes(facts.id)) reduced.one = true;
        }
        if (reasons.some(({ paced }) => paced?.pace.from === 'visits' && paced.by === 'distance'))
          seen.add('by distance');
        for (const touch of due) seen.add(plan.touches.find(({ id }) => id === touch)?.from ?? touch);
      }
    }),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual([...ANCHORS, 'by distance', 'promise', 'case'].sort());
  expect(reduced).toEqual({ all: true, one: true });
});

test('of whomever a touch closes untried is a candidate for it, and not everybody is', () => {
  const seen = new Set<string>();
  let reduced = false;
  fc.assert(
    fc.property(aSmallStore, ({ day, plan: made, customers }) => {
      const worlds = customers.map((facts) => withNothingInTheWay({ plan: made, facts }));
      const plan = worlds[0]?.plan ?? made;
      write(worlds.map(({ facts }) => facts));
      const ids = customers.map((_, index) => index + 1);
      const known = [...callFacts(db, ids, { from: day, missedAfter: 8 })];
      for (let later = 0; later < 20; later++) {
        const closing = addDays(day, later);
        const found = mayClose(db, plan, closing);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        if (found.length < ids.length) reduced = true;
        for (const facts of known) {
          const { closedUncalled } = endingsOn(plan, facts, closing);
          if (closedUncalled.length > 0) expect(found).toContain(facts.id);
          for (const { occurrence } of closedUncalled) seen.add(occurrence.planned?.from ?? '');
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(seen.size).toBeGreaterThan(3);
  expect(reduced).toBe(true);
});

const SOLD = sale({ soldOn: on('2020-01-10'), anchorOn: on('2020-01-10'), credits: [1] });
const ANN = customer({ name: 'Lee', sales: [] });
const MONTHLY = touch({ id: 'monthly', every: '1m', closes: '0d', priority: 1 });
const CALM: Plan = {
  ...planOf(),
  rest: { default: 0, after: {} },
  retryDays: { 'no-answer': 0, voicemail: 0, busy: 0, text: 0, email: 0 },
};

test.each([
  ['the end of a lease', 'lease-end', { leaseEndOn: on('2019-12-01') }],
  ['the end of a loan', 'loan-end', { loanEndOn: on('2019-12-01') }],
] as const)('%s counts although it lies before the first sale on file', (_, from, known) => {
  write([{ ...ANN, sales: [{ ...SOLD, ...known }] }]);
  const plan: Plan = { ...CALM, touches: [{ ...MONTHLY, from }] };
  const [facts] = callFacts(db, [1]);
  expect(facts && dueTouches(plan, facts, on('2020-02-01')).reasons).toHaveLength(1);
  expect(mayBeDue(db, plan, on('2020-02-01'))).toEqual([1]);
  expect(mayBeDueOf(db, 1, plan, on('2020-02-01'))).toEqual([1]);
});
