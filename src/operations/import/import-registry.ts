/** Importing a copy of the do-not-call registry: told from exports of the DMS at once, and kept apart from them. */

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { addDays, type Day, daysBetween, parseDay } from '../../domain/day.ts';
import { Fault, usageFault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import {
  type NumberList,
  nameSaysRegistry,
  numberList,
  type RegistryLayout,
  registryNumber,
} from '../../importing/registry-file.ts';
import { REGISTRY_DAYS } from '../../law/law-table.ts';
import { headText, readRows } from '../../rows/read-rows.ts';
import type { SourceFile } from '../../rows/source-file.ts';
import type { Store } from '../../store/engine/open-store.ts';
import { asStoreFault } from '../../store/engine/store-fault.ts';
import { BulkLoad } from '../../store/writing/bulk-load.ts';
import { dayInName } from '../../store/writing/delivery.ts';
import { addEntry } from '../../store/writing/entry-log.ts';
import { ImportLog } from '../../store/writing/import-log.ts';
import { RegistryWriter } from '../../store/writing/registry-writer.ts';
import {
  type FileReport,
  type ImportOptions,
  type PreparedFile,
  REGISTRY_KIND,
  refuseIfChanged,
} from './prepared-file.ts';

/**
 * The import of `source` when it is a copy of the registry; null for any other file.
 * @throws Fault `registry-too-old`; `not-a-registry` when it was said to be one; `perhaps-registry` for numbers of which
 * nobody says what they are
 */
export function prepareRegistry(source: SourceFile, options: ImportOptions): PreparedFile | null {
  const asked = options.kind === REGISTRY_KIND;
  if (!asked && (options.kind !== undefined || options.forced !== undefined)) return null;
  const list = numberList(headText(source), source.bytes <= source.head.length + source.bom);
  if (list === null) {
    if (!asked) return null;
    throw usageFault(
      'not-a-registry',
      `${source.name} is not a list of telephone numbers`,
      'a copy of the registry has the area code and the number in two columns, or ten digits in one; a list of changes is no copy',
    );
  }
  if (!asked) refuseUnsaid(source.name, list);
  const { layout } = list;
  const asOf = dayOfCopy(source, options);
  const age = daysBetween(asOf, options.today);
  if (age > REGISTRY_DAYS) {
    throw new Fault(
      `${source.name} is of ${asOf}, ${age} days old: a copy of the registry may be at most ${REGISTRY_DAYS}`,
      { code: 'registry-too-old', hint: 'download a new one and import that; nothing was changed' },
    );
  }
  return {
    write: (db) => writeRegistry(db, source, layout, asOf, options),
    hasChanged: source.hasChanged,
    dispose: source.dispose,
  };
}

/** Who names the kind knows the file; without that, a few spoilt rows are all that may be wrong with it. */
const NEARLY_ALL = 0.9;

/** Any column of ten-digit numbers looks like the registry. */
function refuseUnsaid(name: string, { titleSaysSo, share }: NumberList): void {
  const isSaid = titleSaysSo || nameSaysRegistry(name);
  if (isSaid && share >= NEARLY_ALL) return;
  throw usageFault(
    'perhaps-registry',
    isSaid
      ? `${name} is said to be the do-not-call registry, and many of its rows hold no number of ten digits`
      : `${name} is a list of ten-digit numbers, and neither its header nor its name says what they are`,
    'if it is a whole copy of the do-not-call registry: --kind do-not-call; anything else is not taken in like this',
  );
}

/** The day in the file's name, unless it is still to come; else the day the file was last changed. */
function dayOfCopy(source: SourceFile, { today, dayOf }: ImportOptions): Day {
  const changed = dayOf(statSync(source.path).mtime);
  const latest = addDays(changed > today ? changed : today, 1);
  const named = parseDay(dayInName(basename(source.name))?.slice(0, 10) ?? '');
  return named !== null && named <= latest ? named : changed;
}

async function writeRegistry(
  db: Store,
  source: SourceFile,
  layout: RegistryLayout,
  asOf: Day,
  options: ImportOptions,
): Promise<FileReport> {
  const startedAt = new Date().toISOString();
  const bulk = new BulkLoad(db, source.bytes);
  const { encoding } = source;
  const { delimiter } = layout;
  const about = { kind: REGISTRY_KIND, layout: 'do-not-call-registry', encoding, delimiter } as const;
  try {
    bulk.begin();
    const log = new ImportLog(db, {
      ...about,
      file: source.name,
      sha256: source.sha256,
      bytes: source.bytes,
      startedAt,
      deliveredAt: `${asOf}T00:00:00.000Z`,
      by: options.by,
    });
    const writer = new RegistryWriter(db, {
      importId: log.id,
      file: source.name,
      asOf,
      by: options.by,
      importedAt: startedAt,
      replaces: options.replaces,
    });
    const problems: Problem[] = [];
    for await (const batch of rowsOf(source, layout)) {
      for (const { line, cells } of batch) {
        const number = registryNumber(layout, cells);
        log.row(line, number === null ? 'rejected' : writer.write(number));
        if (number !== null) continue;
        const problem = notANumber(line, layout, cells);
        log.problem(problem, cells.join(delimiter));
        problems.push(problem);
      }
      options.onProgress?.(log.counts.rows);
    }
    const change = writer.finish();
    refuseIfChanged(source);
    const entry = addEntry(db, options.acting(), { customerId: null, action: 'registry', details: change });
    log.finish(new Date().toISOString());
    if (options.dryRun && !bulk.isNested) bulk.rollback();
    else bulk.commit();
    return {
      file: source.name,
      import_id: options.dryRun ? null : log.id,
      ...about,
      ...log.counts,
      removed: change.areas.reduce((sum, { removed }) => sum + removed, 0),
      entry: options.dryRun ? null : entry,
      columns: null,
      problems,
    };
  } catch (error) {
    bulk.rollback();
    throw asStoreFault(error, db.name);
  }
}

const rowsOf = (source: SourceFile, { delimiter, titles, header }: RegistryLayout) =>
  readRows(source, {
    delimiter,
    quoted: headText(source).includes('"'),
    preamble: titles,
    header,
    width: header.length,
    samples: [],
  });

function notANumber(line: number, { header, number }: RegistryLayout, cells: readonly string[]): Problem {
  return {
    line,
    column: header[number] ?? null,
    value: cells[number] ?? null,
    code: 'bad-phone',
    outcome: 'rejected',
    message: 'the row holds no North American number of ten digits',
  };
}
