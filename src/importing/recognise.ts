/** Which layout a file has, or what each of its columns is most likely to be. */

import { usageFault } from '../domain/fault.ts';
import { columnFits } from './column-fits.ts';
import { type Field, headerKey, type Kind } from './fields.ts';
import type { Layout, LayoutRules, Mapping } from './mapping.ts';
import { fieldOfHeader } from './synonyms.ts';
import {
  speaksOfStatus,
  WORD_FIELDS,
  type WordField,
  wordFieldOfValues,
  wordMeaning,
} from './value-words.ts';

export interface Recognised {
  readonly layout: string;
  readonly kind: Kind;
  readonly rules: LayoutRules;
  readonly columns: Mapping['columns'];
  readonly guessed: boolean;
  /** the first line is data already */
  readonly headerless: boolean;
}

/** What is known of one column when the header as a whole was not understood. */
export interface ColumnGuess {
  readonly header: string;
  readonly field: Field | null;
  readonly examples: readonly string[];
}

/** The header could not be understood well enough; a person can be asked, or a map written. */
export interface NotRecognised {
  readonly columns: readonly ColumnGuess[];
  readonly missing: readonly string[];
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
    if (only) return applyLayout(only, header);
  }
  return guessColumns(header, samples, options);
}

/** Whether every header of the layout's signature is there. */
export function claimsHeader(layout: Layout, header: readonly string[]): boolean {
  if (layout.header === false) return false;
  const keys = new Set(header.map(headerKey));
  return layout.signature.length > 0 && layout.signature.every((name) => keys.has(headerKey(name)));
}

/**
 * Puts a layout's columns to this header's positions; spellings the file lacks are left out.
 * @throws Fault `column-missing` when nothing of what the kind needs is found
 */
export function applyLayout(layout: Layout, header: readonly string[]): Recognised {
  const positions = new Map<string, number>();
  header.forEach((name, i) => {
    const key = headerKey(name);
    if (key !== '' && !positions.has(key)) positions.set(key, i);
  });
  const columns = new Map<Field, number[]>();
  for (const [field, spellings] of Object.entries(layout.columns)) {
    const found = [spellings ?? []].flat().flatMap((name) => positions.get(headerKey(name)) ?? []);
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
    guessed: false,
    headerless: layout.header === false,
  };
}

const BY_VALUES: ReadonlyMap<string, WordField | null> = new Map<string, WordField | null>([
  ['type', null],
  ['saletype', 'sale_class'],
  ['salestype', 'sale_class'],
  ['dealtype', 'deal_type'],
  ['recordtype', 'deal_type'],
  ['transactiontype', 'deal_type'],
  ['category', 'sale_class'],
  ['salecategory', 'sale_class'],
  ['class', null],
  ['kind', null],
  ['code', null],
  ['soldtype', null],
  ['contracttype', 'deal_type'],
  ['vehicletype', 'condition'],
  ['stocktype', 'condition'],
  ['customertype', 'sale_class'],
  ['statut', 'status'],
]);

function guessColumns(
  header: readonly string[],
  samples: Samples,
  options: RecogniseOptions,
): Recognised | NotRecognised {
  const guesses = header.map((name, i) => guessColumn(name, valuesOf(samples, i)));
  const columns = new Map<Field, number[]>();
  const ranked = guesses
    .map((guess, column) => ({ ...guess, column }))
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
  for (const { field, column } of ranked)
    if (field) columns.set(field, [...(columns.get(field) ?? []), column]);
  settleDoubles(columns);
  settleSalespeople(columns, samples);
  const kinds = kindsThatFit(columns, options.kind);
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
      guessed: true,
      headerless: false,
    };
  const closest = options.kind ?? 'sales';
  const headerless = options.builtIn.filter(
    (layout) => layout.header === false && layout.width === header.length,
  );
  return {
    columns: header.map((name, i) => ({
      header: name,
      field: guesses[i]?.field ?? null,
      examples: [...new Set(valuesOf(samples, i).filter((value) => value.trim() !== ''))].slice(0, 3),
    })),
    missing: missingFields(closest, forKind(closest, columns)),
    candidates: headerless.map((layout) => layout.name),
  };
}

const valuesOf = (samples: Samples, column: number): string[] => samples.map((row) => row[column] ?? '');

function guessColumn(name: string, values: readonly string[]): { field: Field | null; rank: number } {
  const key = headerKey(name);
  const guess = fieldOfHeader(name);
  const hinted = BY_VALUES.get(key) ?? (guess && isWordField(guess.field) ? guess.field : null);
  if (BY_VALUES.has(key) || hinted) {
    // a header that says status means it; only headers such as Type are decided by their values
    if (guess?.field === 'status' && speaksOfStatus(values)) return { field: 'status', rank: guess.rank };
    const field = wordFieldOfValues(values, hinted);
    // unknown status words are reported row by row, an unknown type column is simply not used
    return { field: field ?? (hinted === 'status' ? 'status' : null), rank: guess?.rank ?? 500 };
  }
  if (!guess && isVinColumn(values) && !/trade|stock/.test(key)) return { field: 'vin', rank: LAST_RANK };
  if (!guess) return { field: TYPE_LIKE.test(key) ? byPlainWords(values) : null, rank: LAST_RANK };
  const filled = values.filter((value) => value.trim() !== '');
  return { field: columnFits(guess.field, filled), rank: guess.rank };
}

