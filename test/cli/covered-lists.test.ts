/** Lists while somebody is covered, and customers who were given to somebody, through the real entry point. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';

/** Dana is covered from 20 to 22 November; Maria has customers of her own. */
const SALES = `Deal,Date,Customer,First,Last,Cell,VIN,Year,Make,Model,Salesperson,Salesperson Code
D1,2025-11-21,1,Ann,Lee,614-555-0101,1HGCM82633A200101,2024,Honda,CR-V,Dana Reyes,10
D2,2025-11-21,2,Bob,Ray,614-555-0102,1HGCM82633A200102,2024,Honda,Fit,Dana Reyes,10
D3,2025-11-21,3,Cem,Oz,614-555-0103,1HGCM82633A200103,2024,Honda,Civic,Maria Delgado,20
D4,2025-11-21,4,Dee,Day,614-555-0104,1HGCM82633A200104,2024,Honda,Pilot,Maria Delgado,20
D5,2025-11-21,5,Eve,Fox,614-555-0105,1HGCM82633A200105,2024,Honda,HR-V,Tom Whitaker,30
`;
const ON = '2026-11-21';

// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-covered-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'sales.csv'), SALES);
  writeFileSync(
    join(folder, 'store.toml'),
    '[store]\nname = "Lakeside"\ncountry = "US"\ntimezone = "America/Chicago"\n[mail]\nfrom = "lists@example.com"\n[people]\nmanagers = ["Pat Boss"]\n',
    { mode: 0o600 },
  );
  beback('import', join(folder, 'sales.csv'));
});

function beback(...args: string[]): string {
  const where = ['--db', join(folder, 'store.db'), '--config', join(folder, 'store.toml')];
  const day = args.includes('--on') ? [] : ['--on', ON];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', ...where, ...day, ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
}
const listsOf = (...args: string[]): Json[] => JSON.parse(beback('today', '--json', ...args)).lists;

/** What commands of their own write. */
function byHand(write: (db: ReturnType<typeof openDatabase>, id: (name: string) => number) => void): void {
  const db = openDatabase(join(folder, 'store.db'));
  if (db.prepare('SELECT 1 FROM entry WHERE id = 900').get() === undefined)
    db.exec(`INSERT INTO journal (id, at, "by", action, customer_id) VALUES (900, '2026-11-02T15:00:00.000Z', 'Pat Boss', 'give', 1);
      INSERT INTO journal_content (id, content) VALUES (900, '{"why":"Tom left"}');
      INSERT INTO entry (id, customer_id) VALUES (900, 1)`);
  const idOf = db.prepare<[string], number>('SELECT id FROM salesperson WHERE name = ?').pluck();
  write(db, (name) => idOf.get(name) ?? 0);
  db.close();
}
const cover = (of: string, by: string, from: string, to: string): void =>
  byHand((db, id) =>
    db
      .prepare('INSERT INTO cover (entry_id, of_id, by_id, from_on, to_on) VALUES (900, ?, ?, ?, ?)')
      .run(id(of), id(by), from, to),
  );
const give = (customer: number, to: string, on: string): void =>
  byHand((db, id) =>
    db
      .prepare('INSERT INTO giving (entry_id, customer_id, salesperson_id, given_on) VALUES (900, ?, ?, ?)')
      .run(customer, id(to), on),
  );

/** `Maria Delgado by nobody: 1 for Dana Reyes, 3` */
const shown = (lists: Json[]): string[] =>
  lists.map(
    ({ salesperson, covered_by, calls }) =>
      `${salesperson?.name ?? 'house'} by ${covered_by?.name ?? 'nobody'}: ${calls.map(({ customer, covering }: Json) => `${customer.id}${covering === null ? '' : ` for ${covering.name}`}`).join(', ')}`,
  );

