/** What a file says of refusals that a person must settle, before anybody is blocked or called for it. */

import { type Fault, usageFault } from '../domain/fault.ts';
import { headerKey } from '../rows/header-key.ts';
import { cleanCell } from '../values/cell.ts';
import { readFlag, readOptOut } from '../values/flags.ts';
import { saysNoContact, statedRefusal } from '../values/stated-refusal.ts';
import { isConsent, isRecordOfRefusal, isRefusal } from './consent-columns.ts';
import type { Field } from './fields.ts';
import type { LayoutRules, Mapping, Unclear } from './mapping.ts';

const WORDS_OF_A_SENTENCE = 4;

/** Titles of the columns that a map calls refusals and most cells of which are sentences. */
export function refusalsOfSentences(
  { rules, columns, header }: Mapping,
  samples: readonly (readonly string[])[],
): string[] {
  if (!('isMap' in rules)) return [];
  return [...columns].flatMap(([field, found]) =>
    isRefusal(field)
      ? found.flatMap((column) => {
          const filled = samples.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
          const long = filled.filter(
            (cell) => cell.split(/\s+/).length >= WORDS_OF_A_SENTENCE && statedRefusal(cell) === null,
          );
          return long.length * 2 > filled.length ? [header[column] ?? ''] : [];
        })
      : [],
  );
}

interface Checked {
  readonly rules: LayoutRules;
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  readonly unclear: readonly Unclear[];
}

interface Watched {
  readonly column: number;
  readonly field: Field;
  readonly isGuessed: (cell: string) => boolean;
  readonly fillings: Set<string>;
}

/** More than one in so many customers blocked by fillings nobody knows: the column is not what it was taken for. */
const TOO_MANY = 5;
const FILLINGS_SHOWN = 5;
const VALUES_REMEMBERED = 2_000;

/** Is shown the rows of a file one by one. */
export class RefusalCheck {
  readonly #header: readonly string[];
  readonly #watched: readonly Watched[];
  readonly #doubted: readonly { readonly place: Unclear; readonly fillings: Set<string> }[];
  readonly #nameColumns: readonly number[];
  readonly #customers = new Set<string>();
  readonly #guessed = new Set<string>();

