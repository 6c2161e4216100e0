/** Schedules taken in: whatever the order of the files, what the newest says counts. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type AppointmentRecord, appointmentRecords } from '../../src/operations/appointment-records.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { openStore } from '../../src/store/engine/open-store.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { exportRepairOrders } from '../../src/store/export-records.ts';
import { recordMark } from '../../src/store/writing/appointment-marks.ts';
import { acting } from '../acting-in.ts';
import { day, freshStore, importFixture, importPath } from './fixture-imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'beback-schedules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER =
  'Appt No,Appointment Date,Appointment Time,Appointment Status,Customer Name,VIN,Service Advisor,Op Code,Transportation';
const CLOCK = { timezone: 'UTC', dayOf: (at: Date) => day(at.toISOString().slice(0, 10)) } as const;

/** Imports a schedule at that moment, UTC. */
function schedule(db: Store, name: string, rows: readonly string[], now = '2026-11-23T12:00:00.000Z') {
  const path = join(folder, name);
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
  return importPath(db, path, {
    ...CLOCK,
    kind: 'appointments',
    today: day(now.slice(0, 10)),
    now: () => new Date(now),
  });
}

/** Imports repair orders at that moment. */
function orders(db: Store, rows: readonly string[], now = '2026-11-23T12:00:00.000Z') {
  const path = join(folder, 'orders.csv');
  writeFileSync(
    path,
    `${['RO Number,Open Date,Close Date,Customer Name,VIN,Pay Type', ...rows].join('\n')}\n`,
  );
  return importPath(db, path, { ...CLOCK, today: day(now.slice(0, 10)), now: () => new Date(now) });
}

const settings = readSettings('/nowhere/beback.toml', false);
const recordsOf = (db: Store, on = '2026-11-23'): AppointmentRecord[] => [
  ...appointmentRecords({ store: db, settings, day: day(on) }),
];
const told = (db: Store, on?: string): Record<string, string> =>
  Object.fromEntries(
    recordsOf(db, on).map((one) => [
      one.number,
      `${one.on} ${one.time} ${one.status} ${one.status_by} ${one.in_latest ? 'listed' : 'not listed'}`,
    ]),
  );

/** By number, the first name of the customer on file. */
const whose = (db: Store): Record<string, string | null> =>
  Object.fromEntries(
    db
      .prepare<[], [string, string | null]>(
        'SELECT a.number, c.first_name FROM appointment a LEFT JOIN customer c ON c.id = a.customer_id',
      )
      .raw()
      .all(),
  );

/** Dana marks the first appointment. */
function missedByHand(db: Store, at: string): void {
  const [one] = recordsOf(db);
  recordMark(db, acting('Dana', at), {
    appointmentId: one?.id ?? 0,
    customerId: one?.customer_id ?? null,
    state: 'missed',
    details: {},
  });
}

const ANN = 'Ann Lee,,,,';
const row = (number: number, on = '11/24/2026', time = '8:30 AM', status = ''): string =>
  `${number},${on},${time},${status},${ANN}`;

describe('the newest schedule counts', () => {
  test("at 8, at 10, and the one of 8 o'clock again at noon", async () => {
    const db = freshStore();
    const eight = [row(1), row(2), row(3)];
    await schedule(db, 'eight.csv', eight, '2026-11-23T08:00:00.000Z');
    const ten = await schedule(
      db,
      'ten.csv',
      [row(1, '11/25/2026'), row(2, undefined, undefined, 'Cancelled')],
      '2026-11-23T10:00:00.000Z',
    );
    expect(ten).toMatchObject({ changed: 2 });
    expect(told(db)).toEqual({
      1: '2026-11-25 08:30 booked null listed',
      2: '2026-11-24 08:30 cancelled file listed',
      3: '2026-11-24 08:30 booked null listed',
    });
    const noon = await schedule(db, 'eight.csv', eight, '2026-11-23T12:00:00.000Z');
    expect(noon).toMatchObject({ changed: 2, same: 1 });
    expect(told(db)).toEqual(
      Object.fromEntries([1, 2, 3].map((n) => [n, '2026-11-24 08:30 booked null listed'])),
    );
  });

  test('one that has shrunk leaves out whom it no longer has, but a file of cancellations does not', async () => {
    const db = freshStore();
    await schedule(db, 'a.csv', [row(1), row(2), row(3, '11/25/2026')], '2026-11-23T08:00:00.000Z');
    await schedule(db, 'b.csv', [row(1)], '2026-11-23T09:00:00.000Z');
    expect(told(db)).toMatchObject({
      1: '2026-11-24 08:30 booked null listed',
      2: '2026-11-24 08:30 unknown null not listed',
      3: '2026-11-25 08:30 booked null listed',
    });
    await schedule(db, 'c.csv', [row(1, undefined, undefined, 'cancelled')], '2026-11-23T10:00:00.000Z');
    expect(told(db)).toMatchObject({
      1: '2026-11-24 08:30 cancelled file listed',
      2: '2026-11-24 08:30 booked null listed',
    });
  });

  test('a file named for a day gone by is of that day; one named for today is as of now', async () => {
    const db = freshStore();
    await schedule(db, 'appts_20261120_0900.csv', [row(1, '11/26/2026')]);
    await schedule(db, 'appts_20261119.csv', [row(1, '11/27/2026')]);
    expect(told(db)[1]).toContain('2026-11-26');
    await schedule(db, 'appts_20261123_0700.csv', [row(1, '11/28/2026')]);
    const delivered = db.prepare('SELECT delivered_at FROM import ORDER BY id').pluck().all();
    expect(delivered).toEqual([
      '2026-11-20T09:00:00.000Z',
      '2026-11-19T23:59:59.999Z',
      '2026-11-23T12:00:00.000Z',
    ]);
  });

  test("the clock in the name is the store's", async () => {
    const db = freshStore();
    const path = join(folder, 'appts_20261120_0900.csv');
    writeFileSync(path, `${HEADER}\n${row(1)}\n`);
    await importPath(db, path, {
      timezone: 'America/Los_Angeles',
      kind: 'appointments',
      today: day('2026-11-23'),
      now: () => new Date('2026-11-23T12:00:00.000Z'),
    });
    expect(db.prepare('SELECT delivered_at FROM import').pluck().get()).toBe('2026-11-20T17:00:00.000Z');
  });
});

