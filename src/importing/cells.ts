/** Access to one row's cells by field, gathering the problems met on the way. */

import type { Day } from '../domain/day.ts';
import { addDays, addMonths } from '../domain/day.ts';
import {
  type Problem,
  type ProblemOutcome,
  type Reading,
  unreadable,
  type ValueProblem,
} from '../domain/problem.ts';
import type { Row } from '../rows/row.ts';
import { cleanCell } from '../values/cell.ts';
import { type DateOrder, readDate } from '../values/dates.ts';
import { storeClock } from '../values/instant.ts';
import { type Asides, asidesIn } from './asides.ts';
import type { Field } from './fields.ts';
import type { Mapping } from './mapping.ts';
import type { Constants } from './sections.ts';
import { joinedDay, type SplitDate } from './split-dates.ts';
import { type WordField, type WordMeaning, wordMeaning } from './value-words.ts';

/** Of a cell, to be kept with what is remarked of it. A copy: a part of a text keeps all of its row in memory. */
const shownOf = (text: string): string =>
  Buffer.from(text.slice(0, LONGEST_VALUE_SHOWN), 'utf16le').toString('utf16le');

const NO_COLUMNS: readonly number[] = [];
const NAMES =
  /name$|^(?:co_)?(?:title|suffix|company|associated_company|street|street_2|city|city_region_postal)$|^(?:make|model|trim|vehicle|advisor|lender|remarks|op_codes)$/;
const DATES_REMEMBERED = 20_000;
const WORDS_REMEMBERED = 5_000;
const LONGEST_VALUE_SHOWN = 80;
const APOSTROPHE = 39;
const FIRST_BIRTHDAY = '1900-01-02';
/** The youngest driver anywhere is fourteen. */
const YOUNGEST_BUYER_MONTHS = 14 * 12;
const BORN = {
  early: 'lies before 1900: nobody was born then who buys a car now',
  late: 'is no birthday: nobody of that age buys a car; it was left out',
} as const;
/** Lease and loan ends lie ahead; two-digit years in them may mean a year to come. */
const AHEAD_DAYS = 20 * 366;
/** Contracts are dated a few weeks ahead now and then. */
const SALES_AHEAD_DAYS = 90;

/** Set to one row after the other; nothing is kept between rows but the dates already read. */
export class Cells {
  readonly mapping: Mapping;
  readonly today: Day;
  readonly problems: Problem[] = [];
  #row: Row = { line: 0, cells: [] };
  /** what every row says, or those of a section, in columns of their own behind those of the file */
  readonly #virtual: string[] = [];
  readonly #virtualOf = new Map<Field, number>();
  #constantsKey = '';
  readonly #farDay: Day;
  /** sale days after this one are slips of the pen */
  readonly latestSale: Day;
  /** an instant as day and time by the store's clock; any other text as it is */
  readonly onStoreClock: (text: string) => string;
  readonly asides: Asides;
  readonly #multiValue: string | undefined;
  readonly #dates = new Map<string, Reading<Day>>();
  readonly #words = new Map<string, WordMeaning | null>();
  readonly #columns: Partial<Record<Field, readonly number[]>>;
  readonly #warnedOf = new Set<number>();
  /** the birthday of the youngest driver on a day */
  readonly #youngest = new Map<Day, Day>();
  readonly #isForGood = new Set<number>();
  /** how many columns the file has */
  readonly #ownColumns: number;
  /** null where every day has a column of its own, as in nearly all files */
  readonly #splitDates: ReadonlyMap<number, SplitDate | typeof PART_OF_DAY> | null;
  /** where an apostrophe may begin a name: 't Hooft, 's-Gravenhage; elsewhere it marks text in a spreadsheet */
  readonly #names: ReadonlySet<number>;

  /** @param timezone of the store (IANA); null = unknown, instants keep the day they are written with */
  constructor(mapping: Mapping, today: Day, timezone: string | null) {
    this.mapping = mapping;
    this.#ownColumns = mapping.header.length;
    this.today = today;
    this.onStoreClock = storeClock(timezone);
    this.#farDay = addDays(today, AHEAD_DAYS);
    this.latestSale = addDays(today, SALES_AHEAD_DAYS);
    this.asides = asidesIn(mapping.lookedThrough);
    this.#multiValue = mapping.rules.multiValue;
    this.#columns = Object.fromEntries(mapping.columns);
    this.#splitDates = partsOfDays(mapping.splitDates);
    this.setConstants(mapping.constants, 'for good');
    this.#names = new Set([...mapping.columns].flatMap(([field, found]) => (NAMES.test(field) ? found : [])));
  }

