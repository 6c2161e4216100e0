/** `beback delivered`, `beback first-service` and `export deliveries`: what is said at a delivery, and what comes of it. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ANN = '1HGCM82633A004352';
const MAX = '1M8GDM9AXKP042788';
const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson 1,Co-Buyer Name,Co-Buyer Phone
10233,C1,Ann Lee,6145550101,2026-06-01,${ANN},Dana Reyes,Bo Lee,6145550102
10234,C2,Max Roe,6145550103,2026-09-01,${MAX},Max Orr,,
`;
const SETTINGS = `[store]
name = "Lakeside"
country = "US"
timezone = "America/Chicago"
[people]
managers = ["Pat Boss"]
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-first-service-'));
  writeFileSync(join(folder, 'store.toml'), SETTINGS);
  take('sales.csv', SALES, '2026-09-02');
});
afterEach(() => rmSync(folder, { recursive: true }));

function beback(on: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), '--on', on, '--as', 'Dana Reyes', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  return { status, stdout, stderr };
}
const json = (on: string, ...args: string[]) => JSON.parse(beback(on, ...args, '--json').stdout);
function take(name: string, text: string, on = '2026-09-02'): void {
  writeFileSync(join(folder, name), text);
  const { status, stderr } = beback(on, 'import', join(folder, name));
  if (status !== 0) throw new Error(stderr);
}
const schedule = (...rows: string[]): string =>
  ['Appt No,Appointment Date,Appointment Time,Customer No,Customer Name,VIN,Status', ...rows, ''].join('\n');
const orders = (...rows: string[]): string =>
  ['RO Number,Open Date,Close Date,Customer No,Customer Name,VIN,Pay Type', ...rows, ''].join('\n');

interface Delivery {
  sale_id: number;
  booked_on: string | null;
  booked_by: string | null;
  state: string;
  visit_on: string | null;
}
const deliveryOf = (on: string, saleId = 1): Delivery =>
  json(on, 'export', 'deliveries').find((one: Delivery) => one.sale_id === saleId);
/** `2026-12-01 hand set -` */
const inBrief = (on: string, saleId = 1): string => {
  const { booked_on, booked_by, state, visit_on } = deliveryOf(on, saleId);
  return [booked_on ?? '-', booked_by ?? '-', state, visit_on ?? '-'].join(' ');
};

