/** Letters through the real entry point: who gets one, what it says, and that it is logged. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';

let base: string;
let folder: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'beback-letters-'));
  folder = base;
  write('sales.csv', [HEADER, ...ROWS].join('\n'));
  write('store.toml', SETTINGS);
  beback('import', path('sales.csv'));
});
afterAll(() => {
  rmSync(base, { recursive: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-letters-'));
  for (const name of ['store.db', 'store.toml']) copyFileSync(join(base, name), path(name));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const SETTINGS =
  '[store]\nname = "Hilltop & Sons"\naddress = ["1 Hill Rd", "Troy MI 48083"]\nphone = "(248) 555-0100"\n';
const path = (name: string): string => join(folder, name);
const write = (name: string, text: string): void => {
  writeFileSync(path(name), text);
};

const HEADER =
  'Deal No,Sale Date,First Name,Last Name,Company,Cell Phone,Address,City,State,Zip,VIN,Year,Make,Model,Salesperson,Do Not Call,Do Not Mail,Do Not Email';
/** All sold a year before the day asked for, each car another one. */
const ROWS = [
  '1,2025-11-21,Ann,Lee,,6145550101,12 Elm St,Troy,MI,48083,1HGCM82633A004352,2025,Honda,Civic,Dana Reyes,N,N,N',
  '2,2025-11-21,Nocall,Nolan,,6145550102,13 Elm St,Troy,MI,48083,,2025,Honda,Civic,Dana Reyes,Y,N,N',
  '3,2025-11-21,Nomail,Moss,,6145550103,14 Elm St,Troy,MI,48083,,2025,Honda,Civic,Dana Reyes,N,Y,N',
  '4,2025-11-21,Noemail,Eng,,6145550104,15 Elm St,Troy,MI,48083,,2025,Honda,Civic,Dana Reyes,N,N,Y',
  '5,2025-11-21,Streetless,Stone,,6145550105,,Troy,MI,48083,,2025,Honda,Civic,Dana Reyes,N,N,N',
  '6,2025-11-21,Phoneless,Pike,,,16 Elm St,Troy,MI,48083,,2025,Honda,Civic,Dana Reyes,N,N,N',
  '7,2025-11-21,,,Northwind Towing LLC,6145550107,17 Elm St,Troy,MI,48083,,,,,Bo Ash,N,N,N',
  `8,2025-11-21,"<b>Eve","=cmd|'/c calc'!A1",,6145550108,18 <script> St,Troy,MI,48083,,2025,Honda,"{{owner}}",Bo Ash,N,N,N`,
  '9,2026-01-05,Late,Lane,,6145550109,19 Elm St,Troy,MI,48083,,2025,Honda,Civic,Bo Ash,N,N,N',
];

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const flags = ['--db', path('store.db'), '--config', path('store.toml'), '--on', '2026-11-21'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', ...flags, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Detroit' },
  });
  return { status, stdout, stderr };
}
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });
const logged = (): { customer_id: number; outcome: string; channel: string; note: string; by: unknown }[] =>
  JSON.parse(beback('export', 'contacts', '--json').stdout);
const letters = ['letters', '--touch', 'anniversary'];
const text = (page: string): string => page.replace(/<style>[\s\S]*<\/style>|<[^>]+>/g, '');

