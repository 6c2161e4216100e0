/** Call lists for a spreadsheet: one row a call, with room to fill in what came of it. */

import type { Call, CallList, DayLists } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import { outcomeInWords, reasonInWords, toldApart, vehicleInWords } from './call-in-words.ts';
import { casesOfCallInWords } from './case-in-words.ts';
import { type CsvOptions, csvWriter } from './csv.ts';
import { dialText } from './phone-text.ts';
import { oneLine } from './terminal-text.ts';

/**
 * The header row: whom to call, beside it what came of it, and behind that all there is to know. Spreadsheets and scripts
 * rely on the names; a sheet that comes back is read by them, in whatever order they stand.
 */
export const CALL_LIST_COLUMNS = [
  'number',
  'customer_id',
  'customer',
  'phone_1',
  'phone_2',
  'phone_3',
  'outcome',
  'note',
  'next',
  'reasons',
  'due_on',
  'closes_on',
  'vehicle',
  'sold_on',
  'last_contact',
  'remember',
  'email',
  'call_until',
  'call_hours',
  'registry',
  'covering',
  'former_owner',
  'also',
  'cases',
  'on',
  'salesperson_code',
  'salesperson',
] as const;
type CallRecord = Readonly<Record<(typeof CALL_LIST_COLUMNS)[number], string | number | null>>;

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
    list.calls.map((call, i) => {
      const record = callRecord(list, call, i + 1, lists.on, options.country);
      return csvLine(CALL_LIST_COLUMNS.map((column) => printable(record[column])));
    }),
  );
  return header + rows.join('');
}

const printable = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' ? oneLine(cell) : cell;

function callRecord(
  { salesperson }: CallList,
  call: Call,
  number: number,
  on: Day,
  country: string,
): CallRecord {
  const { customer, vehicle, sold_on, reasons, last_contact, calling, facts, covering, former_owner } = call;
  const phone = (i: number): string | null => {
    const found = customer.phones[i];
    return found === undefined ? null : dialText(found, country);
  };
  return {
    number,
    customer_id: customer.id,
    customer: customer.name,
    phone_1: phone(0),
    phone_2: phone(1),
    phone_3: phone(2),
    outcome: null,
    note: null,
    next: null,
    reasons: toldApart(reasons).map(reasonInWords).join('; '),
    due_on: earliest(reasons.map((reason) => reason.due_on)),
    closes_on: earliest(reasons.map((reason) => reason.closes_on)),
    vehicle: vehicleInWords(vehicle),
    sold_on,
    last_contact: last_contact === null ? null : `${last_contact.on} ${outcomeInWords(last_contact)}`,
    remember: facts.join(' · '),
    email: customer.email,
    call_until: calling.until,
    call_hours: calling.hours === null ? 'none' : `${calling.hours.from}-${calling.hours.to}`,
    registry: calling.registry,
    covering: covering?.name ?? null,
    former_owner: former_owner?.name ?? null,
    also: call.also.map(({ name }) => name).join(', ') || null,
    cases: casesOfCallInWords(call, on, country).join('; ') || null,
    on,
    salesperson_code: salesperson?.code ?? null,
    salesperson: salesperson?.name ?? null,
  };
}

const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
