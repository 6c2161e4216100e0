/** Which rows are about one customer, one sale, one salesperson: what a number proves, and what it does not. */

import { describe, expect, test } from 'vitest';
import { customerName } from '../../src/domain/customer.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportRepairOrders, exportSalespeople } from '../../src/store/export-records.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { findDeal } from '../../src/store/find-deal.ts';
import { salespersonNamed } from '../../src/store/salespeople.ts';
import { readRecordNumber } from '../../src/values/record-number.ts';
import { day, freshStore, importLines } from './fixture-imports.ts';

const HEADER = 'Deal #|Sold Date|Customer Number|Customer Name|Phone|VIN';
const VINS = ['1HGCY1F32TA030100', '1HGCY1F34TA030101', '1HGCY1F36TA030102'];
const row = (deal: number, number: string, name: string, phone: string): string =>
  `${deal}|3/1${deal}/2026|${number}|${name}|${phone}|${VINS[deal - 1]}`;

const names = (db: ReturnType<typeof freshStore>): string[] =>
  [...exportCustomers(db)].flat().map((one) => `${customerName(one)} ${one.dms_number}`);

describe('numbers that are none', () => {
  test.each([
    '1.20E+11',
    '1,2E+11',
    '120000000000',
    '#N/A',
    '#REF!',
    '#WERT!',
    '-',
    'UNKNOWN',
    'CASH',
    'Walk-In',
    'n/a',
    'TBD',
    'xxx',
    'House Account',
    '999999',
    'unbekannt',
  ])('%s names no customer: two people stay two', async (number) => {
    const db = freshStore();
    const lines = [
      HEADER,
      row(1, number, 'Aino Aalto', '614-555-0101'),
      row(2, number, 'Ben Birch', '614-555-0102'),
    ];
    const report = await importLines(db, lines);
    expect(names(db)).toEqual(['Aino Aalto null', 'Ben Birch null']);
    expect(report.problems.map(({ column, outcome }) => `${column} ${outcome}`)).toEqual(
      Array(2).fill('Customer Number warning'),
    );
    expect((await importLines(db, lines)).same).toBe(2);
  });

  test.each(['11111', '000417', 'A-17', '1042.0', '7', 'C3', 'NEW-17'])('%s is one', (number) =>
    expect(readRecordNumber(number)).toEqual({ value: number.replace('.0', ''), problem: null }),
  );
});

describe('a number with a holder', () => {
  test.each([
    ['another name and another phone', 'Ben Birch', '614-555-0102', false],
    ['another name, and the phone', 'Aino Koski', '614-555-0101', true],
    ['a nickname', 'Tom Aalto', '614-555-0102', false],
    ['an initial', 'A Aalto', '614-555-0102', true],
    ['the name the other way round', 'Aalto Aino', '614-555-0102', true],
    ['a double name', 'Aino Aalto-Koski', '614-555-0102', true],
  ])('%s: merges %3$s', async (_, name, phone, merges) => {
    const db = freshStore();
    await importLines(db, [HEADER, row(1, '7', 'Aino Aalto', '614-555-0101')]);
    const lines = [HEADER, row(2, '7', name, phone)];
    const report = await importLines(db, lines);
    expect(names(db)).toHaveLength(merges ? 1 : 2);
    expect(report.problems.map(({ line, column, code }) => [line, column, code])).toEqual(
      merges ? [] : [[2, 'Customer Number', 'number-of-another']],
    );
    expect((await importLines(db, lines)).same).toBe(1);
    expect(names(db)).toHaveLength(merges ? 1 : 2);
  });

  test('an e-mail address or a birthday in common is enough', async () => {
    const db = freshStore();
    const header = 'Deal #|Sold Date|Customer Number|Customer Name|Email|DOB|VIN';
    await importLines(db, [
      header,
      `1|3/11/2026|7|Aino Aalto|a@x.example|2/3/1980|${VINS[0]}`,
      `2|3/12/2026|7|Ben Birch|a@x.example||${VINS[1]}`,
      `3|3/13/2026|7|Cy Cole||2/3/1980|${VINS[2]}`,
    ]);
    expect(names(db)).toEqual(['Cy Cole 7']);
  });

  test('a visit with the car they bought is theirs, whoever is named', async () => {
    const db = freshStore();
    await importLines(db, [HEADER, row(1, '7', 'Aino Aalto', '614-555-0101')]);
    const visits = 'RO Number|Close Date|Customer Number|Customer Name|Phone|VIN';
    await importLines(db, [
      visits,
      `R1|4/1/2026|7|Ben Birch|614-555-0102|${VINS[0]}`,
      `R2|4/2/2026|7|Cy Cole|614-555-0103|${VINS[1]}`,
    ]);
    const [aino] = [...exportCustomers(db)].flat();
    const orders = [...exportRepairOrders(db)].map(({ customer_id }) => customer_id === aino?.id);
    expect(orders).toEqual([true, false]);
  });

  test('a row with nothing to compare goes by its number', async () => {
    const db = freshStore();
    await importLines(db, [HEADER, row(1, '7', 'Aino Aalto', '614-555-0101')]);
    await importLines(db, ['RO Number|Close Date|Customer Number|VIN', `R1|4/1/2026|7|${VINS[2]}`]);
    expect(names(db)).toEqual(['Aino Aalto 7']);
  });
});

