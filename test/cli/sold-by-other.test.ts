/** A customer of one salesperson on the deal of another: what the import says, and whom it is told to. */

import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ANN, CIVIC, type Deal, DealStore, TOM } from '../sold-deals.ts';

vi.setConfig({ testTimeout: 60_000 });

let store: DealStore;
beforeEach(() => {
  store = new DealStore();
  onTestFinished(() => store.remove());
});

const DANA = { code: null, name: 'Dana Reyes' };
const MARIA = { code: null, name: 'Maria Delgado' };
/** What is found of the deals when Ann, or who is given, is on file already. */
function found(deals: readonly Deal[], before: readonly Deal[] = [ANN], ...flags: string[]) {
  store.import(before, '--on', '2026-06-01');
  return store.import(deals, ...flags).sold_by_other;
}
const because = (deals: readonly Deal[], before?: readonly Deal[]): string[][] =>
  found(deals, before).map((one: { because: string[] }) => one.because);
const noticesOf = (name: string, on: string): unknown[] =>
  store.today('--for', name, '--on', on).lists[0].notices;

describe('her husband buys at another desk, with her car as trade-in', () => {
  const deal: Deal = { ...TOM, last: 'Lee', phone: ANN.phone ?? '', trade: CIVIC };

  test('the import says so, in one line', () => {
    expect(found([{ ...TOM, deal: 'D8', vin: '1HGCM82633A004398' }, deal])).toEqual([
      {
        line: 3,
        sale_id: 3,
        customer: { id: 3, name: 'Tom Lee' },
        like: { id: 1, name: 'Ann Lee' },
        owner: DANA,
        credited: [MARIA],
        because: ['phone', 'trade-in'],
        trade_in: 'Honda Civic',
      },
    ]);
  });

  test('and in words', () => {
    store.import([ANN], '--on', '2026-06-01');
    const { status, stdout } = store.run('import', store.file([deal]));
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining(
        "  Sold by another: 1 customer\n    line 2: Tom Lee bought from Maria Delgado; Ann Lee (#1) is Dana Reyes's customer: same phone, their Honda Civic was the trade-in\n",
      ),
    ]);
  });

  test('Dana, who has no calls, has a list for seven days', () => {
    found([deal]);
    const notice = {
      kind: 'sold-by-other',
      on: '2026-11-21',
      customer: { id: 1, name: 'Ann Lee' },
      buyer: { id: 2, name: 'Tom Lee' },
      sale_id: 2,
      by: [MARIA],
    };
    for (const on of ['2026-11-21', '2026-11-27']) {
      expect(noticesOf('Dana', on)).toMatchObject([notice]);
      expect(store.today('--all', '--on', on).lists).toMatchObject([
        { salesperson: { name: 'Dana Reyes' }, calls: [], due: 0, notices: [notice] },
        { salesperson: { name: 'Maria Delgado' }, calls: [{}], notices: [] },
      ]);
    }
    for (const on of ['2026-11-20', '2026-11-28']) expect(noticesOf('Dana', on)).toEqual([]);
    expect(store.today('--for', 'house').lists[0]?.notices ?? []).toEqual([]);
  });

  test('every list that is read has it above the calls; a sheet of calls has calls alone', () => {
    found([deal]);
    const told = /Sold by another: Tom Lee bought from Maria Delgado on Nov 20; Ann Lee \(#1\) is/;
    for (const format of ['table', 'text', 'html'])
      expect(store.run('today', '--for', 'Dana', '--format', format).stdout).toMatch(told);
    const { stdout, stderr } = store.run('today', '--for', 'Dana', '--format', 'csv');
    expect([stdout.trim().split('\n').length, stderr]).toEqual([1, expect.stringMatching(told)]);
  });

  test('a dry run says it, and keeps nothing', () => {
    expect(found([deal], [ANN], '--dry-run')).toMatchObject([{ because: ['phone', 'trade-in'] }]);
    expect(noticesOf('Dana', '2026-11-21')).toEqual([]);
  });

  test('the same file again says nothing more', () => {
    found([deal]);
    expect(store.import([deal])).toMatchObject({ same: 1, sold_by_other: [] });
    expect(noticesOf('Dana', '2026-11-21')).toHaveLength(1);
  });

  test('credited to somebody else again, it is told again; the notices name who is credited now', () => {
    found([deal]);
    const again = store.import([{ ...deal, by: 'Lou Park' }], '--on', '2026-11-23');
    expect(again.sold_by_other).toMatchObject([{ owner: DANA, credited: [{ name: 'Lou Park' }] }]);
    expect(noticesOf('Dana', '2026-11-23')).toMatchObject([
      { on: '2026-11-21', by: [{ name: 'Lou Park' }] },
      { on: '2026-11-23', by: [{ name: 'Lou Park' }] },
    ]);
    // Dana gets her half: what was said then stands
    expect(
      store.import([{ ...deal, by: 'Lou Park', by2: 'Dana Reyes' }], '--on', '2026-11-23').sold_by_other,
    ).toEqual([]);
    expect(noticesOf('Dana', '2026-11-23')).toHaveLength(2);
  });

  test('rows that add up to the same two people say nothing new', () => {
    const rows = (changes: Deal): Deal[] =>
      ['Maria Delgado', 'Lou Park'].map((by) => ({ ...deal, ...changes, by }));
    expect(found(rows({}))).toMatchObject([{ credited: [MARIA, { name: 'Lou Park' }] }]);
    expect(store.import(rows({ model: 'Accord EX' }))).toMatchObject({ changed: 2, sold_by_other: [] });
  });

  test('two people become one, and their notices with them', () => {
    found([deal]);
    store.run('salespeople', 'add', 'D. Reyes-Cole');
    expect(store.run('salespeople', 'set', 'D. Reyes-Cole', '--alias', 'Dana Reyes', '--merge').status).toBe(
      0,
    );
    expect(noticesOf('Reyes-Cole', '2026-11-21')).toHaveLength(1);
  });

  test('whoever asked not to be called is named, and no number is', () => {
    store.import([ANN], '--on', '2026-06-01');
    store.run('block', '1', '--call');
    store.import([deal]);
    const { stdout } = store.run('today', '--for', 'Dana');
    expect(stdout).toContain('Ann Lee (#1)');
    expect(stdout).not.toMatch(/555.?0101/);
  });
});

