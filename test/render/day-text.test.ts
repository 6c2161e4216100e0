import { expect, test } from 'vitest';
import { dayInFull, dayInLetter, dayInShort, daysInText } from '../../src/render/day-text.ts';
import { day, ON } from './sample-lists.ts';

test.each([
  ['2026-11-21', 'Saturday 21 November 2026'],
  ['2024-02-29', 'Thursday 29 February 2024'],
  ['2001-01-01', 'Monday 1 January 2001'],
  ['2000-12-31', 'Sunday 31 December 2000'],
  ['1969-07-20', 'Sunday 20 July 1969'],
])('%s is %s', (text, expected) => {
  expect(dayInFull(day(text), 'CA')).toBe(expected);
});

test('a short day names the year only when it is another one', () => {
  expect(dayInShort(day('2026-09-03'), ON, 'CA')).toBe('3 Sep');
  expect(dayInShort(day('2023-11-19'), ON, 'CA')).toBe('19 Nov 2023');
});

test('in the United States the month comes first', () => {
  expect([
    dayInFull(ON, 'US'),
    dayInLetter(ON, 'US'),
    dayInShort(day('2026-09-03'), ON, 'US'),
    dayInShort(day('2023-11-19'), ON, 'US'),
  ]).toEqual(['Saturday, November 21, 2026', 'November 21, 2026', 'Sep 3', 'Nov 19, 2023']);
});

test('the days a sentence names are written as any other; numbers that are none stay', () => {
  expect(daysInText('Opens on 2026-12-01, due 2027-01-03; deal 2026-12-0155.', ON, 'US')).toBe(
    'Opens on Dec 1, due Jan 3, 2027; deal 2026-12-0155.',
  );
});
