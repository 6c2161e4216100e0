import { expect, test } from 'vitest';
import { dayInFull, dayInShort } from '../../src/render/day-text.ts';
import { day, ON } from './sample-lists.ts';

test.each([
  ['2026-11-21', 'Saturday 21 November 2026'],
  ['2024-02-29', 'Thursday 29 February 2024'],
  ['2001-01-01', 'Monday 1 January 2001'],
  ['2000-12-31', 'Sunday 31 December 2000'],
  ['1969-07-20', 'Sunday 20 July 1969'],
])('%s is %s', (text, expected) => {
  expect(dayInFull(day(text))).toBe(expected);
});

test('a short day names the year only when it is another one', () => {
  expect(dayInShort(day('2026-09-03'), ON)).toBe('3 Sep');
  expect(dayInShort(day('2023-11-19'), ON)).toBe('19 Nov 2023');
});