describe('what makes it hers', () => {
  test('she buys herself', () => {
    expect(because([{ ...TOM, first: 'Ann', last: 'Lee', phone: ANN.phone ?? '' }])).toEqual([
      ['same-customer'],
    ]);
  });

  test('she signs as co-buyer', () => {
    const co = { coFirst: 'Ann', coLast: 'Lee', coPhone: ANN.phone ?? '' };
    expect(because([{ ...TOM, ...co }])).toEqual([['co-buyer']]);
  });

  test.each<[string, Deal, string[][]]>([
    ['a phone', { phone: '(614) 555-0101' }, [['phone']]],
    ['a phone of the co-buyer', { coFirst: 'Sue', coLast: 'Pike', coPhone: '6145550101' }, [['phone']]],
    ['an e-mail address', { email: 'Ann@Example.com' }, [['email']]],
    [
      'street, postal code and family name',
      { last: 'LEE', street: '12 elm st', zip: '43215' },
      [['address']],
    ],
    ['street and family name alone', { last: 'Lee', street: '12 Elm St.', zip: '43085' }, []],
    ['street and postal code alone', { street: '12 Elm St.', zip: '43215' }, []],
    ['her car traded in', { trade: CIVIC }, [['trade-in']]],
    ['nothing', {}, []],
    [
      'all of it',
      {
        last: 'Lee',
        phone: '6145550101',
        email: 'ann@example.com',
        street: '12 Elm St.',
        zip: '43215',
        trade: CIVIC,
      },
      [['phone', 'email', 'address', 'trade-in']],
    ],
  ])('%s', (_, changes, expected) => {
    expect(because([{ ...TOM, ...changes }])).toEqual(expected);
  });

  test.each([
    ['Muñoz', 'MUÑOZ', '12 Elm St.'],
    ['Muñoz', 'Munoz', '12 Elm St.'],
    ['Munoz', 'Muñoz', '12 Elm St.'],
    ['Muñoz', 'MUÑOZ', 'Elm St. 12'],
    ['Munoz', 'MUÑOZ', 'Elm St. 12'],
  ])('a family name with letters that are no plain ones: %s and %s in %s', (one, other, street) => {
    const before = { ...ANN, last: one, street };
    expect(because([{ ...TOM, last: other, street: street.toUpperCase(), zip: '43215' }], [before])).toEqual([
      ['address'],
    ]);
  });

  test('a car that was no longer hers on the day before is not', () => {
    const sold: Deal = {
      ...ANN,
      deal: 'D2',
      first: 'Bo',
      last: 'Ray',
      phone: '6145550102',
      email: '',
      street: '',
      on: '2024-03-05',
    };
    expect(found([{ ...TOM, trade: CIVIC }], [ANN, sold])).toMatchObject([{ like: { name: 'Bo Ray' } }]);
  });

  test('a number of more than five customers says nothing', () => {
    const firm = (count: number): Deal[] =>
      Array.from({ length: count }, (_, i) => ({
        ...ANN,
        deal: `F${i}`,
        first: `${'ABCDEFG'[i]}l`,
        last: `${'RSTUVWX'[i]}ow`,
        email: '',
        street: '',
        vin: `1HGCM82633A00440${i}`,
      }));
    const desk: Deal = { ...TOM, phone: ANN.phone ?? '' };
    expect(because([desk], firm(4))).toEqual(Array(4).fill(['phone']));
    store.remove();
    store = new DealStore();
    expect(because([desk], firm(5))).toEqual([]);
  });
});

