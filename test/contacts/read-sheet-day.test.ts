/** Days in a sheet, in every form a spreadsheet gives them. */

import { describe, expect, test } from 'vitest';
import { orderOfDays, readTypedDay, readWrittenDay } from '../../src/contacts/read-sheet-day.ts';
import type { Day } from '../../src/domain/day.ts';
import type { DateOrder } from '../../src/values/dates.ts';

const ON = '2026-11-21' as Day;

describe('a day to be in touch again', () => {
  test.each<[string, DateOrder | null, string | null]>([
    ['2027-05-03', null, '2027-05-03'],
    ['2027/5/3', null, '2027-05-03'],
    ['5/3/2027', 'mdy', '2027-05-03'],
    ['05/03/27', 'mdy', '2027-05-03'],
    ['03.05.2027', 'dmy', '2027-05-03'],
    ['3.5.27', 'dmy', '2027-05-03'],
    ['3.5.', 'dmy', '2027-05-03'],
    ['27/05/03', 'ymd', '2027-05-03'],
    ['25/12/2026', 'mdy', '2026-12-25'],
    ['12/25/2026', 'dmy', '2026-12-25'],
    ['46510', null, '2027-05-03'],
    ['46510.0', null, '2027-05-03'],
    ['2027-05-03 00:00:00', null, '2027-05-03'],
    ['3-May-27', null, '2027-05-03'],
    ['3. Mai 2027', null, '2027-05-03'],
    ['3-May', null, '2027-05-03'],
    ['May 3', null, '2027-05-03'],
    ['24-Dec', null, '2026-12-24'],
    ['21-Nov', null, '2026-11-21'],
    ['12/24', 'mdy', '2026-12-24'],
    ['fri', null, '2026-11-27'],
    ['Tomorrow', null, '2026-11-22'],
    ['+3d', null, '2026-11-24'],
    ["'+3d", null, '2026-11-24'],
    ['2w', null, '2026-12-05'],
    ['', null, null],
    ['  ', null, null],
    ['n/a', null, null],
  ])('"%s" in the order %s is %s', (text, order, day) => {
    expect(readTypedDay(text, ON, order)).toEqual({ value: day, problem: null });
  });

  test.each<[string, DateOrder | null, string]>([
    ['5/3/2027', null, 'ambiguous-day'],
    ['2/30/2027', 'mdy', 'bad-day'],
    ['13/13/2027', null, 'bad-day'],
    ['2027-02-30', null, 'bad-day'],
    ['30-Feb', null, 'bad-day'],
    ['########', null, 'bad-day'],
    ['soon', null, 'bad-day'],
    ['4pm', null, 'bad-day'],
  ])('"%s" in the order %s is none: %s', (text, order, code) => {
    const { value, problem } = readTypedDay(text, ON, order);
    expect({ value, code: problem?.code }).toEqual({ value: null, code });
  });
});

test('the day of a call needs its year', () => {
  expect(readWrittenDay('fri', 'mdy').problem?.code).toBe('bad-day');
  expect(readWrittenDay('11/21/2026', 'mdy').value).toBe(ON);
});

describe('the order of a sheet’s days', () => {
  test.each<[string, string[], string[], DateOrder | null, DateOrder | null]>([
    ['is proved by the days we wrote', ['5/3/2026', '4/22/2026'], ['25/12/2026'], 'dmy', 'mdy'],
    ['is else proved by the days typed', ['2026-05-03'], ['25/12/2026', 'fri'], 'mdy', 'dmy'],
    ['is else the country’s', ['2026-05-03', '5/3/2026'], ['5/3/2027'], 'dmy', 'dmy'],
    ['is unknown where the country has two', ['5/3/2026'], [], null, null],
  ])('%s', (_, written, typed, country, order) => {
    expect(orderOfDays(written, typed, country)).toBe(order);
  });
});
