/** The sample exports of every known layout, each against the outcome and the records written down beside it. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_LAYOUTS } from '../../src/importing/layouts/built-in.ts';
import type { ImportOptions } from '../../src/operations/import/prepared-file.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { fixture, freshStore, importFixture, outcomeOfLine } from './fixture-imports.ts';
import {
  type ExpectedRow,
  exportOf,
  lastStates,
  type Recorded,
  recordedAppointments,
  recordedRepairOrders,
  recordedSales,
  withoutIds,
} from './recorded-rows.ts';

interface Expected {
  readonly kind: 'sales' | 'repair-orders' | 'appointments';
  readonly layout: string;
  readonly options: { readonly layout?: string; readonly country?: string };
  /** a delivery that comes first */
  readonly after?: string;
  readonly rows: readonly ExpectedRow[];
}

const OUTCOMES = ['new', 'changed', 'same', 'skipped', 'rejected'] as const;

const parsed = <T>(name: string): T => JSON.parse(readFileSync(fixture(`layouts/${name}`), 'utf8')) as T;

const samples = readdirSync(fixture('layouts'))
  .filter((name) => !name.endsWith('.expected.json'))
  .map((file) => ({ file, expected: parsed<Expected>(file.replace(/\.\w+$/, '.expected.json')) }));

function optionsOf({ layout, country }: Expected['options']): Partial<ImportOptions> {
  const forced = BUILT_IN_LAYOUTS.find(({ name }) => name === layout);
  return {
    ...(forced === undefined ? {} : { forced }),
    ...(country === undefined ? {} : { country: { code: country, given: true } }),
  };
}

const recorded = (db: Store, kind: Expected['kind']): Recorded[] =>
  kind === 'sales'
    ? recordedSales(db)
    : kind === 'repair-orders'
      ? recordedRepairOrders(db)
      : recordedAppointments(db);

async function importSample(db: Store, file: string, expected: Expected) {
  if (expected.after !== undefined) await importFixture(db, `layouts/${expected.after}`);
  return await importFixture(db, `layouts/${file}`, optionsOf(expected.options));
}

describe.each(samples)('$file', ({ file, expected }) => {
  const counted = expected.rows.filter(({ outcome }) => outcome !== 'ignored');

  test('is recognised, and its rows are counted by what became of them', async () => {
    const report = await importSample(freshStore(), file, expected);
    const counts = OUTCOMES.map((outcome) => [
      outcome,
      counted.filter((row) => row.outcome === outcome).length,
    ]);
    expect(report).toMatchObject({
      kind: expected.kind,
      layout: expected.layout,
      rows: counted.length,
      ...Object.fromEntries(counts),
    });
  });

  test('says of every line what became of it, and why when it was left out', async () => {
    const db = freshStore();
    const report = await importSample(db, file, expected);
    const outcomeOf = outcomeOfLine(db, report.import_id);
    expect(expected.rows.map(({ line }) => [line, outcomeOf(line) ?? 'ignored'])).toEqual(
      expected.rows.map(({ line, outcome }) => [line, outcome]),
    );
    const leftOut = (outcome: string): boolean => outcome === 'skipped' || outcome === 'rejected';
    expect(
      report.problems.filter(({ outcome }) => leftOut(outcome)).map(({ line, outcome }) => [line, outcome]),
    ).toEqual(
      expected.rows.filter(({ outcome }) => leftOut(outcome)).map(({ line, outcome }) => [line, outcome]),
    );
  });

  test('leaves the records its rows describe, the last line about a record deciding', async () => {
    const db = freshStore();
    await importSample(db, file, expected);
    const states = lastStates(expected.rows);
    const found = recorded(db, expected.kind);
    expect(states.map((state) => state.found(found))).toEqual(states.map((state) => state.expected));
    if (expected.after === undefined) expect(found).toHaveLength(states.length);
  });

  test('changes nothing when it is imported a second time', async () => {
    const db = freshStore();
    await importSample(db, file, expected);
    const before = exportOf(db);
    const again = await importFixture(db, `layouts/${file}`, optionsOf(expected.options));
    const { skipped, rejected } = again;
    expect([again.new, again.changed, again.same]).toEqual([0, 0, counted.length - skipped - rejected]);
    expect(exportOf(db)).toEqual(before);
  });

  test('is not touched by a dry run that reports the same', async () => {
    const db = freshStore();
    const empty = exportOf(db);
    const dry = await importFixture(db, `layouts/${file}`, { ...optionsOf(expected.options), dryRun: true });
    expect(exportOf(db)).toEqual(empty);
    const real = await importFixture(db, `layouts/${file}`, optionsOf(expected.options));
    expect(dry).toEqual({ ...real, import_id: null });
  });
});

describe('two weekly deliveries of one store', () => {
  const { files, sales } = parsed<{ files: readonly [string, string]; sales: readonly ExpectedRow[] }>(
    'weekly.expected.json',
  );
  const inOrder = async (...names: readonly string[]): Promise<Store> => {
    const db = freshStore();
    for (const name of names) await importFixture(db, `layouts/${name}`);
    return db;
  };
  const [older, newer] = files;

  test.each([
    { order: 'in the order they were written', names: [older, newer] },
    { order: 'the newer first', names: [newer, older] },
    { order: 'the older once more behind both', names: [older, newer, older] },
  ])('leave the newer state: $order', async ({ names }) => {
    const db = await inOrder(...names);
    const states = lastStates(sales);
    const found = recordedSales(db);
    expect(states.map((state) => state.found(found))).toEqual(states.map((state) => state.expected));
  });

  test('leave the same records whichever is imported first', async () => {
    expect(withoutIds(exportOf(await inOrder(newer, older)))).toEqual(
      withoutIds(exportOf(await inOrder(older, newer))),
    );
  });

  test('leave nothing for the older one to change when it comes again', async () => {
    const db = await inOrder(older, newer);
    const before = exportOf(db);
    const again = await importFixture(db, `layouts/${older}`);
    expect([again.new, again.changed]).toEqual([0, 0]);
    expect(exportOf(db)).toEqual(before);
  });
});
