/** The calendar is read back by a parser of its own. */

import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { callListsAsIcs } from '../../src/render/call-list-as-ics.ts';
import { type CalendarEntry, comingTouchesAsIcs } from '../../src/render/coming-touches-as-ics.ts';
import { anniversary, annLee, day, listOf, ON } from './sample-lists.ts';

const entry: CalendarEntry = {
  customer: { ...annLee.customer },
  touch: 'anniversary',
  label: 'Purchase anniversary',
  sale_id: 1,
  number: 3,
  on: day('2026-12-01'),
  due_on: day('2026-12-01'),
  closes_on: day('2026-12-15'),
  vehicle_name: '2023 Honda Civic',
};

function read(entries: readonly CalendarEntry[], on = ON): ICAL.Component {
  const text = comingTouchesAsIcs(entries, { on, name: 'Dana Reyes', country: 'US' });
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
    uid: 'customer-482-anniversary-1-3@beback',
    day: '2026-12-01',
    allDay: true,
    summary: 'Call Ann Lee: 3rd purchase anniversary',
    description:
      '(614) 555-0101, (614) 555-0199 x204\nann@example.com\n2023 Honda Civic\nDue Tuesday 1 December 2026, closes Tuesday 15 December 2026\nbeback #482',
    class: 'PRIVATE',
    alarms: 0,
  });
});

test('a later file of the same touch has the same name and a higher number', () => {
  const [before, after] = [ON, day('2026-11-22')].map((on) => first(read([entry], on)));
  expect(after?.getFirstPropertyValue('uid')).toBe(before?.getFirstPropertyValue('uid'));
  expect(Number(after?.getFirstPropertyValue('sequence'))).toBe(
    Number(before?.getFirstPropertyValue('sequence')) + 1,
  );
  expect(String(after?.getFirstPropertyValue('dtstamp'))).toBe('2026-11-22T00:00:00Z');
});

test('the call list of the day speaks of the same entry', () => {
  const text = callListsAsIcs(listOf([{ ...annLee, reasons: [anniversary] }]), { country: 'US' });
  const event = first(new ICAL.Component(ICAL.parse(text)));
  const coming = first(read([entry]));
  for (const property of ['uid', 'sequence', 'dtstamp'])
    expect(String(event.getFirstPropertyValue(property))).toBe(
      String(coming.getFirstPropertyValue(property)),
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
