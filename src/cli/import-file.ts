/** Importing one file: recognise, read, fold and write it, all in one transaction. */

import { basename } from 'node:path';
import type { Day } from '../domain/day.ts';
import { EXIT, type Fault, usageFault } from '../domain/fault.ts';
import type { Problem } from '../domain/problem.ts';
import { Cells } from '../importing/cells.ts';
import { type Dialect, findDialect } from '../importing/dialect.ts';
import { headerKey, type Kind } from '../importing/fields.ts';
import { BUILT_IN_LAYOUTS } from '../importing/layouts/built-in.ts';
import type { Layout, Mapping } from '../importing/mapping.ts';
import type { DateOrder } from '../importing/normalise/dates.ts';
import { conventionalOrder, profileFile } from '../importing/profile.ts';
import { headText, type Row, readRows } from '../importing/read-rows.ts';
import { readDealName, readSale } from '../importing/read-sale.ts';
import { readAppointment, readRepairOrder } from '../importing/read-visit.ts';
import { applyLayout, type NotRecognised, type Recognised, recognise } from '../importing/recognise.ts';
import type { OptedOut, RowReading } from '../importing/records.ts';
import { reportLineTest } from '../importing/report-lines.ts';
import { rowHasher } from '../importing/row-hash.ts';
import { type Encoding, openSource, type SourceFile } from '../importing/source-file.ts';
import type { Store } from '../store/open-store.ts';
import { asStoreFault } from '../store/store-fault.ts';
import { BulkLoad } from '../store/writing/bulk-load.ts';
import { deliveredAt } from '../store/writing/delivery.ts';
import { ImportLog } from '../store/writing/import-log.ts';
import { type RowOutcome, SaleWriter } from '../store/writing/sale-writer.ts';
import { VisitWriter } from '../store/writing/visit-writer.ts';

export interface ImportOptions {
  readonly kind?: Kind;
  /** a layout or map to use whatever the header looks like */
  readonly forced?: Layout;
  readonly saved: readonly Layout[];
  readonly dateOrder?: DateOrder;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly dryRun: boolean;
  readonly today: Day;
  /** ISO 3166; `given` when the settings name it and it is no mere default */
  readonly country: { readonly code: string; readonly given: boolean };
  readonly by: string;
  /** asked when the header is not understood; null = cannot ask */
  readonly ask:
    | ((name: string, header: readonly string[], found: NotRecognised) => Promise<Layout | null>)
    | null;
  /** called now and then with the rows done */
  readonly onProgress?: (rows: number) => void;
}

export interface FileReport {
  readonly file: string;
  readonly import_id: number | null;
  readonly kind: Kind;
  readonly layout: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  readonly rejected: number;
  /** what each column was taken for, when the columns were understood one by one */
  readonly columns: readonly { readonly column: string; readonly field: string | null }[] | null;
  readonly problems: readonly Problem[];
}

/** A file that was read through and understood; nothing is written yet. */
export interface PreparedFile {
  readonly write: (db: Store) => Promise<FileReport>;
  /** takes the copy of a pipe away again */
  readonly dispose: () => void;
}

/**
 * Opens a file, recognises it and looks through its values, without touching a database.
 * @param name path, or `-` for standard input
 * @throws Fault
 */
export async function prepareFile(name: string, options: ImportOptions): Promise<PreparedFile> {
  const source = await openSource(name, options.encoding);
  try {
    const dialect = findDialect(headText(source), {
      name,
      knownHeaders: knownHeaders(options),
      headerless: options.forced?.header === false,
      ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
    });
    const recognised = await understand(name, dialect, options);
    const rows = (): AsyncGenerator<Row[]> => dataRows(source, dialect, recognised);
    const profile = await profileFile(recognised, rows(), {
      header: dialect.header,
      name,
      conventional: options.country.given ? conventionalOrder(options.country.code) : null,
      ...(options.dateOrder === undefined ? {} : { dateOrder: options.dateOrder }),
    });
    const mapping: Mapping = {
      ...recognised,
      rules:
        profile.nameOrder === null ? recognised.rules : { ...recognised.rules, nameOrder: profile.nameOrder },
      header: dialect.header,
      dateOrders: profile.dateOrders,
    };
    return {
      write: (db) => writeRows(db, source, dialect, mapping, profile.fullShare, rows(), options),
      dispose: source.dispose,
    };
  } catch (error) {
    source.dispose();
    throw error;
  }
}

