/** What is guessed of a file's columns, as a map that a person can put right. */

import { basename } from 'node:path';
import { parse, stringify } from 'smol-toml';
import type { Field, Kind } from '../../importing/fields.ts';
import { neededFields } from '../../importing/kinds.ts';
import { BUILT_IN_LAYOUTS } from '../../importing/layouts/built-in.ts';
import type { ColumnPart, Recognised, Unclear } from '../../importing/mapping.ts';
import { type NotRecognised, recognise } from '../../importing/recognise.ts';
import { inFirstTable } from '../../importing/second-header.ts';
import { settleConsents } from '../../importing/settle-consents.ts';
import { fieldBy } from '../../importing/understand-file.ts';
import type { Dialect } from '../../rows/dialect.ts';
import { headerKey } from '../../rows/header-key.ts';
import { dialectOf } from '../../rows/read-rows.ts';
import { openSource } from '../../rows/source-file.ts';
import { type ImportOptions, REGISTRY_KIND } from './prepared-file.ts';

export interface DraftMap {
  /** TOML */
  readonly draft: string;
  readonly kind: Kind;
  readonly columns: readonly {
    readonly column: string;
    readonly field: string | null;
    readonly examples: readonly string[];
  }[];
}

/** A draft as a map's table, to be kept. */
export const tableOfDraft = ({ draft }: DraftMap): Readonly<Record<string, unknown>> => parse(draft);

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 40;

/**
 * Looks at the first rows of a file; nothing is imported and no database is needed.
 * @throws Fault for a file that is no table, or fits several layouts or kinds
 */
export async function draftMap(name: string, options: ImportOptions): Promise<DraftMap> {
  const source = await openSource(name, options);
  try {
    const found = dialectOf(source, {
      fieldOf: fieldBy(options),
      ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
    });
    const dialect = { ...found, samples: inFirstTable(found.header, found.samples) };
    const { kind } = options;
    const guess = recognise(dialect.header, dialect.samples, {
      saved: options.saved,
      builtIn: BUILT_IN_LAYOUTS,
      ...(kind === undefined || kind === REGISTRY_KIND ? {} : { kind }),
    });
    return draftOf(nameFor(name), dialect, guess);
  } finally {
    source.dispose();
  }
}

/** A map's name out of a file's: `Sold Log (Nov).csv` = `sold-log-nov`. */
const nameFor = (path: string): string =>
  headerKey(
    basename(path)
      .replace(/\.[^.]*$/, '')
      .replace(/\d+/g, ' '),
  ) === ''
    ? 'my-dms'
    : basename(path)
        .replace(/\.[^.]*$/, '')
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'my-dms';

function draftOf(name: string, dialect: Dialect, guess: Recognised | NotRecognised): DraftMap {
  const { header, samples } = dialect;
  const isWhole = 'layout' in guess;
  const kind = isWhole ? guess.kind : guess.nearest;
  const settled = isWhole ? settleConsents(guess, header, samples) : null;
  const columns: ReadonlyMap<Field, readonly number[]> =
    settled?.columns ?? (isWhole ? guess.columns : columnsOfGuess(guess));
  const splits = isWhole ? [...guess.splitDates.values()] : [];
  const joined = new Set(splits.flatMap(({ year, month, day }) => [year, month, day]));
  const fields = new Map<number, Field>();
  for (const [field, found] of columns)
    for (const column of found) if (!fields.has(column)) fields.set(column, field);
  const named = [...columns]
    .map(([field, found]) => [field, found.filter((column) => !joined.has(column))] as const)
    .filter(
      ([, found]) => found.length > 0 && found.every((column) => headerKey(header[column] ?? '') !== ''),
    );
  const table = Object.fromEntries(
    named.map(([field, found]) => [field, spelled(found.map((at) => titleAt(header, at)))]),
  );
  const unused = header.flatMap((title, column) =>
    fields.has(column) || headerKey(title) === ''
      ? []
      : [`#   ${inComment(title)}${shown(examplesOf(samples, column))}`],
  );
  const lines = [
    `# What the columns are taken for. Put it right, then: beback import --map THIS-FILE EXPORT`,
    ...(isWhole && guess.layout !== 'by-columns'
      ? [`# Read by the layout ${guess.layout} so far; this map takes its place.`]
      : []),
    stringify({ name, kind }).trimEnd(),
    ...splits.map(
      ({ year, month, day }) =>
        `# one day in three columns: ${[day, month, year].map((at) => inComment(header[at] ?? '')).join(', ')}`,
    ),
    '',
    '[columns]',
    ...(isWhole
      ? []
      : neededFields(kind, columns).map(
          ({ what, field }) => `# ${field} = "?"   # ${what}: the title of the column that has it`,
        )),
    // a column told apart by its place is a table of its own, inside this one
    stringify({ columns: table })
      .replace(/^\[columns\]\n/, '')
      .trimEnd(),
    ...(settled?.unclear ?? []).map((place) => unclearLine(header, place)),
    '',
    ...(unused.length === 0
      ? []
      : ['# Not used; put in ignored = [...] above what must never be taken for anything:', ...unused, '']),
  ];
  return {
    draft: `${lines.join('\n').trimEnd()}\n`,
    kind,
    columns: header.map((column, i) => ({
      column,
      field: fields.get(i) ?? null,
      examples: examplesOf(samples, i),
    })),
  };
}

/** The guesses of a header that was not understood as a whole. */
function columnsOfGuess({ columns }: NotRecognised): Map<Field, number[]> {
  const found = new Map<Field, number[]>();
  columns.forEach(({ field }, i) => {
    if (field !== null) found.set(field, [...(found.get(field) ?? []), i]);
  });
  return found;
}

/** A title, with its place among equal ones where it is not the first. */
export function titleAt(header: readonly string[], column: number): string | ColumnPart {
  const title = header[column] ?? '';
  const occurrence = header
    .slice(0, column + 1)
    .filter((other) => headerKey(other) === headerKey(title)).length;
  return occurrence === 1 ? title : { column: title, occurrence };
}

export const spelled = (titles: readonly (string | ColumnPart)[]): unknown =>
  titles.length === 1 ? titles[0] : titles;

const examplesOf = (samples: Dialect['samples'], column: number): string[] =>
  [...new Set(samples.map((row) => (row[column] ?? '').trim()).filter((value) => value !== ''))]
    .slice(0, EXAMPLES)
    .map((value) => value.slice(0, LONGEST_EXAMPLE));

/** A text that ends no comment and draws nothing on a terminal. */
const inComment = (text: string): string => JSON.stringify(text).replace(/[\u007f-\u009f]/g, '');

const shown = (examples: readonly string[]): string =>
  examples.length === 0 ? '' : `   e.g. ${examples.map(inComment).join(', ')}`;

function unclearLine(header: readonly string[], { column, refuses, permits }: Unclear): string {
  const title = inComment(header[column] ?? '');
  const keys = [
    ...(refuses === null ? [] : [`${refuses} = ${title} (yes = refused)`]),
    ...(permits === null ? [] : [`${permits} = ${title} (yes = allowed)`]),
  ];
  return `# may say who refuses contact: ${keys.join(' or ')}`;
}
