/** Importing fixture files into fresh databases, and reading back what became of every line. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Day, localDay, parseDay } from '../../src/domain/day.ts';
import { prepareFile } from '../../src/operations/import/import-file.ts';
import type { FileReport, ImportOptions } from '../../src/operations/import/prepared-file.ts';
import { openStore } from '../../src/store/engine/open-store.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { acting } from '../acting-in.ts';

/** The path of a file under fixtures/. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

/** An empty database, gone when the test is over. */
export function freshStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'beback-test-'));
  const db = openStore(join(folder, 'store.db'));
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  return db;
}

/** Prepares and writes one file, as the import command does. */
export async function importFile(db: Store, name: string, options: ImportOptions): Promise<FileReport> {
  const prepared = await prepareFile(name, options);
  try {
    return await prepared.write(db);
  } finally {
    prepared.dispose();
  }
}

const IN_THE_STATES: ImportOptions = {
  saved: [],
  dryRun: false,
  today: day('2026-11-21'),
  now: () => new Date(),
  dayOf: localDay,
  country: { code: 'US', given: true },
  by: 'test',
  acting: () => acting('test', '2026-11-21T12:00:00.000Z'),
  replaces: false,
  ask: null,
};

/** Imports a fixture as a store in the United States would on 21 November 2026. */
export const importFixture = (
  db: Store,
  name: string,
  options: Partial<ImportOptions> = {},
): Promise<FileReport> => importFile(db, fixture(name), { ...IN_THE_STATES, ...options });

/** Imports the file of that path as such a store would. */
export const importPath = (
  db: Store,
  path: string,
  options: Partial<ImportOptions> = {},
): Promise<FileReport> => importFile(db, path, { ...IN_THE_STATES, ...options });

/** Imports a file of these lines, header first, as such a store would. */
export function importLines(
  db: Store,
  lines: readonly string[],
  options: Partial<ImportOptions> = {},
): Promise<FileReport> {
  const folder = mkdtempSync(join(tmpdir(), 'beback-lines-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return importPath(db, path, options);
}

interface OutcomeRun {
  readonly first_line: number;
  readonly last_line: number;
  readonly outcome: string;
}

/** The outcome of the row on a line; null when no row was counted there. */
export function outcomeOfLine(db: Store, importId: number | null): (line: number) => string | null {
  const runs = db
    .prepare<[number | null], OutcomeRun>('SELECT * FROM import_outcome WHERE import_id = ?')
    .all(importId);
  return (line) => runs.find((run) => run.first_line <= line && line <= run.last_line)?.outcome ?? null;
}
