/** `init` makes a store, both files or neither; `config` tells what is in force and who says so. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

let folder: string;
let db: string;
let config: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-init-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  db = join(folder, 'store.db');
  config = join(folder, 'store.toml');
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function run(env: NodeJS.ProcessEnv, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '', ...env },
    input: '',
  });
  return { status, stdout, stderr };
}
const beback = (...args: string[]): Ran => run({}, '--db', db, ...args);
const NEEDED = ['--name', 'Lakeside', '--country', 'CA', '--timezone', 'America/Toronto'];
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('init', () => {
  test('makes both files, for their owner only', () => {
    const made = beback(
      'init',
      ...NEEDED,
      '--manager',
      'Pat Boss',
      '--manager',
      'Lee Chief',
      '--salesperson',
      '1042 Dana Reyes <dana@example.com>',
      '--salesperson',
      'BK Ben Kowalski',
      '--json',
    );
    expect([made.status, JSON.parse(made.stdout)]).toEqual([0, { db, config }]);
    expect([mode(db), mode(config)]).toEqual(['600', '600']);
    const people = JSON.parse(beback('salespeople', '--json').stdout).salespeople;
    expect(people).toMatchObject([
      { code: 'BK', name: 'Ben Kowalski', email: null },
      { code: '1042', name: 'Dana Reyes', email: 'dana@example.com' },
    ]);
    const set = (key: string): unknown => JSON.parse(beback('config', key, '--json').stdout).settings;
    expect(set('store.name')).toEqual([{ key: 'store.name', value: 'Lakeside', from: 'file' }]);
    expect(set('store.units')).toEqual([{ key: 'store.units', value: 'km', from: 'file' }]);
    expect(set('people.managers')).toEqual([
      { key: 'people.managers', value: ['Pat Boss', 'Lee Chief'], from: 'file' },
    ]);
    expect(beback('--as', 'Pat Boss', 'today').status).toBe(0);
    expect(beback('--as', 'Dana', 'import', 'fixtures/layouts/lotwizard-deals.csv').status).toBe(0);
  });

  test.each([
    [[], '--name, --country, --timezone'],
    [['--name', 'Lakeside', '--country', 'US'], '--timezone'],
    [['--name', 'Lakeside', '--country', 'usa', '--timezone', 'America/Toronto'], '--country usa'],
    [[...NEEDED.slice(0, 4), '--timezone', 'Mars/Base'], '--timezone Mars/Base'],
    [[...NEEDED, '--units', 'furlongs'], '--units'],
    [[...NEEDED, '--salesperson', 'Dana Reyes <dana@example.com>'], '--salesperson'],
    [[...NEEDED, '--salesperson', '1042 Dana Reyes <dana>'], '--salesperson'],
    [[...NEEDED, '--manager', ''], '--manager ""'],
    [[...NEEDED, '--manager', 'Pat <pat>'], '--manager "Pat <pat>"'],
    [[...NEEDED, '--mail-from', 'Pat Boss'], '--mail-from "Pat Boss"'],
    [[...NEEDED, '--salesperson', '1 Ann Lee', '--salesperson', '1 Ben Lee'], 'already stands for Ann Lee'],
  ])('init %j is refused, naming %s, and neither file is there', (flags, words) => {
    const { status, stdout, stderr } = beback('init', ...flags);
    expect([status, stdout, readdirSync(folder)]).toEqual([2, '', []]);
    expect(stderr).toContain(words);
  });

  test('managers may come with an address, which gets the digest; the sender sends nothing yet', () => {
    const people = ['--manager', 'Pat "the" Boss <PAT@x.example>', '--manager', 'Lee lee@x.example'];
    expect(beback('init', ...NEEDED, ...people, '--mail-from', 'lists@x.example').status).toBe(0);
    const value = (key: string): unknown =>
      JSON.parse(beback('config', key, '--json').stdout).settings[0].value;
    expect(value('people.managers')).toEqual(['Pat "the" Boss', 'Lee']);
    expect(value('mail.managers')).toEqual(['pat@x.example', 'lee@x.example']);
    expect([value('mail.from'), value('mail.enabled')]).toEqual(['lists@x.example', false]);
    expect(beback('plan', 'init').status).toBe(0);
    expect(beback('plan', 'check').status).toBe(0);
    expect(value('people.managers')).toEqual(['Pat "the" Boss', 'Lee']);
  });

  test('where one of the files is there already, both stay as they are', () => {
    writeFileSync(config, '[store]\n');
    expect(beback('init', ...NEEDED).status).toBe(2);
    expect([readFileSync(config, 'utf8'), existsSync(db)]).toEqual(['[store]\n', false]);
    rmSync(config);
    expect(beback('init', ...NEEDED).status).toBe(0);
    const before = readFileSync(config, 'utf8');
    const again = beback('init', '--name', 'Other', ...NEEDED.slice(2));
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining(`${db} is there already`) });
    rmSync(config);
    expect(beback('init', ...NEEDED).status).toBe(2);
    expect(existsSync(config)).toBe(false);
    writeFileSync(config, before);
  });

  test('where the settings cannot be written there is no database either', () => {
    const { status, stderr } = beback('--config', join(folder, 'nowhere', 'store.toml'), 'init', ...NEEDED);
    expect([status, readdirSync(folder)]).toEqual([2, []]);
    expect(stderr).toContain('there is no such folder');
  });

  test('only the folder of the data is made', () => {
    expect(run({}, '--db', join(folder, 'nowhere', 'store.db'), 'init', ...NEEDED).status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
    expect(run({ XDG_DATA_HOME: folder }, 'init', ...NEEDED).status).toBe(0);
    expect(readdirSync(join(folder, 'beback')).sort()).toEqual(['beback.db', 'beback.toml']);
  });
});

describe('config', () => {
  const settings = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    JSON.parse(run(env, ...args, 'config', '--json').stdout).settings as {
      key: string;
      value: unknown;
      from: string | null;
    }[];
  const of = (all: ReturnType<typeof settings>, key: string) => {
    const found = all.find((one) => one.key === key);
    return [found?.value, found?.from];
  };

  test('says of each where it comes from', () => {
    writeFileSync(config, 'as = "Pat"\n[store]\ncountry = "CA"\n[plan]\ntries = 4\n');
    const all = settings({}, '--db', db);
    expect(of(all, 'db')).toEqual([db, 'flag']);
    expect(of(all, 'config')).toEqual([config, 'default']);
    expect(of(all, 'as')).toEqual(['Pat', 'file']);
    expect(of(all, 'store.country')).toEqual(['CA', 'file']);
    expect(of(all, 'store.units')).toEqual(['km', 'default']);
    expect(of(all, 'store.name')).toEqual([null, null]);
    expect(of(all, 'plan.tries')).toEqual([4, 'file']);
    expect(of(all, 'mail.enabled')).toEqual([false, 'default']);
    const other = settings({ BEBACK_DB: db, BEBACK_AS: 'Kim' });
    expect([of(other, 'db'), of(other, 'as')]).toEqual([
      [db, 'environment'],
      ['Kim', 'environment'],
    ]);
    expect(of(settings({ BEBACK_AS: 'Kim' }, '--db', db, '--as', 'Lee'), 'as')).toEqual(['Lee', 'flag']);
    expect(readdirSync(folder)).toEqual(['store.toml']);
  });

  test('one key, a table, and a slip', () => {
    const keys = (wanted: string): string[] =>
      JSON.parse(beback('config', wanted, '--json').stdout).settings.map(({ key }: { key: string }) => key);
    expect(keys('store.country')).toEqual(['store.country']);
    expect(keys('people')).toEqual(['people.managers', 'people.assistants', 'people.service']);
    expect(beback('config', 'store.contry')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean store.country?'),
    });
    expect(beback('config', 'store').stdout).toMatch(/^store\.country +US +default$/m);
  });

  test('none is left out: every key that a settings file may have', () => {
    const hint = (toml: string): string => {
      writeFileSync(config, toml);
      return beback('plan').stderr;
    };
    const named = (text: string): string[] =>
      [...text.matchAll(/\[+([a-z]+)\]/g)].map(([, name = '']) => name);
    const tables = named(hint('nothing = 1').split('known: ')[1] ?? '');
    expect(tables.length).toBeGreaterThan(8);
    const keys = [...tables, 'mail.imap'].flatMap((table) => {
      const known = /known under \[[a-z.]+\]: (.*)/.exec(
        hint(`[${table}]\n${table === 'mail.imap' ? 'host = "x"\n' : ''}nothing = 1\n`),
      )?.[1];
      return known?.split(', ').map((key) => `${table}.${key}`) ?? [table];
    });
    rmSync(config);
    const told = settings({}, '--db', db).map(({ key }) => key);
    const isTold = (key: string): boolean => told.some((one) => one === key || one.startsWith(`${key}.`));
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => !isTold(key))).toEqual([]);
  });

  test('touches and layouts by name; what is said of a server not named yet as it stands there', () => {
    writeFileSync(
      config,
      '[mail]\nuser = "lists"\nport = 465\n[[touch]]\nid = "a"\nlabel = "A"\nfrom = "sale"\nat = ["1d"]\n',
    );
    const all = settings({}, '--db', db);
    expect(of(all, 'touch')).toEqual([['a'], 'file']);
    expect(of(all, 'layout')).toEqual([[], 'default']);
    expect(of(all, 'mail.user')).toEqual(['lists', 'file']);
    expect(of(all, 'mail.port')).toEqual([465, 'file']);
    expect(of(all, 'mail.host')).toEqual([null, null]);
  });

  test('a password is never told', () => {
    writeFileSync(config, '[mail]\nhost = "localhost"\npassword_file = "secret"\n');
    writeFileSync(join(folder, 'secret'), 'hunter2\n', { mode: 0o600 });
    const { stdout } = run({ BEBACK_MAIL_PASSWORD: 'hunter3' }, '--db', db, 'config', '--json');
    expect(stdout).not.toContain('hunter');
  });
});
