/** `beback matches` and the call that follows: who wishes for a car in the lot. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Year,Make,Model,Salesperson 1,Do Not Call
1,C1,Ann Lee,6145550101,2022-06-19,1HGCM82633A004352,2022,Honda,Accord,Max Orr,
2,C2,Bo Ash,6145550102,2022-06-19,2HGES16575H591817,2022,Honda,Civic,Dana Reyes,
3,C3,Cy Fox,6145550103,2022-06-19,JHMCM56557C404453,2022,Honda,Civic,Dana Reyes,Y
4,C4,Di Elm,6145550104,2022-06-19,1FTEW1E50LFA00001,2022,Ford,F-150,,
`;
const HEAD = 'Stock #,N/U,Year,Make,Model,Mileage,Price';
const STOCK = [
  HEAD,
  'P1,U,2023,HONDA,PILOT,31000,29000',
  'P2,CPO,2022,Honda,Pilot,52000,',
  'P3,U,2018,Honda,Pilot,90000,15000',
  'P4,N,2026,Honda,Civic,5,26000',
];

let folder: string;
let db: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-matches-'));
  db = join(folder, 'store.db');
  take('sales.csv', SALES);
  take('stock_20261110.csv', STOCK.join('\n'));
  for (const customer of ['1', '2', '3', '4'])
    beback(
      '2026-11-12',
      ...['wish', customer, 'seven seats', '--make', 'Honda', '--model', 'pilot'],
      ...['--year', '2021..', '--price', '30000'],
    );
  take('stock_20261116.csv', [HEAD, ...STOCK.slice(2), 'P5,U,2024,Honda,Pilot,9,30000'].join('\n'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function take(name: string, text: string) {
  writeFileSync(join(folder, name), `${text}\n`);
  expect(beback('2026-11-17', 'import', join(folder, name)).status).toBe(0);
}
function beback(day: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', db, '--on', day, '--as', 'Dana Reyes', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' } },
  );
  return { status, stdout, stderr };
}
const json = (day: string, ...args: string[]) => JSON.parse(beback(day, ...args, '--json').stdout);
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;
const matches = (day: string, ...args: string[]) =>
  json(day, 'matches', ...args).matches.map(({ customer, owner, cars }: Json) => [
    customer.name,
    owner?.name ?? null,
    cars.map((car: Json) => [car.stock_number, ...car.unknown].join(' ')).join(', '),
  ]);
/** Due days of the calls a car in the lot asks for, by customer. */
const calls = (day: string) =>
  json(day, 'today', '--all', '--limit', 'none').lists.flatMap(({ calls: all }: Json) =>
    all.flatMap(({ customer, reasons }: Json) =>
      reasons
        .filter(({ touch }: Json) => touch === 'wish-match')
        .map((one: Json) => [customer.name, one.due_on, one.closes_on, one.sale_id]),
    ),
  );

test('everybody who wishes for a car in the lot, but whoever may not be called', () => {
  expect(matches('2026-11-17', '--all')).toEqual([
    ['Ann Lee', 'Max Orr', 'P5, P2 price'],
    ['Bo Ash', 'Dana Reyes', 'P5, P2 price'],
    ['Di Elm', null, 'P5, P2 price'],
  ]);
});

test('a car is a match until the day it is gone', () => {
  expect(matches('2026-11-15')).toEqual([['Bo Ash', 'Dana Reyes', 'P1, P5, P2 price']]);
  expect(matches('2026-11-16', '--for', 'Max Orr')).toEqual([['Ann Lee', 'Max Orr', 'P5, P2 price']]);
  expect(matches('2026-11-16', '--for', 'house')).toEqual([['Di Elm', null, 'P5, P2 price']]);
  expect(matches('2026-11-11', '--all')).toEqual([]);
});

test('as text it fits a terminal of 80 columns', () => {
  expect(beback('2026-11-17', 'matches').stdout).toBe(
    `Bo Ash  #2  (614) 555-0102 cell  Dana Reyes
  wish 4 of Nov 12, until May 11, 2027: seven seats (Honda pilot, from 2021, up to 30,000)
    P5: 2024 Honda Pilot, used, 9 miles, 30,000, since Nov 16
    P2: 2022 Honda Pilot, certified, 52,000 miles, since Nov 10 (not known: price)
1 customer, 1 wish, 2 cars.
`,
  );
  expect(beback('2026-11-11', 'matches').stdout).toBe('No car in the lot is what somebody wishes for.\n');
});

test('the customer is called from the day on which there are both, wish and car; the newest car counts', () => {
  const both = (due: string, closes: string) =>
    ['Ann Lee', 'Bo Ash', 'Di Elm'].map((name) => [name, due, closes, null]).sort();
  expect(calls('2026-11-11')).toEqual([]);
  expect(calls('2026-11-12').sort()).toEqual(both('2026-11-12', '2026-11-26'));
  expect(calls('2026-11-17').sort()).toEqual(both('2026-11-16', '2026-11-30'));
  expect(calls('2026-12-01')).toEqual([]);
});

test('the card has the open wishes', () => {
  expect(beback('2026-11-17', 'show', '2').stdout).toMatch(
    /^Wish +seven seats \(Honda pilot, from 2021, up to 30,000\), until May 11, 2027 \(wish \d+\)$/m,
  );
  expect(json('2026-11-11', 'show', '2').wishes).toEqual([]);
});

test('the call says which cars', () => {
  const { lists } = json('2026-11-17', 'today', '--for', 'Dana Reyes');
  expect(lists[0].calls.map(({ facts }: Json) => facts)).toEqual([
    ['wishes for seven seats: P5 2024 Honda Pilot, 30,000; P2 2022 Honda Pilot'],
  ]);
});

test('a wish that is over brings nobody on a list; taken back, it does again', () => {
  const [wish] = json('2026-11-17', 'export', 'wishes').filter(({ customer_id }: Json) => customer_id === 2);
  const { entry } = json('2026-11-17', 'wish', 'end', String(wish.id));
  expect(calls('2026-11-17').map(([name]: string[]) => name)).not.toContain('Bo Ash');
  expect(matches('2026-11-17')).toEqual([]);
  beback('2026-11-17', 'undo', String(entry));
  expect(calls('2026-11-17').map(([name]: string[]) => name)).toContain('Bo Ash');
});
