/** What `show`, `find`, `why` and `today --withheld` say of a customer's wishes, and of cars they are not to be called about. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { nameManagers } from '../managers.ts';

const DAY = '2026-11-21';
const SALES = `Deal,Date,Customer,First,Last,Cell,Birthday,VIN,Year,Make,Model
D1,2025-11-20,1,Ann,Lee,614-555-0101,1980-11-21,1HGCM82633A200101,2026,Honda,CR-V
D2,2025-11-20,2,Bob,Ray,614-555-0102,,1HGCM82633A200102,2026,Honda,Fit
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-card-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'sales.csv'), SALES);
  nameManagers(folder, ['Dana']);
  beback('import', join(folder, 'sales.csv'));
});

function beback(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), '--on', DAY, '--as', 'Dana', ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

test('a wish said to somebody is not shown as one from a file', () => {
  beback('block', '1', 'all');
  const card = beback('show', '1');
  expect(card).toContain('DO NOT CALL since Nov 21: they asked (Dana)');
  expect(card).toContain('DO NOT E-MAIL since Nov 21: they asked (Dana)');
  expect(beback('block', '1', 'call')).toBe('#1 Ann Lee: was already blocked\n');
});

test('why names the touches that are turned off, since when, why, and what turns them on again', () => {
  beback('turn-off', '1', '--touch', 'anniversary', '--why', 'no parties');
  expect(beback('why', '1')).toContain(`turned off    Anniversary of the purchase
              This touch is off until the next purchase, since Nov 21: no parties. To turn on again: \`beback undo 2\`.
`);
  beback('log', '2m');
  const said = beback('why', '2');
  expect(said).toMatch(
    /^turned off {4}\d+ touches\n {14}All touches are off until the next purchase, since Nov 21: moved away\. .*`beback undo 3`/m,
  );
  expect(said).not.toContain('Nothing is or was due');
  beback('undo', '2');
  expect(beback('why', '1')).not.toContain('turned off');
});

test('touches of a car that are turned off do not take the car away; what the customer said of it does', () => {
  beback('turn-off', '1', '--car', 'CR-V', '--why', 'husband services it');
  const card = beback('show', '1');
  expect(card).toContain('Cars       2026 Honda CR-V, sold Nov 20, 2025');
  expect(card).toContain(
    'Turned off all touches of the 2026 Honda CR-V since Nov 21: husband services it; `beback undo 2` turns them on again',
  );
  expect(beback('find', 'lee')).toContain('2026 Honda CR-V');

  beback('log', '2c');
  expect(beback('show', '2')).toContain('gone since Nov 21 (sold the car)');
  expect(beback('find', 'ray')).not.toContain('Honda Fit');
});

test('a car the customer sold is named on no list as theirs, a birthday’s included', () => {
  beback('log', '1c', '--on', '2026-11-01');
  const table = beback('today', '--all');
  expect(table).toContain('Birthday');
  expect(table).not.toContain('CR-V');
  for (const format of ['csv', 'html', 'ics', 'text', 'json'])
    expect(beback('today', '--all', '--format', format)).not.toContain('CR-V');
  expect(beback('export', 'vcard', '--for', 'house')).not.toContain('CR-V');
  expect(beback('export', 'calendar', '--for', 'house', '--days', '400')).not.toContain('CR-V');
  expect(beback('why', '1')).toContain('2026 Honda CR-V, sold Nov 20, 2025, gone since Nov 1');
});

test('what is held back by a wish is told apart from what the registry holds back', () => {
  beback('block', '1', 'call');
  beback('import', '--kind', 'do-not-call', registry('614,5550102'));
  nameManagers(folder, ['Dana'], '[law]\nrelationship_months = 1');
  const withheld = beback('today', '--all', '--withheld');
  expect(withheld).toMatch(/#1 +Ann Lee +anniversary +asked not to be called/);
  expect(withheld).toMatch(/#2 +Bob Ray +anniversary +on the do-not-call registry/);
  expect(beback('show', '2')).toContain('on the do-not-call registry');
  expect(
    JSON.parse(beback('today', '--all', '--json')).withheld.map(
      (one: { why: string; by_registry: boolean }) => [one.why, one.by_registry],
    ),
  ).toContainEqual(['do-not-contact', true]);
});

test('an occasion stands on a card once: due, held back until a day, or still to come', () => {
  const second = SALES.replace(/D1,.*\n/, '')
    .replace('D2', 'D3')
    .replace('A200102', 'A200103')
    .replace('Fit', 'Civic');
  writeFileSync(join(folder, 'second.csv'), second);
  beback('import', join(folder, 'second.csv'));
  const lines = (): string[] =>
    beback('show', '2')
      .split('\n')
      .filter((line) => line.includes('Anniversary of the purchase') && !line.includes('2027'));
  expect(lines()).toEqual([
    expect.stringMatching(/^Due now +Anniversary of the purchase: 2026 Honda (?:Civic|Fit), due Nov 20,/),
    expect.stringMatching(/^ +Anniversary of the purchase: 2026 Honda (?:Civic|Fit), due Nov 20,/),
  ]);
  beback('log', '2v');
  expect(lines()).toEqual(Array(2).fill(expect.stringContaining(': tried a short while ago')));
  beback('promise', '2', 'a price', '--next', '2027-05-03');
  expect(beback('show', '2').match(/a price/g)).toHaveLength(2);
});

test('find shows the number that was asked for, and of one that may not be called its end', () => {
  const two = `Deal,Date,Customer,First,Last,Cell,Home,VIN,Year,Make,Model
D4,2025-11-20,4,Cy,Fox,614-555-0104,614-555-0144,1HGCM82633A200104,2026,Honda,Fit
`;
  writeFileSync(join(folder, 'two.csv'), two);
  beback('import', join(folder, 'two.csv'));
  expect(beback('find', '555-0144')).toContain('(614) 555-0144 home');
  expect(beback('find', 'fox')).toContain('(614) 555-0104 cell');
  beback('import', '--kind', 'do-not-call', registry('614,5550144'));
  nameManagers(folder, ['Dana'], '[law]\nrelationship_months = 1');
  expect(beback('find', '6145550144')).toContain('ends in 44: DO NOT CALL');
});

function registry(...lines: string[]): string {
  const file = join(folder, 'dnc-20261120.txt');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

test('the calendar of a deal says of each touch what why would say', () => {
  beback('turn-off', '1', '--touch', 'service', '--why', 'services elsewhere');
  const states = (...flags: string[]): Record<string, Set<string>> => {
    const found: Record<string, Set<string>> = {};
    for (const { touch, state } of JSON.parse(beback('plan', 'show', 'D1', '--json', ...flags)).touches)
      found[touch] = (found[touch] ?? new Set()).add(state);
    return found;
  };
  expect(states()).toMatchObject({
    welcome: new Set(['missed']),
    anniversary: new Set(['due', 'not-yet']),
    service: new Set(['missed', 'turned-off']),
  });
  beback('log', '1', 'talked');
  expect(states('--on', '2028-12-31').anniversary).toEqual(new Set(['settled', 'missed', 'not-yet']));
});
