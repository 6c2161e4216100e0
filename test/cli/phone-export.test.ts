/** Calendar, contacts and the sheet for a line printer through the real entry point. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-phone-'));
  writeFileSync(path('sales.csv'), SALES);
  beback('import', path('sales.csv'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const path = (name: string): string => join(folder, name);

const SALES = `Deal No,Sale Date,Customer Name,Cell Phone,Email,VIN,Year,Make,Model,Salesperson ID,Salesperson,Do Not Call
1,2025-11-30,"Lee, Ann",6145550101,ann@example.com,1HGCM82633A004352,2025,Honda,Civic,1042,Dana Reyes,N
2,2025-12-05,"Nolan, Ned",6145550102,,,2025,Honda,Pilot,1042,Dana Reyes,Y
3,2025-12-06,"Stone, Sue",6145550103,,,2025,Honda,Fit,1043,Bo Ash,N
4,2025-12-31,"Far, Fay",6145550104,,,2025,Honda,Fit,1042,Dana Reyes,N
`;

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', path('store.db'), '--on', '2026-11-21', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Detroit' } },
  );
  return { status, stdout, stderr };
}
const events = (text: string): string[] =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))
    .map(({ startDate, summary }) => `${startDate} ${summary}`);

describe('export calendar', () => {
  test('holds the touches of the next days of one salesperson, without who must not be called', () => {
    expect(events(beback('export', 'calendar', '--for', '1042').stdout)).toEqual([
      '2026-11-30 Call Ann Lee: 1st anniversary of the purchase',
      '2026-11-30 Call Ann Lee: Service is due',
    ]);
    expect(events(beback('export', 'calendar', '--for', 'Dana', '--days', '60').stdout)).toContain(
      '2026-12-31 Call Fay Far: 1st anniversary of the purchase',
    );
  });

  test('a later file moves the entry: same name, stamped with the instant it was written', () => {
    const about = (...args: string[]) => {
      const { stdout } = beback('export', 'calendar', '--for', '1042', ...args);
      const event = new ICAL.Component(ICAL.parse(stdout)).getFirstSubcomponent('vevent');
      return {
        uid: event?.getFirstPropertyValue('uid'),
        stamp: Date.parse(String(event?.getFirstPropertyValue('dtstamp'))),
      };
    };
    const before = Math.floor(Date.now() / 1000) * 1000;
    const [first, later] = [about(), about('--on', '2026-11-25')];
    expect(later.uid).toBe(first.uid);
    expect(first.stamp).toBeGreaterThanOrEqual(before);
    expect(later.stamp).toBeGreaterThanOrEqual(first.stamp);
  });

  test('nothing of one store has the name of anything of another; a copy of the store is the same store', () => {
    const names = (db: string): string[] =>
      [['calendar'], ['vcard'], ['today']].flatMap(([what = '']) => {
        const asked = what === 'today' ? ['today', '--format', 'ics'] : ['export', what];
        const { stdout } = beback('--db', path(db), ...asked, '--for', '1042', '--on', '2025-12-01');
        return stdout.split('\r\n').filter((line) => line.startsWith('UID:'));
      });
    beback('--db', path('other.db'), 'import', path('sales.csv'));
    beback('--db', path('other.db'), 'backup', path('copy.db'));
    const [own, other] = [names('store.db'), names('other.db')];
    expect(own.length).toBeGreaterThan(2);
    expect(other).toHaveLength(own.length);
    expect(own.filter((name) => other.includes(name))).toEqual([]);
    expect(names('copy.db')).toEqual(other);
  });

  test('a birthday stands in it once, under the same name after the next purchase', () => {
    const db = ['--db', path('birthday.db')];
    const uid = (): unknown[] =>
      new ICAL.Component(ICAL.parse(beback(...db, 'export', 'calendar', '--for', 'Bo Ash').stdout))
        .getAllSubcomponents('vevent')
        .map((event) => event.getFirstPropertyValue('uid'))
        .filter((one) => String(one).includes('birthday'));
    const sale = (deal: number, day: string): void => {
      writeFileSync(
        path('more.csv'),
        `Deal No,Sale Date,Customer Name,Cell Phone,Birth Date,VIN,Salesperson\n${deal},${day},"Day, Bea",6145550109,1980-12-05,1HGCM82633A00439${deal % 10},Bo Ash\n`,
      );
      expect(beback(...db, 'import', path('more.csv')).status).toBe(0);
    };
    sale(21, '2024-03-01');
    const before = uid();
    expect(before).toHaveLength(1);
    sale(22, '2026-11-20');
    expect(uid()).toEqual(before);
  });
});

describe('export vcard', () => {
  test('holds the customers of one salesperson by name, without who must not be called', () => {
    const { status } = beback('export', 'vcard', '--for', 'Dana Reyes', '--out', path('dana.vcf'));
    expect(status).toBe(0);
    const cards = readFileSync(path('dana.vcf'), 'utf8');
    expect([...cards.matchAll(/^FN:(.*)\r$/gm)].map(([, name]) => name)).toEqual(['Ann Lee', 'Fay Far']);
    expect(cards).toContain('NOTE:2025 Honda Civic\\nbeback #1\r\n');
  });

  test('whoever acts is meant when nobody is named', () => {
    expect(beback('export', 'vcard', '--as', '1043').stdout).toContain('FN:Sue Stone\r\n');
    expect(beback('export', 'vcard', '--for', 'house').stdout).toBe('');
  });
});

test.each([
  [['export', 'calendar'], 'say whose'],
  [['export', 'vcard'], 'say whose'],
  [['export', 'calendar', '--for', '1042', '--days', '0'], '--days 0'],
  [['export', 'calendar', '--for', '1042', '--days', 'x'], '--days x'],
  [['export', 'vcard', '--for', '1042', '--days', '3'], '--days goes with the calendar'],
  [['export', 'sales', '--for', '1042'], '--for and --days do not go with sales'],
  [['export', 'calendar', '--for', '1042', '--format', 'csv'], 'one format only'],
  [['export', 'vcard', '--for', '1042', '--json'], 'one format only'],
])('%j is a usage fault', (args, says) => {
  const { status, stdout, stderr } = beback(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(says);
});

describe('the sheet for lp', () => {
  const all = ['today', '--all', '--on', '2026-12-08'];
  test('is what --format text prints, and what a .txt file holds', () => {
    const { stdout } = beback(...all, '--format', 'text');
    expect(stdout.split('\f').map((page) => page.split(' ')[0])).toEqual(['Bo', 'Dana']);
    expect(stdout).toContain('To type it in, the # and a letter: beback log "3t"\n');
    beback(...all, '--out', path('calls.txt'));
    expect(readFileSync(path('calls.txt'), 'utf8')).toBe(stdout);
  });
});
