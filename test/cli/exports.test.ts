/** What people said and did, exported through the real entry point: promises, blocks, notes, touches turned off, owners, visits. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-exports-'));
  beback('2026-11-02', 'import', file('sales.csv', SALES), file('orders.csv', ORDERS));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Make,Salesperson 1,Salesperson 2,Do Not Mail
1,C1,Ann Lee,6145550101,2024-11-19,1HGCM82633A004352,Honda,Dana Reyes,,
2,C2,Bo Ash,6145550102,2025-11-19,1HGCM82633A004353,Honda,Lou Tan,Dana Reyes,Y
`;
const ORDERS = `RO Number,Customer No,Customer Name,VIN,Open Date,Close Date
R1,C1,Ann Lee,1HGCM82633A004352,2026-01-05,2026-01-05
R2,C9,,1HGCM82633A004352,2026-02-05,2026-02-05
R3,,,1HGCM82633A004352,2026-03-05,2026-03-05
`;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function beback(day: string, ...args: string[]) {
  const where = ['--db', join(folder, 'store.db'), '--on', day, '--as', 'Dana Reyes'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', ...where, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' },
  });
  return { status, stdout, stderr };
}
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
const exported = (what: string, day = '2026-11-20'): any =>
  JSON.parse(beback(day, 'export', what, '--json').stdout);

const DANA = { code: null, name: 'Dana Reyes' };

test('promises stand as they do on the day asked for', () => {
  beback('2026-11-03', 'promise', '1', 'the licence', '--on', '2026-11-03', '--next', '2026-11-05');
  beback('2026-11-03', 'promise', '1', 'a price', '--on', '2026-11-03', '--next', '2026-11-20');
  beback('2026-11-03', 'log', '2', 'snoozed', '--next', '2026-12-01');
  beback('2026-11-06', 'log', '1', 'talked');
  beback('2026-11-10', 'promise', 'done', '4');
  const licence = {
    id: 3,
    customer_id: 1,
    given_on: '2026-11-03',
    on: '2026-11-05',
    text: 'the licence',
    by: DANA,
    for: null,
  };
  const price = { ...licence, id: 4, on: '2026-11-20', text: 'a price' };
  const coming = { state: 'coming', ended_on: null };
  expect(exported('promises', '2026-11-04')).toEqual([
    { ...licence, ...coming },
    { ...price, ...coming },
  ]);
  expect(exported('promises', '2026-11-05')).toMatchObject([{ state: 'open' }, coming]);
  expect(exported('promises')).toEqual([
    { ...licence, state: 'kept', ended_on: '2026-11-06' },
    { ...price, state: 'done', ended_on: '2026-11-10' },
  ]);
});

test('blocks say what they came from, and who said so', () => {
  beback('2026-11-03', 'block', '1', 'text', '--why', 'asked');
  expect(exported('blocks')).toEqual([
    {
      id: 1,
      customer_id: 2,
      channel: 'mail',
      e164: null,
      since: expect.any(String),
      source: 'file',
      by: null,
      for: null,
    },
    {
      id: 2,
      customer_id: 1,
      channel: 'text',
      e164: null,
      since: '2026-11-03',
      source: 'hand',
      by: DANA,
      for: null,
    },
  ]);
  beback('2026-11-03', 'undo');
  expect(exported('blocks')).toHaveLength(1);
});

test('notes and touches turned off', () => {
  beback('2026-11-03', 'note', '1', 'twins, "hockey"');
  beback('2026-11-04', 'turn-off', '1', '--touch', 'service', '--why', 'services elsewhere');
  beback('2026-11-04', 'turn-off', '2', '--all', '--why', 'moved away');
  expect(exported('notes')).toEqual([
    { id: 3, customer_id: 1, on: '2026-11-03', text: 'twins, "hockey"', by: DANA, for: null },
  ]);
  expect(exported('turn-offs')).toEqual([
    { id: 4, customer_id: 1, touch: 'service', sale_id: null, on: '2026-11-04', by: DANA, for: null },
    { id: 5, customer_id: 2, touch: null, sale_id: null, on: '2026-11-04', by: DANA, for: null },
  ]);
  expect(beback('2026-11-20', 'export', 'notes').stdout).toBe(
    '"id","customer_id","on","text","by_code","by_name","for_code","for_name"\r\n"3","1","2026-11-03","twins, ""hockey""","","Dana Reyes","",""\r\n',
  );
});

test('customers say why somebody is their owner, visits whom their row names', () => {
  expect(exported('customers').map((one: Record<string, unknown>) => one.owner_because)).toEqual([
    'credited',
    'credited',
  ]);
  beback('2026-11-03', 'salespeople', 'set', 'Lou Tan', '--left', '2026-11-10');
  expect(exported('customers')[1]).toMatchObject({ owner: DANA, owner_because: 'next-credited' });
  expect(exported('repair-orders').map((one: Record<string, unknown>) => one.names)).toEqual([
    'customer',
    'other',
    'nobody',
  ]);
});

test.each(['promises', 'blocks', 'notes', 'turn-offs', 'owners'])(
  'an export of %s is no sales file',
  (what) => {
    const path = join(folder, `${what}.csv`);
    beback('2026-11-20', 'export', what, '--out', path);
    const { status, stderr } = beback('2026-11-20', 'import', path);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`an export of ${what} by beback itself`)]);
  },
);

test('owners are told spell by spell, up to the day asked for', () => {
  beback('2026-11-03', 'salespeople', 'set', 'Lou Tan', '--left', '2026-11-10');
  const lou = {
    customer_id: 2,
    owner: { code: null, name: 'Lou Tan' },
    from: '2025-11-19',
    because: 'credited',
  };
  const ann = { customer_id: 1, owner: DANA, from: '2024-11-19', to: null, because: 'credited' };
  expect(exported('owners', '2026-11-09')).toEqual([ann, { ...lou, to: null }]);
  expect(exported('owners')).toEqual([
    ann,
    { ...lou, to: '2026-11-10' },
    { customer_id: 2, owner: DANA, from: '2026-11-10', to: null, because: 'next-credited' },
  ]);
  expect(beback('2026-11-20', 'export', 'owners').stdout).toBe(
    '"customer_id","owner_code","owner_name","from","to","because"\r\n' +
      '"1","","Dana Reyes","2024-11-19","","credited"\r\n' +
      '"2","","Lou Tan","2025-11-19","2026-11-10","credited"\r\n' +
      '"2","","Dana Reyes","2026-11-10","","next-credited"\r\n',
  );
});
