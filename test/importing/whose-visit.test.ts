/** Whose a visit was and whose car it was: by the strongest evidence on file, and again whenever sales come in. */

import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/engine/store.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportAppointments } from '../../src/store/export-records.ts';
import { freshStore, importLines } from './fixture-imports.ts';

const VIN = '2HGFC2F59KH512345';
const OTHER = '1HGCY1F32TA030100';

const sales = (db: Store, rows: readonly string[]) =>
  importLines(db, [
    'Deal No,Sold Date,Cust No,Customer Name,Phone,Email,VIN,License Plate Number,Trade VIN',
    ...rows,
  ]);
const visits = (db: Store, rows: readonly string[]) =>
  importLines(
    db,
    ['Appt No,Appointment Date,Cust No,Customer Name,Phone,Email,VIN,License Plate Number', ...rows],
    {
      kind: 'appointments',
    },
  );

const ANN = `1001,3/5/2024,501,Ann Lee,614-555-0101,ann.lee@example.com,${VIN},AB 12-CD,`;

/** Of each appointment who it names, and by what it was matched. */
function told(db: Store): Record<string, string> {
  const names = new Map(
    [...exportCustomers(db)].flat().map((one) => [one.id, `${one.first_name} ${one.last_name}`]),
  );
  return Object.fromEntries(
    [...exportAppointments(db)].map((one) => [
      one.number,
      `${one.customer_id === null ? 'nobody' : names.get(one.customer_id)} by ${one.matched_by}`,
    ]),
  );
}

const cases: readonly (readonly [string, string, string])[] = [
  ['VIN and name', `11/24/2026,,Ann Lee,,,${VIN},`, 'Ann Lee by vin'],
  ['VIN and an initial', `11/24/2026,,A Lee,,,${VIN},`, 'Ann Lee by vin'],
  ['VIN alone ties the car', `11/24/2026,,,,,${VIN},`, 'nobody by vin'],
  ['VIN with another name ties the car', `11/24/2026,,Bo Day,,,${VIN},`, 'Bo Day by vin'],
  ['VIN never sold here', `11/24/2026,,,,,${OTHER},`, 'nobody by null'],
  ['number alone', '11/24/2026,501,,,,,', 'Ann Lee by number'],
  ['number with zeros in front, and the name', '11/24/2026,00501,Ann Lee,,,,', 'Ann Lee by number'],
  ['number of somebody else', '11/24/2026,501,Bo Day,614-555-0199,,,', 'Bo Day by null'],
  ['phone without a name', '11/24/2026,,,614-555-0101,,,', 'Ann Lee by phone'],
  ['phone and name', '11/24/2026,,Ann Lee,614-555-0101,,,', 'Ann Lee by phone'],
  ['phone with another name', '11/24/2026,,Bo Day,614-555-0101,,,', 'Bo Day by null'],
  ['e-mail', '11/24/2026,,,,ann.lee@example.com,,', 'Ann Lee by email'],
  ['plate and name', '11/24/2026,,Ann Lee,,,,AB12CD', 'Ann Lee by plate'],
  ['plate alone ties the car', '11/24/2026,,,,,,ab12cd', 'nobody by plate'],
  ['the end of the VIN and the name', '11/24/2026,,Ann Lee,,,512345,', 'Ann Lee by vin-tail'],
  ['the end of the VIN alone', '11/24/2026,,,,,512345,', 'nobody by vin-tail'],
  ["before the sale the car was another's", `3/4/2024,,Ann Lee,,,${VIN},`, 'Ann Lee by vin'],
  ['nothing', '11/24/2026,,,,,,', 'nobody by null'],
];

describe('a visit', () => {
  test.each(cases)('%s', async (_, row, expected) => {
    const first = freshStore();
    await sales(first, [ANN]);
    await visits(first, [`1,${row}`]);
    expect(told(first)).toEqual({ 1: expected });
    const later = freshStore();
    await visits(later, [`1,${row}`]);
    await sales(later, [ANN]);
    expect(told(later), 'with the sale coming later').toEqual({ 1: expected });
  });
});