describe('delivered', () => {
  test('keeps what it does not name, and --not takes introduction and day away', () => {
    const first = json('2026-09-02', 'delivered', '10233', '--introduced', '--advisor', ' Maria Delgado ');
    expect(first).toEqual({
      entry: expect.any(Number),
      delivery: {
        sale_id: 1,
        introduced_on: '2026-09-02',
        advisor: 'Maria Delgado',
        booked_on: null,
        booked_time: null,
        booked_by: null,
        state: 'none',
        visit_on: null,
      },
    });
    const second = json('2026-09-03', 'delivered', ANN, '--first-service', '2026-12-01T08:30');
    expect(second.delivery).toEqual({
      ...first.delivery,
      booked_on: '2026-12-01',
      booked_time: '08:30',
      booked_by: 'hand',
      state: 'set',
    });
    expect(json('2026-09-03', 'delivered', '10233', '--first-service', '12/2/2026').delivery).toMatchObject({
      advisor: 'Maria Delgado',
      booked_on: '2026-12-02',
      booked_time: null,
    });
    const none = json('2026-09-04', 'delivered', '10233', '--not');
    expect(none.delivery).toMatchObject({
      introduced_on: null,
      advisor: null,
      booked_on: null,
      state: 'none',
    });
    expect(beback('2026-09-05', 'undo', String(none.entry)).status).toBe(0);
    expect(deliveryOf('2026-09-05')).toMatchObject({ advisor: 'Maria Delgado', booked_on: '2026-12-02' });
    // a day of before knows nothing of it
    expect(inBrief('2026-09-02')).toBe('- - none -');
  });

  test.each([
    ['fri 9 am', '2026-09-04', '09:00'],
    ['+6m', '2027-03-02', null],
    ['May 3', '2027-05-03', null],
    ['2026-12-01 13:15', '2026-12-01', '13:15'],
    ['12/1/2026 at 1:15 pm', '2026-12-01', '13:15'],
  ])('takes %s as a day and a time', (typed, booked_on, booked_time) => {
    expect(json('2026-09-02', 'delivered', '10234', '--first-service', typed).delivery).toMatchObject({
      booked_on,
      booked_time,
    });
  });

  test.each([
    ['nothing', ['10233'], 'nothing-said'],
    ['two things that exclude each other', ['10233', '--not', '--introduced'], 'usage'],
    ['a blank advisor', ['10233', '--advisor', ' '], 'no-text'],
    ['a day before the delivery', ['10233', '--first-service', '2026-05-31'], 'bad-day'],
    ['no day', ['10233', '--first-service', 'soon'], 'bad-day'],
    ['no time', ['10233', '--first-service', '2026-12-01T25:00'], 'bad-time'],
    ["nobody's deal", ['99', '--introduced'], 'unknown-deal'],
    ['an end of two VINs', ['A00435', '--introduced'], 'unknown-deal'],
    ['a day to come', ['10233', '--introduced', '--on', '2036-01-01'], 'future-day'],
  ])('%s is refused, and nothing changes', (_, args, code) => {
    const before = json('2026-09-02', 'export', 'deliveries');
    const { status, stdout, stderr } = beback('2026-09-02', 'delivered', ...args, '--json');
    expect([status, stdout, JSON.parse(stderr).error.code]).toEqual([2, '', code]);
    expect(json('2026-09-02', 'export', 'deliveries')).toEqual(before);
  });

  test('a deal that may be two is named with both', () => {
    take(
      'more.csv',
      SALES.replace('10234', '10235').replace(MAX, ANN).replaceAll('2026-06-01', '2026-06-02'),
    );
    const { status, stderr } = beback('2026-09-02', 'delivered', ANN, '--introduced');
    expect(status).toBe(2);
    expect(stderr).toContain('fits several sales');
    expect(stderr).toMatch(/sale 1: .*\n.*sale \d+: /);
  });

  test('is one row of the journal, in words', () => {
    const { stdout } = beback(
      '2026-09-02',
      'delivered',
      '10233',
      '--introduced',
      '--first-service',
      '2026-12-01T08:30',
    );
    expect(stdout).toMatch(
      /^#1 Ann Lee: introduced to the workshop Sep 2, first service set for Dec 1, 8:30.am; `beback undo \d+` takes that back\n$/,
    );
    const [entry] = json('2026-09-02', 'journal', '1').entries;
    expect(entry).toMatchObject({ action: 'delivered', by: 'Dana Reyes', on: '2026-09-02' });
    expect(beback('2026-09-02', 'undo').stdout).toContain(
      'deal 10233: introduced to the workshop, first service on Dec 1, 8:30 am',
    );
  });
});