describe('a booking called off before it came', () => {
  test('comes in as cancelled from an older file, as booked from a newer one', async () => {
    const db = freshStore();
    const cancelled = [row(1, undefined, undefined, 'cancelled'), row(2, undefined, undefined, 'cancelled')];
    const report = await schedule(db, 'appts_20261121_0900.csv', cancelled);
    expect(report).toMatchObject({ skipped: 2 });
    expect(report.problems.map(({ code }) => code)).toEqual(['cancelled', 'cancelled', 'all-skipped']);
    expect(await schedule(db, 'appts_20261120_0900.csv', [row(1)])).toMatchObject({ new: 1 });
    expect(await schedule(db, 'appts_20261122_0900.csv', [row(2)])).toMatchObject({ new: 1 });
    expect(told(db)).toEqual({
      1: '2026-11-24 08:30 cancelled file not listed',
      2: '2026-11-24 08:30 booked null listed',
    });
  });

  test('in one file with its booking it is changed, and the same the second time', async () => {
    const db = freshStore();
    const rows = [row(1), row(1, undefined, undefined, 'cancelled')];
    expect(await schedule(db, 'a.csv', rows, '2026-11-23T08:00:00.000Z')).toMatchObject({
      new: 1,
      changed: 1,
    });
    expect(await schedule(db, 'a.csv', rows, '2026-11-23T09:00:00.000Z')).toMatchObject({ same: 2 });
    expect(told(db)[1]).toContain('cancelled file');
  });
});

test('a row of several in a file, alone in a later one, counts again', async () => {
  const db = freshStore();
  await schedule(db, 'a.csv', [row(1), row(1, '11/25/2026')], '2026-11-23T08:00:00.000Z');
  expect(told(db)[1]).toContain('2026-11-25');
  await schedule(db, 'b.csv', [row(1)], '2026-11-23T09:00:00.000Z');
  expect(told(db)[1]).toContain('2026-11-24');
});

describe('rows of before beside new ones of the same appointment', () => {
  const oil = '1,11/25/2026,8:30 AM,,Ann Lee,,,LOF,';
  const plain = row(1);

  test('count in the order of the file, and add up', async () => {
    const db = freshStore();
    await schedule(db, 'a.csv', [oil, plain], '2026-11-23T08:00:00.000Z');
    const report = await schedule(
      db,
      'b.csv',
      [oil, '1,11/24/2026,8:30 AM,,Ann Lee,,,ROT,'],
      '2026-11-23T09:00:00.000Z',
    );
    expect(recordsOf(db)).toMatchObject([{ on: '2026-11-24', services: ['LOF', 'ROT'] }]);
    expect(report).toMatchObject({ same: 1, changed: 1 });
  });

  test('count where one of them calls it off', async () => {
    const db = freshStore();
    await schedule(db, 'a.csv', [oil, plain], '2026-11-23T08:00:00.000Z');
    await schedule(db, 'b.csv', [oil, row(1, undefined, undefined, 'cancelled')], '2026-11-23T09:00:00.000Z');
    expect(told(db)).toEqual({ 1: '2026-11-25 08:30 cancelled file listed' });
  });

  test('are known as often as the file comes, and a mark by hand stays', async () => {
    const db = freshStore();
    const all = [oil, plain];
    await schedule(db, 'a.csv', all, '2026-11-23T08:00:00.000Z');
    missedByHand(db, '2026-11-23T08:30:00.000Z');
    for (const hour of ['09', '10', '11'])
      expect(
        await schedule(db, `${hour}.csv`, [...all, row(2, hour)], `2026-11-23T${hour}:00:00.000Z`),
      ).toMatchObject({ same: 2 });
    expect(told(db)[1]).toBe('2026-11-24 08:30 missed hand listed');
  });
});

