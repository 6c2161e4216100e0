/** What assistants do for a salesperson: both names are kept, and it counts as the salesperson's. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

/** Nobody is credited with the last sale. */
const SALES = `Deal,Date,Customer,First,Last,Cell,VIN,Year,Make,Model,Salesperson,Salesperson Code
D1,2025-11-21,1,Ann,Lee,614-555-0101,1HGCM82633A200101,2024,Honda,CR-V,Dana Reyes,1042
D2,2025-11-21,2,Bob,Ray,614-555-0102,1HGCM82633A200102,2024,Honda,Fit,Dana Reyes,1042
D3,2025-11-21,3,Cem,Oz,614-555-0103,1HGCM82633A200103,2024,Honda,Civic,Maria Delgado,2017
D4,2025-11-21,4,Eve,Fox,614-555-0105,1HGCM82633A200105,2024,Honda,HR-V,Tom Whitaker,3001
`;
const ON = '2026-11-21';
const DANA = { code: '1042', name: 'Dana Reyes' };
const KIM = { code: null, name: 'Kim' };

// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;

let folder: string;
/** Tom sells, and assists Maria. */
const settings = (
  assistants = '"Kim" = ["1042"], "Lou" = ["Dana Reyes", "2017"], "Tom Whitaker" = ["2017"]',
): void =>
  writeFileSync(
    join(folder, 'store.toml'),
    `[store]\ncountry = "US"\ntimezone = "America/Chicago"\n[people]\nmanagers = ["Pat Boss"]\nassistants = { ${assistants} }\n`,
    { mode: 0o600 },
  );
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-assistants-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'sales.csv'), SALES);
  settings();
  as('Pat Boss')('import', join(folder, 'sales.csv'));
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function run(...args: string[]): Ran {
  const day = args.includes('--on') ? [] : ['--on', ON];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), ...day, ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  return { status, stdout, stderr };
}
const as =
  (name: string) =>
  (...args: string[]): string => {
    const { status, stdout, stderr } = run('--as', name, ...args);
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
    return stdout;
  };
const kim = (...args: string[]): string => as('Kim')(...args);
const json = (...args: string[]): Json => JSON.parse(as('Pat Boss')('--json', ...args));
const entries = (): Json[] => json('journal').entries;
function refused(name: string, ...args: string[]): Json {
  const before = entries().length;
  const { status, stdout, stderr } = run('--json', '--as', name, ...args);
  expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
  expect(entries()).toHaveLength(before);
  return JSON.parse(stderr).error;
}

test('a day: the list of whom they assist, what they log, promise, note and block, and taking the last back', () => {
  expect(kim('today')).toMatch(/^Dana Reyes · /m);
  kim('log', '1', 'talked', '-m', 'likes the seats', '--next', '2026-12-03');
  expect(run('--as', 'Kim', 'log', '2', 'voicemail', '--for', 'Dana').stderr).toBe('');
  kim('note', '1', 'twins');
  kim('promise', '2', 'a price', '--on', ON, '--next', '2026-12-01');
  kim('promise', 'done', '5', '--for', '1042');
  kim('block', '2', 'email');
  kim('turn-off', '1', '--touch', 'service', '--why', 'services elsewhere');
  kim('fixes', 'set', '1', '--phone', '614 555 0199', '--for', '1042');
  const mine = entries().filter(({ action }) => action !== 'import');
  expect(mine.map(({ action }) => action)).toEqual([
    ...['fix', 'turn-off', 'block', 'promise-done', 'promise', 'note', 'log', 'log'],
  ]);
  for (const entry of mine) expect(entry).toMatchObject({ by: 'Kim', for: 'Dana Reyes' });

  const done = { by: KIM, for: DANA };
  expect(json('export', 'contacts')).toMatchObject([
    { outcome: 'talked', ...done },
    { outcome: 'voicemail', ...done },
    { outcome: 'promised', ...done },
  ]);
  expect(json('export', 'promises')).toMatchObject([
    { on: '2026-12-03', ...done },
    { state: 'done', ...done },
  ]);
  for (const what of ['blocks', 'notes', 'turn-offs']) expect(json('export', what)).toMatchObject([done]);
  expect(as('Pat Boss')('export', 'contacts').split('\r\n').slice(0, 2)).toEqual([
    expect.stringMatching(/"by_code","by_name","for_code","for_name","pitched","from_advisor"$/),
    expect.stringMatching(/"","Kim","1042","Dana Reyes","no",""$/),
  ]);

  const [list] = json('today', '--for', '1042', '--on', '2026-12-03').lists;
  expect(list.calls[0]).toMatchObject({
    customer: { id: 1 },
    last_contact: { outcome: 'talked', by: 'Kim', for: 'Dana Reyes' },
    promises: [{ by: 'Kim', for: 'Dana Reyes' }],
  });
  expect(as('Dana Reyes')('today', '--on', '2026-12-03')).toContain(
    'talked (Kim for Dana Reyes): likes the seats',
  );
  expect(as('Dana Reyes')('show', '1')).toMatch(/talked \(Kim for Dana Reyes\), again on Dec 3/);
  expect(as('Dana Reyes')('whose', '1')).toContain('talked (Kim for Dana Reyes)');
  expect(as('Dana Reyes')('promises')).toContain('Kim for Dana Reyes');

  expect(JSON.parse(kim('--json', 'undo')).undone).toMatchObject({ id: mine[0]?.id, action: 'fix' });
  expect(run('--as', 'Dana Reyes', 'undo').stderr).toContain('Dana Reyes has done nothing');
});