describe('the day is that of whoever spoke last', () => {
  test('a file after a word, a word after a file, the same file again', () => {
    const booked = schedule(`1,2026-12-01,8:30 AM,C1,Ann Lee,${ANN},`);
    beback('2026-09-02', 'delivered', '10233', '--first-service', '2026-11-20');
    take('appts.csv', booked, '2026-09-03');
    expect(inBrief('2026-09-03')).toBe('2026-12-01 file set -');
    beback('2026-09-04', 'delivered', '10233', '--first-service', '2026-11-25');
    expect(inBrief('2026-09-04')).toBe('2026-11-25 hand set -');
    take('appts.csv', booked, '2026-09-05');
    expect(inBrief('2026-09-05')).toBe('2026-11-25 hand set -');
    // what was said of something else is no word on the day
    beback('2026-09-05', 'delivered', '10233', '--introduced');
    take('appts2.csv', schedule(`1,2026-12-03,,C1,Ann Lee,${ANN},`), '2026-09-06');
    expect(inBrief('2026-09-06')).toBe('2026-12-03 file set -');
    beback('2026-09-07', 'delivered', '10233', '--not');
    expect(inBrief('2026-09-07')).toBe('2026-12-03 file set -');
  });

  test('the first appointment of this VIN after the delivery that is neither cancelled nor missed, of theirs or of nobody', () => {
    take(
      'appts.csv',
      schedule(
        `1,2026-05-20,,C1,Ann Lee,${ANN},`,
        `2,2026-10-01,,C9,Zoe Other,${ANN},`,
        `3,2026-10-05,,C1,Ann Lee,${ANN},Cancelled`,
        `4,2026-10-10,,C1,Ann Lee,${ANN},No Show`,
        `5,2026-10-20,,,,${ANN},`,
        `6,2026-10-25,,C1,Ann Lee,${ANN},`,
        `7,2026-10-02,,C2,Max Roe,${MAX},`,
      ),
    );
    expect(inBrief('2026-10-06')).toBe('2026-10-20 file set -');
    beback('2026-10-06', 'appointment', '/5', 'no-show', '--why', 'x');
    expect(inBrief('2026-10-06')).toBe('2026-10-25 file set -');
    beback('2026-10-06', 'appointment', '/6', 'no-show', '--why', 'x');
    expect(inBrief('2026-10-06')).toBe('2026-10-25 file set -');
    beback('2026-10-06', 'appointment', '/6', 'cancelled', '--why', 'x');
    expect(inBrief('2026-10-06')).toBe('2026-10-20 file set -');
  });
});

describe('what became of it', () => {
  beforeEach(() => void beback('2026-09-02', 'delivered', '10233', '--first-service', '2026-06-10'));

  test('missed only once newer data of the workshop are on file', () => {
    expect(inBrief('2026-09-20')).toBe('2026-06-10 hand unknown -');
    take('ros.csv', orders(`900,2026-09-10,,C9,Zoe Other,1FTFW1ET5DFC10312,Customer`), '2026-09-21');
    expect(inBrief('2026-09-21')).toBe('2026-06-10 hand missed -');
    expect(inBrief('2026-09-09')).toBe('2026-06-10 hand unknown -');
  });

  test.each([
    ['on the day', `900,2026-06-10,,C1,Ann Lee,${ANN},Customer`, 'showed 2026-06-10'],
    ['five days early', `900,2026-06-05,,C1,Ann Lee,${ANN},Customer`, 'showed 2026-06-05'],
    ['a day too early', `900,2026-06-04,,C1,Ann Lee,${ANN},Customer`, 'missed -'],
    ['late, but settled in', `900,2026-06-15,,C1,Ann Lee,${ANN},Warranty`, 'showed 2026-06-15'],
    ['by the co-buyer', `900,2026-06-10,,,Bo Lee,${ANN},Customer`, 'showed 2026-06-10'],
    ['by nobody named', `900,2026-06-10,,,,${ANN},Customer`, 'showed 2026-06-10'],
    ['by somebody else', `900,2026-06-10,,C9,Zoe Other,${ANN},Customer`, 'missed -'],
    ['for the store itself', `900,2026-06-10,,C1,Ann Lee,${ANN},Internal`, 'missed -'],
    ['another car', `900,2026-06-10,,C1,Ann Lee,${MAX},Customer`, 'missed -'],
    ['closed only', `900,,2026-06-12,C1,Ann Lee,${ANN},Customer`, 'showed 2026-06-12'],
  ])('%s', (_, row, expected) => {
    take('ros.csv', orders(row, '901,2026-09-10,,C9,Zoe Other,1FTFW1ET5DFC10312,Customer'), '2026-09-21');
    expect(inBrief('2026-09-21')).toBe(`2026-06-10 hand ${expected}`);
  });

  test('without a day whoever comes two weeks after the delivery has come', () => {
    take(
      'ros.csv',
      orders(`900,2026-09-14,,C2,Max Roe,${MAX},Customer`, `901,2026-09-15,,C2,Max Roe,${MAX},Customer`),
    );
    expect(inBrief('2026-09-14', 2)).toBe('- - none -');
    expect(inBrief('2026-09-20', 2)).toBe('- - showed 2026-09-15');
  });

  test('only while the car is theirs', () => {
    take(
      'more.csv',
      `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson 1\n10240,C5,Ann Lee,6145550101,2026-09-08,${ANN},Dana Reyes\n`,
      '2026-09-09',
    );
    take('ros.csv', orders(`900,2026-09-15,,,,${ANN},Customer`), '2026-09-21');
    expect(inBrief('2026-09-21')).toBe('2026-06-10 hand missed -');
  });
});

