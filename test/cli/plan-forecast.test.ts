/** `plan forecast` through the real entry point, against a second count of the same store and by hand. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { asExport, LEAVER, madeUpDeals, type NaiveTouch, naiveForecast, plusDays } from './naive-forecast.ts';

/** A Saturday. */
const D = '2026-11-21';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-forecast-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), '--on', D, ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}
const inFolder = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

interface Person {
  readonly salesperson: { readonly code: string; readonly name: string } | null;
  readonly customers: number;
  readonly days: readonly { readonly on: string; readonly opens: number; readonly due: number }[];
  readonly opens_per_working_day: number | null;
  readonly calls_a_day: number;
}
interface Forecast {
  readonly from: string;
  readonly to: string;
  readonly people: readonly Person[];
}
function forecast(...args: string[]): Forecast {
  const { status, stdout, stderr } = beback('plan', 'forecast', '--json', ...args);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const PLAN: readonly NaiveTouch[] = [
  { id: 'soon', from: 'sale', at: [{ days: 1 }, { days: 30 }, { months: 3 }], opens: 0 },
  { id: 'yearly', from: 'sale', everyMonths: 12, opens: 10 },
  { id: 'birthday', from: 'birthday', everyMonths: 12, opens: 2 },
  { id: 'end', from: 'lease-end', at: [{ days: -60 }, { days: 0 }, { days: 45 }, { days: 75 }], opens: 14 },
  { id: 'service', from: 'last-service', everyMonths: 5, opens: 7, dealTypes: ['Cash', 'Finance'] },
];
const OTHER: readonly NaiveTouch[] = [
  { id: 'monthly', from: 'sale', everyMonths: 1, opens: 3, dealTypes: ['Lease'] },
];
const toml = (touches: readonly NaiveTouch[]): string =>
  touches
    .map(({ id, from, at, everyMonths, opens, dealTypes }) =>
      [
        '[[touch]]',
        `id = "${id}"\nlabel = "A call"\nfrom = "${from}"\nopens = "${opens}d"`,
        everyMonths === undefined
          ? `at = ${JSON.stringify(at?.map(({ days, months }) => (days === undefined ? `${months}m` : `${days}d`)))}`
          : `every = "${everyMonths}m"`,
        dealTypes === undefined ? '' : `deal_types = ${JSON.stringify(dealTypes).toLowerCase()}`,
      ].join('\n'),
    )
    .join('\n');

const counted = ({ people }: Forecast) =>
  people.map(({ salesperson, customers, days }) => ({ name: salesperson?.name ?? null, customers, days }));

describe.each([7, 20_261_127])('a made-up store of seed %i', (seed) => {
  const deals = madeUpDeals(seed, D, 160);
  beforeEach(() => {
    inFolder('store.toml', toml(PLAN));
    // by then all of them are past
    const file = inFolder('sales.csv', asExport(deals));
    expect(beback('import', file, '--on', '2027-12-31').status).toBe(0);
    expect(beback('salespeople', 'set', LEAVER, '--left', '2026-11-01').status).toBe(0);
  });

  test('is forecast as it is counted by hand', () => {
    const naive = naiveForecast(deals, PLAN, D, 91);
    expect(naive.length).toBeGreaterThan(2);
    expect(counted(forecast())).toEqual(naive);
  });

  test('another plan and another stretch, too', () => {
    const other = inFolder('other.toml', `[plan]\ncalls_a_day = { house = 3, default = 9 }\n${toml(OTHER)}`);
    const { from, to, people } = forecast('--plan', other, '--days', '200');
    expect([from, to]).toEqual([D, plusDays(D, 199)]);
    expect(counted({ from, to, people })).toEqual(naiveForecast(deals, OTHER, D, 200));
    expect(people.map(({ salesperson, calls_a_day }) => [salesperson?.name ?? 'house', calls_a_day])).toEqual(
      people.map(({ salesperson }) => [salesperson?.name ?? 'house', salesperson === null ? 3 : 9]),
    );
  });

  test('one person is as among all, also the house', () => {
    const { people } = forecast();
    for (const person of people)
      expect(forecast('--for', person.salesperson?.code ?? 'house').people).toEqual([person]);
  });
});

const HEADER = 'Deal No,Cust No,First Name,Last Name,Cell Phone,Sale Date,Salesperson 1 ID,Salesperson 1';
const deal = (number: number, soldOn: string, seller = '11,Ann Zeller'): string =>
  `${number},${number},Pat,Surname${String.fromCharCode(97 + (number % 26))},31255501${number},${soldOn},${seller}`;
const sales = (...deals: string[]): void =>
  void beback('import', inFolder('sales.csv', `${[HEADER, ...deals].join('\n')}\n`));
/** Opens on the seventh day after a sale and is due on the tenth. */
const TEN = '[[touch]]\nid = "ten"\nlabel = "Ten days"\nfrom = "sale"\nat = ["10d"]\nopens = "3d"\n';

test('every key of the answer', () => {
  inFolder('store.toml', `[calendar]\nholidays = ["2026-11-26"]\n${TEN}`);
  sales(deal(10, '2026-11-15'), deal(11, '2026-11-15'), deal(12, '2026-11-11'));
  expect(forecast('--days', '6')).toEqual({
    from: '2026-11-21',
    to: '2026-11-26',
    people: [
      {
        salesperson: { code: '11', name: 'Ann Zeller' },
        customers: 3,
        days: [
          { on: '2026-11-21', opens: 0, due: 1 },
          { on: '2026-11-22', opens: 2, due: 0 },
          { on: '2026-11-23', opens: 0, due: 0 },
          { on: '2026-11-24', opens: 0, due: 0 },
          { on: '2026-11-25', opens: 0, due: 2 },
          { on: '2026-11-26', opens: 0, due: 0 },
        ],
        // a Sunday and a holiday are no days of work
        opens_per_working_day: 0.5,
        calls_a_day: 25,
      },
    ],
  });
});

test('what was said to customers and what they are owed changes nothing; a block does', () => {
  inFolder('store.toml', TEN);
  sales(deal(10, '2026-11-15'), deal(11, '2026-11-15'));
  const before = forecast();
  expect(beback('log', '10', 'talked').status).toBe(0);
  expect(beback('promise', '11', 'call back', '--next', '2026-12-01').status).toBe(0);
  expect(forecast()).toEqual(before);
  expect(beback('block', '11', 'call').status).toBe(0);
  const [ann] = forecast().people;
  expect([before.people[0]?.customers, ann?.customers]).toEqual([2, 1]);
  expect(ann?.days[1]).toEqual({ on: '2026-11-22', opens: 1, due: 0 });
});

test('no day of work gives no number a day', () => {
  inFolder('store.toml', TEN);
  sales(deal(10, '2026-11-15'));
  const { people } = JSON.parse(
    beback('plan', 'forecast', '--days', '1', '--on', '2026-11-22', '--json').stdout,
  );
  expect(people).toMatchObject([{ opens_per_working_day: null, days: [{ opens: 1, due: 0 }] }]);
});

test('a person asked for is there without customers; all without a sale are nobody', () => {
  sales(deal(10, '2026-11-15'));
  expect(beback('salespeople', 'add', 'Bo Yates', '--code', '12').status).toBe(0);
  expect(forecast('--for', '12', '--days', '2').people).toMatchObject([
    { customers: 0, opens_per_working_day: 0 },
  ]);
  expect(forecast('--for', 'house').people).toMatchObject([{ salesperson: null, customers: 0 }]);
});

test('whether it fits is told in words, and by the week', () => {
  inFolder('store.toml', `[plan]\ncalls_a_day = { "Ann Zeller" = 1, default = 10 }\n${TEN}`);
  sales(
    ...Array.from({ length: 14 }, (_, i) => deal(10 + i, '2026-11-16')),
    deal(30, '2026-11-19', '12,Bo Yates'),
  );
  const { stdout } = beback('plan', 'forecast', '--days', '14');
  expect(stdout.trimEnd().split('\n')).toEqual([
    'What the plan will ask, Saturday, November 21, 2026 to Friday, December 4, 2026',
    '',
    'Salesperson  Customers  Opens a day  Calls a day               Weeks',
    'Ann Zeller          14          1.2            1  over by 0.2  █·',
    'Bo Yates             1          0.1           10  fits         ▁·',
    '',
    'Week from  Opens  Due',
    'today         15   14  ████████████████████████████████████████',
    'Nov 28         0    1',
  ]);
});

test.each([
  [['--days', '0'], 'usage'],
  [['--days', 'x'], 'usage'],
  [['--days', '9999'], 'usage'],
  [['--for', 'Nobody'], 'unknown-salesperson'],
  [['--plan', '/nowhere/plan.toml'], 'no-plan-file'],
])('%j is refused', (args, code) => {
  sales(deal(10, '2026-11-15'));
  const { status, stdout, stderr } = beback('plan', 'forecast', '--json', ...args);
  expect([status, stdout, JSON.parse(stderr).error.code]).toEqual([2, '', code]);
});

test('a file without a plan, and one that is badly written, are refused', () => {
  const empty = beback('plan', 'forecast', '--plan', inFolder('empty.toml', '[store]\nname = "Lakeside"\n'));
  expect([empty.status, empty.stderr]).toEqual([2, expect.stringContaining('has no plan')]);
  const bad = beback('plan', 'forecast', '--plan', inFolder('bad.toml', TEN.replace('"10d"', '"10x"')));
  expect([bad.status, bad.stderr]).toEqual([2, expect.stringContaining('bad.toml, line 5: touch 1 at')]);
});
