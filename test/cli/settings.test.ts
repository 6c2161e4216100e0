/** Mistakes in the settings as they are told, and what `doctor` says of them and of the store's days. */

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});
const settings = (toml: string): void => writeFileSync(join(folder, 'store.toml'), toml, { mode: 0o600 });

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  return { status, stdout, stderr };
}
const DEMO = 'fixtures/layouts/lotwizard-deals.csv';
interface Finding {
  readonly what: string;
  readonly found: string;
  readonly ok: boolean;
  readonly advice?: string;
}
const findings = (...args: string[]): Finding[] =>
  JSON.parse(beback('doctor', '--json', ...args).stdout).findings;

test('the hint for a bad plan can be followed', () => {
  settings('[[touch]]\nid = "a"\nlabel = "A"\nfrom = "sale"\nat = ["1d"]\ncloses = "2x"\n');
  const { status, stderr } = beback('plan', 'check');
  expect([status, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining('line 6')]);
  const command = /`beback (plan init --config) example\.toml`/.exec(stderr)?.[1]?.split(' ') ?? [];
  const example = join(folder, 'example.toml');
  expect(beback(...command, example).status).toBe(0);
  expect(beback('--config', example, 'plan', 'check').status).toBe(0);
});

test('doctor tells a fault of the settings once, and looks at the database all the same', () => {
  beback('import', DEMO);
  settings('[[touch]]\nid = "a"\n');
  const found = findings();
  expect(found.filter(({ ok }) => !ok).map(({ what }) => what)).toEqual(['settings']);
  expect(found.map(({ what }) => what)).toContain('integrity');
});

test('doctor gives advice only where something is wrong', () => {
  beback('import', DEMO);
  settings('[store]\nname = "Lakeside"\n');
  expect(findings().filter(({ ok, advice }) => ok && advice !== undefined)).toEqual([]);
  expect(findings('--on', '2036-01-01').filter(({ advice }) => advice !== undefined)).toEqual([
    expect.objectContaining({ what: 'last import', ok: false }),
  ]);
});

test('doctor names whose days off are nobody’s', () => {
  beback('import', DEMO);
  settings('[calendar]\ndays_off = { "Nobody" = ["2026-12-24"] }\n');
  expect(findings().filter(({ ok }) => !ok)).toEqual([
    expect.objectContaining({ what: 'calendar', found: 'days_off names Nobody, who is not a salesperson' }),
  ]);
});

test('the day of the last import is told by the clock of the store', () => {
  settings('[store]\ntimezone = "America/Chicago"\n[mail]\nfrom = "lists@example.com"\n');
  beback('import', DEMO);
  const db = openDatabase(join(folder, 'store.db'));
  // ten past eleven in the evening of the 21st in Chicago
  db.prepare("UPDATE import SET started_at = '2026-11-22T05:10:00.000Z'").run();
  db.close();
  expect(findings('--on', '2026-11-23').find(({ what }) => what === 'last import')?.found).toBe(
    '2026-11-21, 2 days ago',
  );
  const send = (days: string) =>
    beback(
      '--on',
      '2026-11-23',
      'send',
      '--dry-run',
      '--out',
      join(folder, 'mails'),
      '--fail-if-stale',
      days,
    );
  expect([send('1').status, send('2').status]).toEqual([3, 0]);
  expect(send('1').stderr).toContain('the last import was 2 days ago');
});

test.each([
  ['[mail]\nhots = "x"', 'known under [mail]: enabled, from, reply_to, host, port, security'],
  ['[mail]\npassword = "x"', 'name password_file or password_command, or set BEBACK_MAIL_PASSWORD'],
  ['[store]\ncity = "Troy"', 'known under [store]: name, country, timezone, units, address, phone, paper'],
  ['[calendar]\nholiday = []', 'known under [calendar]: business_days, holidays, days_off, open'],
  [
    '[stores]\nname = "x"',
    'the tables [store], [law], [mail], [calendar], [people], [service], [cases], [lane], [plan], [[touch]] and [[layout]]',
  ],
])('an unknown key is answered with those of its table: %s', (toml, hint) => {
  settings(toml);
  const { status, stderr } = beback('plan');
  expect(status).toBe(2);
  expect(stderr).toContain('line ');
  expect(stderr).toContain(hint);
  expect(existsSync(join(folder, 'store.db'))).toBe(false);
});

test.each([
  ['[store]\ncontry = "US"', 'unknown key "store.contry"; did you mean country?'],
  ['[mial]\nport = 25', 'unknown key "mial"; did you mean mail?'],
  ['[plan]\ntires = 3', 'unknown key "tires"; did you mean tries?'],
  ['[[layout]]\nname = "x"\ncolums = 3', 'unknown key "layout.colums"; did you mean columns?'],
  [
    '[[layout]]\nname = "x"\n[layout.columns]\nsold_o = "Date"',
    'is not a field, as `beback layouts --fields` lists them; did you mean sold_on?\n',
  ],
])('a key that is mistyped is answered with the nearest: %s', (toml, words) => {
  settings(toml);
  const { status, stderr } = beback('plan');
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});

