/** To whom the customers of somebody who leaves go: rule by rule, and against the rule told a second time. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import type { CustomerFacts, SaleFacts, SalespersonFacts } from '../../src/domain/facts.ts';
import { type HandoverInput, handOver } from '../../src/touches/handover.ts';
import { naiveHandover } from './naive-handover.ts';
import { contacts, customer, sale } from './sample-facts.ts';
import { aCustomer, aDay, on } from './small-worlds.ts';

const [DANA, MARIA, LOU, MAX] = [1, 2, 3, 4];
const DAY = on('2026-11-21');
const staff = (left: Record<number, string> = {}): ReadonlyMap<number, SalespersonFacts> =>
  new Map(
    [DANA, MARIA, LOU, MAX].map((id) => [
      id,
      { id, code: `10${id}`, name: `Seller ${id}`, email: null, leftOn: left[id] ? on(left[id]) : null },
    ]),
  );

/** Of each customer one sale to `sold`, by Dana where nobody is named. */
const ann = (id: number, changes: Partial<CustomerFacts> & { readonly sold?: Partial<SaleFacts> } = {}) => {
  const { sold = {}, ...rest } = changes;
  return customer({ id, name: `Ann ${id}`, sales: [sale({ id, credits: [DANA], ...sold })], ...rest });
};

interface Case {
  readonly moved: readonly CustomerFacts[];
  readonly staying?: readonly CustomerFacts[];
  readonly households?: readonly (readonly number[])[];
  readonly receivers?: readonly number[];
  readonly named?: boolean;
  readonly loads?: Record<number, number>;
}

const inputOf = ({
  moved,
  staying = [],
  households = [],
  receivers = [LOU, MARIA, MAX],
  named = false,
  loads = {},
}: Case): HandoverInput => ({
  day: DAY,
  moved,
  householdOf: (id) => (households.find((one) => one.includes(id)) ?? []).filter((other) => other !== id),
  members: new Map([...moved, ...staying].map((facts) => [facts.id, facts])),
  salespeople: staff(),
  receivers,
  named,
  loads: new Map(Object.entries(loads).map(([id, count]) => [Number(id), count])),
});

/** `1 → 3 even` */
const told = (one: Case): string[] =>
  handOver(inputOf(one)).map(({ customerId, to, because }) => `${customerId} → ${to} ${because}`);

test('all go to the one who is named, whatever else speaks for somebody', () => {
  const moved = [ann(1, { sold: { credits: [DANA, MAX] } }), ann(2)];
  expect(told({ moved, receivers: [LOU], named: true })).toEqual(['1 → 3 named', '2 → 3 named']);
});

test('whoever looks after somebody of the household comes first; of several the one of who bought last', () => {
  const moved = [ann(1, { sold: { credits: [DANA, MAX] } })];
  const staying = [
    ann(8, { sold: { credits: [MARIA], soldOn: on('2025-01-01') } }),
    ann(9, { sold: { credits: [LOU], soldOn: on('2025-01-02') } }),
  ];
  expect(told({ moved, staying, households: [[1, 8, 9]] })).toEqual(['1 → 3 household']);
  expect(told({ moved, staying, households: [[1, 8]] })).toEqual(['1 → 2 household']);
});

test('a member of the house, of somebody who receives nothing, or who moves too, says nothing', () => {
  const moved = [ann(1, { sold: { credits: [DANA, MAX], soldOn: on('2025-01-01') } }), ann(2)];
  const staying = [ann(8, { sold: { credits: [] } }), ann(9, { sold: { credits: [LOU] } })];
  expect(told({ moved, staying, households: [[1, 2, 8, 9]], receivers: [MARIA, MAX] })).toEqual([
    '1 → 4 credited',
    '2 → 4 credited',
  ]);
});

test('the first receiver in the credits of the newest sale of the unit, not of an older or an unwound one', () => {
  const newest = sale({ id: 11, credits: [DANA, LOU, MARIA], soldOn: on('2025-06-01') });
  const older = sale({ id: 12, credits: [MAX], soldOn: on('2025-05-01') });
  const unwound = sale({ id: 13, credits: [MAX], soldOn: on('2025-07-01'), status: 'unwound' });
  const moved = [customer({ id: 1, sales: [older] }), customer({ id: 2, sales: [newest, unwound] })];
  expect(told({ moved, households: [[1, 2]] })).toEqual(['1 → 3 credited', '2 → 3 credited']);
  expect(told({ moved, households: [[1, 2]], receivers: [MAX], loads: {} })).toEqual([
    '1 → 4 even',
    '2 → 4 even',
  ]);
});

