/** `beback whose` as it is typed at the desk: a family, a leaver, a customer given by hand, somebody who must not be called. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { covers, givings } from '../givings.ts';

const HEADER =
  'Deal No,Customer No,Customer Name,Cell Phone,E-Mail,Sale Date,VIN,Year,Make,Model,Plate,Salesperson 1,Salesperson 2,Co-Buyer Name,Co-Buyer Phone,Do Not Call';
const SALES = `${HEADER}
501,C1,Ann Lee,6145550101,ann@example.com,2024-11-19,1HGCM82633A004352,2024,Honda,Accord,ABC 1234,Dana Reyes,,,,
502,C2,Bo Lee,6145550102,,2025-11-19,1HGCM82633A004353,2025,Honda,Pilot,,Lou Tan,Dana Reyes,Ann Lee,6145550101,
503,C3,Cy Fox,6145550103,,2026-01-19,1HGCM82633A004354,2026,Honda,Civic,,Lou Tan,,Bo Lee,6145550102,
504,C4,Di Elm,6145550104,,2026-02-19,1HGCM82633A004355,2026,Honda,Fit,,Max Orr,Dana Reyes,,,Y
505,C5,Lee Ott,6145550105,,2026-03-19,1HGCM82633A004356,2026,Honda,Fit,,Max Orr,,,,
506,C6,Leonie Abt,6145550106,,2026-04-19,1HGCM82633A004357,2026,Honda,Fit,,Max Orr,,,,
`;

let folder: string;
let db: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-whose-'));
  db = join(folder, 'store.db');
  writeFileSync(join(folder, 'sales.csv'), SALES);
  beback('2026-11-02', 'import', join(folder, 'sales.csv'));
  beback('2026-11-02', 'salespeople', 'set', 'Max Orr', '--left', '2026-11-10');
  beback('2026-11-02', 'salespeople', 'add', 'Kim Bay');
  beback(
    '2026-11-03',
    'log',
    '1',
    'talked',
    '--as',
    'Lou Tan',
    '--note',
    'wants a price',
    '--next',
    '2026-11-18',
  );
  beback('2026-11-04', 'log', '1', 'voicemail');
  givings(db, [{ customer: 6, to: 'Lou Tan', on: '2026-11-12' }]);
});
afterAll(() => rmSync(folder, { recursive: true }));

function beback(day: string, ...args: string[]) {
  const as = args.includes('--as') ? [] : ['--as', 'Dana Reyes'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', db, '--on', day, ...as, ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' } },
  );
  return { status, stdout, stderr };
}
const ON = '2026-11-20';
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
const whose = (...args: string[]): any => JSON.parse(beback(ON, 'whose', ...args, '--json').stdout);
/** `phone Ann Lee` */
const found = (...args: string[]): string[] =>
  whose(...args).customers.map(
    ({ found_by, customer }: { found_by: string; customer: { name: string } }) =>
      `${found_by} ${customer.name}`,
  );

const DANA = { code: null, name: 'Dana Reyes' };
const LOU = { code: null, name: 'Lou Tan' };
const FAMILY = ['co-buyer Bo Lee', 'household Cy Fox'];

test.each([
  ['614 555 0101', ['phone Ann Lee', ...FAMILY]],
  ['1', ['id Ann Lee', ...FAMILY]],
  ['abc-1234', ['plate Ann Lee', ...FAMILY]],
  ['1HGCM82633A004352', ['vin Ann Lee', ...FAMILY]],
  ['004352', ['vin-tail Ann Lee', ...FAMILY]],
  ['3a 004352', ['vin-tail Ann Lee', ...FAMILY]],
  ['501', ['deal Ann Lee', ...FAMILY]],
  ['502', ['deal Ann Lee', 'deal Bo Lee', 'co-buyer Cy Fox']],
  ['Ann@Example.com', ['email Ann Lee', ...FAMILY]],
  ['ann lee', ['name Ann Lee', ...FAMILY]],
  ['lee', ['name Ann Lee', 'name Bo Lee', 'name Lee Ott', 'co-buyer Cy Fox']],
  ['004355', ['vin-tail Di Elm']],
])('by %s whoever is meant comes first, then who bought with them', (text, wanted) => {
  expect(found(text)).toEqual(wanted);
});

test('whoever bought together on a later day is no household yet', () => {
  const on = (day: string) => JSON.parse(beback(day, 'whose', '1', '--json').stdout).customers.length;
  expect([on('2026-01-18'), on('2025-11-19'), on('2025-11-18')]).toEqual([2, 2, 1]);
});

