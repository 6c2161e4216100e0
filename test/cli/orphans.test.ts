/** `beback orphans`: who had them, since when, and who is due the soonest. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givings } from '../givings.ts';

const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Year,Make,Model,Salesperson 1,Salesperson 2,Trade VIN,Do Not Call
1,C1,Ann Lee,6145550101,2024-11-19,1HGCM82633A004352,2024,Honda,Accord,Max Orr,,,Y
2,C2,Bo Ash,6145550102,2025-05-19,1HGCM82633A004353,2025,Honda,Pilot,Max Orr,Dana Reyes,,
3,C3,Cy Fox,6145550103,2026-01-19,1HGCM82633A004354,2026,Honda,Civic,,,,
4,C4,Di Elm,6145550104,2025-11-24,1HGCM82633A004355,2025,Honda,Fit,Max Orr,,,
5,C5,Ed Gil,6145550105,2025-11-24,1HGCM82633A004356,2025,Honda,Fit,Max Orr,,,
6,C6,Flo Hay,6145550106,2025-11-24,1HGCM82633A004357,2025,Honda,Fit,Max Orr,,,
7,C7,Gus Ito,6145550107,2026-05-24,1HGCM82633A004358,2026,Honda,Fit,Dana Reyes,,1HGCM82633A004357,
`;

let folder: string;
let db: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-orphans-'));
  db = join(folder, 'store.db');
  writeFileSync(join(folder, 'sales.csv'), SALES);
  beback('2026-11-02', 'import', join(folder, 'sales.csv'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function beback(day: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', db, '--on', day, '--as', 'Dana Reyes', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' } },
  );
  return { status, stdout, stderr };
}
const MAX = { code: null, name: 'Max Orr' };

test('nobody but whom no sale credits to anybody, while all are here', () => {
  const { status, stdout } = beback('2026-11-09', 'orphans', '--json');
  expect([status, JSON.parse(stdout)]).toEqual([
    3,
    {
      on: '2026-11-09',
      orphans: [
        {
          customer: { id: 3, name: 'Cy Fox' },
          was: null,
          since: '2026-01-19',
          because: 'never-credited',
          vehicle: {
            vin: '1HGCM82633A004354',
            year: 2026,
            make: 'Honda',
            model: 'Civic',
            trim: null,
            stock_number: null,
          },
          next_due_on: expect.any(String),
        },
      ],
    },
  ]);
});

test('a leaver leaves those nobody else is credited with; neither a car gone nor whoever was given to the house', () => {
  beback('2026-11-09', 'salespeople', 'set', 'Max Orr', '--left', '2026-11-10');
  givings(db, [{ customer: 5, to: null, on: '2026-11-11' }]);
  const { status, stdout } = beback('2026-11-20', 'orphans', '--json');
  const { orphans } = JSON.parse(stdout);
  const left = { was: MAX, since: '2026-11-10', because: 'left' };
  expect(status).toBe(3);
  expect(orphans).toMatchObject([
    { customer: { name: 'Ann Lee' }, ...left, next_due_on: '2026-11-19' },
    { customer: { name: 'Di Elm' }, ...left, next_due_on: '2026-11-24' },
    { customer: { name: 'Cy Fox' }, because: 'never-credited', next_due_on: '2027-01-19' },
  ]);
  expect(orphans).toHaveLength(3);
});

test('as a table, a sheet and a file for a spreadsheet', () => {
  const table = beback('2026-11-20', 'orphans').stdout;
  expect(table).toBe(`Id  Customer  Was      Since   Car                Next due
#1  Ann Lee   Max Orr  Nov 10  2024 Honda Accord  Nov 19
#4  Di Elm    Max Orr  Nov 10  2025 Honda Fit     Nov 24
#3  Cy Fox    nobody   Jan 19  2026 Honda Civic   Jan 19, 2027
3 customers whom nobody looks after: 2 were Max Orr's, 1 was nobody's.
`);
  expect(beback('2026-11-20', 'orphans', '--format', 'text').stdout).toBe(table);
  expect(beback('2026-11-20', 'orphans', '--format', 'csv').stdout.split('\r\n').slice(0, 2)).toEqual([
    '"customer_id","customer","was_code","was_name","since","because","vehicle","vin","next_due_on"',
    '"1","Ann Lee","","Max Orr","2026-11-10","left","2024 Honda Accord","1HGCM82633A004352","2026-11-19"',
  ]);
  expect(beback('2026-11-20', 'orphans', '--json', '--format', 'csv').status).toBe(2);
});

test('nobody is exit 0 and a sentence', () => {
  expect(beback('2024-11-18', 'orphans')).toEqual({
    status: 0,
    stdout: 'Everybody with a car from us has somebody who looks after them.\n',
    stderr: '',
  });
  expect(JSON.parse(beback('2024-11-18', 'orphans', '--json').stdout)).toEqual({
    on: '2024-11-18',
    orphans: [],
  });
});

test('whoever asks for the list of a leaver hears where their customers went', () => {
  const { status, stdout, stderr } = beback('2026-11-20', 'today', '--for', 'Max Orr', '--json');
  expect([status, JSON.parse(stdout).lists]).toMatchObject([
    0,
    [{ salesperson: { name: 'Max Orr' }, calls: [] }],
  ]);
  // Flo Hay's car is Gus Ito's trade-in, and nobody else was credited with it
  expect(stderr).toBe('Max Orr left on Nov 10: of 5 customers 4 went to the house, 1 to Dana Reyes.\n');
  expect(beback('2026-11-09', 'today', '--for', 'Max Orr').stderr).toBe('');
  expect(beback('2026-11-20', 'today', '--for', 'Dana Reyes').stderr).toBe('');
});