/** Headers that could be about the kind of deal or car, when nothing else is known of them. */
const TYPE_LIKE = /type|class|categ|kind|retail|whl|whsl|lse|lease|fin|cash|cond|preown/;
const LAST_RANK = 2000;

/** Whatever its header: nearly every value is a VIN. */
function isVinColumn(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return (
    filled.length > 0 &&
    filled.filter((value) => /^[A-HJ-NPR-Z0-9]{17}$/i.test(value.trim())).length >= 0.8 * filled.length
  );
}

/** A column of words that are all known says itself what it is about. */
function byPlainWords(values: readonly string[]): Field | null {
  const words = [...new Set(values.filter((value) => value.trim() !== ''))];
  if (words.length === 0 || words.length > 12 || words.some((word) => word.trim().length < 3)) return null;
  const field = wordFieldOfValues(words, null);
  return field !== null && words.every((word) => wordMeaning(field, word) !== null) ? field : null;
}

const isWordField = (field: Field): field is WordField => (WORD_FIELDS as readonly string[]).includes(field);

/** Fields of which one column is enough: a second one of the same meaning would only confuse. */
const ONE_COLUMN: readonly Field[] = [
  'deal_number',
  'status',
  'store',
  'customer_number',
  'odometer',
  'version',
];

function settleDoubles(columns: Map<Field, number[]>): void {
  for (const field of ONE_COLUMN) {
    const found = columns.get(field);
    if (found && found.length > 1) columns.set(field, found.slice(0, 1));
  }
}

const PLACES = [1, 2, 3] as const;

/** Of two columns that could both be a salesperson's name, the one of employee numbers is the code. */
function settleSalespeople(columns: Map<Field, number[]>, samples: Samples): void {
  for (const place of PLACES) {
    const names = columns.get(`salesperson_${place}_name`) ?? [];
    if (names.length < 2 || columns.has(`salesperson_${place}_code`)) continue;
    const codes = names.filter((column) => isMostlyCodes(valuesOf(samples, column)));
    if (codes.length === 0 || codes.length === names.length) continue;
    columns.set(`salesperson_${place}_code`, codes);
    columns.set(
      `salesperson_${place}_name`,
      names.filter((column) => !codes.includes(column)),
    );
  }
}

function isMostlyCodes(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.filter((value) => /\d/.test(value) || value.trim().length <= 3).length * 2 > filled.length;
}

const NEEDED: Readonly<Record<Kind, readonly { readonly what: string; readonly anyOf: readonly Field[] }[]>> =
  {
    sales: [
      { what: 'deal number, VIN or stock number', anyOf: ['deal_number', 'vin', 'stock_number'] },
      { what: 'customer name', anyOf: ['full_name', 'last_name', 'company'] },
      { what: 'sale date', anyOf: ['sold_on'] },
    ],
    'repair-orders': [
      { what: 'repair order number', anyOf: ['repair_order_number'] },
      { what: 'open or close date', anyOf: ['closed_on', 'opened_on'] },
      { what: 'VIN or customer', anyOf: ['vin', 'full_name', 'last_name', 'company', 'customer_number'] },
    ],
    appointments: [
      { what: 'appointment number', anyOf: ['appointment_number'] },
      { what: 'appointment date', anyOf: ['appointment_on'] },
    ],
  };

/** In words, what the kind needs and these columns do not give. */
export const missingFields = (kind: Kind, columns: ReadonlyMap<Field, readonly number[]>): string[] =>
  NEEDED[kind].filter(({ anyOf }) => !anyOf.some((field) => columns.has(field))).map(({ what }) => what);

/** Dates that mean one thing in a sales file and another in the workshop's. */
function forKind(kind: Kind, columns: ReadonlyMap<Field, readonly number[]>): Map<Field, readonly number[]> {
  const own = new Map(columns);
  const lend = (from: Field, to: Field): void => {
    const found = own.get(from);
    if (found && !own.has(to)) {
      own.set(to, found);
      own.delete(from);
    }
  };
  if (kind === 'sales') {
    lend('closed_on', 'sold_on');
    if (!own.has('sold_on') && own.has('delivered_on')) own.set('sold_on', own.get('delivered_on') ?? []);
  }
  if (kind === 'repair-orders') lend('sold_on', 'closed_on');
  if (kind === 'appointments') {
    lend('sold_on', 'appointment_on');
    lend('repair_order_number', 'appointment_number');
  }
  return own;
}

function kindsThatFit(columns: ReadonlyMap<Field, readonly number[]>, wanted: Kind | undefined): Kind[] {
  const fits = (kind: Kind): boolean => missingFields(kind, forKind(kind, columns)).length === 0;
  if (wanted) return fits(wanted) ? [wanted] : [];
  if (columns.has('appointment_on') && columns.has('appointment_number') && !columns.has('closed_on'))
    return ['appointments'];
  const workshop = columns.has('repair_order_number') && missingFields('repair-orders', columns).length === 0;
  if (workshop) {
    // a repair order number beside a deal and a sale day is only a remark on the deal
    const sale = columns.has('deal_number') && columns.has('sold_on') && fits('sales');
    const visit =
      columns.has('advisor') ||
      columns.has('op_codes') ||
      columns.has('pay_types') ||
      columns.has('opened_on');
    if (sale && visit) return ['sales', 'repair-orders'];
    return [sale ? 'sales' : 'repair-orders'];
  }
  return fits('sales') ? ['sales'] : [];
}