test.each([
  ['[mail]\nport = 99999', '"mail.port" must be a whole number from 1 to 65535; it is 99999'],
  ['[mail]\nport = "25"', '"mail.port" must be a whole number from 1 to 65535; it is "25"'],
  ['[store]\nunits = "furlongs"', '"store.units" must be "miles" or "km"; it is "furlongs"'],
  ['[mail]\npassword_file = 7321', '"mail.password_file" must be a text\n'],
])('a bad value is told, unless it may be a password: %s', (toml, message) => {
  settings(toml);
  const { status, stderr } = beback('plan');
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});

describe('what a store still lacks', () => {
  const lacks = (...args: string[]): { what: string; found: string }[] =>
    JSON.parse(beback('doctor', '--json', ...args).stdout).lacks;
  const NAMED = '[store]\nname = "Lakeside"\n';

  test('is told in order of harm, and no more when it is there', () => {
    beback('import', DEMO);
    settings('as = ""\n');
    chmodSync(join(folder, 'store.toml'), 0o666);
    expect(lacks().map(({ what }) => what)).toEqual(['name', 'e-mail', 'registry', 'settings', 'service']);
    expect(beback('doctor').stdout).toMatch(
      /^What is still lacking.*\n {3}1 {2}name .*\n(.*\n)+ {3}2 {2}e-mail /m,
    );

    settings(NAMED);
    chmodSync(join(folder, 'store.toml'), 0o600);
    for (const { name } of JSON.parse(beback('salespeople', '--json').stdout).salespeople)
      beback('salespeople', 'set', name, '--email', 'list@example.com');
    const numbers = join(folder, 'dnc.csv');
    writeFileSync(numbers, '614,5550101\n614,5550102\n');
    beback('import', numbers, '--kind', 'do-not-call');
    beback('import', 'fixtures/demo/service.csv');
    expect(lacks()).toEqual([]);
    expect(beback('doctor').stdout).not.toContain('lacking');
    expect(lacks('--on', '+40d')).toEqual([
      expect.objectContaining({ what: 'registry', found: expect.stringContaining('40 days old') }),
    ]);
  });

  test('what is lacking is no fault by itself', () => {
    beback('import', DEMO);
    settings(NAMED);
    expect([beback('doctor').status, lacks().length > 0]).toEqual([0, true]);
  });

  test('where no registry is kept none is missed, and where there is no database only the settings count', () => {
    settings('[store]\ncountry = "NZ"\n');
    expect(lacks().map(({ what }) => what)).toEqual(['name']);
    beback('import', DEMO);
    expect(lacks().map(({ what }) => what)).not.toContain('registry');
  });

  test('an assistant of nobody is a fault', () => {
    beback('import', DEMO);
    settings(`${NAMED}[people]\nassistants = { "Kim" = ["nobody"] }\n`);
    expect(findings().filter(({ ok }) => !ok)).toEqual([
      expect.objectContaining({ what: 'people', found: 'Kim assists nobody, who is not a salesperson' }),
    ]);
  });
});

test('a country or region among the holidays: config says which days that makes', () => {
  settings('[calendar]\nholidays = ["US-IL", "2026-12-24"]\nopen = ["2026-11-11"]');
  const [found] = JSON.parse(
    beback('config', 'calendar.holidays', '--on', '2026-11-20', '--json').stdout,
  ).settings;
  expect(found).toMatchObject({ key: 'calendar.holidays', value: ['US-IL', '2026-12-24'], from: 'file' });
  expect(found.days).toEqual(
    expect.arrayContaining([
      { on: '2026-11-26', name: 'Thanksgiving Day' },
      { on: '2026-12-24', name: null },
      { on: '2027-11-25', name: 'Thanksgiving Day' },
    ]),
  );
  expect(found.days.map(({ on }: { on: string }) => on)).not.toContain('2026-11-11');
  expect(beback('config', 'calendar', '--on', '2026-11-20').stdout).toMatch(
    /Closed this year and the next[\s\S]*Thursday, November 26, 2026: Thanksgiving Day\n/,
  );
});

test('one that nobody knows is told with its line, its key and the nearest', () => {
  settings('[calendar]\nholidays = ["US-IK"]');
  const { status, stderr } = beback('plan');
  expect(status).toBe(2);
  expect(stderr).toMatch(/line \d+: "calendar.holidays" "US-IK" is no country or region .*US-IL\?/);
});
