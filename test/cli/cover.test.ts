/** Covering somebody's calls, ending it, taking either back, through the real entry point. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { nameManagers } from '../managers.ts';

const SALES = `Deal,Date,Customer,First,Last,Cell,VIN,Year,Make,Model,Salesperson,Salesperson Code
D1,2025-11-21,1,Ann,Lee,614-555-0101,1HGCM82633A200101,2024,Honda,CR-V,Dana Reyes,10
D2,2025-11-21,2,Cem,Oz,614-555-0103,1HGCM82633A200103,2024,Honda,Civic,Maria Delgado,20
D3,2025-11-21,3,Eve,Fox,614-555-0105,1HGCM82633A200105,2024,Honda,HR-V,Tom Whitaker,30
`;
const ON = '2026-11-21';

// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-cover-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'sales.csv'), SALES);
  nameManagers(folder, ['Pat Boss'], '[store]\ncountry = "US"\ntimezone = "America/Chicago"');
  done('import', join(folder, 'sales.csv'));
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function run(...args: string[]): Ran {
  const day = args.includes('--on') ? [] : ['--on', ON];
  const as = args.includes('--as') || args[0] === 'import' ? [] : ['--as', 'Pat Boss'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), ...day, ...as, ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  return { status, stdout, stderr };
}
function done(...args: string[]): string {
  const { status, stdout, stderr } = run(...args);
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
}
const json = (...args: string[]): Json => JSON.parse(done('--json', ...args));
const covers = (on = ON): Json[] => json('covers', '--on', on).covers;
const dana = (from: string, to: string, ...more: string[]): string[] => [
  ...['cover', 'Dana Reyes', '--by', '20', '--from', from, '--to', to],
  ...more,
];
/** Whose calls stand on whose list. */
const shown = (on: string): string[] =>
  json('today', '--all', '--on', on).lists.map(
    ({ salesperson, calls }: Json) =>
      `${salesperson.name}: ${calls.map(({ customer, covering }: Json) => `${customer.id}${covering === null ? '' : ` for ${covering.name}`}`).join(', ')}`,
  );

/** What must be as before where something was refused. */
const whole = (): Json => [json('covers', '--on', '2020-01-01').covers, json('journal').entries.length];
function refused(...args: string[]): { code: string; message: string; hint: string | null } {
  const before = whole();
  const { status, stdout, stderr } = run('--json', ...args);
  expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
  expect(whole()).toEqual(before);
  return JSON.parse(stderr).error;
}

const PERSONS = { of: { code: '10', name: 'Dana Reyes' }, by: { code: '20', name: 'Maria Delgado' } };

test('the calls stand on the other list from the first day to the last, and it is said so', () => {
  const { entry, cover } = json(...dana('2026-11-20', '2026-11-22', '--why', 'a week off'));
  const record = { ...PERSONS, from: '2026-11-20', to: '2026-11-22', why: 'a week off', ended_on: null };
  expect(cover).toEqual({ id: cover.id, ...record });
  expect(shown('2026-11-20')).toContain('Maria Delgado: 1 for Dana Reyes, 2');
  expect(shown('2026-11-22')).toContain('Dana Reyes: ');
  for (const day of ['2026-11-19', '2026-11-23']) expect(shown(day)).toContain('Dana Reyes: 1');
  expect(json('covers', '--on', '2026-11-22')).toEqual({ on: '2026-11-22', covers: [cover] });
  expect(covers('2026-11-23')).toEqual([]);
  expect(json('journal').entries[0]).toMatchObject({
    id: entry,
    on: ON,
    by: 'Pat Boss',
    action: 'cover',
    details: { from: '2026-11-20', to: '2026-11-22', why: 'a week off' },
  });
  expect(done('covers')).toBe(
    `No.  Calls of    On the list of  From    To      Why\n${String(cover.id).padStart(3)}  Dana Reyes  Maria Delgado   Nov 20  Nov 22  a week off\n`,
  );
});

test('days as people type them; what is to come stands below what holds', () => {
  expect(done('cover', 'Tom', '--by', 'Maria', '--from', '11/24/2026', '--to', 'Nov 25 2026')).toMatch(
    /^Tom Whitaker's calls stand on Maria Delgado's list from Nov 24 to Nov 25\./,
  );
  expect(done(...dana(ON, ON))).toMatch(/ list on Nov 21\./);
  expect(covers().map(({ of }) => of.name)).toEqual(['Dana Reyes', 'Tom Whitaker']);
});

