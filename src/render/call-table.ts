/** Calls as a table: for wide terminals, and one call a line for pipes. */

import type { Call } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import {
  besideInWords,
  dueInWords,
  lastContactInWords,
  otherPromises,
  promiseInWords,
  promisesInWords,
  soldInWords,
  todayOr,
  toldApart,
  vehicleInWords,
  whyInWords,
} from './call-in-words.ts';
import type { CallTextOptions } from './call-paragraphs.ts';
import { callingInBrief, callingInWords } from './calling-in-words.ts';
import { phoneInWords, telUri } from './phone-text.ts';
import { type TableColumn, textTable } from './text-table.ts';

const PHONE = 'Phone';
const COLUMNS: readonly TableColumn[] = [
  { title: 'No', align: 'right', priority: 9, minWidth: 4 },
  { title: 'Customer', priority: 10, minWidth: 14, maxWidth: 30, style: 'bold', grow: true, wrap: true },
  { title: PHONE, priority: 10, minWidth: 26, style: 'bold' },
  { title: 'Id', align: 'right', priority: 8, minWidth: 8 },
  { title: 'Why', priority: 7, minWidth: 18, maxWidth: 36, grow: true, wrap: true },
  { title: 'Due', priority: 5, minWidth: 6 },
  { title: 'Closes', priority: 6, minWidth: 6 },
  { title: 'Car', priority: 4, minWidth: 14, maxWidth: 28, grow: true },
  { title: 'Sold', priority: 3, minWidth: 11 },
  { title: 'Call until', priority: 5, minWidth: 23 },
  { title: 'Last contact', priority: 2, minWidth: 14, maxWidth: 28, grow: true },
];

/** A row a call; further telephone numbers and reasons stand in rows of their own under the first. */
export function callTable(
  calls: readonly Call[],
  { on, styles, country, width }: CallTextOptions & { readonly width: number },
): string {
  const rows = calls.flatMap((call, i) => callRows(call, i + 1, on, country));
  const numbers = new Map(
    calls.flatMap(({ customer: { phones } }) =>
      phones.map((phone) => [phoneInWords(phone, country), telUri(phone)] as const),
    ),
  );
  const columns = COLUMNS.map((column) =>
    column.title === PHONE ? { ...column, leadsTo: (cell: string) => numbers.get(cell) ?? null } : column,
  );
  return textTable(columns, rows, { width, style: styles });
}

function callRows(call: Call, number: number, on: Day, country: string): string[][] {
  const { customer, vehicle, sold_on, last_contact } = call;
  const reasons = toldApart(call.reasons);
  const ways = waysToReach(call, country);
  const promises = [
    ...besideInWords(call, on, country),
    ...otherPromises(call).map((promise) => promiseInWords(promise, on, country)),
  ];
  const height = Math.max(1, ways.length, reasons.length + promises.length);
  return Array.from({ length: height }, (_, line) => {
    const reason = reasons[line];
    const first = (text: string): string => (line === 0 ? text : '');
    return [
      first(`${number}`),
      first(customer.name),
      ways[line] ?? '',
      first(`#${customer.id}`),
      reason === undefined ? (promises[line - reasons.length] ?? '') : whyInWords(reason, on, country),
      reason === undefined ? '' : todayOr(reason.due_on, on, country),
      reason === undefined || reason.closes_on === null ? '' : todayOr(reason.closes_on, on, country),
      first(vehicleInWords(vehicle)),
      first(sold_on === null ? '' : todayOr(sold_on, on, country)),
      first(customer.phones.length === 0 ? '' : callingInBrief(call.calling, on, country)),
      first(lastContactInWords(last_contact, on, country)),
    ];
  });
}

/** A line a call with everything on it, for a pipe or a file: nothing cut, columns aligned by spaces. */
export function callPerLine(calls: readonly Call[], { on, styles, country }: CallTextOptions): string {
  const remember = calls.some(({ facts }) => facts.length > 0) ? ['Remember'] : [];
  const titles = ['No', 'Customer', 'Id', 'Phone', 'Why', 'Car', 'Calling', 'Last contact', ...remember];
  const columns = titles.map((title): TableColumn => ({ title, priority: 1, minWidth: 1 }));
  const rows = calls.map((call, i) => [
    `${i + 1}`,
    call.customer.name,
    `#${call.customer.id}`,
    waysToReach(call, country).join(', '),
    toldApart(call.reasons)
      .map((reason) => `${whyInWords(reason, on, country)}, ${dueInWords(reason, on, country)}`)
      .concat(besideInWords(call, on, country), promisesInWords(call, on, country))
      .filter(Boolean)
      .join('; '),
    soldInWords(call.vehicle, call.sold_on, on, country),
    call.customer.phones.length === 0 ? '' : callingInWords(call.calling, on, country),
    lastContactInWords(call.last_contact, on, country),
    ...remember.map(() => call.facts.join(' · ')),
  ]);
  return textTable(columns, rows, { width: null, style: styles });
}

function waysToReach({ customer: { phones, email } }: Call, country: string): string[] {
  if (phones.length > 0) return phones.map((phone) => phoneInWords(phone, country));
  return [email ?? 'no phone'];
}
