/** Calling law through the real entry point: the settings, `law show`, the registry, and what becomes of the lists. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-law-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ON = '2026-11-21';

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const where = ['--db', join(folder, 'store.db'), '--on', ON];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', ...where, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' },
  });
  return { status, stdout, stderr };
}
function file(name: string, text: string, changed = '2026-11-20'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  utimesSync(path, new Date(`${changed}T12:00:00Z`), new Date(`${changed}T12:00:00Z`));
  return path;
}
const settings = (text: string): string => file('store.toml', text);
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
const json = (...args: string[]): any => JSON.parse(beback(...args, '--json').stdout);

/** Bought three years ago, with an anniversary due; Bo has two numbers, Cy bought again lately. */
const SALES = `Deal No,Customer Name,Cell Phone,Home Phone,State,Zip,Sale Date,VIN,Make,Salesperson
1,Ann Lee,6145550101,,OH,43215,2023-11-19,1HGCM82633A004352,Honda,Dana Reyes
2,Bo Ash,6145550102,6145550103,OH,43215,2023-11-19,1HGCM82633A004353,Honda,Dana Reyes
3,Cy Fox,6145550104,,OH,43215,2023-11-19,1HGCM82633A004354,Honda,Dana Reyes
4,Cy Fox,6145550104,,OH,43215,2025-06-30,1HGCM82633A004355,Honda,Dana Reyes
5,Di Orr,2035550105,,CT,06001,2023-11-19,1HGCM82633A004356,Honda,Dana Reyes
`;
const imported = (path: string, ...args: string[]) => json('import', path, ...args).files[0];

interface Listed {
  readonly customer: { readonly name: string; readonly phones: readonly { readonly e164: string }[] };
  readonly calling: { readonly until: string | null; readonly registry: string };
}
/** `Ann Lee 1: 2025-05-19 unscrubbed` */
function calls(): string[] {
  const { lists } = json('today', '--all') as { lists: { calls: Listed[] }[] };
  return lists
    .flatMap((list) => list.calls)
    .map(
      ({ customer, calling }) =>
        `${customer.name} ${customer.phones.length}: ${calling.until} ${calling.registry}`,
    )
    .sort();
}
const withheld = (): string[] =>
  json('today', '--all').withheld.map(
    ({ customer, touch, why }: { customer: { name: string }; touch: string; why: string }) =>
      `${customer.name} ${touch} ${why}`,
  );