describe('zeros in front', () => {
  const header = 'Deal #|Sold Date|Cust No|Customer Name|Stock #|Salesperson 1 Code|Salesperson 1';
  const raw = [
    header,
    '000417|3/11/2026|00088|Aino Aalto|0012|0042|Dana Reyes',
    '000418|3/12/2026|00089|Ben Birch|0013|0042|Dana Reyes',
  ];
  const saved = raw.map((line, i) => (i === 0 ? line : line.replaceAll(/(^|\|)0+(?=\d)/g, '$1')));

  test.each([
    ['first with them, then without', raw, saved],
    ['first without them, then with', saved, raw],
  ])('say nothing: %s', async (_, first, second) => {
    const db = freshStore();
    await importLines(db, first);
    const report = await importLines(db, second);
    expect([report.new, report.changed + report.same]).toEqual([0, 2]);
    expect([...exportSales(db)].map((sale) => [sale.deal_number, sale.customer.dms_number])).toEqual([
      ['000417', '00088'],
      ['000418', '00089'],
    ]);
    expect([...exportSalespeople(db, day('2026-11-21'))]).toHaveLength(1);
    expect((await importLines(db, second)).same).toBe(2);
    expect((await importLines(db, first)).same).toBe(2);
    expect([findDeal(db, '417').saleId, findDeal(db, '000417').saleId]).toEqual([1, 1]);
    expect([salespersonNamed(db, '42')?.name, salespersonNamed(db, '00042')?.name]).toEqual([
      'Dana Reyes',
      'Dana Reyes',
    ]);
  });

  test('007 and 7 with two names stay two salespeople', async () => {
    const db = freshStore();
    await importLines(db, [
      header,
      '1|3/11/2026|1|Aino Aalto|S1|007|Dana Reyes',
      '2|3/12/2026|2|Ben Birch|S2|7|Kim Poe',
      '3|3/13/2026|3|Cy Cole|S3|7|Kim Poe',
    ]);
    expect([...exportSales(db)].map((sale) => sale.salespeople.map(({ name }) => name).join())).toEqual([
      'Dana Reyes',
      'Kim Poe',
      'Kim Poe',
    ]);
    expect([salespersonNamed(db, '7')?.name, salespersonNamed(db, '007')?.name]).toEqual([
      'Kim Poe',
      'Dana Reyes',
    ]);
  });

  test('orders of the workshop, too', async () => {
    const db = freshStore();
    const visits = 'RO Number|Close Date|Customer Name|VIN';
    await importLines(db, [visits, `0061120|4/1/2026|Aino Aalto|${VINS[0]}`]);
    await importLines(db, [visits, `61120|4/1/2026|Aino Aalto|${VINS[0]}`]);
    expect([...exportRepairOrders(db)]).toHaveLength(1);
  });
});

