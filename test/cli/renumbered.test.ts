/** A customer to whom the DMS gives another number: what was logged of them is not left behind. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

let folder: string;
const beback = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'bin/beback.js',
      '--db',
      join(folder, 'store.db'),
      '--as',
      'Maria Delgado',
      '--on',
      '2026-11-21',
      ...args,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
const json = (...args: string[]) => JSON.parse(beback(...args, '--json'));

interface Row {
  readonly deal?: string;
  readonly number?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly street?: string;
  readonly soldOn?: string;
  readonly vin?: string;
}
let files = 0;
const take = (...rows: Row[]): void => {
  files += 1;
  const file = join(folder, `sales-202611${String(10 + files).padStart(2, '0')}.csv`);
  const lines = rows.map(({ deal, number, name, phone, street, soldOn, vin }) =>
    [
      deal ?? 'D1',
      number ?? '100',
      `"${name ?? 'Pacheco, Dorothy L'}"`,
      phone ?? '9205550188',
      street ?? '12 Elm St',
      '54301',
      soldOn ?? '2026-11-14',
      vin ?? '1HGCM82633A004352',
      'Maria Delgado',
    ].join(),
  );
  const header = 'Deal No,Cust No,Customer Name,Cell Phone,Address,ZIP,Sale Date,VIN,Salesperson';
  writeFileSync(file, [header, ...lines, ''].join('\n'));
  beback('import', file);
};

const listed = (on = '2026-11-21'): { customer: { id: number; phones: { e164: string }[] } }[] =>
  json('today', '--all', '--on', on).lists.flatMap(({ calls }: { calls: unknown[] }) => calls);
const ids = (on?: string): number[] => listed(on).map(({ customer }) => customer.id);
const customers = (): { id: number; do_not: { call: boolean } }[] =>
  JSON.parse(beback('export', 'customers', '--format', 'json'));
const HUSBAND = {
  deal: 'D2',
  number: '200',
  name: 'Pacheco, Frank',
  phone: '9205550177',
  soldOn: '2026-11-19',
  vin: '1HGCM82633A004353',
};
const NEW_CAR = { deal: 'D2', soldOn: '2026-11-19', vin: '1HGCM82633A004353' };

beforeEach(() => {
  files = 0;
  folder = mkdtempSync(join(tmpdir(), 'beback-renumbered-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  take({});
});

describe('a wish not to be called', () => {
  test.each<[string, Row]>([
    ['the same deal under another number', { number: '200' }],
    ['with a nickname', { number: '200', name: 'Pacheco, Dot' }],
    ['with an initial', { number: '200', name: 'Pacheco, D' }],
    ['with a double name', { number: '200', name: 'Pacheco-Smith, Dorothy' }],
    ['with the husband as the buyer', { number: '200', name: 'Pacheco, Frank' }],
    ['another car, another number, a nickname', { ...NEW_CAR, number: '200', name: 'Pacheco, Dot' }],
    ['another car, known by the address', { ...NEW_CAR, number: '200', name: 'Pacheco, Dot', phone: '' }],
  ])('holds: %s', (_, row) => {
    beback('block', '1', 'call', '--why', 'asked');
    take(row);
    expect(ids()).toEqual([]);
    expect(customers().map(({ do_not }) => do_not.call)).toEqual([true, true]);
    beback('undo', '2', '--why', 'asked to be called again');
    expect(customers().map(({ do_not }) => do_not.call)).toEqual([false, false]);
  });

  test.each<[string, Row]>([
    ['somebody else of that name', { ...NEW_CAR, number: '200', phone: '9205550199', street: '7 Oak Ave' }],
    ['the husband, with a car and a number of his own', HUSBAND],
    ['a buyer put right', { number: '200', name: 'Reyes, Ann', phone: '9205550199', street: '7 Oak Ave' }],
  ])('is not %s’s', (_, row) => {
    beback('block', '1', 'call', '--why', 'asked');
    take(row);
    expect(ids()).toEqual([2]);
  });
});

describe('the same deal under another number', () => {
  test('takes along what was talked, promised, noted and turned off', () => {
    beback('log', '1', 'talked', '-m', 'wants snow tires', '--next', '2026-12-10');
    beback('note', '1', 'twins');
    beback('turn-off', '1', '--touch', 'first-month', '--why', 'asked');
    take({ number: '200' });
    expect(ids()).toEqual([]);
    expect(ids('2026-12-10')).toEqual([2]);
    expect(json('show', '2')).toMatchObject({
      contacts: [{ outcome: 'talked', note: 'wants snow tires' }],
      facts: [{ text: 'twins' }],
    });
    expect(json('why', '2', '--on', '2026-12-14').touches).not.toContainEqual(
      expect.objectContaining({ touch: 'first-month', state: 'due' }),
    );
    beback('undo');
    beback('undo');
    beback('undo');
    expect(json('show', '2')).toMatchObject({ contacts: [], facts: [] });
  });

  test.each([['sold-the-car'], ['moved-away']])('stays ended after %s', (outcome) => {
    beback('log', '1', outcome);
    take({ number: '200' });
    expect(ids()).toEqual([]);
  });

  test('takes it along also where an older deal, of a car they no longer have, stays with the first', () => {
    take(NEW_CAR, { deal: 'D3', number: '300', name: 'Ray, Bob', phone: '6145550102', soldOn: '2026-11-18' });
    beback('log', '1', 'talked');
    take({ ...NEW_CAR, number: '200' });
    expect(json('show', '3').contacts).toHaveLength(1);
    beback('log', '1', 'do-not-contact');
    expect(ids('2026-12-01')).not.toContain(3);
  });

  test('the old id means the new one from then on: a wish, a line of a sheet printed before', () => {
    const sheet = join(folder, 'sheet.csv');
    writeFileSync(sheet, 'customer_id,on,outcome,note,next\n1,2026-11-21,talked,,\n');
    take({ number: '200' });
    beback('log', '--sheet', sheet);
    expect(json('show', '2').contacts).toHaveLength(1);
    expect(json('log', '--sheet', sheet)).toMatchObject({ logged: 0, same: 1 });
    beback('undo');
    expect(ids()).toEqual([2]);
    beback('log', '1d');
    expect(ids()).toEqual([]);
    take({ number: '200', phone: '9205550189' });
    expect(ids('2026-12-14')).toEqual([]);
  });

  test('and back again', () => {
    take({ number: '200' });
    take({});
    beback('log', '2', 'talked');
    expect(json('show', '1').contacts).toHaveLength(1);
  });

  test('leaves with the first what another deal of theirs still needs', () => {
    take(NEW_CAR);
    beback('log', '1', 'talked');
    take({ number: '200' });
    expect(json('show', '1').contacts).toHaveLength(1);
    expect(json('show', '2').contacts).toHaveLength(0);
  });
});

test('a wrong number is wrong under another number too', () => {
  beback('log', '1', 'wrong-number');
  take({ ...NEW_CAR, number: '200', name: 'Pacheco, Dot' });
  expect(listed().flatMap(({ customer }) => customer.phones)).toEqual([]);
});
