/** The calendar is read back by a parser of its own. */

import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { callListsAsIcs } from '../../src/render/call-list-as-ics.ts';
import { aList, annLee, day, ON } from './sample-lists.ts';

const eventsOf = (on = ON) => {
  const text = callListsAsIcs(
    { on, lists: [aList([annLee])], withheld: [], last_import_on: null },
    { storeId: '1f2e3d4c', country: 'US', at: new Date('2026-11-21T08:30:00Z'), birthdays: new Set() },
  );
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
};

test('a call is an all-day entry with everything needed to make it', () => {
  const [event] = eventsOf();
  expect({
    summary: event?.summary,
    day: event?.startDate.toString(),
    allDay: event?.startDate.isDate,
  }).toEqual({
    summary: expect.stringContaining('Call Ann Lee: '),
    day: '2026-11-21',
    allDay: true,
  });
  expect(event?.description).toContain('Dana Reyes');
});

test('the same touch on another day updates the entry', () => {
  const [first] = eventsOf();
  const [later] = eventsOf(day('2026-11-22'));
  expect(later?.uid).toBe(first?.uid);
  expect(later?.startDate.toString()).toBe('2026-11-22');
});
