/** A call list that comes back filled in: what each of its lines says came of the call. */

import { type Outcome, outcomeName } from '../domain/contact.ts';
import { addMonths, type Day } from '../domain/day.ts';
import type { Problem, Reading } from '../domain/problem.ts';
import { headerKey } from '../rows/header-key.ts';
import type { Row } from '../rows/row.ts';
import { cleanCell } from '../values/cell.ts';
import type { DateOrder } from '../values/dates.ts';
import { readFlag } from '../values/flags.ts';
import { lettersInWords, outcomeMeant, readOutcome } from './read-codes.ts';
import { orderOfDays, readTypedDay, readWrittenDay } from './read-sheet-day.ts';
import { asciiWords, sameCustomer } from './same-customer.ts';
import type { SheetColumn, SheetColumns } from './sheet-columns.ts';

/** A line that could not be used, and why. */
export type SheetProblem = Omit<Problem, 'outcome'>;

export interface SheetCall {
  readonly line: number;
  readonly customerId: number;
  readonly on: Day;
  readonly outcome: Outcome;
  /** as given */
  readonly note: string | null;
  readonly nextOn: Day | null;
  /** they were asked about their next car */
  readonly pitched: boolean;
  /** null = the sheet names nobody we know */
  readonly salespersonId: number | null;
  /** the car that is meant where an outcome is about one */
  readonly saleId: number | null;
  /** names the line, whenever and however it is read: `sheet 2026-11-21 1042 482 after 2026 11 20 voicemail dana reyes` */
  readonly source: string;
  /** the sheet shows a contact of that day with this outcome already: the line is about a second one */
  readonly isAnother: boolean;
}

export interface SheetReading {
  /** lines with anything in them = blank + calls + problems */
  readonly lines: number;
  /** not called: outcome, note and next are empty */
  readonly blank: number;
  readonly calls: readonly SheetCall[];
  readonly problems: readonly SheetProblem[];
}

export interface SheetCustomer {
  readonly name: string;
  /** the sales in force on the day asked for */
  readonly cars: readonly { readonly saleId: number; readonly soldOn: Day }[];
}
export interface SheetSalesperson {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
}

/** What the store knows that a line must agree with. */
export interface SheetKnown {
  /** the day of a call where the sheet does not say */
  readonly today: Day;
  /** how the country writes days */
  readonly order: DateOrder | null;
  readonly customer: (id: number, on: Day) => SheetCustomer | null;
  /** by code, else by name; both may be empty */
  readonly salesperson: (code: string, name: string) => Reading<SheetSalesperson>;
}

type Refused = Omit<SheetProblem, 'line'>;
type Cell = (column: SheetColumn) => string;

/**
 * Reads the lines below the header. Every line is a call, blank, or a problem; the columns that are read are those of
 * `findSheetColumns`.
 * @param header as in the file: a line that repeats it (lists put one below the other) is no line of the list
 */
export function readSheet(
  columns: SheetColumns,
  header: readonly string[],
  rows: readonly Row[],
  known: SheetKnown,
): SheetReading {
  const heading = keysOf(header);
  const lines = rows.filter(
    ({ cells }) => cells.some((cell) => cell.trim() !== '') && keysOf(cells) !== heading,
  );
  const cellsOf = (column: SheetColumn): string[] => {
    const at = columns.get(column);
    return at === undefined ? [] : lines.map(({ cells }) => cells[at] ?? '');
  };
  const order = orderOfDays(
    (['on', 'sold_on', 'due_on', 'closes_on'] as const).flatMap(cellsOf),
    cellsOf('next'),
    known.order,
  );
  const repeats = new Map<string, number>();
  const calls: SheetCall[] = [];
  const problems: SheetProblem[] = [];
  let blank = 0;
  for (const { line, cells } of lines) {
    const cell: Cell = (column) => cells[columns.get(column) ?? -1] ?? '';
    const isBlank = cleanCell(cell('outcome') + cell('note') + cell('next') + cell('pitched')) === '';
    const surplus = cells.slice(header.length).find((one) => one.trim() !== '');
    const read = surplus === undefined ? readLine(cell, order, known, repeats) : tooManyCells(surplus);
    if (isBlank && surplus === undefined) blank += 1;
    else if ('code' in read) problems.push({ line, ...read });
    else calls.push({ line, ...read });
  }
  return { lines: lines.length, blank, calls, problems };
}

const keysOf = (cells: readonly string[]): string => cells.map(headerKey).join('\n').trimEnd();