describe('letters', () => {
  test('are as many a salesperson as the day has calls; the others get theirs on a later day', () => {
    write('store.toml', `${SETTINGS}[plan]\ncalls_a_day = 1\n`);
    const first = beback(...letters);
    expect(rowsOf(first.stdout)).toHaveLength(2);
    expect(first.stderr).toContain(
      "left for a later day: 2 customers beyond the day's share; --limit none writes them too",
    );
    const names = (...args: string[]): unknown[] =>
      rowsOf(beback(...letters, '--dry-run', ...args).stdout).map(({ name }) => name);
    expect(names('--limit', '2')).toHaveLength(2);
    expect(JSON.parse(beback(...letters, '--dry-run', '--json').stdout).left_out).toMatchObject({
      had_theirs: 2,
      waiting: 0,
    });
    expect([names('--again'), names('--again', '--limit', 'none')].map((all) => all.length)).toEqual([2, 4]);
  });

  test('go to whoever the touch is due for, without those who opted out and those without an address', () => {
    const { status, stdout, stderr } = beback(...letters, '--dry-run');
    expect(rowsOf(stdout).map(({ name }) => name)).toEqual([
      "<b>Eve =cmd|'/c calc'!A1",
      'Ann Lee',
      'Northwind Towing LLC',
      'Phoneless Pike',
    ]);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        '4 letters, not logged as sent\n' +
        'left out: 2 customers who opted out of post or e-mail\n' +
        'left out: 1 customer without a postal address that is known to be good\n',
    });
    expect(logged()).toEqual([]);
  });

  test('the merge file has all a letter needs, and cannot run a formula', () => {
    const { stdout } = beback(...letters, '--dry-run', '--for', 'Dana Reyes');
    expect(rowsOf(stdout)[0]).toEqual({
      customer_id: '1',
      salutation: 'Ann',
      name: 'Ann Lee',
      first_name: 'Ann',
      last_name: 'Lee',
      business_name: '',
      address_1: '12 Elm St',
      address_2: 'Troy MI 48083',
      address_3: '',
      street: '12 Elm St',
      city: 'Troy',
      region: 'MI',
      postal_code: '48083',
      country: '',
      vehicle: '2025 Honda Civic',
      sold_on: '2025-11-21',
      years_owned: '1',
      number: '1',
      owner: 'Dana Reyes',
      owner_email: '',
      store: 'Hilltop & Sons',
    });
    const eve = rowsOf(beback(...letters, '--dry-run', '--for', 'Bo Ash').stdout)[0];
    expect(eve?.last_name).toBe("'=cmd|'/c calc'!A1");
  });

  test('writing them is logged once; nobody is written to twice unless asked', () => {
    expect(beback(...letters, '--out', path('a.html')).stderr).toContain('4 letters, logged as sent\n');
    expect(
      logged().map(({ customer_id, outcome, channel, note, by }) => [
        customer_id,
        outcome,
        channel,
        note,
        by,
      ]),
    ).toContainEqual([
      1,
      'letter',
      'mail',
      '1st anniversary of the purchase',
      { code: null, name: 'Dana Reyes' },
    ]);
    const again = beback(...letters);
    expect(rowsOf(again.stdout)).toEqual([]);
    expect(again.stderr).toContain('left out: 4 customers who had theirs');
    expect(rowsOf(beback(...letters, '--again').stdout)).toHaveLength(4);
    expect(logged()).toHaveLength(4);
    beback(...letters, '--again', '--on', '2026-11-22');
    expect(logged()).toHaveLength(8);
    // a letter is no talk: the call stays on the list
    expect(beback('today', '--for', 'Dana Reyes', '--format', 'csv').stdout).toContain('Ann Lee');
  });

  test('written letters are never written over, and nothing to write is no file', () => {
    for (const name of ['a.html', 'merge.csv']) {
      expect(beback(...letters, '--again', '--out', path(name)).status).toBe(0);
      const before = readFileSync(path(name), 'utf8');
      const { length } = logged();
      const nothing = beback(...letters, '--out', path(name));
      expect([nothing.status, readFileSync(path(name), 'utf8')]).toEqual([0, before]);
      expect(nothing.stderr).toContain('No file was written.');
      const again = beback(...letters, '--again', '--on', '2026-11-22', '--out', path(name));
      expect([again.status, readFileSync(path(name), 'utf8')]).toEqual([2, before]);
      expect(again.stderr).toContain(`${path(name)} exists already`);
      expect(logged()).toHaveLength(length);
    }
    expect(beback(...letters, '--out', path('none.html')).status).toBe(0);
    expect(existsSync(path('none.html'))).toBe(false);
  });

  test('a file that cannot be written leaves nothing logged', () => {
    expect(beback(...letters, '--out', path('no/such/folder.html')).status).toBe(1);
    expect(logged()).toEqual([]);
  });

  test('nobody without a good street is written to', () => {
    const db = openDatabase(path('store.db'));
    db.exec(`INSERT INTO entry (id, customer_id) VALUES (999, 1);
      INSERT INTO bad_contact (customer_id, kind, value, since_on, why, entry_id)
      VALUES (1, 'address', '12 Elm St', '2026-01-01', 'moved away', 999)`);
    db.close();
    expect(rowsOf(beback(...letters, '--for', 'Dana Reyes').stdout).map(({ name }) => name)).toEqual([
      'Phoneless Pike',
    ]);
  });

  test('as pages: one for each, signed by the owner, everything from a file escaped', () => {
    const { stdout } = beback(...letters, '--format', 'html', '--dry-run');
    expect(stdout.match(/<article>/g)).toHaveLength(4);
    const [eve = '', ann = '', northwind = ''] = stdout.split('<article>').slice(1);
    expect(text(ann).replace(/\n+/g, '\n')).toContain(
      'Dear Ann,\nOn November 21, 2025 you drove your 2025 Honda Civic',
    );
    expect(text(ann)).toMatch(/Kind regards,\s*Dana Reyes/);
    expect(text(northwind)).toContain('Dear Northwind Towing LLC,');
    expect(text(northwind)).toContain('you drove your car home from Hilltop &amp; Sons');
    expect(eve).toContain('&lt;b&gt;Eve');
    expect(eve).toContain('18 &lt;script&gt; St');
    // a name in braces is text, never a placeholder
    expect(eve).toContain('2025 Honda {{owner}}');
    expect(stdout).not.toMatch(/<script|https?:|url\(|\bsrc=/);
  });

  test('an own text is filled in; a letter with a gap is not written', () => {
    write('mine.txt', 'Hello {{salutation}},\n\nyour {{make}} <b>is</b> {{years_owned}} & more.\n');
    const { stdout, stderr } = beback(...letters, '--format', 'html', '--template', path('mine.txt'));
    expect(stdout.match(/<article>/g)).toHaveLength(3);
    expect(stdout).toContain('<p>your Honda &lt;b&gt;is&lt;/b&gt; 1 &amp; more.</p>');
    expect(stderr).toBe(
      '3 letters, logged as sent\n' +
        'left out: 2 customers who opted out of post or e-mail\n' +
        'left out: 1 customer without a postal address that is known to be good\n' +
        'left out: #7, for whom make is not known\n' +
        '`beback undo` takes all of them back.\n',
    );
    beback('undo');
    expect(logged()).toEqual([]);
    expect(logged().map(({ customer_id }) => customer_id)).not.toContain(7);
  });

  test.each([
    ['{{note}}', 'there is no placeholder {{note}}'],
    ['{{last_contact}}', 'there is no placeholder {{last_contact}}'],
    ['{{constructor}}', 'there is no placeholder {{constructor}}'],
    ['{{{customer}}}', 'only plain placeholders'],
    ['{{#customer}}x{{/customer}}', 'only plain placeholders'],
    ['{{> /etc/passwd}}', 'only plain placeholders'],
    ['Dear {{customer', 'not closed'],
  ])('a text with %s is refused, naming what there is', (template, problem) => {
    write('bad.txt', template);
    const { status, stdout, stderr } = beback(
      ...letters,
      '--format',
      'html',
      '--template',
      path('bad.txt'),
      '--out',
      path('bad.html'),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(problem);
    expect(stderr).toContain('known: {{salutation}}');
    expect(existsSync(path('bad.html'))).toBe(false);
  });

  test('an unknown touch is a usage fault that names the known ones', () => {
    const { status, stderr } = beback('letters', '--touch', 'xmas');
    expect(status).toBe(2);
    expect(stderr).toContain('known: welcome, ');
    expect(beback('letters').status).toBe(2);
  });

  test('--json prints one document with the rows and who was left out', () => {
    const { stdout } = beback('--json', ...letters, '--dry-run', '--for', 'Bo Ash');
    const { letters: rows, ...rest } = JSON.parse(stdout);
    expect(rows).toHaveLength(2);
    expect(rest).toEqual({
      on: '2026-11-21',
      touch: 'anniversary',
      dry_run: true,
      left_out: { opted_out: 0, no_address: 0, had_theirs: 0, waiting: 0, incomplete: 0 },
    });
  });

  test('--json writes no merge file: the ending tells the format', () => {
    const { status, stdout, stderr } = beback('--json', ...letters, '--out', path('merge.csv'));
    expect([status, stdout, existsSync(path('merge.csv'))]).toEqual([2, '', false]);
    expect(JSON.parse(stderr).error.message).toContain('exclude each other');
    const lists = ['today', '--all', '--out'];
    expect(beback('--json', ...lists, path('lists.csv')).status).toBe(2);
    expect(beback(...lists, path('lists.csv'), '--format', 'json').status).toBe(2);
    expect(existsSync(path('lists.csv'))).toBe(false);
    expect(beback('--json', ...lists, path('lists.json')).status).toBe(0);
    expect(JSON.parse(readFileSync(path('lists.json'), 'utf8')).on).toBe('2026-11-21');
    expect(logged()).toEqual([]);
  });

  test('a file for a spreadsheet begins with a byte order mark', () => {
    beback(...letters, '--dry-run', '--out', path('merge.csv'));
    expect(readFileSync(path('merge.csv'), 'utf8').charCodeAt(0)).toBe(0xfeff);
  });
});

describe('the address of the store', () => {
  test.each([
    ['address = "1 Hill Rd"', 'store.address'],
    ['address = []', 'store.address'],
    ['address = ["one\\ntwo"]', 'store.address'],
    ['phone = "call us"', 'store.phone'],
    ['phone = 5550100', 'store.phone'],
  ])('%s is a usage fault with its line', (line, key) => {
    write('store.toml', `[store]\nname = "Hilltop"\n${line}\n`);
    const { status, stderr } = beback('today');
    expect(status).toBe(2);
    expect(stderr).toContain(`store.toml, line 3: "${key}`);
  });
});