test('a program gets all there is to know before a greeting', () => {
  const { on, query, more, customers } = whose('6145550101');
  expect([on, query, more]).toEqual([ON, '6145550101', 0]);
  expect(customers[0]).toEqual({
    customer: {
      id: 1,
      name: 'Ann Lee',
      phones: [{ kind: 'cell', e164: '+16145550101', extension: null }],
      withheld_phones: [],
      do_not: { call: false, text: false, email: false, mail: false },
      blocks: [],
    },
    found_by: 'phone',
    owner: DANA,
    because: 'credited',
    because_in_words: 'first credited with the newest sale',
    since: '2024-11-19',
    covered_by: null,
    vehicles: [
      {
        vin: '1HGCM82633A004352',
        year: 2024,
        make: 'Honda',
        model: 'Accord',
        trim: null,
        stock_number: null,
        sale_id: 1,
        sold_on: '2024-11-19',
      },
    ],
    last_contact: { on: '2026-11-04', outcome: 'voicemail', by: 'Dana Reyes', note: null },
    last_talk: { on: '2026-11-03', outcome: 'talked', by: 'Lou Tan', note: 'wants a price' },
    promises: [
      {
        id: 4,
        customer_id: 1,
        given_on: '2026-11-03',
        on: '2026-11-18',
        text: 'wants a price',
        by: LOU,
        for: null,
        state: 'open',
        ended_on: null,
      },
    ],
    cases: [],
    household: [
      { id: 2, name: 'Bo Lee' },
      { id: 3, name: 'Cy Fox' },
    ],
    others: [{ ...LOU, active: true, because: 'credited' }],
  });
});

test('whoever was given a customer owns them from that day on; the seller has a claim, gone or not', () => {
  expect(whose('6').customers).toMatchObject([
    {
      owner: LOU,
      because: 'given',
      since: '2026-11-12',
      others: [{ name: 'Max Orr', active: false, because: 'credited' }],
    },
  ]);
  const before = JSON.parse(beback('2026-11-11', 'whose', '6', '--json').stdout);
  expect(before.customers).toMatchObject([{ owner: null, because: 'house', since: '2026-11-10' }]);
});

test('of a number that may not be called only the end is told', () => {
  const { stdout } = beback(ON, 'whose', 'di elm', '--json');
  expect(stdout).not.toContain('5550104');
  expect(JSON.parse(stdout).customers).toMatchObject([
    {
      customer: {
        phones: [],
        withheld_phones: [{ kind: 'cell', ends_in: '04', why: 'wish' }],
        do_not: { call: true },
      },
      owner: DANA,
      because: 'next-credited',
    },
  ]);
  const text = beback(ON, 'whose', 'di elm').stdout;
  expect(text).not.toContain('0104');
  expect(text).toContain('DO NOT CALL since');
});

test('a screen is read before anybody is greeted', () => {
  expect(beback(ON, 'whose', '614-555-0101')).toEqual({
    status: 0,
    stdout: `Ann Lee  #1  found by phone
Owner      Dana Reyes since Nov 19, 2024 (first credited with the newest sale)
Also       Lou Tan: credited with a sale
Last talk  Nov 3 talked (Lou Tan): wants a price
Since then Nov 4 voicemail (Dana Reyes)
Promise    for Nov 18, BROKEN: wants a price (Lou Tan, Nov 3)
Cars       2024 Honda Accord, sold Nov 19, 2024
Phone      (614) 555-0101 cell

Id  Customer  Owner    Since         Car               By         Do not
#2  Bo Lee    Lou Tan  Nov 19, 2025  2025 Honda Pilot  co-buyer
#3  Cy Fox    Lou Tan  Jan 19        2026 Honda Civic  household
`,
    stderr: '',
  });
});

test('who covers the owner is told on the days of the cover, through whoever covers them in turn', () => {
  covers(db, [
    { of: 'Dana Reyes', by: 'Lou Tan', from: '2026-11-25', to: '2026-11-27' },
    { of: 'Lou Tan', by: 'Kim Bay', from: '2026-11-27', to: '2026-11-28' },
    { of: 'Kim Bay', by: 'Max Orr', from: '2026-11-27', to: '2026-11-28' },
  ]);
  const on = (day: string) => JSON.parse(beback(day, 'whose', '1', '--json').stdout).customers[0].covered_by;
  expect([on('2026-11-24'), on('2026-11-25'), on('2026-11-27'), on('2026-11-28')]).toEqual([
    null,
    LOU,
    { code: null, name: 'Kim Bay' },
    null,
  ]);
  expect(beback('2026-11-25', 'whose', '1').stdout).toContain('Covered by Lou Tan\n');
});

test('--limit says how many more there are', () => {
  expect(whose('lee', '--limit', '1')).toMatchObject({
    customers: [{ customer: { name: 'Ann Lee' } }],
    more: 3,
  });
  expect(beback(ON, 'whose', 'lee', '--limit', '3').stderr).toBe(
    '1 customer more: add a word of the name, or --limit 15.\n',
  );
  expect(beback(ON, 'whose', 'lee', '--limit', '0').status).toBe(2);
});

test('nobody known is exit 0 and a sentence', () => {
  expect(beback(ON, 'whose', 'zzz')).toEqual({
    status: 0,
    stdout: 'Nobody is known by "zzz": whoever greets them may have them.\n',
    stderr: '',
  });
  expect(whose('zzz')).toEqual({ on: ON, query: 'zzz', customers: [], more: 0 });
  expect(beback(ON, 'whose', ' ').status).toBe(2);
});