  constructor({ rules, columns, unclear }: Checked, header: readonly string[]) {
    this.#header = header;
    this.#watched = [...columns].flatMap(([field, found]) =>
      isConsent(field) ? found.flatMap((column) => watched(field, column, header, rules)) : [],
    );
    this.#doubted = unclear.map((place) => ({ place, fillings: new Set() }));
    const ofNumber = columns.get('customer_number');
    this.#nameColumns =
      ofNumber ??
      (['full_name', 'last_name', 'first_name', 'company'] as const).flatMap(
        (field) => columns.get(field) ?? [],
      );
  }

  /** Whether there is anything to look at in this file. */
  get isNeeded(): boolean {
    return this.#watched.length > 0 || this.#doubted.length > 0;
  }

  /** Whether a guess was made so far, so that all rows must be seen. */
  get isOpen(): boolean {
    return this.#guessed.size > 0;
  }

  add(cells: readonly string[]): void {
    if (this.#watched.length > 0) this.#count(cells);
    for (const { place, fillings } of this.#doubted) {
      const cell = cells[place.column];
      if (cell === undefined || cell === '' || fillings.size >= FILLINGS_SHOWN) continue;
      const speaks = place.about === 'no-contact' ? saysNoContact(cell) : readFlag(cell) !== null;
      if (speaks) fillings.add(cleanCell(cell));
    }
  }

  #count(cells: readonly string[]): void {
    let customer = '';
    for (const column of this.#nameColumns) customer += cells[column] ?? '';
    if (customer === '') return;
    this.#customers.add(customer);
    for (const { column, isGuessed, fillings } of this.#watched) {
      const cell = cells[column];
      if (cell === undefined || cell === '' || !isGuessed(cell)) continue;
      this.#guessed.add(customer);
      if (fillings.size < FILLINGS_SHOWN) fillings.add(cleanCell(cell));
    }
  }

  /**
   * To be called when all rows were seen, with the file's name.
   * @throws Fault `unclear-refusals` naming the column, its fillings and the key of a map that settles it
   */
  settle(name: string): void {
    const doubted = this.#doubted.find(({ fillings }) => fillings.size > 0);
    if (doubted)
      throw twoReadings(name, this.#header[doubted.place.column] ?? '', doubted.place, doubted.fillings);
    // of a handful of customers one alone is no sign of a wrong column
    if (this.#guessed.size < 2 || this.#guessed.size * TOO_MANY <= this.#customers.size) return;
    const columns = this.#watched.filter(({ fillings }) => fillings.size > 0);
    const named = columns
      .map(({ column, fillings }) => `column ${quoted(this.#header[column] ?? '')} holds ${shown(fillings)}`)
      .join('; ');
    throw usageFault(
      'unclear-refusals',
      `${name}: ${named}, which are neither yes nor no here; taken for refusals they would block ${this.#guessed.size} of ${this.#customers.size} customers`,
      hintFor(this.#header, columns),
    );
  }
}

function watched(
  field: Field,
  column: number,
  header: readonly string[],
  rules: LayoutRules,
): readonly Watched[] {
  // whatever stands under "Do Not Call Reason" is one
  if (isRecordOfRefusal(headerKey(header[column] ?? ''))) return [];
  const meaning = isRefusal(field) ? 'blocked-if-yes' : 'allowed-if-yes';
  const known = new Map<string, boolean>();
  const isGuessed = (cell: string): boolean => {
    let guessed = known.get(cell);
    if (guessed === undefined) {
      guessed = readOptOut(firstValue(cell, rules), meaning, rules.refusalWords).how === 'guessed';
      if (known.size < VALUES_REMEMBERED) known.set(cell, guessed);
    }
    return guessed;
  };
  return [{ column, field, isGuessed, fillings: new Set() }];
}

const firstValue = (cell: string, { multiValue }: LayoutRules): string =>
  multiValue === undefined ? cell : (cell.split(multiValue)[0] ?? '');

const quoted = (text: string): string => JSON.stringify(text);
const shown = (fillings: ReadonlySet<string>): string =>
  [...fillings].map((filling) => quoted(filling.slice(0, 40))).join(', ');

function hintFor(header: readonly string[], [first]: readonly Watched[]): string {
  const column = quoted(header[first?.column ?? -1] ?? '');
  const [filling = ''] = first?.fillings ?? [];
  const other = first?.field.replace('do_not_', 'may_');
  return [
    `say in a map what they mean: under [layout.words] refusal = { ${quoted(filling.slice(0, 40))} = "yes", else = "no" } (yes = refused)`,
    other === first?.field ? '' : `, or under [layout.columns] ${other} = ${column} (yes = allowed)`,
    `, or ignored = [${column}] if it is about something else; \`beback layouts --fields\` lists what is known to be no refusal`,
  ].join('');
}

function twoReadings(
  name: string,
  header: string,
  { about, refuses, permits }: Unclear,
  fillings: ReadonlySet<string>,
): Fault {
  const column = quoted(header);
  const why =
    about === 'no-contact'
      ? 'which may be a wish or say that nobody was reached'
      : 'and its header does not tell whether a yes refuses contact or permits it';
  const keys = [
    ...(refuses === null
      ? []
      : [`${refuses} = ${column} (${about === 'no-contact' ? 'a wish' : 'yes = refused'})`]),
    ...(permits === null ? [] : [`${permits} = ${column} (yes = allowed)`]),
  ].join(' or ');
  return usageFault(
    'unclear-refusals',
    `${name}: column ${column} holds ${shown(fillings)}, ${why}`,
    `say it in a map: under [layout.columns] ${keys}; or ignored = [${column}] if it is about something else`,
  );
}