test('who spoke last with anybody of the household, within a year; of one day the later entry; others are passed over', () => {
  const talks = (...lines: (readonly [string, number])[]) =>
    contacts(...lines.map(([line]) => line)).map((one, i) => ({
      ...one,
      salespersonId: lines[i]?.[1] ?? null,
    }));
  const moved = (...lines: (readonly [string, number])[]) => [ann(1, { contacts: talks(...lines) })];
  expect(told({ moved: moved(['2026-05-01 talked', MAX], ['2026-05-01 greeted', LOU]) })).toEqual([
    '1 → 3 talked',
  ]);
  expect(told({ moved: moved(['2026-05-01 talked', MAX], ['2026-06-01 talked', DANA]) })).toEqual([
    '1 → 4 talked',
  ]);
  expect(told({ moved: moved(['2026-05-01 voicemail', MAX]), loads: { 4: 1 } })).toEqual(['1 → 3 even']);
  expect(told({ moved: moved(['2025-11-21 talked', MAX]), loads: { 4: 1 } })).toEqual(['1 → 4 talked']);
  expect(told({ moved: moved(['2025-11-20 talked', MAX]), loads: { 4: 1 } })).toEqual(['1 → 3 even']);
  expect(told({ moved: moved(['2026-11-22 talked', MAX]), loads: { 4: 1 } })).toEqual(['1 → 3 even']);
  const staying = [ann(9, { sold: { credits: [] }, contacts: talks(['2026-05-01 talked', MAX]) })];
  expect(told({ moved: [ann(1)], staying, households: [[1, 9]] })).toEqual(['1 → 4 talked']);
});

test('else whoever has the fewest with a car, of as many the first by name; who is given counts, without a car not', () => {
  const gone = { sold: { goneOn: on('2025-01-01') } };
  expect(told({ moved: [ann(1), ann(2), ann(3), ann(4)], loads: { 2: 1, 3: 1 } })).toEqual([
    '1 → 4 even',
    '2 → 3 even',
    '3 → 2 even',
    '4 → 4 even',
  ]);
  expect(told({ moved: [ann(1, gone), ann(2)] })).toEqual(['1 → 3 even', '2 → 3 even']);
});

test('one household goes to one person, in the order of its smallest id, and all of it counts at once', () => {
  expect(
    told({ moved: [ann(1), ann(2), ann(3), ann(4)], households: [[1, 4]], receivers: [LOU, MARIA] }),
  ).toEqual(['1 → 3 even', '2 → 2 even', '3 → 2 even', '4 → 3 even']);
});

const aWorld = aDay.chain((day) =>
  fc.record({
    day: fc.constant(day),
    customers: fc.array(aCustomer(day), { minLength: 1, maxLength: 7 }),
    moves: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    homes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 7, maxLength: 7 }),
    receivers: fc.uniqueArray(fc.integer({ min: 2, max: 4 }), { minLength: 1 }),
    loads: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }),
    left: fc.option(fc.constant('2010-01-01'), { freq: 3 }),
    named: fc.constantFrom(false, false, false, true),
  }),
);

test('as the rule told a second time has it', () => {
  const because = new Set<string>();
  fc.assert(
    fc.property(aWorld, ({ day, customers, moves, homes, receivers, loads, left, named }) => {
      const all = customers.map((facts, i) => ({
        ...facts,
        id: i + 1,
        sales: facts.sales.map((one) => ({ ...one, id: one.id + 10 * i })),
        contacts: facts.contacts.map((one) => ({ ...one, id: one.id * 10 + i, on: addDays(one.on, i % 2) })),
      }));
      const input: HandoverInput = {
        day,
        moved: all.filter((_, i) => moves[i]),
        householdOf: (id) =>
          all.flatMap((one, i) => (one.id !== id && homes[i] === homes[id - 1] ? one.id : [])),
        members: new Map(all.map((facts) => [facts.id, facts])),
        salespeople: staff(left === null ? {} : { 3: left }),
        receivers,
        named,
        loads: new Map(loads.map((load, id) => [id, load])),
      };
      const found = handOver(input);
      for (const one of found) because.add(one.because);
      expect(found).toEqual(naiveHandover(input));
    }),
    { numRuns: 500 },
  );
  expect([...because].sort()).toEqual(['credited', 'even', 'household', 'named', 'talked']);
});
