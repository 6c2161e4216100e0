/** Importing one file: recognise, read, fold and write it, all in one transaction. */

import { basename } from 'node:path';
import { EXIT, type Fault, usageFault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { Cells } from '../../importing/cells.ts';
import { headerKey } from '../../importing/fields.ts';
import { BUILT_IN_LAYOUTS } from '../../importing/layouts/built-in.ts';
import type { Mapping } from '../../importing/mapping.ts';
import { conventionalOrder, profileFile } from '../../importing/profile.ts';
import { applyLayout, type NotRecognised, type Recognised, recognise } from '../../importing/recognise.ts';
import { RefusalCheck } from '../../importing/refusal-check.ts';
import { settleConsents } from '../../importing/settle-consents.ts';
import { wordsByCompany } from '../../importing/value-words.ts';
import { type Dialect, findDialect } from '../../rows/dialect.ts';
import { headText, type Row, readRows } from '../../rows/read-rows.ts';
import { openSource, type SourceFile } from '../../rows/source-file.ts';
import type { Store } from '../../store/engine/open-store.ts';
import { asStoreFault } from '../../store/engine/store-fault.ts';
import { BulkLoad } from '../../store/writing/bulk-load.ts';
import { deliveredAt } from '../../store/writing/delivery.ts';
import { ImportLog } from '../../store/writing/import-log.ts';
import { prepareRegistry } from './import-registry.ts';
import { type FileReport, type ImportOptions, type PreparedFile, refuseIfChanged } from './prepared-file.ts';
import { rowWriter } from './row-writer.ts';

/**
 * Opens a file, recognises it and looks through its values, without touching a database.
 * @param name path, or `-` for standard input
 * @throws Fault
 */
export async function prepareFile(name: string, options: ImportOptions): Promise<PreparedFile> {
  const source = await openSource(name, options.encoding);
  try {
    const registry = prepareRegistry(source, options);
    if (registry !== null) return registry;
    const dialect = findDialect(headText(source), {
      name,
      knownHeaders: knownHeaders(options),
      headerless: options.forced?.header === false,
      ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
    });
    const recognised = withWordsByCompany(await understand(name, dialect, options), dialect);
    const rows = (): AsyncGenerator<Row[]> => dataRows(source, dialect, recognised);
    const consents = settleConsents(recognised, dialect.header, dialect.samples);
    const profile = await profileFile({ ...recognised, ...consents }, rows(), {
      header: dialect.header,
      name,
      conventional: options.country.given ? conventionalOrder(options.country.code) : null,
      ...(options.dateOrder === undefined ? {} : { dateOrder: options.dateOrder }),
    });
    const mapping: Mapping = {
      ...recognised,
      ...consents,
      rules:
        profile.nameOrder === null ? recognised.rules : { ...recognised.rules, nameOrder: profile.nameOrder },
      header: dialect.header,
      width: dialect.width,
      dateOrders: profile.dateOrders,
      speaksOfLeases: profile.speaksOfLeases,
      soleSalespeople: profile.soleSalespeople,
    };
    return {
      write: (db) => writeRows(db, source, dialect, mapping, profile.fullShare, rows(), options),
      hasChanged: source.hasChanged,
      dispose: source.dispose,
    };
  } catch (error) {
    source.dispose();
    throw error;
  }
}

/** What a map or layout declares goes before what the other words of the column make likely. */
function withWordsByCompany(recognised: Recognised, { samples }: Dialect): Recognised {
  const { columns, rules } = recognised;
  const likely = (columns.get('sale_class') ?? []).flatMap((column) =>
    Object.entries(wordsByCompany(samples.map((row) => row[column] ?? ''))),
  );
  const saleClass = { ...Object.fromEntries(likely), ...rules.words?.sale_class };
  const words = { ...rules.words, sale_class: saleClass };
  return { ...recognised, rules: { ...rules, words } };
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
    ...(options.kind === undefined || options.kind === 'do-not-call' ? {} : { kind: options.kind }),
  });
  if ('layout' in found) return found;
  // the questions are about a sale
  const ask = found.nearest === 'sales' ? options.ask : null;
  const answered = ask === null ? null : await ask(name, dialect.header, found);
  if (answered !== null) return applyLayout(answered, dialect.header);
  throw notUnderstood(name, found);
}

