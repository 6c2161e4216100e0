/** What a file is, decided from its first lines: its layout, or what each of its columns holds. */

import { type Fault, usageFault } from '../domain/fault.ts';
import type { Dialect } from '../rows/dialect.ts';
import { headerKey } from '../rows/header-key.ts';
import { readRows } from '../rows/read-rows.ts';
import type { Row } from '../rows/row.ts';
import type { SourceFile } from '../rows/source-file.ts';
import { applyMap } from './apply-map.ts';
import type { Kind } from './fields.ts';
import { fieldKnown } from './header-field.ts';
import { NOT_READ_BACK } from './layouts/beback-exports.ts';
import { BUILT_IN_LAYOUTS } from './layouts/built-in.ts';
import type { Layout, Mapping, Recognised } from './mapping.ts';
import { applyLayout, type NotRecognised, recognise } from './recognise.ts';
import { inOrderOf } from './second-header.ts';
import { wordsByCompany } from './value-words.ts';

export interface UnderstandingOptions {
  readonly kind?: Kind;
  /** a layout or map to use whatever the header looks like */
  readonly forced?: Layout;
  readonly saved: readonly Layout[];
  /** asked when the header is not understood; null = cannot ask */
  readonly ask:
    | ((
        name: string,
        sampled: Pick<Dialect, 'header' | 'samples' | 'width'>,
        found: NotRecognised,
      ) => Promise<Layout | null>)
    | null;
}

/** What the title of a column names: by the maps that may hold, else by the built-in spellings. */
export const fieldBy = (options: Pick<UnderstandingOptions, 'saved' | 'forced'>) =>
  fieldKnown(knownHeaders(options));

const knownHeaders = (options: Pick<UnderstandingOptions, 'saved' | 'forced'>): Set<string> =>
  new Set(
    [...options.saved, ...(options.forced ? [options.forced] : [])].flatMap((layout) =>
      Object.values(layout.columns)
        .flat()
        .map((spelling) => headerKey(typeof spelling === 'string' ? spelling : (spelling?.column ?? ''))),
    ),
  );

/**
 * What the columns of the file are taken for: as it was said, as a layout has it, as their titles and values make likely,
 * or as a person answers.
 * @param name of the file, for the words of a fault
 * @throws Fault `unknown-header`
 */
export async function understandFile(
  name: string,
  dialect: Dialect,
  options: UnderstandingOptions,
): Promise<Recognised> {
  return withWordsByCompany(await understand(name, dialect, options), dialect);
}

async function understand(
  name: string,
  dialect: Dialect,
  options: UnderstandingOptions,
): Promise<Recognised> {
  if (options.forced) return applied(options.forced, dialect);
  refuseOwnExport(name, dialect.header);
  const found = recognise(dialect.header, dialect.samples, {
    saved: options.saved,
    builtIn: BUILT_IN_LAYOUTS,
    ...(options.kind === undefined ? {} : { kind: options.kind }),
  });
  if ('layout' in found) return found;
  // the questions are about a sale
  const ask = found.nearest === 'sales' ? options.ask : null;
  const answered = ask === null ? null : await ask(name, dialect, found);
  if (answered !== null) return applied(answered, dialect);
  throw found.noDays === null ? notUnderstood(name, found) : noDaysIn(name, found.noDays);
}

/** @throws Fault `own-export` for one that holds no sales and no visits */
function refuseOwnExport(name: string, header: readonly string[]): void {
  const titles = new Set(header.map((title) => title.toLowerCase()));
  const own = NOT_READ_BACK.find(({ signature }) => signature.every((title) => titles.has(title)));
  if (own === undefined) return;
  throw usageFault(
    'own-export',
    `${name} is an export of ${own.what} by beback itself, and is not read back`,
    'exports of sales, repair orders and appointments are; `beback backup` keeps all of a store',
  );
}

/** A map of a file without a header has all there is to know. */
const applied = (layout: Layout, { header, samples }: Dialect): Recognised =>
  layout.isMap && layout.header !== false ? applyMap(layout, header, samples) : applyLayout(layout, header);

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

/** Everything else was understood: only the days are not written as days. */
function noDaysIn(name: string, { header, examples }: NonNullable<NotRecognised['noDays']>): Fault {
  const shown = examples.map((value) => JSON.stringify(value.slice(0, 40))).join(', ');
  return usageFault(
    'unreadable-dates',
    `${name}: column "${header}" should have the days, and holds none that can be read: ${shown}`,
    'export the file again with plain dates (12/31/2025, 2025-12-31); if another column has the day, name it in a map',
  );
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
    '`beback import --draft-map FILE` prints a map to put right; read the file by it with --map MAP, and keep it with --save-map NAME',
  ].join('; ');
  return usageFault(
    'unknown-header',
    `${name}: the header was not understood; ${why}. The columns and the best guess for each:\n${lines.join('\n')}`,
    tryThis,
  );
}

const KIND_IN_WORDS = {
  'repair-orders': 'repair orders',
  appointments: 'appointments',
  inventory: 'the stock of cars',
} as const;

/** The rows below the header, some hundred at a time, in the order of its columns. @throws Fault `second-header` */
export async function* dataRows(
  source: SourceFile,
  dialect: Dialect,
  recognised: Recognised,
): AsyncGenerator<Row[]> {
  let first = !recognised.headerless;
  const ordered = recognised.headerless
    ? (rows: Row[]): Row[] => rows
    : inOrderOf(source.name, dialect.header, recognised.columns);
  for await (const batch of readRows(source, dialect)) {
    yield ordered(first ? batch.slice(1) : batch);
    first = false;
  }
}

/** What each column was taken for. @param aside what columns told that are about something else */
export function columnsTakenFor(
  mapping: Mapping,
  aside: ReadonlyMap<number, string>,
): { column: string; field: string | null }[] {
  const fields = new Map<number, string>();
  for (const [field, columns] of mapping.columns)
    for (const column of columns) if (!fields.has(column)) fields.set(column, field);
  for (const [column, told] of aside) if (!fields.has(column)) fields.set(column, told);
  return mapping.header.map((column, i) => ({ column, field: fields.get(i) ?? null }));
}
