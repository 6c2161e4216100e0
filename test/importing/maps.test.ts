/** What a map can say of a file, where the rest of it is guessed. */

import { describe, expect, test } from 'vitest';
import { readMap } from '../../src/importing/map-file.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';

const HEADER = 'Deal #|Sold Date|Customer Name|VIN';
const ROWS = [
  '1|3/15/2026|Ann Lee|1HGCY1F32TA030100',
  '2|3/16/2026|Marcus Bell|1HGCY1F34TA030101',
  '3|3/17/2026|Lynn Cho|1HGCY1F36TA030102',
];
const file = (header: string, cells: readonly string[]): string[] => [
  `${HEADER}|${header}`,
  ...ROWS.map((row, i) => `${row}|${cells[i] ?? ''}`),
];

async function sold(lines: readonly string[], table: Record<string, unknown>) {
  const db = freshStore();
  const forced = readMap({ name: 'ours', ...table }, 'ours.toml');
  const report = await importLines(db, lines, { forced });
  const again = await importLines(db, lines, { forced });
  expect([again.new, again.changed]).toEqual([0, 0]);
  return { report, sales: [...exportSales(db)], customers: [...exportCustomers(db)].flat() };
}

test('columns the map does not name are guessed', async () => {
  const { report, sales, customers } = await sold(
    file('Zed|Email|Phone', ['Dana Reyes|a@x.example|614-555-0101']),
    {
      columns: { salesperson_1_name: 'Zed' },
    },
  );
  expect([report.layout, report.new]).toEqual(['ours', 3]);
  expect(sales[0]?.salespeople.map(({ name }) => name)).toEqual(['Dana Reyes']);
  expect([customers[0]?.email, customers[0]?.phones.length]).toEqual(['a@x.example', 1]);
});

test('a field the map names is not guessed beside it', async () => {
  const { sales } = await sold(file('Delivered|Real Day', ['3/18/2026|4/1/2026']), {
    columns: { delivered_on: 'Real Day' },
  });
  expect(sales.map(({ delivered_on }) => delivered_on)).toEqual(['2026-04-01', null, null]);
});

test('an ignored column is neither used nor looked through', async () => {
  const cells = ['Wholesale|do not call', '|', '|'];
  const { report, customers } = await sold(file('Sale Type|Info', cells), { ignored: ['Sale Type', 'Info'] });
  expect([report.new, report.problems]).toEqual([3, []]);
  expect(customers.some(({ do_not }) => do_not.call)).toBe(false);
});

test('constants stand for every row, before what the columns hold', async () => {
  const { sales } = await sold(file('N/U', ['N', 'U', 'N']), {
    constants: { condition: 'used', deal_type: 'cash', store: '02', do_not_mail: true },
  });
  expect(sales.map(({ condition, deal_type, store }) => `${store} ${condition} ${deal_type}`)).toEqual(
    Array(3).fill('02 used cash'),
  );
  expect(sales[0]?.customer.do_not).toMatchObject({ call: false, mail: true });
});

test('a day can be a constant, and then needs no column', async () => {
  const lines = ['Deal #|Customer Name|VIN', '1|Ann Lee|1HGCY1F32TA030100'];
  const { sales } = await sold(lines, { constants: { sold_on: '2026-03-31' } });
  expect(sales[0]?.sold_on).toBe('2026-03-31');
});

test('sections', async () => {
  const lines = [
    HEADER,
    'House units|||',
    ROWS[0] ?? '',
    'Blue Team|||',
    ROWS[1] ?? '',
    'Lot 7|||',
    ROWS[2] ?? '',
  ];
  const { report, sales } = await sold(lines, {
    sections: {
      'house units': { sale_class: 'internal' },
      'Blue team': { salesperson_1_name: 'Dana Reyes' },
      'Lot 7': 'ignored',
    },
  });
  expect(report.problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['3 internal']);
  expect(sales.map(({ salespeople }) => salespeople.map(({ name }) => name).join())).toEqual([
    'Dana Reyes',
    '',
  ]);
});

