/** The touches to come as a calendar for one salesperson: an all-day entry each, moved or mended by the next file. */

import ical, { ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { Basis } from '../domain/call-list.ts';
import type { CallablePhone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { whyInWords } from './call-in-words.ts';
import { dayInFull } from './day-text.ts';
import { phoneInWords } from './phone-text.ts';
import { oneLine } from './terminal-text.ts';
import { dateOf, sequenceAt, touchUid } from './touch-in-calendar.ts';

export interface CalendarEntry extends Basis {
  readonly customer: {
    readonly id: number;
    readonly name: string;
    readonly phones: readonly CallablePhone[];
    readonly email: string | null;
  };
  readonly touch: string;
  readonly label: string;
  /** null where it is about the person: a birthday, a promise */
  readonly sale_id: number | null;
  readonly number: number;
  /** counted from the end of a lease or loan that is only estimated */
  readonly estimated: boolean;
  /** the end of the lease or loan it is counted from; null where it is counted from another day */
  readonly ends_on: Day | null;
  readonly booked_on?: Day;
  /** the day it stands on in the calendar */
  readonly on: Day;
  readonly due_on: Day;
  /** null for a promise */
  readonly closes_on: Day | null;
  /** `2024 Honda Civic` */
  readonly vehicle_name: string | null;
}

export interface CalendarOptions {
  /** when the file is written */
  readonly at: Date;
  /** whose calendar */
  readonly name: string;
  readonly storeId: string;
  /** ISO 3166, for the form of phone numbers */
  readonly country: string;
}

/**
 * RFC 5545, METHOD:PUBLISH, days only, without alarms and marked private. Calendars are often copied to others'
 * machines, so notes of past calls stay out.
 */
export function comingTouchesAsIcs(
  entries: readonly CalendarEntry[],
  { at, name, storeId, country }: CalendarOptions,
): string {
  const calendar = ical({
    name: oneLine(`beback ${name}`),
    prodId: { company: 'beback', product: 'calendar' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    const { customer, touch, sale_id, number } = entry;
    calendar.createEvent({
      id: touchUid(storeId, customer.id, { touch, saleId: sale_id, number }),
      start: dateOf(entry.on),
      allDay: true,
      stamp: at,
      sequence: sequenceAt(at),
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: oneLine(`Call ${customer.name}: ${whyInWords(entry, entry.on, country)}`),
      description: descriptionOf(entry, country),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function descriptionOf(
  { customer, vehicle_name, due_on, closes_on }: CalendarEntry,
  country: string,
): string {
  return [
    customer.phones.map((phone) => phoneInWords(phone, country)).join(', '),
    customer.email ?? '',
    vehicle_name ?? '',
    `Due ${dayInFull(due_on, country)}${closes_on === null ? '' : `, closes ${dayInFull(closes_on, country)}`}`,
    `beback #${customer.id}`,
  ]
    .filter((line) => line !== '')
    .map(oneLine)
    .join('\n');
}
