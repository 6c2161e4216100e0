/** The program's own exports, read back. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { recordsAsCsv } from '../../src/render/records-as-csv.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import {
  exportAppointments,
  exportContacts,
  exportRepairOrders,
  exportSalespeople,
  exportVehicles,
} from '../../src/store/export-records.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { addEntry } from '../../src/store/writing/entry-log.ts';
import { addBlocks } from '../../src/store/writing/wishes.ts';
import { acting } from '../acting-in.ts';
import { day, freshStore, importFixture, importLines, importPath } from './fixture-imports.ts';

const TODAY = day('2026-11-21');
const records: Readonly<Record<string, (db: Store) => Iterable<object>>> = {
  sales: exportSales,
  customers: (db) => [...exportCustomers(db)].flat(),
  'repair-orders': exportRepairOrders,
  appointments: exportAppointments,
  contacts: (db) => [...exportContacts(db)].flat(),
  vehicles: exportVehicles,
  salespeople: (db) => exportSalespeople(db, TODAY),
};

function written(db: Store, what: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'beback-own-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, `${what}.csv`);
  writeFileSync(path, [...recordsAsCsv(what, records[what]?.(db) ?? [], { bom: false })].join(''));
  return path;
}

async function fullStore(): Promise<Store> {
  const db = freshStore();
  for (const name of [
    'cdk-fisales-closed.csv',
    'reynolds-era-fi-closed.csv',
    'DVD00017_20261101_0615_SL.txt',
    'DVD00017_20261108_0615_SL.txt',
    'lightspeed-dealdetail.csv',
    'lotwizard-deals.csv',
    'DVD00017_20261120_0615_SV.txt',
    'DVD00017_20261120_0615_SV_APPT.txt',
    'reynolds-service-sales.csv',
  ])
    await importFixture(db, `layouts/${name}`);
  await importLines(db, [
    'Sold Date|Customer Name|Phone|Serial No|Trade VIN 1|Trade VIN 2',
    '3/11/2026|Aino Aalto & Ben Aalto|+49 171 3920001|HD-123|2HGFC2F59KH512345|1HGCY1F32TA030100',
  ]);
  return db;
}

const state = (db: Store): unknown =>
  JSON.stringify([
    ...['sales', 'customers', 'repair-orders', 'appointments', 'salespeople'].map((what) => [
      ...(records[what]?.(db) ?? []),
    ]),
    db.prepare('SELECT customer_id, channel FROM block ORDER BY 1, 2').raw().all(),
  ]);

describe('in the store they came from', () => {
  test.each(['sales', 'repair-orders', 'appointments'])(
    '%s say only same, and nothing changes',
    async (what) => {
      const db = await fullStore();
      const entry = addEntry(db, acting('Dana', '2026-11-21T12:00:00.000Z'), {
        customerId: 3,
        action: 'block',
        details: {},
      });
      addBlocks(db, entry, {
        customerId: 3,
        channels: ['call'],
        on: TODAY,
        why: null,
        by: 'Dana',
      });
      const before = state(db);
      const report = await importPath(db, written(db, what));
      expect(report.layout).toBe(`beback-${what}`);
      expect(report.problems.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
      expect([report.new, report.changed]).toEqual([0, 0]);
      expect(report.rows).toBe(report.same + report.skipped);
      expect(state(db)).toBe(before);
    },
  );
});

test('sales go into a new store as they were', async () => {
  const db = await fullStore();
  const other = freshStore();
  await importPath(other, written(db, 'sales'));
  const sold = (store: Store): unknown =>
    [...exportSales(store)]
      .filter(({ status }) => status === 'sold')
      .map(({ id, customer, co_buyer, ...sale }) => ({
        ...sale,
        customer: [
          customer.first_name,
          customer.last_name,
          customer.business_name,
          customer.phones.map(({ e164 }) => e164),
          customer.do_not,
        ],
        co_buyer: co_buyer && [co_buyer.first_name, co_buyer.last_name],
      }));
  expect(sold(other)).toEqual(sold(db));
});

test.each(['customers', 'contacts', 'vehicles', 'salespeople'])(
  '%s are refused with advice',
  async (what) => {
    const db = await fullStore();
    await expect(importPath(db, written(db, what))).rejects.toMatchObject({ code: 'own-export' });
  },
);