test('what the rules ask of whoever made a contact is asked of the salesperson', () => {
  kim('log', '1', 'talked');
  kim('log', '2', 'voicemail');
  expect(
    json('done', '--all').people.map(({ salesperson, calls }: Json) => [salesperson?.name, calls]),
  ).toEqual(expect.arrayContaining([['Dana Reyes', 2]]));
  as('Pat Boss')('salespeople', 'set', 'Dana Reyes', '--left', '2026-11-20');
  expect(json('whose', '1').customers[0].others).toMatchObject([{ name: 'Dana Reyes' }]);
});

describe('for whom', () => {
  test('somebody they do not assist: refused, of every command', () => {
    for (const command of [
      ['log', '3', 'voicemail'],
      ['note', '3', 'twins'],
      ['promise', '3', 'a price', '--next', '2026-12-01'],
      ['promise', 'done', '1'],
      ['block', '3', 'call'],
      ['turn-off', '3', '--all', '--why', 'x'],
      ['fixes', 'set', '3', '--email', 'cem@example.com'],
    ])
      expect(refused('Kim', ...command, '--for', 'Maria Delgado')).toMatchObject({
        code: 'not-yours',
        message: 'Kim does not assist Maria Delgado',
      });
  });

  test('who is no assistant names nobody else; oneself is nothing else than saying nothing', () => {
    for (const name of ['Maria Delgado', 'Pat Boss'])
      expect(refused(name, 'log', '1', 'voicemail', '--for', '1042').code).toBe('not-yours');
    expect(refused('Kim', 'log', '1', 'voicemail', '--for', 'Nobody').code).toBe('unknown-salesperson');
    as('Dana Reyes')('log', '1', 'voicemail', '--for', '1042');
    expect(json('export', 'contacts')).toMatchObject([{ by: DANA, for: null }]);
    expect(entries()[0]).toMatchObject({ by: 'Dana Reyes', for: null });
  });

  test('with several it must be said, and the lists are everybody’s', () => {
    expect(refused('Lou', 'log', '1', 'voicemail')).toMatchObject({
      code: 'usage',
      message: expect.stringContaining('Dana Reyes, Maria Delgado'),
    });
    as('Lou')('log', '3', 'voicemail', '--for', '2017');
    expect(json('export', 'contacts')).toMatchObject([
      { by: { name: 'Lou' }, for: { name: 'Maria Delgado' } },
    ]);
    const { stdout, stderr } = run('--as', 'Lou', 'today', '--json');
    expect(JSON.parse(stdout).lists.map(({ salesperson }: Json) => salesperson.name)).toEqual([
      'Dana Reyes',
      'Tom Whitaker',
    ]);
    expect(stderr).toContain('Lou assists Dana Reyes, Maria Delgado');
    expect(run('--as', 'Lou', 'today', '--all', '--json').stderr).toBe('');
    as('Lou')('undo');
    expect(json('export', 'contacts')).toEqual([]);
  });

  test('with nobody who is somebody nothing is done in nobody’s name', () => {
    settings('"Kim" = ["9999"]');
    expect(refused('Kim', 'log', '1', 'voicemail').code).toBe('unknown-salesperson');
    expect(JSON.parse(kim('--json', 'today')).lists).toHaveLength(3);
  });

  test('a salesperson who assists another acts for themselves, else for whom they name', () => {
    const tom = as('Tom Whitaker');
    tom('log', '4', 'voicemail');
    tom('log', '3', 'voicemail', '--for', 'Maria');
    expect(json('export', 'contacts')).toMatchObject([
      { by: { code: '3001' }, for: null },
      { by: { name: 'Tom Whitaker' }, for: { code: '2017' } },
    ]);
    expect(tom('today')).toMatch(/^Tom Whitaker · /m);
    expect(JSON.parse(tom('--json', 'undo')).undone).toMatchObject({ for: 'Maria Delgado' });
    expect(JSON.parse(tom('--json', 'undo')).undone).toMatchObject({ for: null });
  });
});

test('a sheet handed in: the lines of whom they assist, and no others', () => {
  const sheet = join(folder, 'calls.csv');
  as('Pat Boss')('today', '--all', '--format', 'csv', '--out', sheet);
  const filled = readFileSync(sheet, 'utf8')
    .split('\r\n')
    .map((line) => line.replace(/^((?:"[^"]*",){6})""/, '$1"voicemail"'))
    .join('\r\n');
  writeFileSync(sheet, filled);
  const { status, stdout } = run('--json', '--as', 'Kim', 'log', '--sheet', sheet);
  const report = JSON.parse(stdout);
  expect(status).toBe(3);
  expect(report).toMatchObject({ logged: 2, rejected: 2 });
  expect(report.problems.map(({ code }: Json) => code)).toEqual(['not-yours', 'not-yours']);
  expect(json('export', 'contacts')).toMatchObject([
    { customer_id: 1, by: KIM, for: DANA },
    { customer_id: 2, by: KIM, for: DANA },
  ]);
  expect(run('--json', '--as', 'Lou', 'log', '--sheet', sheet, '--for', '2017').stdout).toContain(
    '"logged": 1',
  );
});

test('what managers do, an assistant of one does not', () => {
  expect(refused('Kim', 'cover', '1042', '--by', '2017', '--from', ON, '--to', ON).code).toBe(
    'managers-only',
  );
  as('Dana Reyes')('cover', '1042', '--by', '2017', '--from', ON, '--to', ON);
  expect(refused('Kim', 'undo', `${entries()[0].id}`).code).toBe('managers-only');
});