/**
 * Imports one file; on any fault the store is as it was.
 * @throws Fault
 */
export async function importFile(db: Store, name: string, options: ImportOptions): Promise<FileReport> {
  const prepared = await prepareFile(name, options);
  try {
    return await prepared.write(db);
  } finally {
    prepared.dispose();
  }
}

const knownHeaders = (options: ImportOptions): Set<string> =>
  new Set(
    [...options.saved, ...(options.forced ? [options.forced] : [])].flatMap((layout) =>
      Object.values(layout.columns).flat().map(headerKey),
    ),
  );

async function understand(name: string, dialect: Dialect, options: ImportOptions): Promise<Recognised> {
  if (options.forced) return applyLayout(options.forced, dialect.header);
  const found = recognise(dialect.header, dialect.samples, {
    saved: options.saved,
    builtIn: BUILT_IN_LAYOUTS,
    ...(options.kind === undefined ? {} : { kind: options.kind }),
  });
  if ('layout' in found) return found;
  const answered = options.ask === null ? null : await options.ask(name, dialect.header, found);
  if (answered !== null) return applyLayout(answered, dialect.header);
  throw notUnderstood(name, found);
}

function notUnderstood(name: string, { columns, missing, candidates }: NotRecognised): Fault {
  const width = Math.min(32, Math.max(...columns.map(({ header }) => header.length)));
  const lines = columns.map(
    ({ header, field, examples }) =>
      `  ${header.slice(0, 32).padEnd(width)}  ${field ?? '?'}${examples.length > 0 ? `   e.g. ${examples.join(' | ').slice(0, 60)}` : ''}`,
  );
  const tryThis = [
    ...candidates.map((layout) => `if the file has no header line, perhaps: --layout ${layout}`),
    'write a map and name it with --map FILE; `beback layouts --help` shows one, `beback layouts --fields` lists the fields',
  ].join('; ');
  return usageFault(
    'unknown-header',
    `${name}: the header was not understood; missing: ${missing.join('; ')}. The columns and the best guess for each:\n${lines.join('\n')}`,
    tryThis,
  );
}

async function* dataRows(
  source: SourceFile,
  dialect: Dialect,
  recognised: Recognised,
): AsyncGenerator<Row[]> {
  let first = !recognised.headerless;
  for await (const batch of readRows(source, dialect)) {
    yield first ? batch.slice(1) : batch;
    first = false;
  }
}

async function writeRows(
  db: Store,
  source: SourceFile,
  dialect: Dialect,
  mapping: Mapping,
  fullShare: number,
  rows: AsyncIterable<Row[]>,
  options: ImportOptions,
): Promise<FileReport> {
  const startedAt = new Date().toISOString();
  const bulk = new BulkLoad(db, source.bytes);
  try {
    bulk.begin();
    const log = new ImportLog(db, {
      file: source.name,
      sha256: source.sha256,
      bytes: source.bytes,
      kind: mapping.kind,
      layout: mapping.layout,
      encoding: source.encoding,
      delimiter: dialect.delimiter,
      startedAt,
      deliveredAt: deliveredAt(db, source.sha256, basename(source.name), startedAt),
      by: options.by,
    });
    const problems: Problem[] = [];
    const rowWriter = writerFor(db, mapping, fullShare, log, options);
    for await (const batch of rows) {
      for (const row of batch) rowWriter(row, problems);
      options.onProgress?.(log.counts.rows);
    }
    log.finish(new Date().toISOString());
    if (options.dryRun && !bulk.isNested) bulk.rollback();
    else bulk.commit();
    return {
      file: source.name,
      import_id: options.dryRun ? null : log.id,
      kind: mapping.kind,
      layout: mapping.layout,
      encoding: source.encoding,
      delimiter: dialect.delimiter,
      ...log.counts,
      columns: mapping.guessed ? columnsTakenFor(mapping) : null,
      problems,
    };
  } catch (error) {
    bulk.rollback();
    throw asStoreFault(error, db.name);
  }
}

type RowWriter = (row: Row, problems: Problem[]) => void;

