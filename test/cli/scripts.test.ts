/** What the sheet and its JSON give a salesperson to say, out of a real store. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { DEFAULT_PLAN_TOML } from '../../src/touches/default-plan.ts';

const SALES = `Deal,Date,Customer,First,Last,Cell,Type,Term,VIN,Year,Make,Model
D1,2023-12-20,1,Ann,Lee,614-555-0101,Lease,36,1HGCM82633A200101,2024,Honda,CR-V
D2,2026-11-20,2,Bob,Ray,614-555-0102,Cash,,1HGCM82633A200102,2026,Honda,Fit
D3,2026-11-20,3,Cem,Oz,614-555-0103,Cash,,1HGCM82633A200103,2026,Honda,Civic
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-scripts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'sales.csv'), SALES);
  beback('import', join(folder, 'sales.csv'));
});

function beback(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), '--on', '2026-11-21', ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

test('a script that two calls share stands once, with a blank for the name; one that nobody else has is filled in', () => {
  const page = beback('today', '--all', '--format', 'html');
  expect(page).not.toMatch(/Hi (?:Bob|Cem)/);
  expect(page.match(/Hi ____, it&#39;s/g)).toHaveLength(1);
  expect(page.match(/Hi Ann, /g)).toHaveLength(1);
  const [list] = JSON.parse(beback('today', '--all', '--json')).lists;
  expect(list.scripts.map((one: { touch: string }) => one.touch)).toEqual(['welcome']);
});

test('a lease whose end is only reckoned from its term ends "about" a day, which has no weekday', () => {
  expect(beback('today', '--all', '--format', 'html')).toContain('runs until about December 20, 2026, and');
  expect(beback('today', '--all')).toContain('Lease is ending (about Dec 20)');
  expect(beback('show', '1')).toContain('lease until about Dec 20');
  expect(beback('today', '--all', '--format', 'ics').replaceAll('\r\n ', '')).toContain(
    'Call Ann Lee: Lease is ending (about Dec 20)',
  );
});

test('whoever had a birthday days ago is wished well with words of its own, also where two share them', () => {
  const birthdays = `Deal,Date,Customer,First,Last,Cell,Birthday,VIN,Year,Make,Model
D4,2025-06-20,4,Dee,Day,614-555-0104,1980-11-21,1HGCM82633A200104,2025,Honda,CR-V
D5,2025-06-20,5,Eve,Ray,614-555-0105,1980-11-19,1HGCM82633A200105,2025,Honda,Fit
`;
  writeFileSync(join(folder, 'birthdays.csv'), birthdays);
  beback('import', join(folder, 'birthdays.csv'));
  const openers = (): string[] => {
    const [list] = JSON.parse(beback('today', '--all', '--json')).lists as {
      calls: { reasons: { touch: string; script: { opener: string } | null }[] }[];
    }[];
    return (list?.calls ?? [])
      .flatMap(({ reasons }) => reasons)
      .flatMap(({ touch, script }) => (touch === 'birthday' ? (script?.opener ?? 'nothing') : []));
  };
  expect(openers().sort()).toEqual([
    expect.stringMatching(/^Hi Dee, .* Happy birthday!$/),
    expect.stringMatching(/^Hi Eve, .* happy belated birthday!$/),
  ]);
  const plan = DEFAULT_PLAN_TOML.replace(/^\[touch\.late\]\n.*\n.*\n.*\n/m, '');
  writeFileSync(join(folder, 'store.toml'), plan, { mode: 0o600 });
  expect(openers().sort()).toEqual([expect.stringMatching(/Happy birthday!$/), 'nothing']);
});
