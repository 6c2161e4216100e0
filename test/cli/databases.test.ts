/** The program and the file it is to use: another's stays as it is, one that is not there is not made by the way, one that cannot be written is read. */

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { openStore } from '../../src/store/engine/open-store.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-databases-'));
  db = join(folder, 'store.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const PROGRAM = resolve('bin/beback.js');
const DEMO = resolve('fixtures/demo/sales-2025-2026.csv');
const SMALL = resolve('fixtures/layouts/lotwizard-deals.csv');

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  BEBACK_AS: '',
  BEBACK_DB: '',
  TZ: 'America/Chicago',
  XDG_DATA_HOME: join(folder, 'share'),
  LOCALAPPDATA: join(folder, 'share'),
});

function run(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    env: environment(),
    input: '',
  });
  return { status, stdout, stderr };
}
const beback = (...args: string[]): Ran => run('--db', db, ...args);

/** Every file with what is in it and when it was last written. */
const stateOf = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stats = statSync(join(path, name));
      const sha = stats.isFile()
        ? createHash('sha256')
            .update(readFileSync(join(path, name)))
            .digest('hex')
        : '';
      return `${name} ${sha} ${stats.isFile() ? stats.mtimeMs : ''}`;
    });

describe('what is not ours stays as it is, whoever asks', () => {
  const COMMANDS = [
    ['today', '--all'],
    ['log', '5v'],
    ['import', SMALL],
    ['import', '--dry-run', SMALL],
    ['read-mail', '-'],
  ];

  test.each<[string, string, () => void]>([
    [
      "another program's database",
      'belongs to another program',
      () => {
        const other = openDatabase(db);
        other.exec('CREATE TABLE note (text)');
        other.close();
      },
    ],
    [
      'one that is open in it, with what it wrote last in a log',
      'belongs to another program',
      () => {
        const other = openDatabase(db);
        other.pragma('journal_mode = WAL');
        other.exec('CREATE TABLE note (text)');
        onTestFinished(() => void other.close());
      },
    ],
    ['a text', 'is not a beback database', () => writeFileSync(db, 'Deal No,Customer Name\n')],
    ['a folder', 'this is a folder', () => mkdirSync(db)],
    [
      'the database of a newer beback',
      'written by a newer beback',
      () => {
        const newer = openStore(db);
        newer.pragma('user_version = 4711');
        newer.close();
      },
    ],
  ])('%s', (_, words, make) => {
    make();
    const before = stateOf(folder);
    for (const command of COMMANDS) {
      const { status, stdout, stderr } = beback(...command);
      expect([command, status, stdout]).toEqual([command, 1, '']);
      expect(stderr).toContain(`beback: ${db}: `);
      expect(stderr).toContain(words);
      expect(stateOf(folder)).toEqual(before);
    }
    expect(beback('doctor').status).toBe(3);
    expect(stateOf(folder)).toEqual(before);
  });
});

describe('a database that is not there', () => {
  test.each([
    ['log', '5v'],
    ['undo'],
    ['note', '5', 'twins'],
    ['promise', '5', 'after tax season', '--on', '2027-04-20'],
    ['block', '5', 'call'],
    ['turn-off', '5', '--all', '--why', 'moved'],
    ['fixes', 'set', '5', '--phone', '614-555-0101'],
    ['fixes', 'bounced', 'ann@example.com'],
    ['salespeople', 'add', 'Dana Reyes'],
    ['salespeople', 'set', 'Dana Reyes', '--code', '7'],
    ['letters', '--touch', 'birthday'],
    ['sent', 'settle', '1', '--as', 'sent'],
    ['read-mail', '-'],
    ['backup', 'copy.db'],
  ])('%s %s: exit 2, naming it and what makes it; nothing is left', (...command) => {
    const { status, stdout, stderr } = beback(...command.filter(Boolean));
    expect([status, stdout, stateOf(folder)]).toEqual([2, '', []]);
    expect(stderr).toContain(`beback: ${db}: there is no database yet`);
    expect(stderr).toContain('`beback import FILE` makes it');
  });

  test('send: the same', () => {
    const settings = join(folder, 'store.toml');
    writeFileSync(
      settings,
      '[mail]\nenabled = true\nfrom = "a@lakeside.example"\nhost = "localhost"\nport = 1\n',
    );
    const before = stateOf(folder);
    const { status, stderr } = beback('send');
    expect([status, stateOf(folder)]).toEqual([2, before]);
    expect(stderr).toContain(`${db}: there is no database yet`);
  });

  test('looking at it is no mistake; an empty file is one that is not there', () => {
    for (const make of [() => {}, () => writeFileSync(db, '')]) {
      make();
      const before = stateOf(folder);
      for (const command of [
        ['today', '--all'],
        ['letters', '--touch', 'birthday', '--dry-run'],
        ['send', '--dry-run'],
        ['runs'],
      ]) {
        const { status, stderr } = beback(...command);
        expect([command, status, stderr.includes(`There is no database at ${db} yet`)]).toEqual([
          command,
          0,
          true,
        ]);
      }
      expect(beback('log', '5v').status).toBe(2);
      expect(beback('import', '--dry-run', SMALL).status).toBe(0);
      expect(stateOf(folder)).toEqual(before);
    }
    expect(beback('import', SMALL).status).toBe(0);
    expect(beback('imports', '--json').stdout).toContain('lotwizard');
  });

  test('only the folder of the data is made for it, by an import that goes in', () => {
    const nowhere = join(folder, 'nowhere');
    for (const command of [
      ['import', SMALL],
      ['import', '--move-to', join(folder, 'done'), SMALL],
      ['plan', 'init'],
    ]) {
      const { status, stderr } = run('--db', join(nowhere, 'store.db'), ...command);
      expect([command, status, stateOf(folder)]).toEqual([command, 2, []]);
      expect(stderr).toContain(`${nowhere}: there is no such folder`);
    }
    expect([run('log', '5v').status, run('import', 'nothing-there.csv').status]).toEqual([2, 2]);
    expect(stateOf(folder)).toEqual([]);
    expect(run('import', SMALL).status).toBe(0);
    expect(existsSync(join(folder, 'share', 'beback', 'beback.db'))).toBe(true);
  });

  test('Ctrl-C in the middle of the first import leaves none', async () => {
    const large = join(folder, 'large.csv');
    const [header, ...rows] = readFileSync(DEMO, 'utf8').trimEnd().split('\n');
    const many = Array.from({ length: 200 }, (_, i) => rows.map((row) => `${i}${row}`)).flat();
    writeFileSync(large, [header, ...many].join('\n'));
    const running = spawn(process.execPath, [PROGRAM, '--db', db, 'import', large], { env: environment() });
    const ended = new Promise<number | null>((done) => running.on('exit', done));
    while (!existsSync(`${db}-wal`)) await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => setTimeout(done, 300));
    running.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(folder)).toEqual(['large.csv']);
  });
});

