/** `beback wish` and `beback news`: said, ended, taken back, and refused. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Year,Make,Model,Salesperson 1
1,C1,Ann Lee,6145550101,2024-11-19,1HGCM82633A004352,2024,Honda,Accord,Max Orr
2,C2,Bo Ash,6145550102,2025-05-19,2HGES16575H591817,2025,Honda,Pilot,Dana Reyes
`;
const BOUGHT = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Year,Make,Model,Salesperson 1
3,C1,Ann Lee,6145550101,2026-11-06,JHMCM56557C404453,2026,Honda,Pilot,Max Orr
`;

let folder: string;
let db: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-wishes-'));
  db = join(folder, 'store.db');
  writeFileSync(join(folder, 'sales.csv'), SALES);
  writeFileSync(join(folder, 'bought.csv'), BOUGHT);
  beback('2026-11-02', 'import', join(folder, 'sales.csv'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function beback(day: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', db, '--on', day, '--as', 'Dana Reyes', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' } },
  );
  return { status, stdout, stderr };
}
const json = (day: string, ...args: string[]) => JSON.parse(beback(day, ...args, '--json').stdout);
const texts = (day: string): string[] => json(day, 'news').news.map(({ text }: { text: string }) => text);
const states = (day: string): Record<string, string> =>
  Object.fromEntries(
    json(day, 'export', 'wishes').map(({ text, state }: { text: string; state: string }) => [text, state]),
  );

test('news is told from its day to its last, or until it is ended; undo takes back the one or the other', () => {
  const first = json('2026-11-02', 'news', 'add', 'the', 'new', 'Civic', '--until', '2026-11-09');
  expect(first).toMatchObject({
    entry: expect.any(Number),
    news: [{ id: first.entry, text: 'the new Civic', on: '2026-11-02', until: '2026-11-09' }],
  });
  const second = json('2026-11-03', 'news', 'add', 'free coffee');
  expect([texts('2026-11-01'), texts('2026-11-02'), texts('2026-11-09'), texts('2026-11-10')]).toEqual([
    [],
    ['the new Civic'],
    ['the new Civic', 'free coffee'],
    ['free coffee'],
  ]);
  const ended = json('2026-11-05', 'news', 'end', String(second.entry));
  expect(ended.news).toHaveLength(1);
  expect([texts('2026-11-04'), texts('2026-11-05')]).toEqual([
    ['the new Civic', 'free coffee'],
    ['the new Civic'],
  ]);
  expect(beback('2026-11-05', 'undo', String(second.entry))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`entry ${ended.entry} rests on it`),
  });
  expect(json('2026-11-05', 'undo', String(ended.entry)).undone).toMatchObject({ action: 'news' });
  expect(texts('2026-11-05')).toEqual(['the new Civic', 'free coffee']);
  expect(beback('2026-11-05', 'undo', String(second.entry)).status).toBe(0);
  expect(texts('2026-11-05')).toEqual(['the new Civic']);
});

test.each([
  [['news', 'add', ' '], 'no-text'],
  [['news', 'add', 'x', '--until', '2026-11-01'], 'bad-day'],
  [['news', 'end', '999'], 'unknown-news'],
  [['news', 'end', 'x'], 'usage'],
  [['wish', '1', ' ', '--make', 'Honda'], 'no-text'],
  [['wish', '1', 'x', '--until', '2026-11-01'], 'bad-day'],
  [['wish', '1', 'x', '--year', '2024..2021'], 'bad-years'],
  [['wish', '1', 'x', '--year', 'new'], 'bad-term'],
  [['wish', '1', 'x', '--price', '0'], 'bad-term'],
  [['wish', '1', 'x', '--condition', 'old'], 'bad-term'],
  [['wish', '1', 'x', '--make', ''], 'bad-term'],
  [['wish', 'nobody', 'x'], 'unknown-customer'],
  [['wish', 'end', '999'], 'unknown-wish'],
])('%j is refused as %s, and nothing is written', (args, code) => {
  const before = json('2026-11-02', 'journal').entries.length;
  const { status, stderr } = beback('2026-11-02', ...args, '--json');
  expect([status, JSON.parse(stderr).error.code]).toEqual([2, code]);
  expect(json('2026-11-02', 'journal').entries).toHaveLength(before);
});

test('nothing is done on a day to come', () => {
  for (const args of [
    ['news', 'add', 'x'],
    ['wish', '1', 'x'],
  ])
    expect(JSON.parse(beback('2199-01-01', ...args, '--json').stderr).error.code).toBe('future-day');
});

test('a wish is open half a year, met by a purchase, over when it is ended', () => {
  const { entry, wish } = json(
    '2026-11-05',
    'wish',
    'Ann Lee',
    'seven seats',
    ...['--make', 'Honda', '--model', 'Pilot', '--year', '2021..2024', '--price', '30,000'],
    ...['--odometer', '60000', '--condition', 'used'],
  );
  expect(wish).toEqual({
    id: entry,
    customer: { id: 1, name: 'Ann Lee' },
    text: 'seven seats',
    terms: {
      make: 'Honda',
      model: 'Pilot',
      year_from: 2021,
      year_to: 2024,
      price_cents: 3_000_000,
      odometer: 60_000,
      condition: 'used',
    },
    on: '2026-11-05',
    until: '2027-05-04',
    state: 'open',
  });
  const other = json('2026-11-05', 'wish', '2', 'a coupé', '--until', '2026-11-10');
  expect(states('2026-11-04')).toEqual({});
  expect(states('2026-11-10')).toEqual({ 'seven seats': 'open', 'a coupé': 'open' });
  expect(states('2026-11-11')).toEqual({ 'seven seats': 'open', 'a coupé': 'over' });
  const ended = json('2026-11-06', 'wish', 'end', String(other.entry));
  expect(ended.wish).toMatchObject({ text: 'a coupé', state: 'over' });
  expect(beback('2026-11-06', 'undo', String(other.entry)).status).toBe(2);
  expect(beback('2026-11-06', 'undo', String(ended.entry)).status).toBe(0);
  expect(states('2026-11-07')['a coupé']).toBe('open');
  beback('2026-11-07', 'import', join(folder, 'bought.csv'));
  expect([states('2026-11-05')['seven seats'], states('2026-11-06')['seven seats']]).toEqual(['open', 'met']);
  expect(json('2026-11-07', 'journal', '1').entries[0]).toMatchObject({
    action: 'wish',
    customer: { id: 1 },
  });
});

test('a wish without terms says that no car is looked for', () => {
  expect(beback('2026-11-05', 'wish', '2', 'something nice')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^#2 Bo Ash: wish \d+, until Tuesday, May 4, 2027\. something nice\n$/),
    stderr: expect.stringContaining('No car is looked for'),
  });
});
