/** Which of several columns holds a field, decided by the whole header: a guess for one column is not enough for that. */

import { headerKey } from '../rows/header-key.ts';
import { foldedWords } from '../values/fold-text.ts';
import type { Field } from './fields.ts';
import { LAST_RESORT } from './header-field.ts';

export interface RankedGuess {
  readonly field: Field | null;
  /** lower = better evidence */
  readonly rank: number;
}

type Samples = readonly (readonly string[])[];
type Columns = Map<Field, number[]>;

/** Fields of which one column is enough: a second one of the same meaning would only confuse. */
const ONE_COLUMN: readonly Field[] = [
  'deal_number',
  'status',
  'store',
  'customer_number',
  'full_name',
  'odometer',
  'version',
];

/** The columns of every field, the best evidence first. */
export function settleColumns(
  guesses: readonly RankedGuess[],
  header: readonly string[],
  samples: Samples,
): Columns {
  const ranked = guesses
    .map((guess, column) => ({ ...guess, column }))
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
  const columns: Columns = new Map();
  const keys = header.map(headerKey);
  settleOwner(ranked, keys);
  const named = new Set(ranked.flatMap(({ field, rank }) => (field && rank < LAST_RESORT ? [field] : [])));
  for (const { field, rank, column } of ranked) {
    if (field && (rank < LAST_RESORT || !isNamed(field, named, keys)))
      columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  for (const field of ONE_COLUMN) {
    const found = columns.get(field);
    if (found && found.length > 1)
      columns.set(field, [found.find(isFilled(samples)) ?? (found[0] as number)]);
  }
  settleSalespeople(columns, samples);
  settleFamilyName(columns, samples, '');
  settleFamilyName(columns, samples, 'co_');
  settleOnlyName(columns, keys);
  settleInstalment(columns, keys);
  return columns;
}

const isFilled =
  (samples: Samples) =>
  (column: number): boolean =>
    samples.some((row) => (row[column] ?? '').trim() !== '');

/** Whether better columns than the last resort say who or what it is. */
function isNamed(field: Field, named: ReadonlySet<Field>, keys: readonly string[]): boolean {
  if (named.has(field)) return true;
  if (field === 'full_name') return named.has('last_name');
  if (!field.startsWith('salesperson_')) return false;
  // beside an insurance company an agent sells policies
  return SALESPERSON.some((one) => named.has(one)) || keys.some((key) => /^ins|insur/.test(key));
}

const SALESPERSON: readonly Field[] = ['salesperson_1_name', 'salesperson_1_last_name', 'salesperson_1_code'];
const CUSTOMER_NAME: readonly Field[] = ['full_name', 'last_name', 'company'];

/**
 * In a CRM the owner of a deal is the salesperson, and somebody else is the customer. Without that other name the owner is
 * the customer only when the header says so: by the salesperson beside it, or by the owner's own telephone or address.
 */
function settleOwner(
  ranked: { field: Field | null; rank: number; column: number }[],
  keys: readonly string[],
): void {
  const isOwners = ({ column }: { column: number }): boolean => /^owner/.test(keys[column] ?? '');
  const others = ranked.filter((guess) => !isOwners(guess)).flatMap(({ field }) => field ?? []);
  const customer = others.some((field) => CUSTOMER_NAME.includes(field));
  const known = SALESPERSON.some((field) => others.includes(field)) || keys.some((key) => OF_OWNER.test(key));
  for (const guess of ranked) {
    if (guess.field === null || !isOwners(guess)) continue;
    const name = guess.field === 'full_name';
    // the owner's telephone is the salesperson's then
    if (customer) guess.field = name ? 'salesperson_1_name' : null;
    else if (name && !known) guess.field = null;
  }
}

/** "Owner Phone", "Owner Address" */
const OF_OWNER = /^owner(?!name$|$)/;

const PLACES = [1, 2, 3] as const;

/** Of two columns that could both be a salesperson's name, the one of employee numbers is the code. */
function settleSalespeople(columns: Columns, samples: Samples): void {
  for (const place of PLACES) {
    const names = columns.get(`salesperson_${place}_name`) ?? [];
    if (names.length < 2 || columns.has(`salesperson_${place}_code`)) continue;
    const codes = names.filter((column) => isMostlyCodes(samples.map((row) => row[column] ?? '')));
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

/** "Name" beside "First Name" is the family name, unless the whole name stands there, first name and all. */
function settleFamilyName(columns: Columns, samples: Samples, party: '' | 'co_'): void {
  const [full] = columns.get(`${party}full_name`) ?? [];
  const [first] = columns.get(`${party}first_name`) ?? [];
  if (full === undefined || first === undefined || columns.has(`${party}last_name`)) return;
  let whole = 0;
  let family = 0;
  for (const row of samples) {
    const given = foldedWords(row[first] ?? '');
    const named = foldedWords(row[full] ?? '');
    if (given.length === 0 || named.length === 0) continue;
    if (given.every((word) => named.includes(word))) whole++;
    else family++;
  }
  if (whole >= family) return;
  columns.set(`${party}last_name`, columns.get(`${party}full_name`) ?? []);
  columns.delete(`${party}full_name`);
}

/** "Nome" and "Nombre" are first names beside a last name, and whole names alone. */
function settleOnlyName(columns: Columns, keys: readonly string[]): void {
  const only = (columns.get('first_name') ?? []).filter((column) =>
    /^(?:nome|nombre)$/.test(keys[column] ?? ''),
  );
  if (only.length === 0 || CUSTOMER_NAME.some((field) => columns.has(field))) return;
  columns.set('full_name', only);
  columns.delete('first_name');
}

/** "Rate" is the instalment in German, the interest in English. */
function settleInstalment(columns: Columns, keys: readonly string[]): void {
  const rates = columns.get('apr') ?? [];
  if (!keys.some((key) => /^(?:laufzeit|zahlungsart|finanzierungsart|rechnungs|verkauf|fahrzeug)/.test(key)))
    return;
  const instalments = rates.filter((column) => keys[column] === 'rate');
  if (instalments.length === 0) return;
  const interest = rates.filter((column) => !instalments.includes(column));
  if (interest.length > 0) columns.set('apr', interest);
  else columns.delete('apr');
  columns.set('payment', [...(columns.get('payment') ?? []), ...instalments]);
}
