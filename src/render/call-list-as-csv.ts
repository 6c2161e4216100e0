/** Call lists for a spreadsheet: one row a call, with room to fill in what came of it. */

import type { Call, CallList, DayLists } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import { outcomeInWords, reasonInWords, toldApart, vehicleInWords } from './call-in-words.ts';
import { type CsvOptions, csvWriter } from './csv.ts';
import { dialText } from './phone-text.ts';
import { oneLine } from './terminal-text.ts';

/** The header row. Spreadsheets and scripts rely on names and order: new columns go to the end. */
export const CALL_LIST_COLUMNS = [
  'salesperson_code',
  'salesperson',
  'on',
  'number',
  'customer_id',
  'customer',
  'phone_1',
  'phone_2',
  'phone_3',
  'email',
  'vehicle',
  'sold_on',
  'reasons',
  'due_on',
  'closes_on',
  'last_contact',
  'outcome',
  'note',
  'next',
  'call_until',
  'call_hours',
  'registry',
  'remember',
] as const;

export interface CallListCsvOptions extends CsvOptions {
  /** the store's: how telephone numbers are written */
  readonly country: string;
}

/**
 * The header and a row for each call. `due_on` and `closes_on` are the earliest of the call's reasons; `outcome`,
 * `note` and `next` are empty, to be filled in and read back. `call_hours` are those at the customer's place.
 */
export function callListsAsCsv(lists: Pick<DayLists, 'on' | 'lists'>, options: CallListCsvOptions): string {
  const csvLine = csvWriter(options);
  const header = csvLine(CALL_LIST_COLUMNS);
  const rows = lists.lists.flatMap((list) =>
    list.calls.map((call, i) => csvLine(callCells(list, call, i + 1, lists.on, options.country))),
  );
  return header + rows.join('');
}

function callCells(
  { salesperson }: CallList,
  { customer, vehicle, sold_on, reasons, last_contact, calling, facts }: Call,
  number: number,
  on: Day,
  country: string,
): (string | number | null)[] {
  const phone = (i: number): string | null => {
    const found = customer.phones[i];
    return found === undefined ? null : dialText(found, country);
  };
  const cells = [
    salesperson?.code ?? null,
    salesperson?.name ?? null,
    on,
    number,
    customer.id,
    customer.name,
    phone(0),
    phone(1),
    phone(2),
    customer.email,
    vehicleInWords(vehicle),
    sold_on,
    toldApart(reasons).map(reasonInWords).join('; '),
    earliest(reasons.map((reason) => reason.due_on)),
    earliest(reasons.map((reason) => reason.closes_on)),
    last_contact === null ? null : `${last_contact.on} ${outcomeInWords(last_contact)}`,
    null,
    null,
    null,
    calling.until,
    calling.hours === null ? 'none' : `${calling.hours.from}-${calling.hours.to}`,
    calling.registry,
    facts.join(' · '),
  ];
  return cells.map((cell) => (typeof cell === 'string' ? oneLine(cell) : cell));
}

const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
