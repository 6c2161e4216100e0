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
  ['Ann & Bob Lee', 'Ann Lee', 'Bob Lee'],
  ['"Moss, Ruth and Carl"', 'Ruth Moss', 'Carl Moss'],
  ['Mr & Mrs Carl Moss', 'Carl Moss', undefined],
  ['Moss & Sons Plumbing', 'Moss & Sons Plumbing', undefined],
])('%s buys as %s with %s', async (cell, buyer, coBuyer) => {
  const db = freshStore();
  await importLines(db, ['Deal #,Sold Date,Customer Name,VIN', `1,3/16/2026,${cell},1HGCM82633A004352`]);
  const [sale] = [...exportSales(db)];
  expect(sale && [customerName(sale.customer), sale.co_buyer && customerName(sale.co_buyer)]).toEqual([
    buyer,
    coBuyer ?? null,
  ]);
});

test('two given names in the cell of the first name are two people', async () => {
  const db = freshStore();
  await importLines(db, [
    'Deal #,Sold Date,First Name,Last Name,VIN',
    `1,3/16/2026,Ruth & Carl,Moss,1HGCM82633A004352`,
  ]);
  const [sale] = [...exportSales(db)];
  expect(sale?.co_buyer && [customerName(sale.customer), customerName(sale.co_buyer)]).toEqual([
    'Ruth Moss',
    'Carl Moss',
  ]);
});

test.each([
  ['Name', 'First Name', 'Moss|Ruth', 'Ruth Moss'],
  ['Name', 'Vorname', 'Moss|Ruth', 'Ruth Moss'],
  ['Nom', 'Prénom', 'Moss|Ruth', 'Ruth Moss'],
  ['Customer Name', 'Given Name', 'MOSS|RUTH', 'Ruth Moss'],
  ['Name', 'First Name', 'Ruth Moss|Ruth', 'Ruth Moss'],
  ['Name', 'First Name', 'Moss, Ruth A|Ruth', 'Ruth A Moss'],
  ['Naam', 'Voornaam', 'van Dijk|Piet', 'Piet van Dijk'],
])('%s beside %s: %s is %s', async (name, first, cells, buyer) => {
  const db = freshStore();
  await importLines(db, [`Deal #|Sold Date|${name}|${first}|VIN`, `1|3/16/2026|${cells}|1HGCM82633A004352`]);
  const [customer] = [...exportCustomers(db)].flat();
  expect(customer && customerName(customer)).toBe(buyer);
});

test('addresses beside names are theirs, unless there is another', async () => {
  const db = freshStore();
  await importLines(db, [
    'Deal #|Sold Date|Customer|Email|VIN',
    '1|3/16/2026|Ruth Moss (ruth@moss.example); Carl Vance (carl@vance.example)||1HGCM82633A004352',
    '2|3/17/2026|Al Fox <al@fox.example>|fox@work.example|1HGCY1F32TA030100',
  ]);
  const customers = [...exportCustomers(db)].flat().map((one) => `${customerName(one)} ${one.email}`);
  expect(customers.toSorted()).toEqual([
    'Al Fox fox@work.example',
    'Carl Vance carl@vance.example',
    'Ruth Moss ruth@moss.example',
  ]);
});

test('an associated company buys where nobody is named', async () => {
  const db = freshStore();
  await importLines(db, [
    'Record ID|Close Date|Deal Stage|Associated Contact|Associated Company|VIN',
    '1|3/16/2026|Closed Won|Ruth Moss|Moss Bakery|1HGCM82633A004352',
    '2|3/17/2026|Closed Won||Fox Dental PLLC|1HGCY1F32TA030100',
  ]);
  expect(
    [...exportSales(db)].map(({ deal_number, customer }) => [deal_number, customerName(customer)]),
  ).toEqual([
    ['1', 'Ruth Moss'],
    ['2', 'Fox Dental PLLC'],
  ]);
});

