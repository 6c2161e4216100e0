/** Importing a copy of the do-not-call registry: told from exports of the DMS at once, and kept apart from them. */

import { basename } from 'node:path';
import { addDays, type Day, daysBetween, parseDay } from '../../domain/day.ts';
import { Fault, usageFault } from '../../domain/fault.ts';
import {
  type NumberList,
  nameSaysRegistry,
  notANumber,
  numberList,
  type RegistryLayout,
  registryNumber,
} from '../../importing/registry-file.ts';
import { REGISTRY_DAYS } from '../../law/law-table.ts';
import { readRows } from '../../rows/read-rows.ts';
import type { SourceFile } from '../../rows/source-file.ts';
import type { Store } from '../../store/engine/store.ts';
import { addEntry } from '../../store/writing/entry-log.ts';
import { RegistryWriter } from '../../store/writing/registry-writer.ts';
import { dayInName } from '../../values/day-in-name.ts';
import {
  type FileReport,
  type ImportOptions,
  noticesOf,
  type PreparedFile,
  REGISTRY_KIND,
  writingOf,
} from './prepared-file.ts';
import { writeImport } from './write-import.ts';

/**
 * The import of `source` when it is a copy of the registry; null for any other file.
 * @throws Fault `registry-too-old`; `not-a-registry` when it was said to be one; `perhaps-registry` for numbers of which
 * nobody says what they are
 */
export function prepareRegistry(source: SourceFile, options: ImportOptions): PreparedFile | null {
  const asked = options.kind === REGISTRY_KIND;
  if (!asked && (options.kind !== undefined || options.forced !== undefined)) return null;
  const list = numberList(source.head, source.isShort);
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
  const changed = dayOf(source.modified);
  const latest = addDays(changed > today ? changed : today, 1);
  const named = parseDay(dayInName(basename(source.name))?.slice(0, 10) ?? '');
  return named !== null && named <= latest ? named : changed;
}

function writeRegistry(
  db: Store,
  source: SourceFile,
  layout: RegistryLayout,
  asOf: Day,
  options: ImportOptions,
): Promise<FileReport> {
  const { name: file } = source;
  const { delimiter } = layout;
  const about = {
    kind: REGISTRY_KIND,
    layout: 'do-not-call-registry',
    ...writingOf(source),
    delimiter,
  } as const;
  const { by, replaces, dryRun } = options;
  return writeImport(
    db,
    source,
    about,
    options,
    () => `${asOf}T00:00:00.000Z`,
    async ({ log, startedAt: importedAt, problems }) => {
      for (const problem of noticesOf(source, source.shownLine(1))) {
        log.problem(problem, null);
        problems.push(problem);
      }
      const writer = new RegistryWriter(db, { importId: log.id, file, asOf, by, importedAt, replaces });
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
      return {
        conclude: () => {
          const entry = addEntry(db, options.acting(), {
            customerId: null,
            action: 'registry',
            details: change,
          });
          const removed = change.areas.reduce((sum, area) => sum + area.removed, 0);
          return { removed, entry: dryRun ? null : entry };
        },
      };
    },
  );
}

const rowsOf = (source: SourceFile, { delimiter, titles, header }: RegistryLayout) =>
  readRows(source, {
    delimiter,
    quoted: source.head.includes('"'),
    preamble: titles,
    header,
    width: header.length,
    samples: [],
  });
