/** What becomes of names that say more than a name. */

import { expect, test } from 'vitest';
import { customerName } from '../../src/domain/customer.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';

const blocked = (customer: { do_not: object }): string =>
  Object.entries(customer.do_not)
    .filter(([, asked]) => asked)
    .map(([way]) => way)
    .join(' ');

test.each<[string, string, string, string[]]>([
  ['Customer Name', 'Ann Lee DO NOT CALL', 'call', ['wish-in-name']],
  ['Customer Name', 'Ann Lee (do not contact)', 'call email mail', ['wish-in-name']],
  ['Customer Name', 'Ann Lee (deceased)', 'call text email mail', ['deceased']],
  ['Customer Name,Deceased', 'Ann Lee,Y', 'call text email mail', ['deceased']],
  ['Customer Name,Date of Death', 'Ann Lee,3/1/2026', 'call text email mail', ['deceased']],
  ['Customer Name,Deceased', 'Ann Lee,N', '', []],
  ['First Name,Last Name', 'Ann,Lee **DNC**', 'call', ['wish-in-name']],
])('%s: %s', async (header, cells, ways, codes) => {
  const db = freshStore();
  const { problems } = await importLines(db, [
    `Deal #,Sold Date,Phone,VIN,${header}`,
    `1,3/16/2026,614-555-0101,1HGCM82633A004352,${cells}`,
  ]);
  const [customer] = [...exportCustomers(db)].flat();
  expect(customer && [customerName(customer), blocked(customer)]).toEqual(['Ann Lee', ways]);
  expect(problems.map(({ code, outcome }) => [code, outcome])).toEqual(
    codes.map((code) => [code, 'warning']),
  );
});

test.each([
  ['"Lee, Ann; Lee, Bob"', 'Ann Lee', 'Bob Lee'],
  ['"Ann Lee, Bob Lee"', 'Ann Lee', 'Bob Lee'],
  ['Ann & Bob Lee', 'Ann & Bob Lee', undefined],
])('%s buys as %s with %s', async (cell, buyer, coBuyer) => {
  const db = freshStore();
  await importLines(db, ['Deal #,Sold Date,Customer Name,VIN', `1,3/16/2026,${cell},1HGCM82633A004352`]);
  const [sale] = [...exportSales(db)];
  expect(sale && [customerName(sale.customer), sale.co_buyer && customerName(sale.co_buyer)]).toEqual([
    buyer,
    coBuyer ?? null,
  ]);
});

test('a family name cut to its initial stays behind the given names', async () => {
  const db = freshStore();
  await importLines(db, [
    'Deal #,Sold Date,Customer Name,VIN',
    '1,3/16/2026,MARY JO B,1HGCM82633A004352',
    '2,3/17/2026,ANN L,1HGCM82633A014352',
  ]);
  expect([...exportSales(db)].map(({ customer }) => [customer.first_name, customer.last_name])).toEqual([
    ['Mary Jo', 'B'],
    ['Ann', 'L'],
  ]);
});