describe('ended before its time', () => {
  test('yesterday was the last day', () => {
    const { id } = json(...dana('2026-11-20', '2026-11-27')).cover;
    const { entry, cover } = json('cover', 'end', `${id}`);
    expect(cover).toMatchObject({ ...PERSONS, id, from: '2026-11-20', to: '2026-11-20', ended_on: ON });
    expect(entry).toBe(id + 1);
    expect(shown('2026-11-20')).toContain('Maria Delgado: 1 for Dana Reyes, 2');
    expect(shown(ON)).toContain('Dana Reyes: 1');
    expect(covers()).toEqual([]);
    expect(refused('cover', 'end', `${id}`).code).toBe('cover-over');
  });

  test('what has not begun is gone, also on its first day', () => {
    const { id } = json(...dana(ON, '2026-11-27')).cover;
    expect(done('cover', 'end', `${id}`)).toMatch(/^Dana Reyes's calls stay on their own list/);
    for (const day of ['2026-11-20', ON, '2026-11-22']) {
      expect(covers(day)).toEqual([]);
      expect(shown(day)).toContain('Dana Reyes: 1');
    }
    expect(refused('cover', 'end', `${id}`).code).toBe('cover-over');
    done(...dana(ON, '2026-11-27'));
  });

  test('taken back it holds as before, unless others hold by now', () => {
    const { id } = json(...dana('2026-11-20', '2026-11-27')).cover;
    const before = covers();
    const { entry } = json('cover', 'end', `${id}`);
    expect(refused('undo', `${id}`)).toMatchObject({
      code: 'later-entry',
      message: expect.stringContaining(`${entry}`),
    });
    const again = json(...dana('2026-11-22', '2026-11-23')).entry;
    expect(refused('undo', `${entry}`)).toMatchObject({
      code: 'later-entry',
      hint: expect.stringContaining(`undo ${again}`),
    });
    done('undo', `${again}`);
    done('undo', `${entry}`);
    expect(covers()).toEqual(before);
    done('undo', `${id}`);
    expect(covers()).toEqual([]);
    expect(shown(ON)).toContain('Dana Reyes: 1');
  });

  test('twice: the second end is taken back first', () => {
    const { id } = json(...dana('2026-11-15', '2026-11-27')).cover;
    const first = json('cover', 'end', `${id}`, '--on', '2026-11-20').entry;
    const second = json('cover', 'end', `${id}`, '--on', '2026-11-18').entry;
    expect(refused('undo', `${first}`).code).toBe('later-entry');
    done('undo', `${second}`);
    expect(covers('2026-11-15')).toMatchObject([{ to: '2026-11-19', ended_on: '2026-11-20' }]);
  });
});

describe('refused in words, nothing changed', () => {
  test.each([
    ['nobody', ['cover', 'Nobody Known', '--by', '20', '--from', ON, '--to', ON], 'unknown-salesperson'],
    ['by nobody', ['cover', '10', '--by', 'house', '--from', ON, '--to', ON], 'unknown-salesperson'],
    ['oneself', ['cover', '10', '--by', 'Dana', '--from', ON, '--to', ON], 'cover-oneself'],
    ['an end before its start', dana(ON, '2026-11-20'), 'bad-day'],
    ['no day', dana(ON, '2026-13-20'), 'bad-day'],
    ['a blank reason', dana(ON, ON, '--why', '  '), 'no-reason'],
    ['no stand-in', ['cover', '10', '--from', ON, '--to', ON], 'usage'],
    ['no first day', ['cover', '10', '--by', '20', '--to', ON], 'usage'],
    ['no last day', ['cover', '10', '--by', '20', '--from', ON], 'usage'],
    ['a day to come to act on', dana('2999-01-01', '2999-01-02', '--on', '2999-01-01'), 'future-day'],
    ['the end of none', ['cover', 'end', '77'], 'unknown-cover'],
    ['the end of no number', ['cover', 'end', 'Dana'], 'usage'],
    ['the calls of another', dana(ON, ON, '--as', 'Tom Whitaker'), 'managers-only'],
  ])('%s', (_, args, code) => {
    expect(refused(...args).code).toBe(code);
  });

  test('a common day with another cover, and a circle, also a long one', () => {
    done(...dana('2026-11-23', '2026-11-27'));
    expect(refused('cover', '10', '--by', '30', '--from', '2026-11-27', '--to', '2026-11-30').code).toBe(
      'cover-overlap',
    );
    expect(refused('cover', '20', '--by', '10', '--from', '2026-11-20', '--to', '2026-11-23').code).toBe(
      'cover-circle',
    );
    done('cover', '20', '--by', '30', '--from', '2026-11-27', '--to', '2026-11-30');
    expect(refused('cover', '30', '--by', '10', '--from', '2026-11-27', '--to', '2026-11-27').message).toBe(
      "the calls would come back to Tom Whitaker (cover 3: Tom Whitaker makes Maria Delgado's calls from 2026-11-27 to 2026-11-30)",
    );
    done('cover', '30', '--by', '10', '--from', '2026-11-28', '--to', '2026-11-28');
  });

  test('somebody who has left, or will have; who leaves meanwhile may, and it is said', () => {
    done('salespeople', 'set', 'Maria', '--left', '2026-11-25');
    expect(refused(...dana('2026-11-25', '2026-11-27')).code).toBe('has-left');
    expect(refused('cover', '20', '--by', '10', '--from', '2026-11-25', '--to', '2026-11-27').code).toBe(
      'has-left',
    );
    const { status, stderr } = run(...dana('2026-11-24', '2026-11-27'));
    expect([status, stderr]).toEqual([
      0,
      'Maria Delgado is gone from Nov 25 on: from then Dana Reyes is not covered.\n',
    ]);
    expect(
      refused('cover', '30', '--by', '20', '--from', '2026-11-20', '--to', ON, '--on', '2026-11-26').code,
    ).toBe('has-left');
  });
});

test('one’s own calls anybody gives away, ends that and takes it back; nobody else does', () => {
  const { entry, cover } = json(...dana(ON, ON, '--as', 'Dana Reyes'));
  expect(refused('cover', 'end', `${cover.id}`, '--as', 'Maria Delgado').code).toBe('managers-only');
  expect(refused('undo', `${entry}`, '--as', 'Maria Delgado').code).toBe('managers-only');
  const end = json('cover', 'end', `${cover.id}`, '--as', 'Dana Reyes').entry;
  expect(refused('undo', `${end}`, '--as', 'Tom Whitaker').code).toBe('managers-only');
  done('undo', '--as', 'Dana Reyes');
  done('undo', '--as', 'Dana Reyes');
  expect(covers()).toEqual([]);
});
