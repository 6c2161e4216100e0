/** `beback give`: one customer or several go to somebody, or to the house. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameManagers } from '../managers.ts';
import { ANN, CIVIC, DealStore, ON, TOM } from '../sold-deals.ts';

let store: DealStore;
beforeEach(() => {
  store = new DealStore();
  store.import([
    ANN,
    TOM,
    { ...TOM, deal: 'D10', first: 'Tom', last: 'Pine', phone: '6145550200', vin: '1HGCM82633A004398' },
  ]);
  nameManagers(store.folder, ['Pat Boss'], '[store]\nname = "Lakeside"\n');
});
afterEach(() => store.remove());

const DANA = { code: null, name: 'Dana Reyes' };
const MARIA = { code: null, name: 'Maria Delgado' };
const give = (...args: string[]) => store.run('--as', 'Pat Boss', 'give', ...args);
const owners = () =>
  JSON.parse(store.run('export', 'customers', '--format', 'json').stdout).map(
    (one: { id: number; owner: { name: string } | null; owner_because: string }) =>
      `${one.id} ${one.owner?.name ?? 'house'} ${one.owner_because}`,
  );
const AS_BEFORE = ['1 Dana Reyes credited', '2 Maria Delgado credited', '3 Maria Delgado credited'];

test('each argument is one customer, named in any way; one named twice counts once; it says from whom to whom', () => {
  const { status, stdout, stderr } = give('1', CIVIC, 'Tom Pike', '--to', 'maria', '--why', ' moved desks ');
  expect([status, stdout]).toEqual([
    0,
    '#1 Ann Lee: from Dana Reyes to Maria Delgado\n#2 Tom Pike: stays with Maria Delgado\n',
  ]);
  expect(stderr).toBe('Entry 2: `beback undo 2` takes it back.\n');
  expect(owners()).toEqual(['1 Maria Delgado given', '2 Maria Delgado given', '3 Maria Delgado credited']);
});

test('--json, to the house and back; `journal` of each of the customers has the deed', () => {
  expect(JSON.parse(give('1', '2', '--to', 'House', '--why', 'calls nobody', '--json').stdout)).toEqual({
    dry_run: false,
    entry: 2,
    given: [
      { customer_id: 1, from: DANA, to: null },
      { customer_id: 2, from: MARIA, to: null },
    ],
  });
  expect(owners().slice(0, 2)).toEqual(['1 house given', '2 house given']);
  expect(JSON.parse(give('2', '--to', 'Dana Reyes', '--why', 'asked', '--json').stdout).given).toEqual([
    { customer_id: 2, from: null, to: DANA },
  ]);
  const entries = (who: string) => JSON.parse(store.run('journal', who, '--json').stdout).entries;
  expect(entries('1').map(({ id, action }: { id: number; action: string }) => [id, action])).toEqual([
    [2, 'give'],
  ]);
  expect(entries('2').map(({ id, action }: { id: number; action: string }) => [id, action])).toEqual([
    [4, 'give'],
    [2, 'give'],
  ]);
  expect(entries('1')[0]).toMatchObject({
    on: ON,
    by: 'Pat Boss',
    customer: null,
    details: { why: 'calls nobody' },
  });
  expect(store.run('journal').stdout).toContain('gave 2 customers to the house: calls nobody');
});

test('--dry-run tells the same and writes nothing', () => {
  const { status, stdout } = give('1', '--to', 'Maria Delgado', '--why', 'x', '--json', '-n');
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    { dry_run: true, entry: null, given: [{ customer_id: 1, from: DANA, to: MARIA }] },
  ]);
  expect(owners()).toEqual(AS_BEFORE);
  expect(
    JSON.parse(store.run('journal', '--json').stdout).entries.filter(
      ({ action }: { action: string }) => action === 'give',
    ),
  ).toEqual([]);
});

test('whoever asked not to be called may be given, and it is said', () => {
  store.run('--as', 'Pat Boss', 'block', '1', 'call');
  const { status, stderr } = give('1', '2', '--to', 'Maria Delgado', '--why', 'x');
  expect([status, stderr.split('\n')[0]]).toEqual([
    0,
    '#1 Ann Lee asked not to be called: still on nobody’s list, whoever looks after them.',
  ]);
});

test('undo gives back, but not what was given again since', () => {
  give('1', '--to', 'Maria Delgado', '--why', 'x');
  give('1', '--to', 'house', '--why', 'x');
  const early = store.run('--as', 'Pat Boss', 'undo', '2');
  expect([early.status, early.stderr]).toEqual([2, expect.stringContaining('entry 3 rests on it')]);
  expect(store.run('--as', 'Pat Boss', 'undo', '3').status).toBe(0);
  const { status, stdout } = store.run('--as', 'Pat Boss', 'undo', '2', '--json');
  expect([status, JSON.parse(stdout).kept]).toEqual([0, []]);
  expect(owners()).toEqual(AS_BEFORE);
});

const refused: readonly (readonly [string, readonly string[], string])[] = [
  ['nobody of that name', ['Nobody Known', '--to', 'Maria Delgado', '--why', 'x'], 'no customer is known'],
  ['a name that fits several', ['1', 'Tom', '--to', 'Dana Reyes', '--why', 'x'], '#3  Tom Pine'],
  ['a stranger who receives', ['1', '--to', 'Nobody', '--why', 'x'], 'no salesperson "Nobody"'],
  ['a blank reason', ['1', '--to', 'Maria Delgado', '--why', '  '], '--why is empty'],
  ['no reason', ['1', '--to', 'Maria Delgado'], '--why'],
  ['nobody named to receive', ['1', '--why', 'x'], '--to'],
  ['a day to come', ['1', '--to', 'Maria Delgado', '--why', 'x', '--on', '2099-01-01'], 'still to come'],
];
test.each(refused)('%s is exit 2, and nothing is changed', (_, args, says) => {
  const { status, stdout, stderr } = give(...args);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(says)]);
  expect(owners()).toEqual(AS_BEFORE);
});

test('nobody receives who has left on the day or before; the day before they still do', () => {
  store.run('--as', 'Pat Boss', 'salespeople', 'set', 'Maria Delgado', '--left', ON);
  const { status, stderr } = give('1', '--to', 'Maria Delgado', '--why', 'x');
  expect([status, stderr]).toEqual([2, expect.stringContaining('Maria Delgado is no longer here')]);
  expect(give('1', '--to', 'Maria Delgado', '--why', 'x', '--on', '2026-11-20').status).toBe(0);
});

test('only managers give, and take back what was given', () => {
  const { status, stderr } = store.run(
    '--as',
    'Dana Reyes',
    'give',
    '1',
    '--to',
    'house',
    '--why',
    'x',
    '-n',
  );
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('giving customers to somebody is for managers'),
  ]);
  give('1', '--to', 'Maria Delgado', '--why', 'x');
  expect(store.run('--as', 'Dana Reyes', 'undo', '2').status).toBe(2);
  expect(owners()[0]).toBe('1 Maria Delgado given');
});
