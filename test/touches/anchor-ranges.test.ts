import { expect, test } from 'vitest';
import { anchorRanges } from '../../src/touches/anchor-ranges.ts';
import { plan, touch } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const NONE = {
  sale: [],
  'lease-end': [],
  'loan-end': [],
  birthday: [],
  'last-service': [],
  'repair-order': [],
  appointment: [],
  'no-show': [],
  'first-service': [],
  given: [],
  wish: [],
  'case-closed': [],
};
const DAY = on('2024-06-15');

test.each([
  [
    'an offset looks back by itself and its window',
    touch({ at: '30d', opens: '1d', closes: '5d' }),
    '2020-01-01',
    {
      sale: [{ from: '2024-05-11', to: '2024-05-17' }],
    },
  ],
  [
    'an offset before looks ahead',
    touch({ from: 'lease-end', at: '-90d', closes: '0d' }),
    '2020-01-01',
    {
      'lease-end': [{ from: '2024-09-13', to: '2024-09-13' }],
    },
  ],
  [
    'ranges that overlap become one',
    touch({ at: '2d 1d', closes: '1d' }),
    '2020-01-01',
    {
      sale: [{ from: '2024-06-12', to: '2024-06-14' }],
    },
  ],
  [
    'ranges that touch become one',
    touch({ at: '2d 1d', closes: '0d' }),
    '2020-01-01',
    { sale: [{ from: '2024-06-13', to: '2024-06-14' }] },
  ],
  [
    'a yearly touch has a range a year, none before the oldest day',
    touch({ every: '1y', closes: '0d' }),
    '2022-06-15',
    {
      sale: [
        { from: '2022-06-15', to: '2022-06-15' },
        { from: '2023-06-15', to: '2023-06-15' },
      ],
    },
  ],
  [
    'windows that run into each other reach back to the oldest day',
    touch({ every: '2w', closes: '14d' }),
    '2020-01-01',
    {
      sale: [{ from: '2020-01-01', to: '2024-06-01' }],
    },
  ],
  ['what lies wholly before the oldest day is left out', touch({ at: '30d' }), '2024-06-01', {}],
])('%s', (_title, one, oldest, wanted) => {
  expect(anchorRanges(plan(one), DAY, on(oldest))).toEqual({ ...NONE, ...wanted });
});

test.each([
  ['2023-02-28', '1m', '2023-01-28', '2023-01-31'],
  ['2023-02-27', '1m', '2023-01-27', '2023-01-27'],
  ['2023-02-28', '1y', '2022-02-28', '2022-03-03'],
  ['2023-02-28', '28d', '2023-01-31', '2023-01-31'],
])('what comes to %s by %s may have been clamped to the end of the month', (day, at, from, to) => {
  expect(anchorRanges(plan(touch({ at, closes: '0d' })), on(day), on('2020-01-01')).sale).toEqual([
    { from, to },
  ]);
});