/** A folder with a copy of `from` that this user cannot write; null where there is no way to have one. */
function unwritable(from: string): string | null {
  const place = mkdtempSync(join(tmpdir(), 'beback-unwritable-'));
  const isRoot = process.getuid?.() === 0;
  const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0;
  const isMounted = isRoot && mount('-t', 'tmpfs', 'tmpfs', place);
  onTestFinished(() => {
    if (isMounted) spawnSync('umount', [place]);
    chmodSync(place, 0o700);
    rmSync(place, { recursive: true });
  });
  if (isRoot && !isMounted) return null;
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(place, name));
  if (!isMounted) {
    chmodSync(place, 0o500);
    return place;
  }
  return mount('-o', 'remount,ro', place) ? place : null;
}

test.skipIf(process.platform === 'win32')(
  'a store where nobody can write tells the same as where one can, and says so to whoever would change it',
  ({ skip }) => {
    const there = join(folder, 'there');
    mkdirSync(there);
    const at = (place: string, ...args: string[]): Ran =>
      run('--db', join(place, 'store.db'), '--on', '2026-11-21', ...args);
    at(there, 'import', DEMO);
    at(there, 'log', '5', 'talked', '--note', 'call in May');
    at(there, 'promise', '23', 'send the brochure', '--next', '2026-12-01');
    // as a run of `send` leaves them
    writeFileSync(join(there, 'store.db-sending'), '');
    const missed = {
      id: null,
      command: 'send',
      by: 'cron',
      started_at: '2026-11-20T13:30:00.000Z',
      counts: null,
    };
    const end = { finished_at: '2026-11-20T13:31:00.000Z', exit_code: 75, fault: 'db-busy' };
    appendFileSync(join(there, 'store.db-missed-runs'), `${JSON.stringify({ ...missed, ...end })}\n`);
    const place = unwritable(there) ?? skip();

    const before = stateOf(place);
    for (const command of [
      ['today', '--all', '--withheld'],
      ['show', '5'],
      ['find', 'a', '--json'],
      ['why', '5'],
      ['promises', '--all'],
      ['journal'],
      ['imports', 'show', '1'],
      ['runs', '--json'],
      ['sent'],
      ['import', '--dry-run', DEMO],
      ['letters', '--touch', 'birthday', '--dry-run', '--json'],
      ['doctor'],
    ]) {
      const asked = at(place, ...command);
      const expected = at(there, ...command);
      expect({ ...asked, stdout: asked.stdout.replaceAll(place, there) }).toEqual(expected);
    }
    for (const command of [
      ['log', '5v'],
      ['import', DEMO],
      ['read-mail', '-'],
      ['letters', '--touch', 'birthday', '--json'],
      ['salespeople', 'add', 'Ann Lee'],
    ]) {
      const { status, stdout, stderr } = at(place, ...command);
      expect([command, status, stdout]).toEqual([command, 1, '']);
      expect(stderr).toContain('store.db: the database cannot be written here');
    }
    const taken = at(place, 'export', 'customers');
    expect(taken).toEqual({
      ...at(there, 'export', 'customers'),
      stderr: expect.stringContaining('the journal does not know of this export'),
    });
    expect(run('--db', join(place, 'new.db'), 'import', SMALL).status).toBe(1);
    expect(at(place, 'backup', join(folder, 'copy.db')).status).toBe(0);
    expect(stateOf(place)).toEqual(before);
  },
);