test('whom an appointment names by rows of before is whose it is', async () => {
  const named = (name: string, code: string): string => `1,11/24/2026,8:30 AM,,${name},,,${code},`;
  const first = [named('Ann Lee', 'LOF'), named('Bo Day', 'ROT'), named('', 'TIRE')];
  const second = [named('Ann Lee', 'LOF'), named('', 'TIRE')];
  for (const order of [
    [['19', first] as const, ['20', second] as const],
    [['20', second] as const, ['19', first] as const],
  ]) {
    const db = freshStore();
    for (const [on, lines] of order) await schedule(db, `appts_202611${on}_0800.csv`, lines);
    expect(whose(db)).toEqual({ 1: 'Ann' });
  }
});

test('who was named again counts against what an older file says', async () => {
  const db = freshStore();
  await schedule(db, 'appts_20261119_0800.csv', [row(1)]);
  await schedule(db, 'appts_20261121_0800.csv', [row(1)]);
  await schedule(db, 'appts_20261120_0800.csv', [row(1).replace('Ann Lee', 'Bo Day')]);
  expect(db.prepare('SELECT said FROM appointment').pluck().all()).toEqual([expect.stringContaining('Ann')]);
});

describe('how the customer goes on', () => {
  test('in words, each with whether they wait; a word nobody knows is kept, with a warning', async () => {
    const db = freshStore();
    const words = [
      'Waiter',
      'Drop Off',
      'LOANER CAR',
      'shuttle',
      'Enterprise rental',
      'Pick-up',
      'night drop',
      'teleport',
      '',
    ];
    const report = await schedule(
      db,
      'ways.csv',
      words.map((word, i) => `${i + 1},11/24/2026,8:30 AM,,Ann Lee,,,,${word}`),
    );
    expect(
      recordsOf(db).map(({ transport, waiting, transport_raw }) => [transport, waiting, transport_raw]),
    ).toEqual([
      ['wait', true, 'Waiter'],
      ['drop-off', false, 'Drop Off'],
      ['loaner', false, 'LOANER CAR'],
      ['shuttle', false, 'shuttle'],
      ['rental', false, 'Enterprise rental'],
      ['pick-up', false, 'Pick-up'],
      ['night-drop', false, 'night drop'],
      [null, null, 'teleport'],
      [null, null, null],
    ]);
    expect(report.problems).toMatchObject([
      { line: 9, code: 'unknown-transport', outcome: 'warning', value: 'teleport' },
    ]);
  });
});

describe('missed', () => {
  const booked = row(1, '11/20/2026');

  test("only when the workshop's data reach beyond its day, be it by the store's own work", async () => {
    const db = freshStore();
    await schedule(db, 'a.csv', [booked], '2026-11-19T08:00:00.000Z');
    await orders(db, ['77,11/20/2026,,Bo Day,1HGCY1F32TA030100,C'], '2026-11-22T08:00:00.000Z');
    expect(told(db)[1]).toContain('unknown null');
    await orders(db, ['78,11/21/2026,11/21/2026,,1HGCY1F32TA030199,I'], '2026-11-22T09:00:00.000Z');
    expect(told(db)[1]).toContain('missed visit');
    expect(told(db, '2026-11-20')[1]).toContain('booked null');
  });

  test('in a store that sends closed orders only from the eighth day on', async () => {
    const db = freshStore();
    await schedule(db, 'a.csv', [booked], '2026-11-19T08:00:00.000Z');
    await orders(db, ['78,11/21/2026,11/21/2026,Bo Day,1HGCY1F32TA030100,C'], '2026-11-22T08:00:00.000Z');
    expect(told(db, '2026-11-27')[1]).toContain('unknown null');
    expect(told(db, '2026-11-28')[1]).toContain('missed visit');
  });
});

