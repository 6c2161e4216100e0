/** Days as people type them, wherever a command takes one. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { addDays, type Day, daysBetween, localDay } from '../../src/domain/day.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-days-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});
const country = (code: string): void =>
  writeFileSync(join(folder, 'store.toml'), `[store]\ncountry = "${code}"\n`);

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  return { status, stdout, stderr };
}
const onOf = (...args: string[]): string => JSON.parse(beback('today', '--json', ...args).stdout).on;
const errorOf = (...args: string[]): { code: string; message: string; hint: string } => {
  const { status, stdout, stderr } = beback('--json', ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  return JSON.parse(stderr).error;
};

const today = localDay(new Date());
/** The Friday on `day`, or the first one after it. */
const friday = (day: Day): Day => addDays(day, ((daysBetween(day, '2026-11-20' as Day) % 7) + 7) % 7);
const SALES = 'fixtures/demo/sales-2025-2026.csv';

describe('the day to act as', () => {
  test('in words, and a Friday to come', () => {
    expect(onOf('--on', 'today')).toBe(today);
    expect(onOf('--on', 'tomorrow')).toBe(addDays(today, 1));
    expect(onOf('--on', 'yesterday')).toBe(addDays(today, -1));
    expect(onOf('--on', '+3d')).toBe(addDays(today, 3));
    expect(onOf('--on', 'fri')).toBe(friday(addDays(today, 1)));
  });

  test.each([
    ['US', '11/25/2026', '2026-11-25'],
    ['US', '5/3/2027', '2027-05-03'],
    ['DE', '3.5.2027', '2027-05-03'],
    ['CA', '11/25/2026', '2026-11-25'],
  ])('as %s writes it: %s is %s', (code, text, day) => {
    country(code);
    expect(onOf('--on', text)).toBe(day);
  });

  test('what is two days in Canada is refused, and both are named', () => {
    country('CA');
    expect(errorOf('today', '--on', '5/3/2027')).toMatchObject({
      code: 'ambiguous-day',
      message: expect.stringMatching(/2027-05-03 or 2027-03-05/),
    });
  });

  test('what is none is refused, with the ways to write it', () => {
    expect(errorOf('today', '--on', 'someday')).toEqual({
      code: 'bad-day',
      message: '--on someday is not a valid day',
      hint: 'write it as YYYY-MM-DD, or today, tomorrow, fri, +3d, 2w, 11/25/2026',
    });
  });
});

describe('other days', () => {
  beforeEach(() => void beback('import', SALES));
  const contact = (): { on: string; next_on: string | null } =>
    JSON.parse(beback('export', 'contacts', '--format', 'json', '--on', '2099-01-01').stdout).at(-1);

  test('of a contact a Friday is the last one, today included', () => {
    beback('log', '1', 'voicemail', '--on', 'fri');
    expect(contact().on).toBe(friday(addDays(today, -6)));
    beback('log', '1', 'voicemail', '--on', 'yesterday');
    expect(contact().on).toBe(addDays(today, -1));
  });

  test.each([
    ['log', '1', 'talked', '--on', 'tomorrow'],
    ['log', '1t', '--on', '+2w'],
    ['promise', '1', 'call again', '--on', 'tomorrow', '--next', '2099-01-01'],
  ])('%s %s %s %s %s is in the future, and refused', (...args) => {
    expect(errorOf(...args.filter(Boolean)).code).toBe('future-contact');
    expect(beback('export', 'contacts', '--format', 'json').stdout).toBe('[]\n');
  });

  test('the line of a sheet that is in the future is refused', () => {
    const sheet = join(folder, 'sheet.csv');
    writeFileSync(sheet, 'customer_id,on,outcome,note,next\r\n1,2099-05-06,talked,,\r\n');
    const { status, stdout: report } = beback('log', '--sheet', sheet, '--json');
    expect([status, JSON.parse(report).problems]).toEqual([
      3,
      [expect.objectContaining({ code: 'future-contact', column: 'on' })],
    ]);
  });

  test('a sheet that does not say its day is not logged for one to come', () => {
    const sheet = join(folder, 'sheet.csv');
    writeFileSync(sheet, 'customer_id,outcome,note,next\r\n1,talked,,\r\n');
    expect(errorOf('log', '--sheet', sheet, '--on', 'tomorrow').code).toBe('future-contact');
    expect(beback('log', '--sheet', sheet, '--on', 'fri').status).toBe(0);
    expect(contact().on).toBe(friday(addDays(today, -6)));
  });

  test('a day promised, and the day somebody leaves, are still to come', () => {
    beback('promise', '1', 'call again', '--on', 'fri');
    expect(contact()).toMatchObject({ on: today, next_on: friday(addDays(today, 1)) });
    beback('log', '1', 'talked', '--next', '12/24');
    expect(contact().next_on?.slice(4)).toBe('-12-24');
    const left = beback('salespeople', 'set', '101', '--left', 'fri', '--json');
    expect(JSON.parse(left.stdout).left_on).toBe(friday(addDays(today, 1)));
    expect(errorOf('salespeople', 'set', '101', '--left', 'someday').message).toContain('--left someday');
  });
});

test('nothing is changed by hand on a day to come', () => {
  country('US');
  beback('import', SALES);
  for (const command of [
    ['note', '1', 'twins'],
    ['block', '1', 'call'],
    ['turn-off', '1', '--all', '--why', 'x'],
    ['promise', 'done', '1'],
    ['fixes', 'set', '1', '--email', 'ann@example.com'],
    ['fixes', 'bounced', 'ann@example.com'],
    ['salespeople', 'add', 'Dana Reyes'],
    ['salespeople', 'set', 'Maria Delgado', '--email', 'maria@example.com'],
    ['cover', 'Maria Delgado', '--by', 'Priya Nair', '--from', 'today', '--to', 'today'],
    ['cover', 'end', '1'],
    ['undo'],
  ])
    expect([command, errorOf(...command, '--on', 'tomorrow').code]).toEqual([command, 'future-day']);
  expect(JSON.parse(beback('journal', '--json').stdout).entries).toHaveLength(1);
});
