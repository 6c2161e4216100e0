/** Which layout a file has, or what each of its columns is most likely to be. */

import { usageFault } from '../domain/fault.ts';
import { applyMap } from './apply-map.ts';
import { placeOf, placesOf } from './derived-columns.ts';
import type { Field, Kind } from './fields.ts';
import { guessedColumns, valuesOf } from './guess-columns.ts';
import { fieldOfHeader } from './header-field.ts';
import { forKind, kindsThatFit, missingFields, nearestKind } from './kinds.ts';
import type { Layout, Mapping, Recognised } from './mapping.ts';
import { signsOfSales } from './sale-signs.ts';

/** What is known of one column when the header as a whole was not understood. */
export interface ColumnGuess {
  readonly header: string;
  readonly field: Field | null;
  readonly examples: readonly string[];
}

/** The header could not be understood well enough; a person can be asked, or a map written. */
export interface NotRecognised {
  readonly columns: readonly ColumnGuess[];
  /** the kind the columns come nearest to */
  readonly nearest: Kind;
  /** in words, what that kind needs and the columns do not give */
  readonly missing: readonly string[];
  /** a column whose title says it has the days that are missing, and what stands in it instead of days */
  readonly noDays: { readonly header: string; readonly examples: readonly string[] } | null;
  /** in words, why they are perhaps no sales though nothing is missing */
  readonly doubt: string | null;
  readonly candidates: readonly string[];
}

export interface RecogniseOptions {
  readonly kind?: Kind;
  /** saved maps first, then the built-in layouts */
  readonly saved: readonly Layout[];
  readonly builtIn: readonly Layout[];
}

type Samples = readonly (readonly string[])[];

/**
 * Recognises a file by its header: a saved map, a built-in layout, else column by column.
 * @throws Fault `two-layouts` when several layouts or kinds fit alike
 */
export function recognise(
  header: readonly string[],
  samples: Samples,
  options: RecogniseOptions,
): Recognised | NotRecognised {
  const wanted = (layout: Layout): boolean => options.kind === undefined || layout.kind === options.kind;
  for (const layouts of [options.saved, options.builtIn]) {
    const claims = layouts.filter((layout) => wanted(layout) && claimsHeader(layout, header));
    if (claims.length > 1) {
      throw usageFault(
        'two-layouts',
        `this header fits ${claims.map((layout) => layout.name).join(' and ')}`,
        `say which: ${claims.map((layout) => `--layout ${layout.name}`).join(' or ')}`,
      );
    }
    const [only] = claims;
    if (only) return only.isMap ? applyMap(only, header, samples) : applyLayout(only, header);
  }
  return guessColumns(header, samples, options);
}

/** Whether every header of the layout's signature is there. */
export function claimsHeader(layout: Layout, header: readonly string[]): boolean {
  if (layout.header === false) return false;
  const places = placesOf(header);
  return (
    layout.signature.length > 0 &&
    layout.signature.every((column) => placeOf(places, column) !== undefined) &&
    // of what a map names, the second column may be the one that makes it up
    Object.values(layout.columns)
      .flat()
      .every(
        (column) =>
          typeof column === 'string' || column === undefined || placeOf(places, column) !== undefined,
      )
  );
}

/**
 * Puts a layout's columns to this header's positions; spellings the file lacks are left out.
 * @throws Fault `column-missing` when nothing of what the kind needs is found
 */
export function applyLayout(layout: Layout, header: readonly string[]): Recognised {
  const places = placesOf(header);
  const columns = new Map<Field, number[]>();
  for (const [field, spellings] of Object.entries(layout.columns)) {
    const found = [spellings ?? []].flat().flatMap((spelling) => placeOf(places, spelling) ?? []);
    if (found.length > 0) columns.set(field as Field, found);
  }
  const missing = missingFields(layout.kind, columns);
  if (missing.length > 0) {
    throw usageFault(
      'column-missing',
      `layout ${layout.name} does not fit this file: it has no column for ${missing.join(', ')}`,
      'leave --layout and --map away to have the columns recognised one by one',
    );
  }
  return {
    layout: layout.name,
    kind: layout.kind,
    rules: layout,
    columns,
    derived: [],
    splitDates: NONE_SPLIT,
    guessed: false,
    headerless: layout.header === false,
  };
}

const NONE_TAKEN: ReadonlySet<number> = new Set();
const NONE_SPLIT: Mapping['splitDates'] = new Map();

function guessColumns(
  header: readonly string[],
  samples: Samples,
  options: RecogniseOptions,
): Recognised | NotRecognised {
  const { columns, splitDates } = guessedColumns(header, samples, NONE_TAKEN);
  const signs = signsOfSales(header, columns);
  const kinds = kindsThatFit(columns, options.kind, signs);
  if (kinds.length > 1) {
    throw usageFault(
      'two-kinds',
      `these columns could be ${kinds.join(' or ')}`,
      `say which: ${kinds.map((kind) => `--kind ${kind}`).join(' or ')}`,
    );
  }
  const [kind] = kinds;
  if (kind)
    return {
      layout: 'by-columns',
      kind,
      rules: {},
      columns: forKind(kind, columns),
      derived: [],
      splitDates,
      guessed: true,
      headerless: false,
    };
  const nearest = options.kind ?? nearestKind(columns, signs);
  const missing = missingFields(nearest, forKind(nearest, columns));
  const headerless = options.builtIn.filter(
    (layout) => layout.header === false && layout.width === header.length,
  );
  return {
    columns: header.map((name, i) => ({
      header: name,
      field: [...columns].find(([, found]) => found.includes(i))?.[0] ?? null,
      examples: [...new Set(valuesOf(samples, i).filter((value) => value.trim() !== ''))].slice(0, 3),
    })),
    nearest,
    missing,
    noDays:
      missing.length === 1 && / date$/.test(missing[0] ?? '')
        ? columnWithoutDays(nearest, header, samples)
        : null,
    doubt: missing.length === 0 ? signs.doubt : null,
    candidates: headerless.map((layout) => layout.name),
  };
}

const DAY_OF: Readonly<Record<Kind, readonly Field[]>> = {
  sales: ['sold_on', 'delivered_on'],
  'repair-orders': ['closed_on', 'opened_on'],
  appointments: ['appointment_on'],
  inventory: [],
};

/** The best column for the day by its title, when none of its values is one. */
function columnWithoutDays(kind: Kind, header: readonly string[], samples: Samples): NotRecognised['noDays'] {
  const [best] = header
    .map((name, column) => ({ name, column, guess: fieldOfHeader(name) }))
    .filter(({ guess }) => guess !== null && DAY_OF[kind].includes(guess.field))
    .sort((a, b) => (a.guess?.rank ?? 0) - (b.guess?.rank ?? 0));
  if (best === undefined) return null;
  const filled = valuesOf(samples, best.column).filter((value) => value.trim() !== '');
  return filled.length === 0 ? null : { header: best.name, examples: [...new Set(filled)].slice(0, 3) };
}