describe('whose she was, and when', () => {
  const deal: Deal = { ...TOM, phone: ANN.phone ?? '' };

  test.each([
    ['2026-09-22', 1],
    ['2026-09-21', 0],
    ['2026-11-21', 1],
  ])('sold on %s: %d', (on, count) => {
    expect(found([{ ...deal, on }])).toHaveLength(count);
  });

  test('who is credited with the deal, first or second, needs no notice', () => {
    expect(found([{ ...deal, by2: 'Dana Reyes' }])).toEqual([]);
  });

  test('a deal credited to nobody is told too', () => {
    expect(found([{ ...deal, by: '' }])).toMatchObject([{ owner: DANA, credited: [] }]);
    expect(store.run('today', '--for', 'Dana').stdout).toContain(
      'Tom Pike bought on Nov 20, credited to nobody;',
    );
  });

  test('an unwound deal is none', () => {
    expect(
      found([
        { ...deal, status: 'Unwound' },
        { ...deal, deal: 'D7', vin: '1HGCM82633A004397' },
      ]),
    ).toMatchObject([{ line: 3 }]);
  });

  test('who has left by the day of the import needs none; who leaves later had one', () => {
    store.import([ANN], '--on', '2026-06-01');
    store.run('salespeople', 'set', 'Dana', '--left', '2026-11-21');
    expect(store.import([deal]).sold_by_other).toEqual([]);
  });

  test('a customer of the house, or of the one who sold, is nobody else’s', () => {
    expect(found([deal], [{ ...ANN, by: '' }])).toEqual([]);
    store.remove();
    store = new DealStore();
    expect(found([deal], [{ ...ANN, by: 'Maria Delgado' }])).toEqual([]);
  });

  test('two deals of one file are each looked at on their own day', () => {
    // Maria sold the first; by the second Ann is hers, and Lou sells it
    const first: Deal = {
      ...TOM,
      deal: 'D5',
      first: 'Ann',
      last: 'Lee',
      phone: ANN.phone ?? '',
      on: '2026-11-10',
    };
    const second: Deal = { ...first, deal: 'D6', on: '2026-11-18', vin: '1HGCM82633A004397', by: 'Lou Park' };
    expect(found([second, first])).toMatchObject([
      { line: 2, owner: MARIA, credited: [{ name: 'Lou Park' }] },
      { line: 3, owner: DANA, credited: [MARIA] },
    ]);
  });
});

describe('days off', () => {
  const deal: Deal = { ...TOM, phone: ANN.phone ?? '' };
  const off = (...days: string[]): void =>
    store.settings(`[calendar]\ndays_off = { "Dana Reyes" = ${JSON.stringify(days)} }\n`);
  /** From the Saturday of the import to the Friday after; the Sunday is closed anyway. */
  const WEEK = [
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
  ];

  test('away on all seven days, she is told on the day she is back, and on that alone', () => {
    off(...WEEK, '2026-11-28');
    found([deal]);
    // the 29th is a Sunday
    expect(
      ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'].map((on) => noticesOf('Dana', on).length),
    ).toEqual([0, 0, 1, 0]);
  });

  test('there on one of them, she is not told later', () => {
    off(...WEEK.filter((day) => day !== '2026-11-25'), '2026-11-28');
    found([deal]);
    expect(noticesOf('Dana', '2026-11-25')).toHaveLength(1);
    expect(noticesOf('Dana', '2026-11-30')).toEqual([]);
  });
});
