/** Values that are one thing in the cell and another in the record: places, days, ends, birthdays, amounts. */

import { describe, expect, test } from 'vitest';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportAppointments } from '../../src/store/export-records.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';
import { salesWith } from './made-files.ts';

/** The sale of a file of one row, and what was remarked. */
async function only(
  header: string,
  cells: string,
  country = 'US',
): Promise<{
  sale: ReturnType<typeof exportSales> extends Generator<infer S> ? S | undefined : never;
  codes: string[];
}> {
  const db = freshStore();
  const { problems } = await importLines(
    db,
    [`Deal #|Customer Name|VIN|${header}`, `1|Ann Lee|1HGCY1F32TA030100|${cells}`],
    { country: { code: country, given: true } },
  );
  return { sale: [...exportSales(db)][0], codes: problems.map(({ code }) => code) };
}

test.each([
  ['City/State/Zip', 'Marlow, OK 73055', 'US', 'Marlow OK 73055'],
  ['City, St Zip', 'Boston MA 2138', 'US', 'Boston MA 02138'],
  ['CSZ', 'Marlow, OK', 'US', 'Marlow OK '],
  ['PLZ/Ort', '4109 Leipzig', 'DE', 'Leipzig  04109'],
  ['CP Ville', '69001 Lyon', 'FR', 'Lyon  69001'],
  ['City|State|Zip', 'Boston|MA|2138', 'US', 'Boston MA 02138'],
])('%s: %s', async (header, cells, country, place) => {
  const { sale } = await only(`Sold Date|${header}`, `2026-03-15|${cells}`, country);
  const { city, region, postal_code } = sale?.customer.address ?? {};
  expect([city, region, postal_code].map((part) => part ?? '').join(' ')).toBe(place);
});

test.each([
  ['Sale Day|Sale Month|Sale Year', '25|3|2026', '2026-03-25'],
  ['Sold MM|Sold DD|Sold YYYY', '03|25|2026', '2026-03-25'],
  ['Sale Month|Sale Day|Sale Yr', 'Mar|25|26', '2026-03-25'],
  ['Verkaufstag|Verkaufsmonat|Verkaufsjahr', '5|12|2025', '2025-12-05'],
  ['Sold Day|Sold Month|Sold Year|Year', '5|12|2025|2024', '2025-12-05'],
])('a day in three columns: %s of %s', async (header, cells, sold) => {
  expect((await only(header, cells)).sale?.sold_on).toBe(sold);
});

test('a day in three columns of which one is empty is none', async () => {
  expect((await only('Sale Day|Sale Month|Sale Year', '25||2026')).codes).toEqual(['no-sale-date']);
});

describe('the end of a contract', () => {
  const HEADER = 'Sold Date|Deal Type|Term|Lease End';
  test.each([
    ['12/31/2099', null, 'placeholder-date'],
    ['2999-01-01', null, 'placeholder-date'],
    ['9999-12-31', null, 'placeholder-date'],
    ['99991231', null, 'placeholder-date'],
    ['00/00/0000', null, undefined],
    ['12/31/2050', null, 'placeholder-date'],
    ['3/15/2026', null, 'end-before-sale'],
    ['1/1/2020', null, 'end-before-sale'],
    ['3/14/2029', '2029-03-14', undefined],
  ])('%s is %s (%s)', async (end, lease, code) => {
    const { sale, codes } = await only(HEADER, `3/15/2026|Lease||${end}`);
    expect([sale?.lease_end_on, codes[0]]).toEqual([lease, code]);
  });

  test('that is none gives way to the term', async () => {
    const { sale } = await only(HEADER, '3/15/2026|Lease|36|12/31/2099');
    expect([sale?.lease_end_on, sale?.lease_end_estimated]).toEqual(['2029-03-15', true]);
  });
});

test.each([
  ['11/24/26', '1926-11-24', undefined],
  ['11/24/99', '1999-11-24', undefined],
  ['5/1/2010', '2010-05-01', undefined],
  ['5/1/2015', null, 'bad-birthday'],
  ['3/15/2026', null, 'bad-birthday'],
  ['11/24/2026', null, 'bad-birthday'],
  ['5/1/1899', null, 'bad-birthday'],
  ['1/1/1900', null, undefined],
])('the birthday %s of a buyer of March 2026 is %s (%s)', async (born, birthday, code) => {
  const { sale, codes } = await only('Sold Date|DOB', `3/15/2026|${born}`);
  expect([sale?.customer.birthday, codes[0]]).toEqual([birthday, code]);
});

test.each([
  ['Sold Date|Invoice Date', '|2/7/2026', ['sold-on-elsewhere']],
  ['Sold Date|Invoice Date', '3/15/2026|2/7/2026', []],
  ['Invoice Date', '2/7/2026', []],
])('a sale day out of another column: %s of %s', async (header, cells, codes) => {
  expect((await only(header, cells)).codes).toEqual(codes);
});

test.each([
  [['28.450,00', '31.240', '9.999,5'], '3124000'],
  [['28.450', '31.240', '19.990'], '3124000'],
  [['31,240.00', '31.24', '19.99'], '3124'],
  [['31,240', '31,240', '19,990'], '3124000'],
])('of the amounts %j the second is %s cents', async (amounts, cents) => {
  const db = freshStore();
  await importLines(db, salesWith({ 'Amount Financed': amounts }));
  expect(String([...exportSales(db)][1]?.amount_financed_cents)).toBe(cents);
});

