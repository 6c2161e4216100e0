/** One list of ten sales, written in every encoding, delimiter and line ending, is read as the same ten sales. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { customerName } from '../../src/domain/customer.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { fixture, freshStore, importFixture } from './fixture-imports.ts';

const DELIMITERS: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };

const expected: unknown = JSON.parse(readFileSync(fixture('encodings/sales.expected.json'), 'utf8'));

const variants = readdirSync(fixture('encodings'))
  .filter((file) => !file.endsWith('.json'))
  .map((file) => {
    const named = /^(utf-8|utf-16le|utf-16be|windows-1252)(?:-bom)?-(\w+)-(?:lf|crlf|cr)\.\w+$/.exec(file);
    return { file, encoding: named?.[1], delimiter: DELIMITERS[named?.[2] ?? ''] };
  });

const sales = (db: Store): object[] =>
  [...exportSales(db)].map(({ customer, vehicle, ...sale }) => ({
    deal_number: sale.deal_number,
    name: customerName(customer),
    kind: customer.kind,
    phones: customer.phones.map(({ e164 }) => e164),
    email: customer.email,
    sold_on: sale.sold_on,
    delivered_on: sale.delivered_on,
    vin: vehicle.vin,
    stock_number: vehicle.stock_number,
    year: vehicle.year,
    make: vehicle.make,
    model: vehicle.model,
    salespeople: sale.salespeople.map(({ name }) => name),
    deal_type: sale.deal_type,
  }));

describe.each(variants)('$file', ({ file }) => {
  test('holds the same ten sales, and nothing in it needs a remark', async () => {
    const db = freshStore();
    const report = await importFixture(db, `encodings/${file}`);
    expect(report).toMatchObject({ kind: 'sales', rows: 10, new: 10, problems: [] });
    expect(sales(db)).toEqual(expected);
  });

  test('says nothing new behind the plain file', async () => {
    const db = freshStore();
    await importFixture(db, 'encodings/utf-8-comma-lf.csv');
    const report = await importFixture(db, `encodings/${file}`);
    expect([report.new, report.changed, report.same]).toEqual([0, 0, 10]);
  });
});

const named = variants.filter(({ encoding }) => encoding !== undefined);

test.each(named)('$file is reported as what it is', async ({ file, encoding, delimiter }) => {
  const report = await importFixture(freshStore(), `encodings/${file}`);
  expect({ encoding: report.encoding, delimiter: report.delimiter }).toEqual({ encoding, delimiter });
});