describe('parts of cells', () => {
  test.each<[string, Record<string, unknown>, string, readonly string[]]>([
    [
      'Trade Info',
      { trade_vin_1: { column: 'Trade Info', part: 'VIN:? *([A-Z0-9]{17})' } },
      '2019 Civic VIN: 2HGFC2F59KH512345 $9,000',
      ['2HGFC2F59KH512345'],
    ],
    [
      'Trade Info',
      { trade_vin_1: { column: 'Trade Info', part: 2, separator: ' - ' } },
      'Civic - 2HGFC2F59KH512345',
      ['2HGFC2F59KH512345'],
    ],
    ['Trade Info', { trade_vin_1: { column: 'Trade Info', part: 'VIN:? *([A-Z0-9]{17})' } }, 'none', []],
  ])('of %s by %j', async (header, columns, cell, vins) => {
    const { sales } = await sold(file(header, [cell]), { columns });
    expect(sales[0]?.trade_vins).toEqual(vins);
  });

  test('the second of two columns of one title', async () => {
    const { customers } = await sold(file('Phone|Phone', ['614-555-0101|614-555-0102']), {
      columns: { work_phone: { column: 'Phone', occurrence: 2 } },
    });
    expect(customers[0]?.phones.map(({ kind, e164 }) => `${kind} ${e164.slice(-4)}`)).toEqual([
      'work 0102',
      'null 0101',
    ]);
  });

  test('the order of names in one column', async () => {
    const { sales } = await sold(file('Zed', ['Reyes Dana', 'Van Dyke Kim', 'Poe, Al']), {
      columns: { salesperson_1_name: { column: 'Zed', name_order: 'last-first' } },
    });
    expect(sales.map(({ salespeople }) => salespeople[0]?.name)).toEqual([
      'Dana Reyes',
      'Kim Van Dyke',
      'Al Poe',
    ]);
  });

  test('who has a role', async () => {
    const { sales } = await sold(file('User|Role', ['Dana Reyes|SALES', 'Kim Poe|Finance', 'Al Fox|sales']), {
      columns: { salesperson_1_name: { column: 'User', where: { column: 'Role', is: ['Sales'] } } },
    });
    expect(sales.map(({ salespeople }) => salespeople[0]?.name ?? null)).toEqual([
      'Dana Reyes',
      null,
      'Al Fox',
    ]);
  });

  test('a row whose other column has changed is read again', async () => {
    const db = freshStore();
    const forced = readMap(
      {
        name: 'ours',
        columns: { salesperson_1_name: { column: 'User', where: { column: 'Role', is: 'Sales' } } },
      },
      'ours.toml',
    );
    await importLines(db, file('User|Role', ['Dana Reyes|Finance']), { forced });
    await importLines(db, file('User|Role', ['Dana Reyes|Sales']), { forced });
    expect([...exportSales(db)][0]?.salespeople).toHaveLength(1);
  });
});

test('a refusal of sentences is told', async () => {
  const cells = ['he wants to be called after six', 'likes the blue one very much', ''];
  const { report } = await sold(file('Notes', cells), {
    columns: { do_not_call: 'Notes' },
    words: { refusal: { else: 'yes' } },
  });
  expect(report.problems.map(({ column, code }) => `${column} ${code}`)).toContain(
    'Notes refusal-of-sentences',
  );
});

test('own words for refusals hold beside guessed columns', async () => {
  const { customers } = await sold(file('Do Not Call', ['A', 'B', '']), {
    words: { refusal: { A: 'yes', else: 'no' } },
  });
  expect(customers.map(({ do_not }) => do_not.call)).toEqual([true, false, false]);
});

test('a saved map without all of its columns leaves the file alone', async () => {
  const saved = [
    readMap({ name: 'ours', columns: { deal_number: 'Jacket' } }, 'x'),
    readMap({ name: 'none', ignored: ['Zed'] }, 'x'),
  ];
  const layoutOf = async (header: string): Promise<string> =>
    (await importLines(freshStore(), file(header, []), { saved })).layout;
  expect([await layoutOf('Other'), await layoutOf('Jacket'), await layoutOf('Zed')]).toEqual([
    'by-columns',
    'ours',
    'none',
  ]);
});

test.each<[string, Record<string, unknown>]>([
  ['must be a place from 1', { columns: { vin: { column: 'VIN', part: '(a+)+b' } } }],
  ['must be a place from 1', { columns: { vin: { column: 'VIN', part: '([' } } }],
  ['must be, for sale_class', { constants: { sale_class: 'zonk' } }],
  ['is not a field', { constants: { zonk: 'x' } }],
  ['must be { field = value }', { sections: { Retail: 'zonk' } }],
])('a map is refused that %s', (message, table) => {
  expect(() => readMap({ name: 'ours', ...table }, 'ours.toml')).toThrow(message);
});

test('a column the file does not have is a fault', () =>
  expect(sold(file('Zed', []), { columns: { email: 'E-Post' } })).rejects.toThrow('"E-Post"'));
