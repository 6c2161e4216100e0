import { expect, test } from 'vitest';
import { readTime, timeBehindDay } from '../../src/values/times.ts';

test.each([
  ['8:30 AM', '08:30'],
  ['12:15 am', '00:15'],
  ['12:15 p.m.', '12:15'],
  ['13:15:00', '13:15'],
  ['0830', '08:30'],
  ['7.45', '07:45'],
  ['9 am', '09:00'],
  ['4 P.M.', '16:00'],
  ['14 Uhr', '14:00'],
  ['14:30 Uhr', '14:30'],
  ['14h30', '14:30'],
  ['0.3541666667', '08:30'],
  ['00:00', null],
  ['', null],
  ['TBD', null],
])('%s is %s', (text, time) => {
  expect(readTime(text)).toEqual({ value: time, problem: null });
});

test.each(['25:10', '8:75', '13 pm', 'after lunch', 'morning'])('%s is no time', (text) => {
  expect(readTime(text).problem?.code).toBe('bad-time');
});

test.each([
  ['3/25/2026 1:30 PM', '13:30'],
  ['2026-03-25T13:30:00', '13:30'],
  ['202603251330', '13:30'],
  ['20260325T1330', '13:30'],
  ['20260325133059', '13:30'],
  ['25.03.2026 13.30', '13:30'],
  ['25/03/2026, 9 am', '09:00'],
  ['46106.5625', '13:30'],
  ['46106,5625', '13:30'],
  ['3/25/2026 1 PM', '13:00'],
  ['3/25/2026 130PM', '13:30'],
  ['3/25/2026 1330', '13:30'],
  ['3/25/2026 - 1:30 p.m.', '13:30'],
  ['25 Mar 2026', null],
  ['3/25/2026', null],
  ['20260325', null],
  ['46106', null],
])('behind the day of %s stands %s', (text, time) => {
  expect(readTime(timeBehindDay(text)).value).toBe(time);
});
