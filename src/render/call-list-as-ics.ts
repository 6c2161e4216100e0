/** Call lists as a calendar: one all-day entry a call, which a later file of the same touch updates. */

import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Call, CallList, DayLists } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import {
  besideInWords,
  lastContactInWords,
  promisesInWords,
  soldInWords,
  toldApart,
  whyInWords,
} from './call-in-words.ts';
import { phoneInWords } from './phone-text.ts';
import { restInWords } from './share-in-words.ts';
import { staleInWords } from './stale-in-words.ts';
import { oneLine } from './terminal-text.ts';
import { dateOf, sequenceAt, touchUid } from './touch-in-calendar.ts';

export interface CallListIcsOptions {
  readonly storeId: string;
  /** ISO 3166, for the form of phone numbers */
  readonly country: string;
  /** when the file is written */
  readonly at: Date;
  /** ids of the touches that are the person's, not a sale's */
  readonly birthdays: ReadonlySet<string>;
}

/** RFC 5545, METHOD:PUBLISH; days only, so no time zone can move a call to another day. */
export function callListsAsIcs(
  { lists, on, last_import_on }: DayLists,
  { storeId, country, at, birthdays }: CallListIcsOptions,
): string {
  const stale = staleInWords(last_import_on, on, country);
  const calendar = ical({
    name: 'beback calls',
    prodId: { company: 'beback', product: 'call list' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const list of lists) {
    for (const call of list.calls) {
      calendar.createEvent({
        id: uidOf(storeId, call, birthdays),
        start: dateOf(on),
        allDay: true,
        stamp: at,
        sequence: sequenceAt(at),
        transparency: ICalEventTransparency.TRANSPARENT,
        summary: oneLine(
          `Call ${call.customer.name}: ${call.reasons
            .slice(0, 1)
            .map((reason) => whyInWords(reason, on, country))
            .join('')}`,
        ),
        description: descriptionOf(list, call, on, country, stale ?? ''),
      });
    }
  }
  return `${calendar.toString()}\r\n`;
}

function uidOf(storeId: string, { customer, reasons }: Call, birthdays: ReadonlySet<string>): string {
  const [first] = reasons;
  const { touch, sale_id, number } = first ?? { touch: 'call', sale_id: null, number: 0 };
  return touchUid(storeId, customer.id, { touch, saleId: birthdays.has(touch) ? null : sale_id, number });
}

function descriptionOf(list: CallList, call: Call, on: Day, country: string, stale: string): string {
  const { phones, email } = call.customer;
  return [
    phones.map((phone) => phoneInWords(phone, country)).join(', '),
    email ?? '',
    ...toldApart(call.reasons).map((reason) => whyInWords(reason, on, country)),
    ...besideInWords(call, on, country),
    promisesInWords(call, on, country),
    soldInWords(call.vehicle, call.sold_on, on, country),
    lastContactInWords(call.last_contact, on, country),
    list.salesperson?.name ?? 'House list',
    restInWords(list, on),
    stale,
  ]
    .filter((line) => line !== '')
    .map(oneLine)
    .join('\n');
}