describe('first-service', () => {
  beforeEach(() => {
    beback('2026-09-02', 'delivered', '10233', '--introduced', '--first-service', '2026-12-01T08:30');
    take('ros.csv', orders(`900,2026-09-20,,C2,Max Roe,${MAX},Customer`), '2026-09-21');
  });

  test('lists the cars sold in that time, the oldest first, and by who sold them', () => {
    const { on, rows, summary } = json('2026-11-10', 'first-service', '--all');
    expect([on, rows]).toEqual([
      '2026-11-10',
      [
        {
          sale_id: 1,
          customer: { id: 1, name: 'Ann Lee' },
          vehicle: expect.objectContaining({ vin: ANN }),
          sold_on: '2026-06-01',
          owner: { code: null, name: 'Dana Reyes' },
          introduced_on: '2026-09-02',
          booked_on: '2026-12-01',
          state: 'set',
          visit_on: null,
          days: 162,
        },
        {
          sale_id: 2,
          customer: { id: 3, name: 'Max Roe' },
          vehicle: expect.objectContaining({ vin: MAX }),
          sold_on: '2026-09-01',
          owner: { code: null, name: 'Max Orr' },
          introduced_on: null,
          booked_on: null,
          state: 'showed',
          visit_on: '2026-09-20',
          days: 19,
        },
      ],
    ]);
    expect(summary).toEqual([
      {
        salesperson: { code: null, name: 'Dana Reyes' },
        sold: 1,
        introduced: 1,
        set: 1,
        showed: 0,
        missed: 0,
      },
      { salesperson: { code: null, name: 'Max Orr' }, sold: 1, introduced: 0, set: 1, showed: 1, missed: 0 },
    ]);
  });

  const sales = (...args: string[]): number[] =>
    json('2026-11-10', 'first-service', ...args).rows.map((row: { sale_id: number }) => row.sale_id);

  test('keeps to the days asked for, 180 back where nobody says', () => {
    expect(sales('--all', '--from', '2026-06-02')).toEqual([2]);
    expect(sales('--all', '--to', '2026-08-31')).toEqual([1]);
    expect(json('2026-11-28', 'first-service', '--all').rows).toHaveLength(2);
    expect(json('2026-11-29', 'first-service', '--all').rows).toHaveLength(1);
    const { status, stderr } = beback(
      '2026-11-10',
      'first-service',
      '--from',
      '2026-11-02',
      '--to',
      '2026-11-01',
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('lies before')]);
  });

  test('--for goes by the owner in the rows, by the seller in the summary', () => {
    beback('2026-09-03', '--as', 'Pat Boss', 'give', '3', '--to', 'Dana Reyes', '--why', 'knows him');
    const found = json('2026-11-10', 'first-service', '--for', 'Dana Reyes');
    expect(found.rows.map((row: { sale_id: number }) => row.sale_id)).toEqual([1, 2]);
    expect(found.summary.map((one: { sold: number }) => one.sold)).toEqual([1]);
    // whoever acts sees their own
    expect(sales()).toEqual([1, 2]);
  });

  test('who sold it and has left is nobody', () => {
    beback('2026-09-03', 'salespeople', 'set', 'Max Orr', '--left', '2026-10-01', '--as', 'Pat Boss');
    expect(json('2026-11-10', 'first-service', '--all').summary.at(-1)).toMatchObject({
      salesperson: null,
      sold: 1,
    });
  });

  test('in words', () => {
    expect(beback('2026-11-10', 'first-service', '--all').stdout).toBe(`By who sold
Salesperson  Sold  Introduced  Set  Showed  Missed
Dana Reyes      1           1    1       0       0
Max Orr         1           0    1       1       0

The oldest sale first
Id  Customer  Car                    Sold   Owner       Introduced  First service  Days
#1  Ann Lee   VIN ${ANN}  Jun 1  Dana Reyes  Sep 2       set for Dec 1   162
#3  Max Roe   VIN ${MAX}  Sep 1  Max Orr     no          came Sep 20      19
2 cars sold from May 14 to Nov 10.
`);
    expect(beback('2026-11-10', 'first-service', '--to', '2020-01-01', '--from', '2020-01-01').stdout).toBe(
      'No car sold from Jan 1, 2020 to Jan 1, 2020 is still with its buyer.\n',
    );
  });

  test('the card says it of the car', () => {
    expect(beback('2026-11-10', 'show', '1').stdout.replace(/\s+/g, ' ')).toContain(
      'introduced to the workshop Sep 2, first service set for Dec 1, 8:30 am',
    );
    expect(beback('2026-11-10', 'show', '3').stdout).toContain('first service came Sep 20');
  });
});

