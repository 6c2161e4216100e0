import { expect, test } from 'vitest';
import type { Calling } from '../../src/domain/call-list.ts';
import { callingInBrief, callingInWords } from '../../src/render/calling-in-words.ts';
import { calling, day, ON } from './sample-lists.ts';

const past = { until: day('2026-11-20') };
const CASES: [string, Partial<Calling>, string, string][] = [
  ['US', {}, 'call until May 3, 2028, 9 am – 8 pm', 'May 3, 2028, 9am–8pm'],
  ['GB', {}, 'call until 3 May 2028, 9:00–20:00', '3 May 2028, 9:00–20:00'],
  ['CA', { until: ON }, 'call until 21 Nov, 9 am – 8 pm', '21 Nov, 9am–8pm'],
  [
    'US',
    { here: { from: '10:00', to: '20:30' } },
    'call until May 3, 2028, 9 am – 8 pm there (10 am – 8:30 pm here)',
    'May 3, 2028, 9am–8pm',
  ],
  ['US', { hours: null, here: null }, 'call until May 3, 2028, no calls today', 'May 3, 2028, no calls'],
  [
    'US',
    { hours: { from: '09:00', to: '21:30' }, here: null },
    'call until May 3, 2028, 9 am – 9:30 pm there',
    'May 3, 2028, 9am–9:30pm',
  ],
  [
    'GB',
    { ...past, registry: 'unscrubbed' },
    'call window ended 20 Nov: check the registry before you call, 9:00–20:00',
    'check registry, 9:00–20:00',
  ],
  [
    'GB',
    { ...past, registry: 'clear' },
    'call window ended 20 Nov: not on the registry, 9:00–20:00',
    'not on registry, 9:00–20:00',
  ],
  [
    'GB',
    { until: null, registry: 'listed' },
    'a number on the registry is left out, 9:00–20:00',
    'not on registry, 9:00–20:00',
  ],
  ['GB', { until: null }, '9:00–20:00', '9:00–20:00'],
];

test.each(CASES)('in %s %j is said %j, in brief %j', (country, change, words, brief) => {
  const told = { ...calling, ...change };
  expect([callingInWords(told, ON, country), callingInBrief(told, ON, country)]).toEqual([words, brief]);
});
