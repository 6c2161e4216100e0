/** The laws of importing, on files made of the rows of vendors' layouts with the faults that such files come with. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Field } from '../../src/importing/fields.ts';
import { BUILT_IN_LAYOUTS } from '../../src/importing/layouts/built-in.ts';
import type { Layout } from '../../src/importing/mapping.ts';
import type { FileReport } from '../../src/operations/import/prepared-file.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { fixture, freshStore, importPath } from './fixture-imports.ts';
import { exportOf, withoutIds } from './recorded-rows.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-vendors-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const VENDORS = [
  ['cdk-closed', 'cdk-fisales-closed.csv', ','],
  ['reynolds-closed', 'reynolds-era-fi-closed.csv', ','],
  ['dealervault-sales', 'DVD00017_20261101_0615_SL.txt', '\t'],
  ['lightspeed-deals', 'lightspeed-dealdetail.csv', ','],
  ['lot-wizard', 'lotwizard-deals.csv', ','],
] as const;

interface Vendor {
  readonly layout: Layout;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function vendorOf(name: string, file: string, delimiter: string): Vendor {
  const text = iconv.decode(readFileSync(fixture(`layouts/${file}`)), 'windows-1252');
  const [header = [], ...rows] = parse(text, {
    delimiter,
    quote: delimiter === '\t' ? null : '"',
    relax_column_count: true,
    skip_empty_lines: true,
  }) as string[][];
  const layout = BUILT_IN_LAYOUTS.find((one) => one.name === name);
  if (layout === undefined) throw new Error(`there is no layout ${name}`);
  // a row a deal, and a deal a customer: a system prints one customer alike on all of their deals, which the faults would undo
  const [deal = 0] = columnsOf({ header, layout }, 'deal_number');
  const [customer = deal] = columnsOf({ header, layout }, 'customer_number');
  const unique = rows.filter(
    (row, i) =>
      rows.findIndex((other) => other[deal] === row[deal] || other[customer] === row[customer]) === i,
  );
  return { layout, delimiter, header, rows: unique };
}

const columnsOf = ({ header, layout }: Pick<Vendor, 'header' | 'layout'>, field: Field): number[] =>
  [layout.columns[field] ?? []].flat().flatMap((title) => {
    const at = header.indexOf(String(title));
    return at === -1 ? [] : [at];
  });

/** What stands in cells of a field now and then; `null` leaves the cell alone. */
const FAULTS: readonly (readonly [Field, (cell: string) => string])[] = [
  ['home_phone', () => 'H: 614-555-0121 C: 614-555-0122'],
  ['cell_phone', () => '614-555-0123 x7'],
  ['home_phone', () => '0000000000'],
  ['email', (cell) => (cell === '' ? '' : `'${cell}`)],
  ['deal_number', (cell) => cell.replace(/^0+/, '')],
  ['customer_number', (cell) => cell.replace(/^0+/, '')],
  ['customer_number', () => 'UNKNOWN'],
  ['do_not_call', () => 'Y'],
  ['postal_code', (cell) => cell.replace(/^0/, '')],
  ['birthday', (cell) => (cell === '' ? '' : '12/31/2030')],
  ['lease_end_on', () => '2099-12-31'],
  ['term', (cell) => (cell === '' ? '' : `${cell}.0`)],
];

/** Some rows of a vendor, some cells of each with a fault. */
const deliveryOf = (vendor: Vendor): fc.Arbitrary<readonly (readonly string[])[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...vendor.rows], { minLength: 1 }),
      fc.array(fc.tuple(fc.nat(20), fc.nat(FAULTS.length - 1)), { maxLength: 6 }),
    )
    .map(([rows, faults]) => {
      const made = rows.map((row) => [...row]);
      for (const [place, which] of faults) {
        const row = made[place % made.length];
        const [field, spoil] = FAULTS[which] ?? [];
        if (row === undefined || field === undefined || spoil === undefined) continue;
        for (const column of columnsOf(vendor, field)) row[column] = spoil(row[column] ?? '');
      }
      return made;
    });

function write(vendor: Vendor, rows: readonly (readonly string[])[], name: string): string {
  const quoted = (cell: string): string =>
    vendor.delimiter === '\t' ? cell : `"${cell.replaceAll('"', '""')}"`;
  const text = [vendor.header, ...rows].map((cells) => cells.map(quoted).join(vendor.delimiter)).join('\r\n');
  const path = join(mkdtempSync(join(folder, 'x')), name);
  writeFileSync(path, `${text}\r\n`);
  return path;
}

const state = (db: Store): unknown => withoutIds(exportOf(db));
const blockedIn = (db: Store): string[] =>
  db
    .prepare<[], string>(
      "SELECT last_name || ' ' || first_name FROM customer WHERE do_not_call = 1 ORDER BY 1",
    )
    .pluck()
    .all();
const counts = ({ new: added, changed, skipped, rejected }: FileReport): unknown => ({
  added,
  changed,
  skipped,
  rejected,
});
const RUNS = { numRuns: 12 };

describe.each(VENDORS)('files of %s', (name, file, delimiter) => {
  const vendor = vendorOf(name, file, delimiter);

  test('read twice are read once, and a dry run reports the same', () =>
    fc.assert(
      fc.asyncProperty(deliveryOf(vendor), async (rows) => {
        const path = write(vendor, rows, 'deals-20261101.csv');
        const [db, other] = [freshStore(), freshStore()];
        const dry = await importPath(other, path, { dryRun: true });
        const first = await importPath(db, path);
        expect(counts(dry)).toEqual(counts(first));
        expect(Object.values(exportOf(other)).flat()).toEqual([]);
        const before = exportOf(db);
        const again = await importPath(db, path);
        expect([again.new, again.changed]).toEqual([0, 0]);
        expect(exportOf(db)).toEqual(before);
      }),
      RUNS,
    ));

  test('give the same state in whichever order they come, and no refusal is lost', () =>
    fc.assert(
      fc.asyncProperty(deliveryOf(vendor), deliveryOf(vendor), async (older, newer) => {
        const [first, second] = [
          write(vendor, older, 'deals-20261101.csv'),
          write(vendor, newer, 'deals-20261108.csv'),
        ];
        const [inOrder, reversed] = [freshStore(), freshStore()];
        await importPath(inOrder, first);
        const blocked = blockedIn(inOrder);
        await importPath(inOrder, second);
        expect(blockedIn(inOrder)).toEqual(expect.arrayContaining(blocked));
        await importPath(reversed, second);
        await importPath(reversed, first);
        expect(state(reversed)).toEqual(state(inOrder));
      }),
      RUNS,
    ));
});