test('from the first day to the last the calls of one stand on the list of the other', () => {
  cover('Dana Reyes', 'Maria Delgado', '2026-11-20', '2026-11-22');
  const wanted = [
    'Dana Reyes by Maria Delgado: ',
    'Maria Delgado by nobody: 1 for Dana Reyes, 2 for Dana Reyes, 3, 4',
    'Tom Whitaker by nobody: 5',
  ];
  for (const day of ['2026-11-20', '2026-11-22'])
    expect(shown(listsOf('--all', '--on', day))).toEqual(wanted);
  for (const day of ['2026-11-19', '2026-11-23'])
    expect(shown(listsOf('--all', '--on', day))).toEqual([
      'Dana Reyes by nobody: 1, 2',
      'Maria Delgado by nobody: 3, 4',
      'Tom Whitaker by nobody: 5',
    ]);
  expect(shown(listsOf('--for', 'Dana'))).toEqual(wanted.slice(0, 1));
  expect(shown(listsOf('--for', '20'))).toEqual(wanted.slice(1, 2));
  expect(listsOf('--for', 'Dana')[0]).toMatchObject({
    covered_by: { code: '20', name: 'Maria Delgado' },
    due: 0,
    done: 0,
    later: [],
    dropped: [],
  });
  expect(listsOf('--for', '20')[0].calls[0].covering).toEqual({ code: '10', name: 'Dana Reyes' });
  const owners = JSON.parse(beback('export', 'customers', '--json')).map((one: Json) => one.owner.name);
  expect(owners.filter((name: string) => name === 'Dana Reyes')).toHaveLength(2);
});

test('the share of the day is that of who covers, and what is done of either counts', () => {
  cover('Dana Reyes', 'Maria Delgado', '2026-11-20', '2026-11-22');
  const plan = '[plan]\ncalls_a_day = { "20" = 3, default = 1 }\n';
  writeFileSync(join(folder, 'store.toml'), readFileSync(join(folder, 'store.toml'), 'utf8') + plan, {
    mode: 0o600,
  });
  const maria = () => listsOf('--for', 'Maria')[0];
  expect([maria().calls.length, maria().later.length, maria().done]).toEqual([3, 1, 0]);
  // no word of its being somebody else's customer
  expect(JSON.parse(beback('--as', 'Maria', 'log', '1', 'talked', '--json'))).toMatchObject({
    logged: [{ warnings: [] }],
  });
  expect([maria().calls.map(({ customer }: Json) => customer.id), maria().due, maria().done]).toEqual([
    [2, 3],
    3,
    1,
  ]);
  const [contact] = JSON.parse(beback('export', 'contacts', '--json'));
  expect(contact.by.name).toBe('Maria Delgado');
});

test('what is held back stands where the calls do', () => {
  cover('Dana Reyes', 'Maria Delgado', '2026-11-20', '2026-11-22');
  beback('--as', 'Pat Boss', 'block', '1', 'call', '--why', 'asked');
  const held = (name: string): number[] =>
    JSON.parse(beback('today', '--json', '--for', name)).withheld.map(({ customer }: Json) => customer.id);
  expect([held('Dana'), held('Maria').includes(1)]).toEqual([[], true]);
});

test('every kind of list says whose the customer is, and where the calls stand', () => {
  cover('Dana Reyes', 'Maria Delgado', '2026-11-20', '2026-11-22');
  expect(beback('today', '--for', 'Dana')).toContain(
    'Covered by Maria Delgado, on whose list the calls stand.',
  );
  expect(beback('today', '--for', 'Dana', '--format', 'text')).toContain('Covered by Maria Delgado');
  expect(beback('today', '--for', 'Dana', '--format', 'html')).toContain('Covered by Maria Delgado');
  expect(beback('today', '--for', 'Maria').match(/for Dana Reyes/g)).toHaveLength(2);
  for (const format of ['text', 'html', 'ics'])
    expect(beback('today', '--for', 'Maria', '--format', format).match(/for Dana Reyes/g)).toHaveLength(2);
  const csv = beback('today', '--for', 'Maria', '--format', 'csv');
  expect(csv.match(/"Dana Reyes"/g)).toHaveLength(2);
});

