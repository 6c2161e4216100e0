/** Importing one file: recognised, read through, folded into the store. */

import { basename } from 'node:path';
import { EXIT, type Fault, usageFault } from '../../domain/fault.ts';
import { Cells } from '../../importing/cells.ts';
import { fieldKnown } from '../../importing/header-field.ts';
import { BUILT_IN_LAYOUTS } from '../../importing/layouts/built-in.ts';
import type { Mapping } from '../../importing/mapping.ts';
import { profileFile } from '../../importing/profile.ts';
import { applyLayout, type NotRecognised, type Recognised, recognise } from '../../importing/recognise.ts';
import { RefusalCheck } from '../../importing/refusal-check.ts';
import { settleConsents } from '../../importing/settle-consents.ts';
import { wordsByCompany } from '../../importing/value-words.ts';
import { type Dialect, findDialect } from '../../rows/dialect.ts';
import { headerKey } from '../../rows/header-key.ts';
import { headText, type Row, readRows } from '../../rows/read-rows.ts';
import { openSource, type SourceFile } from '../../rows/source-file.ts';
import type { Store } from '../../store/engine/open-store.ts';
import { deliveredAt } from '../../store/writing/delivery.ts';
import { conventionalOrder } from '../../values/conventional-order.ts';
import { prepareRegistry } from './import-registry.ts';
import type { FileReport, ImportOptions, PreparedFile } from './prepared-file.ts';
import { rowWriter } from './row-writer.ts';
import { writeImport } from './write-import.ts';

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
      fieldOf: fieldKnown(knownHeaders(options)),
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
      write: (db) => writeExport(db, source, dialect, mapping, profile.fullShare, rows(), options),
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
  const about = { kind, layout, encoding: source.encoding, delimiter: dialect.delimiter };
  const delivered = (startedAt: string): string =>
    deliveredAt(db, source.sha256, basename(source.name), startedAt);
  return writeImport(db, source, about, options, delivered, async ({ log, deliveredAt: at, problems }) => {
    const cells = new Cells(mapping, options.today, options.timezone ?? null);
    const check = new RefusalCheck(mapping, mapping.header);
    const { take, expect, finish } = rowWriter(db, log, {
      cells,
      fullShare,
      country: options.country.given ? options.country.code : (mapping.rules.country ?? options.country.code),
      deliveredAt: at,
    });
    for await (const batch of rows) {
      expect(batch);
      for (const row of batch) {
        check.add(row.cells);
        take(row, problems);
      }
      options.onProgress?.(log.counts.rows);
    }
    check.settle(source.name);
    return {
      behind: finish,
      columns: () => (mapping.guessed ? columnsTakenFor(mapping, cells.refusals.columns) : null),
    };
  });
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