function writerFor(
  db: Store,
  mapping: Mapping,
  fullShare: number,
  log: ImportLog,
  options: ImportOptions,
): RowWriter {
  const cells = new Cells(mapping, options.today);
  const isReportLine = reportLineTest(mapping);
  const reading = {
    country: options.country.given ? options.country.code : (mapping.rules.country ?? options.country.code),
    fullShare,
    hashOf: rowHasher(mapping),
  };
  const apply = applierFor(db, mapping.kind, log, cells, reading);
  const width = mapping.header.length;
  const note = (problem: Problem, row: Row, problems: Problem[]): void => {
    log.problem(problem, problem.outcome === 'rejected' ? rawText(row) : null);
    problems.push(problem);
  };
  return (row, problems) => {
    if (isReportLine(row.cells)) return;
    cells.start(row);
    if (row.cells.length > width && row.cells.slice(width).some((cell) => cell.trim() !== '')) {
      log.row(row.line, 'rejected');
      note(cells.problem('rejected', tooManyFields(row.cells.length, width)), row, problems);
      return;
    }
    const { outcome, noted } = apply();
    if (outcome === null) return;
    log.row(row.line, outcome);
    for (const problem of noted) note(problem, row, problems);
  };
}

const tooManyFields = (found: number, width: number): { code: string; message: string; hint: string } => ({
  code: 'too-many-fields',
  message: `the row has ${found} fields, the header ${width}; nothing was shifted to make it fit`,
  hint: 'put quotes around the value with the extra separator, or export the file again',
});

/** Nothing new in the row, so nothing to remark on either. */
const SAME = { outcome: 'same', noted: [] } as const;

type Applied = { readonly outcome: RowOutcome | null; readonly noted: readonly Problem[] };

function applierFor(
  db: Store,
  kind: Kind,
  log: ImportLog,
  cells: Cells,
  reading: Parameters<typeof readSale>[1],
): () => Applied {
  const evidence = { importId: log.id, deliveredAt: deliveryOf(db, log.id) };
  if (kind === 'sales') {
    const writer = new SaleWriter(db, evidence);
    return () => {
      if (writer.knows(readDealName(cells), reading.hashOf(cells.row))) return SAME;
      cells.start(cells.row);
      const read = readSale(cells, reading);
      const left = applied(read, writer, (record) => writer.write(record));
      if (read.outcome !== 'skipped' || read.gone === null) return left;
      const outcome = writer.takeBack(read.gone, read.gone.hash);
      return { outcome, noted: outcome === 'skipped' ? read.problems : [] };
    };
  }
  const writer = new VisitWriter(db, evidence);
  if (kind === 'repair-orders') {
    return () =>
      applied(readRepairOrder(cells, reading), writer, (record) => writer.writeRepairOrder(record));
  }
  return () => applied(readAppointment(cells, reading), writer, (record) => writer.writeAppointment(record));
}

function applied<T>(
  read: RowReading<T>,
  writer: { readonly block: (optedOut: OptedOut) => void },
  write: (record: T) => RowOutcome,
): Applied {
  switch (read.outcome) {
    case 'record':
      return { outcome: write(read.record), noted: read.problems };
    case 'ignored':
      return { outcome: null, noted: [] };
    default:
      if (read.optedOut) writer.block(read.optedOut);
      return { outcome: read.outcome, noted: read.problems };
  }
}

const deliveryOf = (db: Store, importId: number): string =>
  String(db.prepare('SELECT delivered_at FROM import WHERE id = ?').pluck().get(importId));

/** The row as CSV again, quoted where it must be. */
const rawText = (row: Row): string =>
  row.cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

function columnsTakenFor(mapping: Mapping): { column: string; field: string | null }[] {
  const fields = new Map<number, string>();
  for (const [field, columns] of mapping.columns)
    for (const column of columns) if (!fields.has(column)) fields.set(column, field);
  return mapping.header.map((column, i) => ({ column, field: fields.get(i) ?? null }));
}

/** Exit code of a whole import: a look is needed when rows were rejected. */
export const importExit = (reports: readonly FileReport[]): number =>
  reports.some((report) => report.rejected > 0) ? EXIT.needsLook : EXIT.done;