describe('the call before it', () => {
  const due = (on: string): string[] =>
    json(on, 'today', '--all').lists.flatMap(
      ({ calls }: { calls: { reasons: { touch: string; due_on: string }[] }[] }) =>
        calls.flatMap(({ reasons }) =>
          reasons.flatMap(({ touch, due_on }) => (touch === 'first-service-confirm' ? due_on : [])),
        ),
    );

  test('is made three weeks and two days ahead, as long as the day is set', () => {
    beback('2026-09-02', 'delivered', '10233', '--first-service', '2026-12-01');
    expect(
      ['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13', '2026-11-29', '2026-12-01', '2026-12-02'].map(
        due,
      ),
    ).toEqual([[], ['2026-11-10'], ['2026-11-10'], [], ['2026-11-29'], ['2026-11-29'], []]);
    take('ros.csv', orders(`900,2026-11-08,,C1,Ann Lee,${ANN},Customer`), '2026-11-09');
    expect(due('2026-11-10')).toEqual([]);
    expect(beback('2026-11-10', 'why', '1', '--json').stdout).toContain(
      'No first service of this car is booked that is still to come.',
    );
  });

  test('by an appointment of a file too, and the list says which day', () => {
    take('appts.csv', schedule(`1,2026-12-01,8:30 AM,C1,Ann Lee,${ANN},`));
    expect(due('2026-11-10')).toEqual(['2026-11-10']);
    expect(beback('2026-11-10', 'today', '--for', 'Dana Reyes').stdout).toContain(
      'First service: does the time still hold? (Dec 1)',
    );
    const [{ calls }] = json('2026-11-10', 'today', '--for', 'Dana Reyes').lists;
    expect(calls[0].reasons[0]).toMatchObject({ booked_on: '2026-12-01' });
    expect(JSON.stringify(calls[0])).toContain('first service on Tuesday, December 1, 2026.');
    beback('2026-11-10', 'appointment', '/1', 'cancelled', '--why', 'called');
    expect(due('2026-11-10')).toEqual([]);
  });
});
