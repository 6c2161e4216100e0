import { expect, test } from 'vitest';
import { callsInWords, noCallsInWords, restInWords } from '../../src/render/share-in-words.ts';
import { aList, annLee, day, leftOver, ON } from './sample-lists.ts';

test.each([
  [0, 0, ''],
  [1, 0, '1 more waits'],
  [118, 0, '118 more wait'],
  [112, 6, '118 more wait, 6 of them close uncalled this week'],
  [3, 1, '4 more wait, 1 of them closes uncalled this week'],
  [0, 1, '1 more waits, and closes uncalled this week'],
  [0, 2, '2 more wait, all of them close uncalled this week'],
])('%i wait and %i close', (waiting, closing, words) => {
  expect(restInWords({ ...aList([]), ...leftOver(waiting, closing) }, ON)).toBe(words);
});

test('what closes later than this week is not said to do so this week', () => {
  const list = { ...aList([]), ...leftOver(0, 2) };
  const later = list.dropped.map((one, i) => (i === 1 ? { ...one, closes_on: day('2026-11-28') } : one));
  expect(restInWords({ ...list, dropped: later }, ON)).toBe('2 more wait, all of them close uncalled');
});

test('what was done of the day, and a list whose calls are made', () => {
  const list = { ...aList([]), ...leftOver(3, 0), due: 3, done: 25 };
  expect([noCallsInWords(list), restInWords(list, ON)]).toEqual([
    'The calls of the day are done.',
    '25 done already; 3 more wait',
  ]);
  expect(noCallsInWords(aList([]))).toBe('No calls due.');
});

test('a list that was filled up says with how many', () => {
  expect([
    callsInWords(aList([annLee])),
    callsInWords(aList([annLee, { ...annLee, fill: true }, { ...annLee, fill: true }])),
  ]).toEqual(['1 call', '3 calls, 2 of them to keep in touch']);
});
