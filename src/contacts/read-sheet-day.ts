/** A day in a sheet that came back: as we wrote it, as a spreadsheet rewrote it, or as a person typed it. */

import { type Day, dayOf } from '../domain/day.ts';
import { type Reading, read, unreadable } from '../domain/problem.ts';
import { cleanCell } from '../values/cell.ts';
import { dateShape } from '../values/date-shape.ts';
import { DateEvidence, type DateOrder } from '../values/dates.ts';
import { dayMeant, daysMeant } from '../values/typed-day.ts';

/**
 * The order in which the sheet's days are written now. We write `2027-05-03`; a spreadsheet that saved the file again may
 * have turned every day into its own form, so the days we wrote prove how those beside them are meant.
 * @param written cells of the columns we filled
 * @param typed cells of the column a person filled
 * @param conventional the country's, when neither proves anything
 */
export function orderOfDays(
  written: readonly string[],
  typed: readonly string[],
  conventional: DateOrder | null,
): DateOrder | null {
  const orderOf = (cells: readonly string[]): DateOrder | null => {
    const evidence = new DateEvidence();
    for (const cell of cells) evidence.add(cell);
    return evidence.verdict().order;
  };
  return orderOf(written) ?? orderOf(typed) ?? conventional;
}

/** A day with its year, serial numbers of spreadsheets included; null for a blank cell. */
export function readWrittenDay(text: string, order: DateOrder | null): Reading<Day> {
  const cell = cleanCell(text);
  // what Excel saves of a day in a column too narrow to show it
  if (/^#+$/.test(cell))
    return unreadable(
      'bad-day',
      'the spreadsheet saved no day: its column was too narrow',
      'widen the column, save again',
    );
  const shape = dateShape(cell);
  switch (shape.form) {
    case 'none':
      return read<Day>(null);
    case 'day':
      return read(shape.day);
    case 'ordered':
      return reading(dayOf(fullYear(shape.year), shape.month, shape.day));
    case 'numeric':
      return readNumbers(shape.parts, order);
    case 'unknown':
      return unreadable('bad-day', 'is not a day', WRITE_IT);
  }
}

const WRITE_IT = 'write it as 2027-05-03';
const ANY_DAY = '2000-01-01' as Day;

/**
 * The day to be in touch again: a written day, or whatever else `daysMeant` takes (Excel shows `5/3` as `3-May` and saves it like
 * that), which is the next such day. null for a blank cell.
 * @param on the day of the call
 */
export function readTypedDay(text: string, on: Day, order: DateOrder | null): Reading<Day> {
  const written = readWrittenDay(text, order);
  if (written.problem === null || dateShape(text).form !== 'unknown') return written;
  const typed = dayMeant(cleanCell(text), { on, order });
  return typed === null ? written : read(typed);
}

function readNumbers(parts: readonly [string, string, string], order: DateOrder | null): Reading<Day> {
  // with a year it does not matter which day it is read on
  const [day, other] = daysMeant(parts.join('/'), { on: ANY_DAY, order });
  if (other !== undefined)
    return unreadable('ambiguous-day', 'could be two days: day first or month first', WRITE_IT);
  return reading(day ?? null);
}

/** Sheets are about this century. */
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const reading = (day: Day | null): Reading<Day> =>
  day === null ? unreadable('bad-day', 'the calendar has no such day', WRITE_IT) : read(day);