function notUnderstood(name: string, { columns, nearest, missing, doubt, candidates }: NotRecognised): Fault {
  const width = Math.min(32, Math.max(...columns.map(({ header }) => header.length)));
  const lines = columns.map(
    ({ header, field, examples }) =>
      `  ${header.slice(0, 32).padEnd(width)}  ${field ?? '?'}${examples.length > 0 ? `   e.g. ${examples.join(' | ').slice(0, 60)}` : ''}`,
  );
  const kind = nearest === 'sales' ? '' : `taken for ${KIND_IN_WORDS[nearest]}, `;
  const why =
    doubt === null ? `${kind}missing: ${missing.join('; ')}` : `perhaps these are no sales: ${doubt}`;
  const tryThis = [
    ...(doubt === null ? [] : ['if they are sales all the same: --kind sales']),
    ...candidates.map((layout) => `if the file has no header line, perhaps: --layout ${layout}`),
    'write a map and name it with --map FILE; `beback layouts --help` shows one, `beback layouts --fields` lists the fields',
  ].join('; ');
  return usageFault(
    'unknown-header',
    `${name}: the header was not understood; ${why}. The columns and the best guess for each:\n${lines.join('\n')}`,
    tryThis,
  );
}

const KIND_IN_WORDS = { 'repair-orders': 'repair orders', appointments: 'appointments' } as const;

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
    const delivered = deliveredAt(db, source.sha256, basename(source.name), startedAt);
    const log = new ImportLog(db, {
      file: source.name,
      sha256: source.sha256,
      bytes: source.bytes,
      kind: mapping.kind,
      layout: mapping.layout,
      encoding: source.encoding,
      delimiter: dialect.delimiter,
      startedAt,
      deliveredAt: delivered,
      by: options.by,
    });
    const problems: Problem[] = [];
    const cells = new Cells(mapping, options.today, options.timezone ?? null);
    const check = new RefusalCheck(mapping, mapping.header);
    const { take, finish } = rowWriter(db, log, {
      cells,
      fullShare,
      country: options.country.given ? options.country.code : (mapping.rules.country ?? options.country.code),
      deliveredAt: delivered,
    });
    for await (const batch of rows) {
      for (const row of batch) {
        check.add(row.cells);
        take(row, problems);
      }
      options.onProgress?.(log.counts.rows);
    }
    check.settle(source.name);
    refuseIfChanged(source);
    log.finish(new Date().toISOString());
    if (options.dryRun && !bulk.isNested) bulk.rollback();
    else bulk.commit(finish);
    return {
      file: source.name,
      import_id: options.dryRun ? null : log.id,
      kind: mapping.kind,
      layout: mapping.layout,
      encoding: source.encoding,
      delimiter: dialect.delimiter,
      ...log.counts,
      columns: mapping.guessed ? columnsTakenFor(mapping, cells.refusals.columns) : null,
      problems,
    };
  } catch (error) {
    bulk.rollback();
    throw asStoreFault(error, db.name);
  }
}

function columnsTakenFor(
  mapping: Mapping,
  refusals: ReadonlySet<number>,
): { column: string; field: string | null }[] {
  const fields = new Map<number, string>();
  for (const [field, columns] of mapping.columns)
    for (const column of columns) if (!fields.has(column)) fields.set(column, field);
  for (const column of refusals) if (!fields.has(column)) fields.set(column, 'refusal_in_words');
  return mapping.header.map((column, i) => ({ column, field: fields.get(i) ?? null }));
}

/** Exit code of a whole import: a look is needed when rows were rejected. */
export const importExit = (reports: readonly FileReport[]): number =>
  reports.some((report) => report.rejected > 0) ? EXIT.needsLook : EXIT.done;
