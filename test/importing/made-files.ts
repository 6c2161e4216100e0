/** Small exports made for one question, imported as a store in the United States would. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FileReport, ImportOptions } from '../../src/cli/prepared-file.ts';
import { localDay } from '../../src/domain/day.ts';
import type { Store } from '../../src/store/open-store.ts';
import { day, importFile } from './fixture-imports.ts';

/** Imports a header line and rows, cells separated by `|`. */
export function importLines(
  db: Store,
  lines: readonly string[],
  options: Partial<ImportOptions> = {},
): Promise<FileReport> {
  const folder = mkdtempSync(join(tmpdir(), 'beback-made-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'export.txt');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return importFile(db, path, {
    saved: [],
    dryRun: false,
    today: day('2026-11-21'),
    dayOf: localDay,
    country: { code: 'US', given: true },
    by: 'test',
    ask: null,
    ...options,
  });
}

const SALE = 'Deal #|Sold Date|Customer Name|VIN';
const ROWS = [
  '1|3/15/2026|Ann Lee|1HGCY1F32TA030100',
  '2|3/16/2026|Marcus Bell|1HGCY1F34TA030101',
  '3|3/17/2026|Lynn Cho|1HGCY1F36TA030102',
];

/** An export of three sales with more columns, each with the three cells below its header. */
export const salesWith = (columns: Readonly<Record<string, readonly string[]>>): string[] => [
  [SALE, ...Object.keys(columns)].join('|'),
  ...ROWS.map((row, i) => [row, ...Object.values(columns).map((cells) => cells[i] ?? '')].join('|')),
];

/** What each column was taken for, by its header. */
export const takenFor = (report: FileReport): Record<string, string | null> =>
  Object.fromEntries((report.columns ?? []).map(({ column, field }) => [column, field]));