describe('a sale is known again', () => {
  const twice = async (first: readonly string[], second: readonly string[]): Promise<number> => {
    const db = freshStore();
    await importLines(db, first);
    await importLines(db, second);
    await importLines(db, second);
    return [...exportSales(db)].length;
  };

  test.each([
    ['Sold Date|Customer Name|VIN', '3/11/2026|Aino Aalto|HD12345'],
    ['Sold Date|Customer Name|Serial No', '3/11/2026|Aino Aalto|70-001'],
    ['Sold Date|Customer Name|Stock #', '3/11/2026|Aino Aalto|B17'],
    ['Sold Date|Customer Name|VIN|Stock #', '3/11/2026|Aino Aalto|1.23457E+16|B17'],
    ['Sold Date|Customer Name|VIN', `3/11/2026|Aino Aalto|${VINS[0]}`],
  ])('by %s', async (header, cells) => {
    expect(await twice([header, cells], [header, cells])).toBe(1);
  });

  test.each([
    ['Deal #|Stock #', '901|B17', 'Stock #|VIN', `B17|${VINS[0]}`],
    ['Stock #', 'B17', 'Deal #|Stock #', '901|B17'],
    ['VIN', 'HD12345', 'Deal #|VIN', '901|HD12345'],
    ['Deal #|VIN', '901|HD12345', 'VIN', 'HD12345'],
  ])('once by %s, once by more', async (first, cells, second, others) => {
    const head = 'Sold Date|Customer Name|';
    const who = '3/11/2026|Aino Aalto|';
    expect(await twice([head + first, who + cells], [head + second, who + others])).toBe(1);
  });

  test.each([
    ['another day', '3/12/2026|Aino Aalto|HD12345|B17'],
    ['another serial number', '3/11/2026|Aino Aalto|HD12346|B18'],
  ])('but %s is another sale', async (_, cells) => {
    const header = 'Sold Date|Customer Name|Serial No|Stock #';
    expect(await twice([header, '3/11/2026|Aino Aalto|HD12345|B17'], [header, cells])).toBe(2);
  });
});

describe('salespeople nobody knew', () => {
  const header = 'Deal #|Sold Date|Customer Name|VIN|Salesperson 1 Code|Salesperson 1';
  const sold = (deal: number, code: string, name: string): string =>
    `${deal}|3/1${deal}/2026|Ann Lee|${VINS[deal - 1]}|${code}|${name}`;

  test.each([
    ['', 'D. Reyes', true],
    ['', 'Reyes, Dana Marie', true],
    ['', 'Dana Reyez', true],
    ['1042', 'Kim Poe', true],
    ['77', 'Dana Reyes', true],
    ['', 'Reyes', true],
    ['', 'Carl Reyes', false],
    ['', 'Dana Rios', false],
  ])('%s %s: perhaps Dana Reyes: %s', async (code, name, isLike) => {
    const db = freshStore();
    const first = await importLines(db, [header, sold(1, '1042', 'Dana Reyes')]);
    expect(first.new_salespeople).toEqual([{ code: '1042', name: 'Dana Reyes', like: [] }]);
    const { new_salespeople } = await importLines(db, [header, sold(2, code, name)]);
    expect(new_salespeople.map(({ like }) => like)).toEqual([
      isLike ? [{ code: '1042', name: 'Dana Reyes' }] : [],
    ]);
  });

  test('those who are known are not told', async () => {
    const db = freshStore();
    await importLines(db, [header, sold(1, '1042', 'Dana Reyes')]);
    expect((await importLines(db, [header, sold(2, '1042', 'Dana Reyes')])).new_salespeople).toEqual([]);
  });
});