test('apostrophes that mark text are off, those of names stay', async () => {
  const db = freshStore();
  await importLines(db, [
    'Deal #|Sold Date|First Name|Last Name|City|Email|Stock #|VIN',
    "'0017|'3/15/2026|Jan|'t Hooft|'s-Hertogenbosch|'jan@hooft.example|'B17|'1HGCY1F32TA030100",
  ]);
  const [sale] = [...exportSales(db)];
  expect([sale?.deal_number, sale?.vehicle.stock_number, sale?.vehicle.vin]).toEqual([
    '0017',
    'B17',
    '1HGCY1F32TA030100',
  ]);
  const { last_name, email, address } = sale?.customer ?? {};
  expect([last_name, address?.city, email]).toEqual(["'t Hooft", "'s-Hertogenbosch", 'jan@hooft.example']);
});

test('an extension goes with its number', async () => {
  const db = freshStore();
  const header = 'Deal #|Sold Date|Cust No|Customer Name|VIN|Home Phone|Work Phone|Work Ext';
  const row = '1|3/15/2026|7|Ann Lee|1HGCY1F32TA030100';
  const phones = (): unknown =>
    [...exportCustomers(db)]
      .flat()
      .flatMap((one) => one.phones.map(({ kind, extension }) => `${kind} ${extension}`));
  await importLines(db, [header, `${row}|614-555-0101 x136|614-555-0102|`]);
  expect(phones()).toEqual(['home 136', 'work null']);
  await importLines(db, [header, `${row}|614-555-0101|614-555-0103|22`]);
  expect(phones()).toEqual(['home 136', 'work 22']);
  await importLines(db, [header, `${row}|614-555-0104|614-555-0103|`]);
  expect(phones()).toEqual(['home null', 'work 22']);
  const report = await importLines(db, [header, '2|3/16/2026|8|Al Fox|1HGCY1F34TA030101|614-555-0105||44']);
  expect(report.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
    'Work Ext extension-without-number',
  ]);
});

test.each([
  ['Phone|Phone Type', '614-555-0101|MOBILE', 'cell'],
  ['Phone|Phone Type', '614-555-0101|Home', 'home'],
  ['Phone|Phone Type', '614-555-0101|?', 'null'],
  ['Phone', 'W: 614-555-0101', 'work'],
  ['Home Phone', '614-555-0101 (cell)', 'cell'],
])('the kind of a phone: %s of %s is %s', async (header, cells, kind) => {
  const { sale } = await only(`Sold Date|${header}`, `3/15/2026|${cells}`);
  expect(String(sale?.customer.phones[0]?.kind)).toBe(kind);
});

test.each([
  ['Phone 1|Phone 1 Type|Phone 2|Phone 2 Type', '614-555-0101||614-555-0102|Mobile', 'cell 0102, null 0101'],
  [
    'Phone Type 1|Phone 1|Phone Type 2|Phone 2',
    'Work|614-555-0101|Home|614-555-0102',
    'home 0102, work 0101',
  ],
  [
    'Phone 1|Phone 2|Phone Type 1|Phone Type 2',
    '614-555-0101|614-555-0102|Home|Cell',
    'cell 0102, home 0101',
  ],
  ['Phone|Phone Type|Alt Phone', '614-555-0101|Cell|614-555-0102', 'cell 0101, null 0102'],
  [
    'contacts.0.telephones.0.telephone|contacts.0.telephones.0.type|contacts.0.telephones.1.telephone|contacts.0.telephones.1.type',
    '614-555-0101|WORK|614-555-0102|MOBILE',
    'cell 0102, work 0101',
  ],
])('each phone has the kind of its own column: %s of %s', async (header, cells, kinds) => {
  const { sale } = await only(`Sold Date|${header}`, `3/15/2026|${cells}`);
  const phones = sale?.customer.phones.map(({ kind, e164 }) => `${kind} ${e164.slice(-4)}`);
  expect(phones?.join(', ')).toBe(kinds);
});

test.each([
  ['3/25/2026 1 PM', '13:00'],
  ['3/25/2026 at 1:30 pm', '13:30'],
  ['3/25/2026 130PM', '13:30'],
  ['3/25/2026 1330', '13:30'],
  ['3/25/2026 - 1:30 PM', '13:30'],
  ['Mar 25, 2026 1 PM', '13:00'],
  ['25.03.2026 14 Uhr', '14:00'],
])('an appointment at %s is at %s', async (at, time) => {
  const db = freshStore();
  await importLines(db, [
    'Appointment Number|Appointment Date|Customer Name|VIN',
    `A1|${at}|Ann Lee|1HGCY1F32TA030100`,
  ]);
  expect([...exportAppointments(db)].map((one) => one.time)).toEqual([time]);
});

test('a number there is no place for is told', async () => {
  const { sale, codes } = await only('Sold Date|Phone', '3/15/2026|614-555-0101 / 614-555-0102');
  expect([sale?.customer.phones.length, codes]).toEqual([1, ['several-phones']]);
});

test('an appointment whose time cannot be read is told', async () => {
  const db = freshStore();
  const report = await importLines(db, [
    'Appointment Number|Appointment Date|Appointment Time|Customer Name|VIN',
    'A1|202603251330||Ann Lee|1HGCY1F32TA030100',
    'A2|3/26/2026|after lunch|Al Fox|1HGCY1F34TA030101',
  ]);
  expect([...exportAppointments(db)].map(({ time }) => time)).toEqual(['13:30', null]);
  expect(report.problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['3 bad-time']);
});