test('whoever is covered gets no mail, and who covers gets the calls of both', () => {
  cover('Dana Reyes', 'Maria Delgado', '2026-11-20', '2026-11-22');
  for (const [code, mail] of [
    ['10', 'dana@example.com'],
    ['20', 'maria@example.com'],
  ])
    beback('--as', 'Pat Boss', 'salespeople', 'set', code ?? '', '--email', mail ?? '');
  beback('send', '--dry-run', '--out', join(folder, 'mails'));
  const mails = readdirSync(join(folder, 'mails')).map((file) =>
    readFileSync(join(folder, 'mails', file), 'utf8'),
  );
  expect(mails.filter((mail) => mail.includes('To: Dana Reyes'))).toHaveLength(0);
  const [maria = ''] = mails.filter((mail) => mail.includes('To: Maria Delgado'));
  const whole = maria.replaceAll('=\r\n', '');
  expect(whole.match(/^ {3,}for Dana Reyes/gm)).toHaveLength(2);
  expect(whole.match(/<div>for Dana Reyes<\/div>/g)).toHaveLength(2);
});

test('whoever is given a customer introduces themselves on the next business day, with the name of who went before', () => {
  give(5, 'Maria Delgado', ON);
  const reason = (day: string): Json =>
    listsOf('--for', 'Maria', '--on', day)
      .flatMap(({ calls }) => calls)
      .find(({ customer }) => customer.id === 5);
  const of = (call: Json): Json => call.reasons.find(({ touch }: Json) => touch === 'introduce');
  // a Saturday; the store is closed on Sundays
  expect(of(reason('2026-11-22'))).toBe(undefined);
  const call = reason('2026-11-23');
  expect(call.former_owner).toEqual({ code: '30', name: 'Tom Whitaker', until: ON });
  expect(of(call)).toMatchObject({
    due_on: '2026-11-23',
    opens_on: '2026-11-23',
    closes_on: '2026-12-21',
    sale_id: null,
    number: 1,
  });
  expect(of(call).script.opener).toBe(
    "Hi Eve, it's Maria Delgado at Lakeside. Tom Whitaker looked after you until now; from here on it's me.",
  );
  const show = beback('show', '5', '--on', '2026-11-23');
  expect(show).toContain('Maria Delgado since Nov 21 (given by hand by Pat Boss: Tom left)');
  expect(show).toContain('looked after by Tom Whitaker until Nov 21');
  expect(beback('why', '5', '--on', '2026-11-23')).toContain('looked after by Tom Whitaker until Nov 21');
  expect(JSON.parse(beback('why', '5', '--json', '--on', '2026-11-23')).former_owner.name).toBe(
    'Tom Whitaker',
  );
  beback('--as', 'Maria', 'log', '5', 'talked', '--on', '2026-11-23');
  expect(reason('2026-11-23')).toBe(undefined);
});

test('the calendar and the forecast know of an introduction, with or without a car in force', () => {
  give(5, 'Maria Delgado', ON);
  byHand((db, id) => {
    db.exec(
      "INSERT INTO customer (id, store, kind, last_name, name_key, cell_phone, as_of) VALUES (99, '', 'person', 'Sale', 'sale', '+16145550199', '')",
    );
    db.prepare(
      `INSERT INTO giving (entry_id, customer_id, salesperson_id, given_on) VALUES (900, 99, ?, '${ON}')`,
    ).run(id('Maria Delgado'));
  });
  const opensOn = (...args: string[]): Json =>
    JSON.parse(beback('plan', 'forecast', '--json', '--days', '7', ...args))
      .people.find(({ salesperson }: Json) => salesperson?.name === 'Maria Delgado')
      .days.filter(({ opens }: Json) => opens > 0)
      .map(({ on, opens }: Json) => `${on} ${opens}`);
  expect([opensOn(), opensOn('--for', 'Maria')]).toEqual([['2026-11-23 2'], ['2026-11-23 2']]);
  const book = beback('export', 'calendar', '--for', 'Maria', '--days', '7');
  expect(book.match(/SUMMARY:.*Introduce/g)).toHaveLength(2);
  const list = listsOf('--all', '--on', '2026-11-23').flatMap(({ calls }) => calls);
  expect(list.find(({ customer }) => customer.id === 99)).toMatchObject({
    vehicle: null,
    former_owner: null,
    reasons: [
      { touch: 'introduce', script: { opener: expect.stringContaining('Our whole team looked after') } },
    ],
  });
});