describe('the registry and the lists', () => {
  beforeEach(() => {
    expect(beback('import', file('sales.csv', SALES)).status).toBe(0);
  });

  test('without a copy, calls outside the window are marked unscrubbed', () => {
    expect(calls()).toEqual([
      'Ann Lee 1: 2025-05-19 unscrubbed',
      'Bo Ash 2: 2025-05-19 unscrubbed',
      'Cy Fox 1: 2026-12-30 not-needed',
      'Di Orr 1: 2024-11-19 unscrubbed',
    ]);
    expect(withheld()).toEqual([]);
  });

  test('a registered number is not called outside the window, and is inside it', () => {
    expect(imported(file('dnc.csv', '614,5550101\n614,5550102\n614,5550104\n'))).toMatchObject({
      kind: 'do-not-call',
      layout: 'do-not-call-registry',
      rows: 3,
      new: 3,
      same: 0,
      rejected: 0,
      problems: [],
    });
    expect(calls()).toEqual([
      'Bo Ash 1: 2025-05-19 listed',
      'Cy Fox 1: 2026-12-30 not-needed',
      'Di Orr 1: 2024-11-19 unscrubbed',
    ]);
    expect(withheld()).toEqual(['Ann Lee anniversary do-not-contact', 'Ann Lee service do-not-contact']);
    for (const format of ['table', 'csv', 'html'])
      expect(beback('today', '--all', '--format', format).stdout).not.toMatch(/Ann Lee|555-0102/);
    const why = beback('why', 'Ann Lee').stdout;
    expect(why).toContain('Every number is on the do-not-call registry');
    expect(why).toContain('Calling: call window ended May 19, 2025');
    expect(why).not.toContain('asked not to be called');
  });

  test('a promise to a registered customer is withheld too', () => {
    const db = openDatabase(join(folder, 'store.db'));
    db.prepare(
      `INSERT INTO contact (customer_id, contact_on, outcome, next_on)
       SELECT id, '2026-11-10', 'no-answer', '2026-11-20' FROM customer WHERE first_name = 'Ann'`,
    ).run();
    db.close();
    beback('import', file('dnc.csv', '6145550101\n'));
    expect(withheld()).toContain('Ann Lee promise do-not-contact');
    expect(beback('today', '--all', '--withheld').stdout).toContain('on the do-not-call registry');
  });

  test('the last day of the window is inside it', () => {
    beback('import', file('dnc.csv', '614,5550101\n', '2025-05-10'), '--on', '2025-05-19');
    const names = (day: string): string[] =>
      json('today', '--all', '--on', day)
        .lists.flatMap((list: { calls: Listed[] }) => list.calls)
        .map(({ customer }: Listed) => customer.name);
    expect(names('2025-05-19')).toContain('Ann Lee');
    expect(names('2025-05-20')).not.toContain('Ann Lee');
    expect(names('2025-05-20')).toContain('Bo Ash');
  });

  test('a number that is on no fresh copy of its area code is clear', () => {
    beback('import', file('dnc.csv', '614,5559999\n'));
    expect(calls()).toEqual([
      'Ann Lee 1: 2025-05-19 clear',
      'Bo Ash 2: 2025-05-19 clear',
      'Cy Fox 1: 2026-12-30 not-needed',
      'Di Orr 1: 2024-11-19 unscrubbed',
    ]);
    const [later] = JSON.parse(beback('today', '--all', '--json', '--on', '2026-12-22').stdout).lists as {
      calls: Listed[];
    }[];
    for (const { calling } of later?.calls ?? []) expect(calling.registry).toBe('unscrubbed');
  });

  test('CSV has the columns too', () => {
    const [header, first] = beback('today', '--all', '--format', 'csv').stdout.split('\r\n');
    expect(header).toContain('"call_until","call_hours","registry"');
    expect(first).toContain('"2025-05-19","09:00-20:00","unscrubbed"');
  });
});