/** @param repeats how often a list had each customer so far: counted on blank lines too, which may be filled in later */
function readLine(
  cell: Cell,
  order: DateOrder | null,
  known: SheetKnown,
  repeats: Map<string, number>,
): Omit<SheetCall, 'line'> | Refused {
  const refuse = (column: SheetColumn, code: string, message: string, hint?: string): Refused => ({
    column,
    value: cell(column),
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
  });
  const day = readWrittenDay(cell('on'), order);
  if (day.problem) return refuse('on', day.problem.code, day.problem.message, day.problem.hint);
  const on = day.value ?? known.today;
  const id = idIn(cell('customer_id'));
  if (id === null)
    return refuse('customer_id', 'bad-customer-id', 'is not a customer’s number', KEEP_WHOLE_LINES);
  const who = known.salesperson(cleanCell(cell('salesperson_code')), cleanCell(cell('salesperson')));
  if (who.problem) return refuse('salesperson', who.problem.code, who.problem.message, who.problem.hint);
  const source = sourceOf(on, who.value, cell, id, repeats);
  const customer = known.customer(id, on);
  if (customer === null)
    return refuse('customer_id', 'unknown-customer', 'is nobody’s number here', KEEP_WHOLE_LINES);
  if (!sameCustomer(cleanCell(cell('customer')), customer.name))
    return refuse(
      'customer',
      'other-customer',
      `is not the name of customer ${id}, ${customer.name}`,
      KEEP_WHOLE_LINES,
    );

  const outcomeText = cleanCell(cell('outcome'));
  if (outcomeText === '')
    return refuse(
      (['note', 'next'] as const).find((column) => cell(column).trim() !== '') ?? 'pitched',
      'no-outcome',
      'has no outcome beside it: what came of it?',
      OUTCOMES_IN_WORDS,
    );
  const outcome = readOutcome(outcomeText);
  if (outcome === null)
    return refuse(
      'outcome',
      'unknown-outcome',
      `is not an outcome${outcomeMeant(outcomeText)}`,
      OUTCOMES_IN_WORDS,
    );
  const pitched = ticked(cell('pitched'));
  if (pitched === null)
    return refuse('pitched', 'bad-tick', 'is neither yes nor no', 'write x, or leave it empty');
  if (pitched && !outcome.meets)
    return refuse('pitched', 'not-met', `stands beside ${outcomeName(outcome.name)}, which is nobody met`);
  const next = readTypedDay(cell('next'), on, order);
  if (next.problem) return refuse('next', next.problem.code, next.problem.message, next.problem.hint);
  const nextOn = next.value;
  if (nextOn === null && (outcome.name === 'snoozed' || outcome.name === 'promised'))
    return refuse('outcome', 'no-next', 'needs a day beside it', 'fill in the column next');
  if (nextOn !== null && nextOn < on)
    return refuse('next', 'next-before', `is ${nextOn}, before the call on ${on}`, 'give a later day');
  if (nextOn !== null && nextOn > addMonths(on, LATEST_NEXT_MONTHS))
    return refuse('next', 'bad-day', `is ${nextOn}, more than ten years off`, 'check the year');
  const car = outcome.endsTouches === 'car' ? carSold(customer, cell, order) : null;
  if (car === 'several')
    return refuse('outcome', 'several-cars', 'has several cars: which one?', `beback why ${id} lists them`);
  const note = noteIn(cell('note'));
  return {
    customerId: id,
    on,
    outcome,
    note,
    nextOn,
    pitched,
    salespersonId: who.value?.id ?? null,
    saleId: car,
    source,
    isAnother: showsAlready(cleanCell(cell('last_contact')), on, outcome),
  };
}

/** A box of the printed sheet, as it is typed in; null for what is neither yes nor no. */
const ticked = (text: string): boolean | null => (cleanCell(text) === '' ? false : readFlag(cleanCell(text)));

const LATEST_NEXT_MONTHS = 120;
const KEEP_WHOLE_LINES = 'when sorting, sort whole lines; leave the columns we filled as they are';
const OUTCOMES_IN_WORDS = `one of ${lettersInWords()}`;

const tooManyCells = (value: string): Refused => ({
  column: null,
  value,
  code: 'too-many-cells',
  message: 'stands behind the last column',
  hint: 'a note with a comma in it needs quotes around it: "like, this"',
});

/** `118`, `#118`, and `118.00` from a column formatted as a number; `1,000` could be one or a thousand. */
function idIn(text: string): number | null {
  const [, digits] = /^#?([1-9]\d{0,8})(?:[.,]0{1,2})?$/.exec(cleanCell(text)) ?? [];
  return digits === undefined ? null : Number(digits);
}

function sourceOf(
  on: Day,
  person: SheetSalesperson | null,
  cell: Cell,
  customerId: number,
  repeats: Map<string, number>,
): string {
  const given = cleanCell(cell('salesperson_code')) || cleanCell(cell('salesperson')) || 'house';
  // a second sheet of the day shows what came of the first: its line is another call
  const last = asciiWords(cell('last_contact')).join(' ').slice(0, LONGEST_LAST);
  const after = last === '' ? '' : ` after ${last}`;
  // the same customer may stand on the call list of the day: what came of that is another line
  const number = asciiWords(cell('visit')).join(' ').slice(0, LONGEST_LAST);
  const visit = number === '' ? '' : ` visit ${number}`;
  const source = `sheet ${on} ${person?.code ?? person?.name ?? given} ${customerId}${visit}${after}`;
  const times = (repeats.get(source) ?? 0) + 1;
  repeats.set(source, times);
  return times === 1 ? source : `${source} ${times}`;
}

/** Enough to tell one contact from the next; a note may be long. */
const LONGEST_LAST = 120;

/** `2026-11-21 busy (Dana Reyes): on the road` */
function showsAlready(last: string, on: Day, outcome: Outcome): boolean {
  const start = `${on} ${outcomeName(outcome.name)}`;
  return last.startsWith(start) && /^(?:$|:| \()/.test(last.slice(start.length));
}

/** The only car there is, else the one the line is about. */
function carSold({ cars }: SheetCustomer, cell: Cell, order: DateOrder | null): number | null | 'several' {
  const soldOn = readWrittenDay(cell('sold_on'), order).value;
  const meant = cars.length > 1 ? cars.filter((car) => car.soldOn === soldOn) : cars;
  if (meant.length > 1 || (cars.length > 1 && meant.length === 0)) return 'several';
  return meant[0]?.saleId ?? null;
}

/** What we put in front of a text that looks like a formula, so that no spreadsheet runs it. */
const GUARDED = /^'+[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

function noteIn(text: string): string | null {
  if (text.trim() === '') return null;
  return GUARDED.test(text) ? text.slice(1) : text;
}