test('a phone that two have names neither, once the second is on file', async () => {
  const db = freshStore();
  await sales(db, [ANN]);
  await visits(db, ['1,11/24/2026,,,614-555-0101,,,']);
  expect(told(db)).toEqual({ 1: 'Ann Lee by phone' });
  await sales(db, [`1002,4/5/2024,502,Bo Day,614-555-0101,,${OTHER},,`]);
  expect(told(db)).toEqual({ 1: 'nobody by null' });
});

test('nor once a visit brings the second, with a number of their own', async () => {
  const db = freshStore();
  await sales(db, [ANN]);
  await visits(db, ['1,11/24/2026,,,614-555-0101,,,']);
  expect(told(db)).toEqual({ 1: 'Ann Lee by phone' });
  await visits(db, ['2,11/24/2026,900,Cy Fox,614-555-0101,,,']);
  expect(told(db)).toEqual({ 1: 'nobody by null', 2: 'Cy Fox by null' });
});

test('the end of a VIN that two cars have ties neither', async () => {
  const db = freshStore();
  await sales(db, [ANN]);
  await visits(db, ['1,11/24/2026,,,,,512345,']);
  await sales(db, ['1002,4/5/2024,502,Bo Day,,,JHMGE8H59DC512345,,']);
  expect(told(db)).toEqual({ 1: 'nobody by null' });
});

test('the car of somebody else from its resale on, the one before until then', async () => {
  const db = freshStore();
  await visits(db, [`1,3/1/2025,,Ann Lee,,,${VIN},`, `2,11/24/2026,,Bo Day,,,${VIN},`]);
  await sales(db, [ANN, `1002,4/5/2026,502,Bo Day,614-555-0199,,${VIN},,`]);
  expect(told(db)).toEqual({ 1: 'Ann Lee by vin', 2: 'Bo Day by vin' });
});

test('a plate of a car that was traded in says nothing any more', async () => {
  const db = freshStore();
  await sales(db, [ANN]);
  await visits(db, ['1,11/24/2026,,,,,,AB12CD', '2,3/1/2025,,,,,,AB12CD']);
  await sales(db, [`1002,4/5/2026,501,Ann Lee,614-555-0101,,${OTHER},,${VIN}`]);
  expect(told(db)).toEqual({ 1: 'nobody by null', 2: 'nobody by plate' });
});

test('who is known only from this very visit is not known by it; from another visit, they are', async () => {
  const db = freshStore();
  await visits(db, ['1,11/24/2026,900,Cy Fox,614-555-0150,,,']);
  expect(told(db)).toEqual({ 1: 'Cy Fox by null' });
  await visits(db, ['2,11/30/2026,900,Cy Fox,614-555-0150,,,']);
  expect(told(db)).toEqual({ 1: 'Cy Fox by number', 2: 'Cy Fox by number' });
  expect([...exportCustomers(db)].flat()).toHaveLength(1);
});

test("a row of the workshop changes nobody's name", async () => {
  const db = freshStore();
  await sales(db, [ANN]);
  await visits(db, [`1,11/24/2026,501,Anna Lee-Jones,614-555-0101,,${VIN},`]);
  expect(told(db)).toEqual({ 1: 'Ann Lee by number' });
});

test('a row read before whom it names was kept is read once more, and then found again', async () => {
  const db = freshStore();
  const row = ['1,11/24/2026,,,614-555-0101,,,'];
  await visits(db, row);
  db.exec("UPDATE appointment SET said = NULL, said_at = '{}'; DELETE FROM visit_key");
  expect(await visits(db, row)).toMatchObject({ same: 1 });
  await sales(db, [ANN]);
  expect(told(db)).toEqual({ 1: 'Ann Lee by phone' });
});