  start(row: Row): void {
    this.#row = row;
    this.problems.length = 0;
  }

  get row(): Row {
    return this.#row;
  }

  /** What the constants of the rows to come are, in one text: equal rows of two sections are two. */
  get constantsKey(): string {
    return this.#constantsKey;
  }

  /**
   * Values for the rows to come, instead of what their columns hold (`for good`) or before it (a section, until the next).
   */
  setConstants(constants: Constants, until: 'for good' | 'next section'): void {
    if (until === 'next section')
      for (const at of this.#virtualOf.values()) if (!this.#isForGood.has(at)) this.#virtual[at] = '';
    for (const [field, value] of constants) {
      let at = this.#virtualOf.get(field);
      if (at === undefined) {
        at = this.#virtual.push('') - 1;
        this.#virtualOf.set(field, at);
        const column = this.#ownColumns + this.mapping.derived.length + at;
        this.#columns[field] = until === 'for good' ? [column] : [column, ...this.columnsOf(field)];
        if (until === 'for good') this.#isForGood.add(at);
      }
      this.#virtual[at] = value;
    }
    this.#constantsKey = this.#virtual.every((value) => value === '') ? '' : JSON.stringify(this.#virtual);
  }

  has(field: Field): boolean {
    return this.#columns[field] !== undefined;
  }

  columnsOf(field: Field): readonly number[] {
    return this.#columns[field] ?? NO_COLUMNS;
  }

  /** The cleaned text of one column. */
  at(column: number): string {
    if (this.#splitDates !== null) {
      const split = this.#splitDates.get(column);
      if (split !== undefined) return split === PART_OF_DAY ? '' : this.#joined(split);
    }
    return this.#cellAt(column);
  }

  #beside(place: number): string {
    const { derived } = this.mapping;
    const made = derived[place];
    return made === undefined
      ? (this.#virtual[place - derived.length] ?? '')
      : made.read((column) => this.at(column));
  }

  #joined({ year, month, day }: SplitDate): string {
    const thisYear = Number(this.today.slice(0, 4));
    return joinedDay(this.#cellAt(year), this.#cellAt(month), this.#cellAt(day), thisYear);
  }

  #cellAt(column: number): string {
    const cell = this.#row.cells[column];
    if (cell === undefined || cell === '')
      return column < this.#ownColumns ? '' : this.#beside(column - this.#ownColumns);
    const cleaned = cleanCell(cell);
    const isGuarded = cleaned.charCodeAt(0) === APOSTROPHE && !this.#names.has(column);
    const text = isGuarded ? cleaned.slice(1).trim() : cleaned;
    if (this.#multiValue === undefined) return text;
    const mark = text.indexOf(this.#multiValue);
    return mark === -1 ? text : text.slice(0, mark).trim();
  }

  /** The first filled cell of the field's columns; empty when there is none. */
  text(field: Field): string {
    const columns = this.#columns[field];
    if (columns === undefined) return '';
    for (const column of columns) {
      const text = this.at(column);
      if (text !== '') return text;
    }
    return '';
  }

  /** As `text`, null for an empty one. */
  textOrNull(field: Field): string | null {
    const text = this.text(field);
    return text === '' ? null : text;
  }

  /** Reads the field's first filled cell; what cannot be read is dropped (or kept mended) with a warning. */
  value<T>(field: Field, reader: (text: string) => Reading<T>): T | null {
    const text = this.text(field);
    if (text === '') return null;
    const { value, problem } = reader(text);
    if (problem) this.warn(field, text, problem);
    return value;
  }

  /** Reads the field's columns in turn until one gives a value. */
  firstValue<T>(field: Field, reader: (text: string) => Reading<T>): T | null {
    const columns = this.#columns[field];
    if (columns === undefined) return null;
    for (const column of columns) {
      const text = this.at(column);
      if (text === '') continue;
      const { value, problem } = reader(text);
      if (problem) this.warn(field, text, problem, column);
      if (value !== null) return value;
    }
    return null;
  }

  /** A day that only costs the value when it is bad. */
  day(field: Field, ahead = false): Day | null {
    return this.firstValue(field, (text) => this.readDay(field, text, ahead));
  }

  /**
   * The day somebody was born who bought or came on `on`: not that day or later, not before 1900, and old enough to drive; of two-digit
   * years the newest that fits.
   */
  birthday(field: Field, on: Day): Day | null {
    if (this.text(field) === '') return null;
    const youngest = this.#youngestOn(on);
    return this.firstValue(field, (text) => {
      const usual = this.readDay(field, text);
      if (usual.value !== null && usual.value <= youngest && usual.value >= FIRST_BIRTHDAY) return usual;
      const order: DateOrder | null = this.mapping.dateOrders.get(field) ?? null;
      const reading = readDate(this.onStoreClock(text), order, youngest);
      if (reading.value === null || (reading.value <= youngest && reading.value >= FIRST_BIRTHDAY))
        return reading;
      return unreadable('bad-birthday', BORN[reading.value < FIRST_BIRTHDAY ? 'early' : 'late']);
    });
  }

  #youngestOn(day: Day): Day {
    let born = this.#youngest.get(day);
    if (born === undefined) {
      born = addMonths(day, -YOUNGEST_BUYER_MONTHS);
      this.#youngest.set(day, born);
    }
    return born;
  }

  readDay(field: Field, text: string, ahead = false): Reading<Day> {
    const order: DateOrder | null = this.mapping.dateOrders.get(field) ?? null;
    const key = `${order ?? ''}${ahead ? '+' : ''}${text}`;
    let reading = this.#dates.get(key);
    if (reading === undefined) {
      reading = readDate(this.onStoreClock(text), order, ahead ? this.#farDay : this.today);
      if (this.#dates.size >= DATES_REMEMBERED) this.#dates.clear();
      this.#dates.set(key, reading);
    }
    return reading;
  }

  /** What a word means in a column of this field; files hold few different words. */
  word(field: WordField, text: string): WordMeaning | null {
    const key = `${field} ${text}`;
    let meaning = this.#words.get(key);
    if (meaning === undefined) {
      meaning = wordMeaning(field, text, this.mapping.rules.words);
      if (this.#words.size < WORDS_REMEMBERED) this.#words.set(key, meaning);
    }
    return meaning;
  }

  #titleOf(column: number): string | null {
    return this.mapping.header[column] ?? this.mapping.derived[column - this.#ownColumns]?.title ?? null;
  }

  warn(field: Field, text: string, problem: NonNullable<Reading<unknown>['problem']>, column?: number): void {
    this.problems.push(this.problem('warning', problem, field, text, column));
  }

  /** As `warn`, once for each column of the file. */
  warnOnce(column: number, problem: ValueProblem): void {
    if (this.#warnedOf.has(column)) return;
    this.#warnedOf.add(column);
    this.problems.push(this.problem('warning', problem, undefined, this.at(column), column));
  }

  problem(
    outcome: ProblemOutcome,
    about: { code: string; message: string; hint?: string },
    field?: Field,
    text?: string,
    column?: number,
  ): Problem {
    const at = column ?? (field === undefined ? undefined : this.columnsOf(field)[0]);
    const deal = this.text('deal_number');
    return {
      line: this.#row.line,
      ...(deal === '' ? {} : { deal_number: shownOf(deal) }),
      column: at === undefined ? null : this.#titleOf(at),
      value: text === undefined ? null : shownOf(text),
      code: about.code,
      outcome,
      message: about.message,
      ...(about.hint === undefined ? {} : { hint: about.hint }),
    };
  }
}

/** A column that is read with another. */
const PART_OF_DAY = 'part';

function partsOfDays(
  splitDates: Mapping['splitDates'],
): ReadonlyMap<number, SplitDate | typeof PART_OF_DAY> | null {
  if (splitDates.size === 0) return null;
  return new Map(
    [...splitDates].flatMap(([column, split]): [number, SplitDate | typeof PART_OF_DAY][] => [
      [split.month, PART_OF_DAY],
      [split.day, PART_OF_DAY],
      [column, split],
    ]),
  );
}