test.each([
  ['sales first', ['20261101_0615_SL', '20261120_0615_SV', '20261120_0615_SV_APPT']],
  ['sales last', ['20261120_0615_SV_APPT', '20261120_0615_SV', '20261101_0615_SL']],
])('the files of one store tell what became of each, and whose it was: %s', async (_, names) => {
  const db = freshStore();
  for (const name of names)
    await importFixture(db, `layouts/DVD00017_${name}.txt`, {
      ...CLOCK,
      now: () => new Date('2026-11-21T12:00:00.000Z'),
    });
  expect(
    recordsOf(db, '2026-11-21').map((one) => [one.number, one.status, one.status_by, one.matched_by]),
  ).toEqual([
    ['90011', 'booked', null, 'vin'],
    ['90012', 'booked', null, 'vin'],
    ['89950', 'kept', 'visit', 'vin'],
    ['89977', 'missed', 'visit', 'vin'],
    ['90033', 'booked', null, null],
    ['90034', 'booked', null, 'vin'],
  ]);
  expect(
    recordsOf(db).map(({ advisor, services, transport }) => [advisor, services, transport]),
  ).toMatchObject([
    ['Hendry, Colette', ['LOF12'], 'wait'],
    ['Soto, Emil', ['LOF06', 'ROT'], 'loaner'],
    ['Hendry, Colette', ['LOF06'], null],
    ['Soto, Emil', ['DIAG'], null],
    ['Soto, Emil', ['BATT'], null],
    ['Hendry, Colette', ['LOF06'], null],
  ]);
  expect([...exportRepairOrders(db)].map((one) => [one.number, one.names, one.matched_by])).toEqual([
    ['0061120', 'customer', 'vin'],
    ['0061188', 'customer', 'vin'],
    ['0061201', 'customer', 'vin'],
    ['0061255', 'customer', 'vin'],
    ['0061301', 'customer', null],
  ]);
});

test('a mark by hand ends when a file moves the appointment to another day', async () => {
  const db = freshStore();
  await schedule(db, 'a.csv', [row(1)], '2026-11-23T08:00:00.000Z');
  missedByHand(db, '2026-11-23T09:00:00.000Z');
  await schedule(db, 'b.csv', [row(1, undefined, '9:30 AM')], '2026-11-23T10:00:00.000Z');
  expect(told(db)[1]).toContain('missed hand');
  await schedule(db, 'c.csv', [row(1, '11/25/2026')], '2026-11-23T11:00:00.000Z');
  await schedule(db, 'd.csv', [row(1)], '2026-11-23T12:00:00.000Z');
  expect(told(db)[1]).toContain('booked null');
});

const rows = fc.array(
  fc.record({
    number: fc.integer({ min: 1, max: 3 }),
    on: fc.constantFrom('11/21/2026', '11/24/2026', '11/25/2026'),
    name: fc.constantFrom('Ann Lee', 'Ann Lee', 'Bo Day', ''),
    time: fc.constantFrom('8:30 AM', '', '1:15 PM'),
    status: fc.constantFrom('', '', 'Cancelled', 'No Show', 'Arrived'),
    advisor: fc.constantFrom('', 'Hendry', 'Soto'),
    code: fc.constantFrom('', 'LOF', 'ROT'),
    way: fc.constantFrom('', 'loaner', 'wait', 'teleport'),
  }),
  { minLength: 1, maxLength: 4 },
);
const files = fc.uniqueArray(
  fc.record({
    rows,
    moment: fc.constantFrom(
      '20261119',
      '20261119_0800',
      '20261120_0800',
      '20261120_1000',
      '20261121',
      '20261122_0700',
    ),
  }),
  {
    minLength: 2,
    maxLength: 4,
    selector: ({ moment }) => moment,
  },
);

test('any order of files ends in the same state', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 0, max: 23 }), async (some, shuffle) => {
      const states: unknown[] = [];
      for (const order of [some, shuffled(some, shuffle)]) {
        const db = inMemory();
        try {
          for (const { rows: lines, moment } of order)
            await schedule(
              db,
              `appts_${moment}.csv`,
              lines.map(
                ({ number, on, time, status, name, advisor, code, way }) =>
                  `${number},${on},${time},${status},${name},,${advisor},${code},${way}`,
              ),
            );
          states.push([
            recordsOf(db)
              .map(({ id: _, customer_id: __, ...one }) => one)
              .sort((a, b) => a.number.localeCompare(b.number)),
            whose(db),
          ]);
        } finally {
          db.close();
        }
      }
      expect(states[1]).toEqual(states[0]);
    }),
    { numRuns: Number(process.env.RUNS ?? 20) },
  );
}, 600_000);

const inMemory = (): Store => {
  const place = mkdtempSync(join(folder, 'db-'));
  return openStore(join(place, 's.db'));
};

function shuffled<T>(all: readonly T[], which: number): T[] {
  const left = [...all];
  const found: T[] = [];
  for (let n = which; left.length > 0; n = Math.floor(n / Math.max(left.length, 1)))
    found.push(...left.splice(n % left.length, 1));
  return found;
}
