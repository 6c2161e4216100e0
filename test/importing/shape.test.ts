/** The shape of a file: headings inside it, a second header, bytes of another encoding, days that are none. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines, importPath } from './fixture-imports.ts';

const HEADER = 'Date,Stock,Customer,Phone';
const row = (stock: number, name: string): string => `03/1${stock}/26,B${stock},${name},614-555-010${stock}`;

/** Stock numbers that went in, and the codes of those that did not. */
async function outcome(lines: readonly string[]): Promise<{ sold: string; left: string }> {
  const db = freshStore();
  const report = await importLines(db, lines);
  const again = await importLines(db, lines);
  expect([again.new, again.changed]).toEqual([0, 0]);
  return {
    sold: [...exportSales(db)].map(({ vehicle }) => vehicle.stock_number).join(' '),
    left: report.problems
      .filter(({ outcome: one }) => one !== 'warning')
      .map(({ line, code }) => `${line} ${code}`)
      .join(', '),
  };
}

describe('headings', () => {
  test.each([
    ['WHOLESALE,,,', 'wholesale'],
    ['Wholesale Units (3),,,', 'wholesale'],
    [',,Dealer Trades:,', 'dealer-trade'],
    ['DEALER TRADE,,,', 'dealer-trade'],
    ['Fleet Sales,,,', 'fleet'],
    ['Händlerverkauf,,,', 'dealer-trade'],
    ['UNWOUND DEALS,,,', 'unwound'],
    ['Repossessions,,,', 'repossessed'],
    ['Cancelled,,,', 'dead'],
    ['Trucks,,,', null],
  ])('%s leaves the rows under it out: %s', async (heading, code) => {
    const { sold, left } = await outcome([HEADER, row(1, 'Ann Lee'), heading, row(2, 'Elm Street Motors')]);
    expect([sold, left]).toEqual(code === null ? ['B1 B2', '3 no-customer'] : ['B1', `4 ${code}`]);
  });

  test('hold until the next', async () => {
    const lines = [
      HEADER,
      'WHOLESALE,,,',
      row(1, 'Elm Street Motors'),
      'Retail,,,',
      row(2, 'Ann Lee'),
      'Fleet,,,',
      row(3, 'Bo Hart'),
    ];
    expect(await outcome(lines)).toEqual({ sold: 'B2', left: '3 wholesale, 7 fleet' });
  });

  test('tell new and used', async () => {
    const db = freshStore();
    await importLines(db, [
      HEADER,
      'NEW VEHICLES,,,',
      row(1, 'Ann Lee'),
      'Used Retail,,,',
      row(2, 'Bo Hart'),
    ]);
    expect([...exportSales(db)].map(({ condition }) => condition)).toEqual(['new', 'used']);
  });

  test('one that is not understood behind one that leaves rows out is a fault', () =>
    expect(
      importLines(freshStore(), [
        HEADER,
        'WHOLESALE,,,',
        row(1, 'Elm Street Motors'),
        'Zonk,,,',
        row(2, 'Ann Lee'),
      ]),
    ).rejects.toMatchObject({
      code: 'unclear-section',
      hint: expect.stringContaining('[layout.sections] "Zonk"'),
    }));

  test('a row that moved out of such a section is read again', async () => {
    const db = freshStore();
    await importLines(db, [HEADER, row(1, 'Ann Lee'), row(2, 'Bo Hart')]);
    await importLines(db, [HEADER, row(1, 'Ann Lee'), 'UNWOUND,,,', row(2, 'Bo Hart')]);
    expect([...exportSales(db)].map(({ status }) => status)).toEqual(['sold', 'unwound']);
  });
});

describe('a second header', () => {
  test('in another order is read by', async () => {
    const lines = [
      HEADER,
      row(1, 'Ann Lee'),
      'Stock,Customer,Phone,Date',
      'B2,Bo Hart,614-555-0102,03/12/26',
      HEADER,
      row(3, 'Al Fox'),
    ];
    const db = freshStore();
    await importLines(db, lines);
    expect([...exportSales(db)].map(({ sold_on, customer }) => `${sold_on} ${customer.last_name}`)).toEqual([
      '2026-03-11 Lee',
      '2026-03-12 Hart',
      '2026-03-13 Fox',
    ]);
  });

  test('with other columns is a fault', () =>
    expect(
      importLines(freshStore(), [
        HEADER,
        row(1, 'Ann Lee'),
        'Date,Stock,Salesperson,Customer',
        '03/12/26,B2,Dana,Bo Hart',
      ]),
    ).rejects.toMatchObject({ code: 'second-header', message: expect.stringContaining('line 3') }));
});

test('lines in two encodings are each read in their own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beback-shape-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'mixed.csv');
  const line = (stock: number, name: string, encoding: 'utf8' | 'latin1'): Buffer =>
    Buffer.from(`${row(stock, name)}\n`, encoding);
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from(`${HEADER}\n`),
      line(1, 'Zoë Müller', 'utf8'),
      line(2, 'José Peña', 'utf8'),
      line(3, 'Jürgen Weiß', 'latin1'),
      line(4, 'Ann Lee', 'utf8'),
    ]),
  );
  const db = freshStore();
  const report = await importPath(db, path);
  expect([...exportSales(db)].map(({ customer }) => customer.last_name)).toEqual([
    'Müller',
    'Peña',
    'Weiß',
    'Lee',
  ]);
  expect(report.problems.map(({ line: at, code }) => `${at} ${code}`)).toEqual(['4 mixed-encodings']);
});

test('a file all of whose days are none says so', () =>
  expect(
    importLines(freshStore(), [
      'Deal #,Sold Date,Customer,Phone',
      '1,week 12,Ann Lee,614-555-0101',
      '2,week 13,Bo Hart,614-555-0102',
    ]),
  ).rejects.toMatchObject({ code: 'unreadable-dates', message: expect.stringContaining('"Sold Date"') }));

test('rows keep their physical lines behind titles, blank lines and line breaks in cells', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beback-shape-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'lines.csv');
  const lines = [
    'Sold cars', // 1
    '', // 2
    'Deal #,Sold Date,Customer,Notes', // 3
    '1,3/11/2026,,"a', // 4
    '', // 5
    'b"', // 6
    '', // 7
    '', // 8
    '2,3/12/2026,,', // 9
  ];
  for (const end of ['\n', '\r\n']) {
    writeFileSync(path, lines.join(end));
    const report = await importPath(freshStore(), path);
    expect(report.problems.map(({ line }) => line)).toEqual([4, 9]);
  }
});