describe('a copy of the registry', () => {
  test('replaces what is on file for its area codes, and nothing else', () => {
    imported(file('a-dnc.csv', '614,5550101\n614,5550102\n740,5550103\n', '2026-11-01'));
    expect(imported(file('b-dnc.csv', '614,5550102\n614,5550104\n614,5550104\n'), '--replace')).toMatchObject(
      {
        rows: 3,
        new: 1,
        same: 2,
        removed: 1,
      },
    );
    expect(json('law', 'show').registry).toMatchObject([
      { area_code: '614', as_of: '2026-11-20', age_days: 1, usable: true, numbers: 2 },
      { area_code: '740', as_of: '2026-11-01', age_days: 20, usable: true, numbers: 1 },
    ]);
  });

  test('twice is the same, and a dry run keeps nothing', () => {
    const path = file('dnc.csv', 'Phone Number\n614-555-0101\n(740) 555-0103\n');
    expect(imported(path, '--dry-run')).toMatchObject({ new: 2, import_id: null });
    expect(json('law', 'show').registry).toEqual([]);
    expect(imported(path)).toMatchObject({ new: 2, same: 0 });
    expect(imported(path)).toMatchObject({ new: 0, same: 2, removed: 0 });
  });

  test('older than 31 days is refused, by the day in its name before the day it was changed', () => {
    const old = beback('import', file('dnc.csv', '614,5550101\n', '2026-10-20'));
    expect([old.status, old.stderr]).toEqual([1, expect.stringContaining('32 days old')]);
    expect(old.stderr).toContain('download a new one');
    expect(beback('import', file('dnc-2026-10-20.csv', '614,5550101\n')).status).toBe(1);
    expect(json('law', 'show').registry).toEqual([]);
    expect(beback('import', file('dnc-2026-10-21.csv', '614,5550101\n', '2026-01-01')).status).toBe(0);
  });

  test('older than the one on file is refused', () => {
    imported(file('dnc-2026-11-20.csv', '614,5550101\n'));
    const older = beback('import', file('dnc-2026-11-10.csv', '740,5550101\n614,5550102\n'));
    expect([older.status, older.stderr]).toEqual([
      1,
      expect.stringContaining('a newer copy for area code 614'),
    ]);
    expect(json('law', 'show').registry).toMatchObject([{ area_code: '614', numbers: 1 }]);
  });

  test('says which rows it could not use', () => {
    const report = imported(file('dnc.csv', `${'614,5550101\n'.repeat(10)}614,55\n`));
    expect(report).toMatchObject({ rows: 11, new: 1, same: 9, rejected: 1 });
    expect(report.problems).toMatchObject([
      { line: 11, value: '55', code: 'bad-phone', outcome: 'rejected' },
    ]);
    expect(json('imports', 'show', '1').problems).toMatchObject([{ line: 11, raw: '614,55' }]);
  });

  test('is asked for by its kind, and not found where there is none', () => {
    const spoilt = file('dnc.csv', 'Phone\n6145550101\n6145550102\nnone\n');
    expect(beback('import', spoilt).status).toBe(2);
    expect(imported(spoilt, '--kind', 'do-not-call')).toMatchObject({ new: 2, rejected: 1 });
    const sales = beback('import', file('sales.csv', SALES), '--kind', 'do-not-call');
    expect([sales.status, sales.stderr]).toEqual([
      2,
      expect.stringContaining('is not a list of telephone numbers'),
    ]);
    expect(beback('import', file('one.csv', '614,5550101\n'), '--kind', 'sales').status).toBe(2);
    expect(beback('import', spoilt, '--kind', 'do-not-call', '--layout', 'cdk-closed').status).toBe(2);
  });
});

describe('the rules', () => {
  test('without settings the rules are told to be the shipped ones', () => {
    settings('[store]\nname = "Lakeside"\n');
    expect(beback('law', 'show').stdout).toContain(
      "The store's own rules, as shipped: the settings have no [law]\n",
    );
  });

  test('what a store allows itself is the law made stricter', () => {
    settings(
      '[law]\nweekdays = ["07:00", "19:00"]\nsaturday = "none"\nsunday = ["10:00", "12:00"]\nrelationship_months = 24\n',
    );
    expect(json('law', 'show').own).toEqual({
      hours: [
        { days: 'weekday', own: { from: '07:00', to: '19:00' }, in_force: { from: '08:00', to: '19:00' } },
        { days: 'saturday', own: null, in_force: null },
        { days: 'sunday', own: { from: '10:00', to: '12:00' }, in_force: { from: '10:00', to: '12:00' } },
        { days: 'holiday', own: null, in_force: null },
      ],
      relationship_months: 24,
      relationship_months_in_force: 18,
    });
    const shown = beback('law', 'show').stdout;
    expect(shown).toContain("\nThe store's own rules\n");
    expect(shown).toContain(
      'weekdays      7 am – 7 pm; looser than the law has no effect: 8 am – 7 pm counts\n',
    );
    expect(shown).toContain('relationship  24 months; looser than the law has no effect: 18 months count\n');
    expect(shown).toContain('saturday      none\n');
  });

  test('every row has its region, its source and its day', () => {
    const { rules } = json('law', 'show', '--all');
    expect(rules.length).toBeGreaterThan(40);
    for (const row of rules) {
      expect(row).toMatchObject({
        region: expect.stringMatching(/^(US|CA)(-[A-Z]{2})?$/),
        source: expect.stringMatching(/\w/),
        as_of: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      });
    }
    expect(json('law', 'show').rules.some(({ region }: { region: string }) => region.startsWith('CA'))).toBe(
      false,
    );
  });

  test.each([
    ['weekdays = ["9:00", "20:00"]', '"law.weekdays" must be "none" or two times'],
    ['sunday = ["12:00", "09:00"]', '"law.sunday" must be "none" or two times'],
    ['saturday = "never"', '"law.saturday" must be'],
    ['relationship_months = 1.5', '"law.relationship_months" must be a whole number of months'],
    ['relationship_months = "12"', '"law.relationship_months" must be a whole number of months'],
    ['friday = "none"', 'unknown key "law.friday"'],
  ])('the setting %s is refused', (line, message) => {
    settings(`[store]\nname = "Hilltop"\n\n[law]\n${line}\n`);
    const { status, stderr } = beback('law', 'show');
    expect([status, stderr]).toEqual([2, expect.stringContaining(`store.toml, line 5: ${message}`)]);
  });

  test('the help says once that it is no legal advice', () => {
    const { stdout } = beback('law', '--help');
    expect(stdout.match(/legal advice/g)).toHaveLength(1);
    expect(beback('law', 'show').stdout).not.toContain('legal advice');
    expect(readFileSync('src/cli/groups/store.ts', 'utf8').match(/legal advice/g)).toHaveLength(1);
  });
});

