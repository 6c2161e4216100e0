/** Which order an appointment became, and what became of it. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { AppointmentFacts, OrderFacts } from '../../src/domain/visit.ts';
import { appointmentStatus } from '../../src/touches/appointment-status.ts';
import { pairVisits } from '../../src/touches/pair-visits.ts';
import { naivePairs, naiveStatus } from './naive-status.ts';

const TODAY = '2026-11-23' as Day;
const around = (n: number): Day => addDays(TODAY, n);

const APPOINTMENT: AppointmentFacts = {
  id: 1,
  store: '',
  number: '90012',
  on: around(-3),
  time: null,
  vehicleId: 7,
  customerId: null,
  namesSomebody: false,
  repairOrderNumber: null,
  mark: null,
  fileState: null,
  inLatest: true,
  newerDataOn: null,
  hasOpenOrders: true,
};
const ORDER: OrderFacts = {
  id: 1,
  store: '',
  number: '61120',
  appointmentNumber: null,
  vehicleId: 7,
  customerId: null,
  on: around(-3),
  closedOn: null,
};

const paired = (
  appointments: readonly Partial<AppointmentFacts>[],
  orders: readonly Partial<OrderFacts>[],
): [number, number][] =>
  [
    ...pairVisits(
      appointments.map((one, i) => ({ ...APPOINTMENT, id: i + 1, ...one })),
      orders.map((one, i) => ({ ...ORDER, id: i + 1, ...one })),
      TODAY,
    ),
  ].map(([id, order]): [number, number] => [id, order.id]);

describe('an appointment belongs with an order', () => {
  test('of its number on any day, zeros in front or not', () => {
    expect(paired([{ repairOrderNumber: '0061120', vehicleId: 1, on: around(-60) }], [{}])).toEqual([[1, 1]]);
    expect(paired([{ vehicleId: 1, on: around(40) }], [{ appointmentNumber: '090012' }])).toEqual([[1, 1]]);
    expect(paired([{ repairOrderNumber: '61120', vehicleId: 1 }], [{ store: '02' }])).toEqual([]);
  });

  test('of its VIN within five days, and of its customer where it has no VIN', () => {
    expect(paired([{ on: around(-8) }], [{}])).toEqual([[1, 1]]);
    expect(paired([{ on: around(-9) }], [{}])).toEqual([]);
    expect(paired([{ vehicleId: null, customerId: 4 }], [{ customerId: 4 }])).toEqual([[1, 1]]);
    expect(paired([{ vehicleId: 8, customerId: 4 }], [{ customerId: 4 }])).toEqual([]);
  });

  test('only once, the nearest and then the earlier first', () => {
    expect(paired([{ on: around(-5) }, { on: around(-2) }], [{}])).toEqual([[2, 1]]);
    expect(paired([{ time: '14:00' }, { time: '08:00' }], [{}])).toEqual([[2, 1]]);
    expect(paired([{}], [{ on: around(-4) }, { on: around(-3) }])).toEqual([[1, 2]]);
  });

  test('not when it lies ahead, was called off, or the order is not known yet', () => {
    expect(paired([{ on: around(1) }], [{ on: around(-1) }])).toEqual([]);
    expect(paired([{ fileState: 'cancelled' }], [{}])).toEqual([]);
    expect(paired([{ fileState: 'cancelled', mark: 'kept' }], [{}])).toEqual([[1, 1]]);
    expect(paired([{ on: TODAY }], [{ on: around(1) }])).toEqual([]);
  });
});

describe('what became of it', () => {
  const status = (one: Partial<AppointmentFacts>, order: Partial<OrderFacts> | null = null): string => {
    const said = appointmentStatus(
      { ...APPOINTMENT, ...one },
      order === null ? null : { ...ORDER, ...order },
      TODAY,
      8,
    );
    return `${said.status} ${said.by}`;
  };

  test.each<[string, string, Partial<AppointmentFacts>, (Partial<OrderFacts> | null)?]>([
    [
      'what was marked by hand goes before the file',
      'missed hand',
      { mark: 'missed', fileState: 'kept' },
      {},
    ],
    ['a word of the file goes before the visit', 'missed file', { fileState: 'missed' }, {}],
    ['arrived on its day', 'arrived file', { fileState: 'arrived', on: TODAY }, {}],
    ['arrived, and done meanwhile', 'kept visit', { fileState: 'arrived', on: TODAY }, { closedOn: TODAY }],
    ['arrived the other day', 'unknown null', { fileState: 'arrived' }],
    ['paired', 'kept visit', {}, {}],
    ['paired, though the newest schedule lacks it', 'kept visit', { inLatest: false }, {}],
    ['lacking in the newest schedule', 'unknown null', { inLatest: false, on: TODAY, newerDataOn: TODAY }],
    ['newer data without it', 'missed visit', { newerDataOn: TODAY }],
    ['no newer data', 'unknown null', {}],
    [
      'closed orders only, within the time it takes to close one',
      'unknown null',
      { newerDataOn: TODAY, hasOpenOrders: false, on: around(-7) },
    ],
    ['and after it', 'missed visit', { newerDataOn: TODAY, hasOpenOrders: false, on: around(-8) }],
    ['today', 'booked null', { on: TODAY }],
  ])('%s: %s', (_, expected, one, order = null) => {
    expect(status(one, order)).toBe(expected);
  });
});

const days = fc.integer({ min: -20, max: 8 }).map(around);
const few = (values: readonly number[]) => fc.option(fc.constantFrom(...values), { nil: null });
const appointments = fc.array(
  fc.record({
    store: fc.constantFrom('', '02'),
    number: fc.constantFrom('1', '01', '2', '3'),
    on: days,
    time: fc.option(fc.constantFrom('08:00', '13:15'), { nil: null }),
    vehicleId: few([1, 2]),
    customerId: few([1, 2]),
    namesSomebody: fc.boolean(),
    repairOrderNumber: fc.option(fc.constantFrom('11', '012', '13'), { nil: null }),
    mark: fc.option(fc.constantFrom('kept' as const, 'missed' as const, 'cancelled' as const), {
      nil: null,
      freq: 8,
    }),
    fileState: fc.option(
      fc.constantFrom('kept' as const, 'missed' as const, 'arrived' as const, 'cancelled' as const),
      {
        nil: null,
        freq: 2,
      },
    ),
    inLatest: fc.boolean(),
    newerDataOn: fc.option(days, { nil: null }),
    hasOpenOrders: fc.boolean(),
  }),
  { maxLength: 6 },
);
const orders = fc.array(
  fc.record({
    store: fc.constantFrom('', '02'),
    number: fc.constantFrom('011', '12', '13'),
    appointmentNumber: fc.option(fc.constantFrom('1', '02'), { nil: null }),
    vehicleId: few([1, 2]),
    customerId: few([1, 2]),
    on: days,
    closedOn: fc.option(days, { nil: null }),
  }),
  { maxLength: 6 },
);

test('pairs and statuses are those of a second, slow reading of the rules', () => {
  fc.assert(
    fc.property(appointments, orders, (someAppointments, someOrders) => {
      const all = someAppointments.map((one, i) => ({ ...one, id: i + 1 }));
      const known = someOrders.map((one, i) => ({ ...one, id: i + 1 }));
      const found = pairVisits(all, known, TODAY);
      const slow = naivePairs(all, known, TODAY);
      expect(new Map([...found].map(([id, order]) => [id, order.id]))).toEqual(slow);
      for (const one of all) {
        const order = known.find(({ id }) => id === slow.get(one.id));
        expect(appointmentStatus(one, found.get(one.id) ?? null, TODAY, 8)).toEqual(
          naiveStatus(one, order, TODAY, 8),
        );
      }
    }),
    { numRuns: 1000 },
  );
});
