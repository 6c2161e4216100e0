/** Days and times of exports that write instants, by the clock on the store's wall. */

import { expect, test } from 'vitest';
import { exportAppointments } from '../../src/store/export-records.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';

test.each([
  ['America/New_York', '2026-03-05'],
  [null, '2026-03-06'],
])('with the timezone %s a sale late in the evening is of %s', async (timezone, soldOn) => {
  const db = freshStore();
  await importLines(
    db,
    ['Deal #,Sold Date,Customer Name,VIN', '1,2026-03-06T03:30:00Z,Ann Lee,1HGCM82633A004352'],
    { timezone },
  );
  expect([...exportSales(db)].map((sale) => sale.sold_on)).toEqual([soldOn]);
});

test('an appointment is at the time the customer was told', async () => {
  const db = freshStore();
  await importLines(
    db,
    ['Appt ID,Appointment Date,Customer Name,VIN', 'C2,2026-11-25T18:15:00Z,Lynn Cho,1HGCM82633A004352'],
    { timezone: 'America/New_York' },
  );
  expect([...exportAppointments(db)]).toMatchObject([{ on: '2026-11-25', time: '13:15' }]);
});
