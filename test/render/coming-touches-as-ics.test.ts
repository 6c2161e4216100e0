/** The calendar is read back by a parser of its own. */

import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { callListsAsIcs } from '../../src/render/call-list-as-ics.ts';
import { type CalendarEntry, comingTouchesAsIcs } from '../../src/render/coming-touches-as-ics.ts';
import { anniversary, annLee, day, listOf } from './sample-lists.ts';

const AT = new Date('2026-11-21T08:30:00Z');
const LIST = { storeId: '1f2e3d4c', country: 'US', at: AT, birthdays: new Set(['birthday']) };

const entry: CalendarEntry = {
  customer: { ...annLee.customer },
  touch: 'anniversary',
  label: 'Purchase anniversary',
  sale_id: 1,
  estimated: false,
  ends_on: null,
  number: 3,
  on: day('2026-12-01'),
  due_on: day('2026-12-01'),
  closes_on: day('2026-12-15'),
  vehicle_name: '2023 Honda Civic',
};

function read(entries: readonly CalendarEntry[], at = AT): ICAL.Component {
  const text = comingTouchesAsIcs(entries, { at, name: 'Dana Reyes', storeId: '1f2e3d4c', country: 'US' });
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  return new ICAL.Component(ICAL.parse(text));
}
const first = (calendar: ICAL.Component): ICAL.Component => {
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('no event');
  return event;
};

test('a touch is a private all-day entry without an alarm', () => {
  const calendar = read([entry]);
  const event = first(calendar);
  const said = new ICAL.Event(event);
  expect({
    method: calendar.getFirstPropertyValue('method'),
    uid: said.uid,
    day: said.startDate.toString(),
    allDay: said.startDate.isDate,
    summary: said.summary,
    description: said.description,
    class: event.getFirstPropertyValue('class'),
    alarms: event.getAllSubcomponents('valarm').length,
  }).toEqual({
    method: 'PUBLISH',
    uid: 'customer-482-anniversary-1-3@1f2e3d4c.beback',
    day: '2026-12-01',
    allDay: true,
    summary: 'Call Ann Lee: 3rd purchase anniversary',
    description:
      '(614) 555-0101 cell, (614) 555-0199 x204 work\nann@example.com\n2023 Honda Civic\nDue Tuesday, December 1, 2026, closes Tuesday, December 15, 2026\nbeback #482',
    class: 'PRIVATE',
    alarms: 0,
  });
});

test('a later file of the same day has the same name and a higher number', () => {
  const later = new Date(AT.getTime() + 1000);
  const before = first(read([entry]));
  const after = first(read([{ ...entry, on: day('2026-12-02') }], later));
  expect(after.getFirstPropertyValue('uid')).toBe(before.getFirstPropertyValue('uid'));
  expect(Number(after.getFirstPropertyValue('sequence'))).toBeGreaterThan(
    Number(before.getFirstPropertyValue('sequence')),
  );
  // RFC 5545, 3.8.2: an integer of 32 bits
  expect(Number(after.getFirstPropertyValue('sequence'))).toBeLessThan(2 ** 31);
  expect(String(after.getFirstPropertyValue('dtstamp'))).toBe('2026-11-21T08:30:01Z');
});

test('the call list of the day speaks of the same entry', () => {
  const text = callListsAsIcs(listOf([{ ...annLee, reasons: [anniversary] }]), LIST);
  const event = first(new ICAL.Component(ICAL.parse(text)));
  const coming = first(read([entry]));
  for (const property of ['uid', 'sequence', 'dtstamp'])
    expect(String(event.getFirstPropertyValue(property))).toBe(
      String(coming.getFirstPropertyValue(property)),
    );
});

test('a birthday is the person’s, whichever car is their newest', () => {
  const uids = [1, 2].map((sale_id) => {
    const reasons = [{ ...anniversary, touch: 'birthday', sale_id }];
    const text = callListsAsIcs(listOf([{ ...annLee, reasons }]), LIST);
    return first(new ICAL.Component(ICAL.parse(text))).getFirstPropertyValue('uid');
  });
  expect(uids[1]).toBe(uids[0]);
  expect(first(read([{ ...entry, touch: 'birthday', sale_id: null }])).getFirstPropertyValue('uid')).toBe(
    uids[0],
  );
});

test('names cannot add lines, and none of any script is broken', () => {
  const name = `A;B,C\\D\r\nEND:VEVENT\u001b[31m ${'李小龍 محمد 👩‍👧'.repeat(12)}`;
  const calendar = read([{ ...entry, customer: { ...entry.customer, name } }]);
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  expect(new ICAL.Event(first(calendar)).summary).toBe(
    `Call A;B,C\\D END:VEVENT ${'李小龍 محمد 👩‍👧'.repeat(12)}: 3rd purchase anniversary`,
  );
});

test('nothing to come is an empty calendar', () => {
  expect(read([]).getAllSubcomponents('vevent')).toEqual([]);
});

test('the end of a lease that is only estimated is said so', () => {
  const leaseEnds = { label: 'Lease is ending', estimated: true, ends_on: day('2027-05-04') };
  expect(new ICAL.Event(first(read([{ ...entry, touch: 'lease-end', ...leaseEnds }]))).summary).toBe(
    'Call Ann Lee: Lease is ending (about May 4, 2027)',
  );
});
