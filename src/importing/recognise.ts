/** Which layout a file has, or what each of its columns is most likely to be. */

import { usageFault } from '../domain/fault.ts';
import { headerKey } from '../rows/header-key.ts';
import { columnFits } from './column-fits.ts';
import { contactField } from './contact-columns.ts';
import type { Field, Kind } from './fields.ts';
import { fieldOfHeader, namesOtherVin } from './header-field.ts';
import { forKind, kindsThatFit, missingFields, nearestKind } from './kinds.ts';
import type { Layout, LayoutRules, Mapping } from './mapping.ts';
import { signsOfSales } from './sale-signs.ts';
import { settleColumns } from './settle-columns.ts';
import { type SplitDate, splitDatesIn } from './split-dates.ts';
import { isAnotherMatterThanTheDeal } from './stated-deal.ts';
import {
  isAbout,
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
  readonly splitDates: Mapping['splitDates'];
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
    splitDates: NONE_SPLIT,
    guessed: false,
    headerless: layout.header === false,
  };
}

/** Titles whose words tell what the column is about; what the title suggests, null = nothing. */
const BY_VALUES: ReadonlyMap<string, WordField | null> = new Map<string, WordField | null>([
  ['type', null],
  ['recordtype', 'deal_type'],
  ['category', 'sale_class'],
  ['class', null],
  ['kind', null],
  ['code', null],
  ['soldtype', null],
  ['vehicletype', 'condition'],
  ['stocktype', 'condition'],
  ['customertype', 'sale_class'],
  ['funding', 'deal_type'],
  ['loantype', 'deal_type'],
  ['rectype', 'deal_type'],
  ['tipodeventa', 'deal_type'],
]);

const KIND_WORDS = '(?:type|kind|class|category|nature)';
/** "Sale Category", "Deal Class", "Type of Sale", "Transaction Type Description". */
const OF_A_SALE = new RegExp(
  `^(?:sales?|retail|vente|venta)${KIND_WORDS}(?:code|desc|description|name)?$|^${KIND_WORDS}of(?:the)?sales?$`,
);
const OF_A_DEAL = new RegExp(
  `^(?:deal|transaction|trans|contract|order)${KIND_WORDS}(?:code|desc|description|name)?$|^${KIND_WORDS}of(?:the)?(?:deal|transaction|contract|purchase|order)$`,
);

function hintOfKey(key: string): WordField | null | undefined {
  if (BY_VALUES.has(key)) return BY_VALUES.get(key);
  if (OF_A_SALE.test(key)) return 'sale_class';
  return OF_A_DEAL.test(key) ? 'deal_type' : undefined;
}

function guessColumns(
  header: readonly string[],
  samples: Samples,
  options: RecogniseOptions,
): Recognised | NotRecognised {
  const guesses = header.map((name, i) => guessColumn(name, valuesOf(samples, i)));
  const columns = settleColumns(guesses, header, samples);
  const splitDates = takeSplitDates(header, columns);
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

const NONE_SPLIT: Mapping['splitDates'] = new Map();

/** Three columns of one day hold nothing else, unless a column of its own has the day. */
function takeSplitDates(header: readonly string[], columns: Map<Field, number[]>): Mapping['splitDates'] {
  const taken = new Map<number, SplitDate>();
  for (const [field, split] of splitDatesIn(header)) {
    if (columns.has(field)) continue;
    const parts = [split.year, split.month, split.day];
    for (const [other, found] of columns) {
      const left = found.filter((column) => !parts.includes(column));
      if (left.length === 0) columns.delete(other);
      else columns.set(other, left);
    }
    columns.set(field, parts);
    taken.set(split.year, split);
  }
  return taken;
}

const valuesOf = (samples: Samples, column: number): string[] => samples.map((row) => row[column] ?? '');

function guessColumn(name: string, values: readonly string[]): { field: Field | null; rank: number } {
  const key = headerKey(name);
  const guess = fieldOfHeader(name);
  const byTitle = hintOfKey(key);
  const hinted = byTitle ?? (guess && isWordField(guess.field) ? guess.field : null);
  if (byTitle !== undefined || hinted)
    return { field: fieldOfWords(key, hinted, byTitle === undefined, values), rank: guess?.rank ?? 500 };
  if (!guess && isVinColumn(values) && !namesOtherVin(key)) return { field: 'vin', rank: LAST_RANK };
  if (!guess) return { field: byPlainWords(key, values) ?? contactField(key, values), rank: LAST_RANK };
  const filled = values.filter((value) => value.trim() !== '');
  return { field: columnFits(guess.field, name, filled), rank: guess.rank };
}

/**
 * What a column of words is about, by its title and its values. A title that says status means it, or a state of something
 * else; a word that is not known is remarked on row by row and does not make the column unused.
 * @param sure the title stands in the list of spellings of its field
 */
function fieldOfWords(
  key: string,
  hinted: WordField | null,
  sure: boolean,
  values: readonly string[],
): Field | null {
  if (hinted === 'status' && sure) {
    if (speaksOfStatus(values, isPlainStatus(key))) return 'status';
    const field = wordFieldOfValues(values, null);
    if (field !== null && field !== 'status' && tellsByItself(field, values)) return field;
    return holdsCodes(values) ? 'other_status' : 'status';
  }
  const field = wordFieldOfValues(values, hinted);
  if (field !== null || hinted === null) return field;
  // a title that means the way of payment only: nothing is worked out instead; an unknown type column is not used
  return (hinted === 'deal_type' && sure) || values.some((value) => isWordOf(hinted, value)) ? hinted : null;
}

/** "Status" alone may be anybody's. */
const isPlainStatus = (key: string): boolean =>
  /^(?:status|statut|stat|state|stage|statuscode|statusdesc|statusdescription|recordstatus)$/.test(key);

const isWordOf = (field: WordField, value: string): boolean =>
  value.trim().length > 2 && isAbout(field, wordMeaning(field, value));

/** Letters say what a column is about only as a set: N and U are new and used. */
function tellsByItself(field: WordField, values: readonly string[]): boolean {
  if (!holdsCodes(values)) return true;
  const letters = new Set(values.map((value) => value.trim().toLowerCase()).filter((value) => value !== ''));
  return field === 'condition' && letters.has('n') && letters.has('u');
}

const holdsCodes = (values: readonly string[]): boolean =>
  values.every((value) => value.trim().length <= 2) && values.some((value) => value.trim() !== '');

/** Headers that could be about the kind of deal or car, when nothing else is known of them; not of leads and appraisals. */
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
function byPlainWords(key: string, values: readonly string[]): Field | null {
  if (!TYPE_LIKE.test(key) || isAnotherMatterThanTheDeal(key)) return null;
  const words = [...new Set(values.filter((value) => value.trim() !== ''))];
  if (words.length === 0 || words.length > 12 || words.some((word) => word.trim().length < 3)) return null;
  const field = wordFieldOfValues(words, null);
  return field !== null && words.every((word) => wordMeaning(field, word) !== null) ? field : null;
}

const isWordField = (field: Field): field is WordField => (WORD_FIELDS as readonly string[]).includes(field);
