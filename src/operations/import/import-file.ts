/** Importing one file: recognised, read through, folded into the store. */

import { basename } from 'node:path';
import { addDays } from '../../domain/day.ts';
import { EXIT } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SoldByOther } from '../../domain/sold-by-other.ts';
import { Cells } from '../../importing/cells.ts';
import type { Mapping } from '../../importing/mapping.ts';
import { RefusalCheck, refusalsOfSentences } from '../../importing/refusal-check.ts';
import { inFirstTable } from '../../importing/second-header.ts';
import { columnsTakenFor, dataRows, fieldBy, understandFile } from '../../importing/understand-file.ts';
import type { Dialect } from '../../rows/dialect.ts';
import { dialectOf } from '../../rows/read-rows.ts';
import type { Row } from '../../rows/row.ts';
import { openSource, type SourceFile } from '../../rows/source-file.ts';
import type { Store } from '../../store/engine/store.ts';
import { deliveredAt } from '../../store/writing/delivery.ts';
import { deliveryOf } from '../../store/writing/stock-writer.ts';
import { SOLD_WITHIN_DAYS } from '../../touches/sold-by-other.ts';
import { prepareRegistry } from './import-registry.ts';
import { tooLateOn, touchesWithoutVisits } from './outlook.ts';
import {
  type FileReport,
  type ImportOptions,
  noticesOf,
  type PreparedFile,
  REGISTRY_KIND,
  writingOf,
} from './prepared-file.ts';
import { rowWriter } from './row-writer.ts';
import { settleMapping } from './settled-mapping.ts';
import { ALL_SKIPPED, skippedByGuess } from './skipped-by-guess.ts';
import { soldByOther } from './sold-by-other.ts';
import { writeImport } from './write-import.ts';

/**
 * Opens a file, recognises it and looks through its values, without touching a database.
 * @param name path, or `-` for standard input
 * @throws Fault
 */
export async function prepareFile(name: string, options: ImportOptions): Promise<PreparedFile> {
  const source = await openSource(name, options);
  try {
    const registry = prepareRegistry(source, options);
    if (registry !== null) return registry;
    const found = dialectOf(source, {
      fieldOf: fieldBy(options),
      headerless: options.forced?.header === false,
      ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
    });
    const isHeaderless = options.forced?.header === false;
    const dialect = isHeaderless ? found : { ...found, samples: inFirstTable(found.header, found.samples) };
    const { kind, ...said } = options;
    const recognised = await understandFile(name, dialect, {
      ...said,
      ...(kind === undefined || kind === REGISTRY_KIND ? {} : { kind }),
    });
    const rows = (): AsyncGenerator<Row[]> => dataRows(source, dialect, recognised);
    const { mapping, fullShare } = await settleMapping(name, recognised, dialect, rows(), options);
    return {
      write: (db) => writeExport(db, source, dialect, mapping, fullShare, rows(), options),
      hasChanged: source.hasChanged,
      dispose: source.dispose,
    };
  } catch (error) {
    source.dispose();
    throw error;
  }
}

function writeExport(
  db: Store,
  source: SourceFile,
  dialect: Dialect,
  mapping: Mapping,
  fullShare: number,
  rows: AsyncIterable<Row[]>,
  options: ImportOptions,
): Promise<FileReport> {
  const { kind, layout } = mapping;
  const about = { kind, layout, ...writingOf(source), delimiter: dialect.delimiter };
  const delivered = (startedAt: string): string =>
    deliveredAt(db, {
      sha256: source.sha256,
      name: basename(source.name),
      kind,
      now: startedAt,
      today: options.dayOf(new Date(startedAt)),
      timezone: options.timezone ?? null,
    });
  return writeImport(
    db,
    source,
    about,
    options,
    delivered,
    async ({ log, startedAt, deliveredAt: at, problems }) => {
      const remark = (problem: Problem): void => {
        log.problem(problem, null);
        problems.push(problem);
      };
      const cells = new Cells(mapping, options.today, options.timezone ?? null);
      const check = new RefusalCheck(mapping, mapping.header);
      const plan = options.plan?.() ?? null;
      const { take, settle, expect, finish, newSalespeople, lateSales, creditNews } = rowWriter(db, log, {
        cells,
        fullShare,
        country: options.country.given
          ? options.country.code
          : (mapping.rules.country ?? options.country.code),
        deliveredAt: at,
        deliveredOn: options.dayOf(new Date(at)),
        order: placeInOrder(at, at === startedAt ? null : source.sha256, log.id),
        file: source.name,
        isLate: plan === null ? () => false : tooLateOn(options.today, plan),
        creditNewsSince: addDays(options.today, -SOLD_WITHIN_DAYS),
        list: {
          delivery: deliveryOf(db, source.sha256, at),
          deliveredOn: options.dayOf(new Date(at)),
          replaces: options.replaces,
        },
      });
      let byOthers: readonly SoldByOther[] = [];
      if (source.mixedFrom !== null) remark(mixedEncodings(source.mixedFrom));
      const headerLine = source.shownLine(dialect.preamble + 1);
      for (const problem of noticesOf(source, headerLine)) remark(problem);
      for (const column of refusalsOfSentences(mapping, dialect.samples))
        remark(sentences(headerLine, column));
      for await (const batch of rows) {
        expect(batch);
        for (const row of batch) {
          check.add(row.cells);
          take(row, problems);
        }
        options.onProgress?.(log.counts.rows);
      }
      check.settle(source.name);
      const gone = settle(problems);
      const skipped = mapping.guessed ? skippedByGuess(log.counts, problems, headerLine) : null;
      if (skipped !== null) remark(skipped);
      return {
        ...(kind === 'inventory' && { conclude: () => ({ gone }) }),
        behind: () => {
          finish();
          byOthers = soldByOther(db, creditNews, { importId: log.id, day: options.today });
        },
        soldByOther: () => byOthers,
        newSalespeople,
        outlook: () => ({
          late_sales: lateSales(),
          touches_without_visits: plan === null || kind !== 'sales' ? [] : touchesWithoutVisits(db, plan),
        }),
        columns: () => (mapping.guessed ? columnsTakenFor(mapping, cells.asides.columns) : null),
      };
    },
  );
}

/** Of two files delivered at one moment by their names, the same one is always the later; of two just now, the one that came later. */
const placeInOrder = (deliveredAt: string, sha256: string | null, importId: number): string =>
  `${deliveredAt} ${sha256 === null ? `~${String(importId).padStart(10, '0')}` : sha256.slice(0, 12)}`;

/** A map may say so of any column, and every sentence in it would count. */
const sentences = (line: number, column: string): Problem => ({
  line,
  column,
  value: null,
  code: 'refusal-of-sentences',
  outcome: 'warning',
  message: 'holds sentences, and the map calls it a refusal: whoever has one in it is blocked',
  hint: 'refusal_in_words = … hears only those that refuse',
});

const mixedEncodings = (line: number): Problem => ({
  line,
  column: null,
  value: null,
  code: 'mixed-encodings',
  outcome: 'warning',
  message:
    'the letters here are written in another encoding than in the rest of the file; each line was read in its own',
});

/** Exit code of a whole import: a look is needed when rows were rejected, or all were left out by a guess. */
export const importExit = (reports: readonly FileReport[]): number =>
  reports.some(({ rejected, problems }) => rejected > 0 || problems.some(({ code }) => code === ALL_SKIPPED))
    ? EXIT.needsLook
    : EXIT.done;