test('an estate is called by nobody and written to by nobody', async () => {
  const db = freshStore();
  const report = await importLines(db, [
    'Deal #|Sold Date|Customer|VIN',
    '1|3/16/2026|ESTATE OF RUTH MOSS|1HGCM82633A004352',
  ]);
  const [customer] = [...exportCustomers(db)].flat();
  expect(customer && [customerName(customer), Object.values(customer.do_not)]).toEqual([
    'Ruth Moss',
    [true, true, true, true],
  ]);
  expect(report.problems.map(({ code }) => code)).toEqual(['deceased']);
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

test.each([
  ['Customer|Email', 'Ida Fox (ida@fox.example)|fox@work.example', 'Ida Fox', ['beside-name']],
  ['Customer|Email', 'Ida Fox (ida@fox.example)|', 'Ida Fox', []],
  ['Customer|Phone', 'Ida Fox 614-555-0142|614-555-0101', 'Ida Fox', ['beside-name']],
  ['Customer|Phone', 'Ida Fox 614-555-0101|614-555-0101', 'Ida Fox', []],
  ['Customer|Phone', 'Ida Fox 614-555-0142|', 'Ida Fox', []],
  ['Customer|Phone', 'Ida Fox (VIP)|', 'Ida Fox', ['beside-name']],
  ['Customer|Co-Buyer', 'Ida & Cy Fox|Sue Bell', 'Ida Fox, Sue Bell', ['several-people']],
  ['Customer|Co-Buyer', 'Ida & Cy Fox|Cy Fox', 'Ida Fox, Cy Fox', []],
  ['Customer|Co-Buyer', 'Ida Fox; Cy Fox; Sue Bell|', 'Ida Fox, Cy Fox', ['several-people']],
])('%s: of %s nothing is dropped in silence', async (header, cells, people, codes) => {
  const db = freshStore();
  const { problems } = await importLines(db, [
    `Deal #|Sold Date|VIN|${header}`,
    `1|3/16/2026|1HGCM82633A004352|${cells}`,
  ]);
  const [sale] = [...exportSales(db)];
  const named = [sale?.customer, sale?.co_buyer].flatMap((one) => (one ? [customerName(one)] : []));
  expect([named.join(', '), problems.map(({ code }) => code)]).toEqual([people, codes]);
});

test('a number beside the name is theirs where the row has no other', async () => {
  const db = freshStore();
  await importLines(db, [
    'Deal #|Sold Date|Customer|VIN',
    '1|3/16/2026|Fox, Ida - cell: 614-555-0142|1HGCM82633A004352',
  ]);
  const [customer] = [...exportCustomers(db)].flat();
  expect(customer && [customerName(customer), JSON.stringify(customer).includes('+16145550142')]).toEqual([
    'Ida Fox',
    true,
  ]);
});

test.each([
  ['Ida Fox and Estate of Cy Fox', '', 'call text email mail'],
  ['Estate of Ida Fox; Cy Fox', 'call text email mail', 'call text email mail'],
  ['Ida Fox dec.; Cy Fox', 'call text email mail', ''],
  ['Ida Fox; Cy Fox (deceased)', 'call text email mail', 'call text email mail'],
])('%s: nobody who has died is called', async (cell, buyer, coBuyer) => {
  const db = freshStore();
  await importLines(db, ['Deal #|Sold Date|Customer|VIN', `1|3/16/2026|${cell}|1HGCM82633A004352`]);
  const customers = [...exportCustomers(db)].flat();
  expect(customers.map((one) => [customerName(one), blocked(one)])).toEqual([
    ['Ida Fox', buyer],
    ['Cy Fox', coBuyer],
  ]);
});

test('what is noted behind the family name of two people may be about either', async () => {
  const db = freshStore();
  await importLines(db, [
    'Deal #|Sold Date|First Name|Last Name|VIN',
    '1|3/16/2026|Ida & Cy|Fox (deceased)|1HGCM82633A004352',
  ]);
  const customers = [...exportCustomers(db)].flat();
  expect(customers.map(blocked)).toEqual(['call text email mail', 'call text email mail']);
});
