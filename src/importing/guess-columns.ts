/** What each column of an unknown header is most likely to hold, by its title and its values. */

import { headerKey } from '../rows/header-key.ts';
import { columnFits } from './column-fits.ts';
import { contactField } from './contact-columns.ts';
import type { Field } from './fields.ts';
import { fieldOfHeader, namesOtherVin } from './header-field.ts';
import type { Mapping } from './mapping.ts';
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

type Samples = readonly (readonly string[])[];

/** What the columns are most likely to be. @param taken columns that are known already, or to be left alone */
export function guessedColumns(
  header: readonly string[],
  samples: Samples,
  taken: ReadonlySet<number>,
): { readonly columns: Map<Field, number[]>; readonly splitDates: Mapping['splitDates'] } {
  const guesses = header.map((name, i) =>
    taken.has(i) ? { field: null, rank: LAST_RANK } : guessColumn(name, valuesOf(samples, i)),
  );
  const columns = settleColumns(guesses, header, samples);
  return { columns, splitDates: takeSplitDates(header, columns, taken) };
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

const KIND_WORDS =
  '(?:type|typ|kind|class|category|categorie|categoria|nature|genre|tipo|soort|art|canal|channel)';
const OF = '(?:of|of ?the|de|de ?la|de ?l|del|della|di|van|der)?';
/** "Sale Category", "Type of Sale", "Type de vente", "Verkaufsart", "Client Type": to whom it was sold. */
const OF_A_SALE = new RegExp(
  [
    `^(?:sales?|retail|vente|venta|vendita|verkaufs?|verkoop|customer|cust|client|clients?|buyer|purchaser|kunden?|kaufer|klant|cliente)${KIND_WORDS}(?:code|desc|description|name)?$`,
    `^${KIND_WORDS}${OF}(?:sales?|vente|venta|vendita|verkauf|verkoop|customer|client|cliente|clientela|klant|buyer)$`,
  ].join('|'),
);
/** "Deal Class", "Transaction Type Description", "Vertragsart", "F&I Type": how it was paid. */
const OF_A_DEAL = new RegExp(
  [
    `^(?:deal|transaction|trans|contract|order|fi|fandi|financ\\w*|vertrags|geschafts|auftrags|zahlungs|kauf|contrat|contrato|contratto|operation|operacion)${KIND_WORDS}(?:code|desc|description|name)?$`,
    `^${KIND_WORDS}${OF}(?:deal|transaction|contract|purchase|order|contrat|contrato|contratto|operation|operacion|financement|paiement|pago|pagamento)$`,
  ].join('|'),
);

function hintOfKey(key: string): WordField | null | undefined {
  if (BY_VALUES.has(key)) return BY_VALUES.get(key);
  if (OF_A_SALE.test(key)) return 'sale_class';
  return OF_A_DEAL.test(key) ? 'deal_type' : undefined;
}

/** Three columns of one day hold nothing else, unless a column of its own has the day. */
function takeSplitDates(
  header: readonly string[],
  columns: Map<Field, number[]>,
  isTaken: ReadonlySet<number>,
): Mapping['splitDates'] {
  const taken = new Map<number, SplitDate>();
  for (const [field, split] of splitDatesIn(header)) {
    if (columns.has(field)) continue;
    const parts = [split.year, split.month, split.day];
    if (parts.some((part) => isTaken.has(part))) continue;
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

export const valuesOf = (samples: Samples, column: number): string[] =>
  samples.map((row) => row[column] ?? '');

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
