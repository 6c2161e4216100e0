import { expect, test } from 'vitest';
import type { Calling } from '../../src/domain/call-list.ts';
import { callingInBrief, callingInWords } from '../../src/render/calling-in-words.ts';
import { calling, day, ON } from './sample-lists.ts';

const past = { until: day('2026-11-20') };
const CASES: [Partial<Calling>, string, string][] = [
  [{}, 'call until 3 May 2028, 9:00–20:00 there', '3 May 2028, 9–20'],
  [{ until: ON }, 'call until 21 Nov, 9:00–20:00 there', '21 Nov, 9–20'],
  [
    { here: { from: '10:00', to: '20:30' } },
    'call until 3 May 2028, 9:00–20:00 there (10:00–20:30 here)',
    '3 May 2028, 9–20',
  ],
  [{ hours: null, here: null }, 'call until 3 May 2028, no calls there today', '3 May 2028, no calls'],
  [
    { hours: { from: '09:00', to: '21:30' }, here: null },
    'call until 3 May 2028, 9:00–21:30 there',
    '3 May 2028, 9–21:30',
  ],
  [
    { ...past, registry: 'unscrubbed' },
    'window ended 20 Nov, unscrubbed (check registry), 9:00–20:00 there',
    'unscrubbed, 9–20',
  ],
  [
    { ...past, registry: 'clear' },
    'window ended 20 Nov, not on the registry, 9:00–20:00 there',
    'scrubbed, 9–20',
  ],
  [{ until: null, registry: 'listed' }, 'a registered number left out, 9:00–20:00 there', 'scrubbed, 9–20'],
  [{ until: null }, '9:00–20:00 there', '9–20'],
];

test.each(CASES)('%j is said %j, in brief %j', (change, words, brief) => {
  const told = { ...calling, ...change };
  expect([callingInWords(told, ON), callingInBrief(told, ON)]).toEqual([words, brief]);
});
