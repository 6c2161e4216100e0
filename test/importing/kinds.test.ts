/** Of what kind a file is, by its header: sales, repair orders, appointments, or other business that is none of them. */

import { describe, expect, test } from 'vitest';
import { exportRepairOrders } from '../../src/store/export-records.ts';
import { freshStore, importLines } from './fixture-imports.ts';

const VIN = '1HGCY1F32TA030100';

/** A file of one row with a plausible cell under every header. */
const fileOf = (header: string): string[] => [
  header,
  header
    .split('|')
    .map((name) => cellFor(name))
    .join('|'),
];

function cellFor(header: string): string {
  if (/vin/i.test(header)) return VIN;
  if (/expir/i.test(header)) return '10/06/2033';
  if (/time/i.test(header)) return '8:30 AM';
  if (/date|^sold|opened|closed|delivered/i.test(header)) return '10/16/2026';
  if (/phone/i.test(header)) return '248-555-0100';
  if (/term|mile|price|total|value|cost|refund/i.test(header)) return '48';
  return /#|number|no$|^ro$|^invoice$/i.test(header)
    ? 'A1001'
    : /waiter|completed/i.test(header)
      ? 'Y'
      : 'Ann Lee';
}

describe('repair orders', () => {
  test.each([
    'RO#|Date|Customer|Phone|VIN|Mileage|Advisor|Op Code',
    'RO|Date|Name|VIN|Miles|Work Done|Advisor',
    'RO Number|Service Date|Customer Name|VIN|Miles|Service Advisor',
    'RO Number|Invoice Date|Customer Name|VIN|Miles|Service Advisor|Opcodes',
    'RO Number|Posted Date|Customer Name|VIN|Miles|Service Advisor|Opcodes',
    'RO #|Invoice #|Invoice Date|Customer|VIN|Total',
    'WIP No|Job Opened|Job Closed|Invoice No|Customer|Chassis|VIN|Service Advisor',
  ])('%s', async (header) =>
    expect(await importLines(freshStore(), fileOf(header))).toMatchObject({ kind: 'repair-orders', new: 1 }),
  );

  test('a plain date and an invoice date are the day the order was closed', async () => {
    for (const header of ['RO#|Date|Customer|VIN', 'RO#|Invoice Date|Customer|VIN']) {
      const db = freshStore();
      await importLines(db, fileOf(header));
      expect([...exportRepairOrders(db)]).toMatchObject([{ opened_on: null, closed_on: '2026-10-16' }]);
    }
  });
});

describe('sales', () => {
  test.each([
    'Deal #|Date|Customer|VIN',
    'Date|Stock #|Customer|Phone|Vehicle',
    'Date|Customer|VIN|Salesperson',
    'Date|Customer|VIN|Sale Price',
    'Invoice #|Invoice Date|Customer|VIN|Salesperson',
    'Contract Number|Contract Date|Customer|VIN|Term',
    'Deal #|Contract Date|Customer|VIN|Stock #|Salesperson|Plan|VSC Price',
    'Purchase Date|Customer|Phone|VIN',
    'Deal #|Sold Date|Customer|VIN|Stock #|Service Advisor|Appraiser|Vehicle of Interest',
    'Deal #|RO Number|Sale Date|Customer|VIN',
    'Customer Name|Phone|VIN|Last Service Date|Last Sale Date',
  ])('%s', async (header) =>
    expect(await importLines(freshStore(), fileOf(header))).toMatchObject({ kind: 'sales', new: 1 }),
  );
});

describe('what is refused, and why', () => {
  test.each([
    [
      'Invoice|Date|Customer|VIN|Labor Total|Parts Total|Advisor',
      'taken for repair orders, missing: repair order number',
    ],
    [
      'Invoice #|Invoice Date|Customer|Phone|VIN|Mileage|Writer|Total',
      'taken for repair orders, missing: repair order number',
    ],
    ['Appt Date|Appt Time|Customer|Phone|VIN|Advisor', 'taken for appointments, missing: appointment number'],
    [
      'Date|Time|Customer|Phone|VIN|Service Advisor|Waiter',
      'taken for appointments, missing: appointment number',
    ],
    ['Date|Time|Customer|Phone|Vehicle|VIN|Reason', 'taken for appointments, missing: appointment number'],
    ['Date|Customer|Phone|VIN|Mileage|Appraised Value|Appraiser', '"Appraised Value" is no column'],
    [
      'Date|Time Out|Time In|Customer|Phone|Stock #|Vehicle|Salesperson|Demo Route',
      '"Time Out" is no column',
    ],
    [
      'Date|Source|Customer Name|Phone|Vehicle of Interest|Stock #|Salesperson|Status',
      '"Vehicle of Interest" is no column',
    ],
    ['Date|Deal #|Customer|VIN|We Owe Item|Completed', '"We Owe Item" is no column'],
    ['Invoice #|Invoice Date|Customer|Phone|Part #|Qty|Total', '"Part #" is no column'],
    ['Contract #|Contract Date|Customer Name|VIN|Plan|Term|Expiration Date|Mileage', '"Plan" is no column'],
    ['Date|Stock #|VIN|Seller|Phone|Price|Buyer', '"Seller" is no column'],
    ['Stock #|Purchase Date|VIN|Customer|Vendor|Cost', '"Vendor" is no column'],
    ['Customer Name|Phone|VIN|Date', 'beside "Date" no column speaks of a sale'],
    ['Stock #|VIN|Date In Stock|Previous Owner|Cost', 'missing: customer name; sale date'],
    ['Contract #|Cancel Date|Customer Name|VIN|Product|Refund Amount', 'missing: sale date'],
  ])('%s: %s', (header, why) => expect(importLines(freshStore(), fileOf(header))).rejects.toThrow(why));

  test('a deal with a repair order and a plain date can be either', () =>
    expect(importLines(freshStore(), fileOf('Deal #|RO Number|Date|Customer|VIN'))).rejects.toThrow(
      'sales or repair-orders',
    ));

  test('a person may say that they are sales', async () =>
    expect(
      await importLines(freshStore(), fileOf('Customer Name|Phone|VIN|Date'), { kind: 'sales' }),
    ).toMatchObject({ kind: 'sales', new: 1 }));
});