describe('calls a day, where the law counts them', () => {
  const FLORIDIANS = `Deal No,Customer Name,Cell Phone,State,Zip,Sale Date,VIN,Make,Salesperson
1,Ann Lee,8505550101,FL,32501,2025-11-19,1HGCM82633A004352,Honda,Dana Reyes
2,Bo Ash,6145550102,OH,43215,2025-11-19,1HGCM82633A004353,Honda,Dana Reyes
`;
  beforeEach(() => {
    settings('[people]\nmanagers = ["Pat"]\n[store]\ncountry = "US"\n');
    imported(file('sales.csv', FLORIDIANS));
    beback('--as', 'Dana', 'promise', '1', 'a price', '--on', '2026-11-20', '--next', ON);
    beback('--as', 'Dana', 'promise', '2', 'a price', '--on', '2026-11-20', '--next', ON);
  });
  const busy = (customer: string): string => beback('--as', 'Dana', 'log', customer, 'busy').stdout;
  const names = (): string[] =>
    json('today', '--all').lists.flatMap((list: { calls: Listed[] }) =>
      list.calls.map(({ customer }) => customer.name),
    );

  test('the last one is told, a fourth is not offered, and told when it is made all the same', () => {
    expect([busy('1'), busy('1')].join('')).not.toContain('the last call');
    expect(busy('1')).toContain(
      'the last call for today: at most 3 calls in 24 hours about one matter in US-FL',
    );
    expect(names()).not.toContain('Ann Lee');
    expect(busy('1')).toContain('call 4 of the day, and the law allows 3');
    expect(json('why', '1').touches.map(({ why }: { why: string }) => why)).toContain('retry-later');
  });

  test('elsewhere nothing is counted', () => {
    expect([1, 2, 3, 4].map(() => busy('2')).join('')).not.toContain('the law allows');
  });
});

test('from its day on one stop is told to end calls and texts', () => {
  settings('[people]\nmanagers = ["Pat"]\n');
  imported(file('sales.csv', SALES));
  const stop = (on: string, customer: string): string =>
    beback('--on', on, '--as', 'Pat', 'block', customer, 'text', '--why', 'replied stop').stderr;
  expect(stop('2026-11-20', '1')).toBe('');
  expect(json('law', 'show').coming).toMatchObject([{ item: 'stop', from: '2027-01-31', looked_up: true }]);
});
