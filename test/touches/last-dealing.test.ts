import { expect, test } from 'vitest';
import { lastDealing } from '../../src/touches/last-dealing.ts';
import { sale } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const DAY = on('2026-11-21');
const bought = { soldOn: on('2024-03-05') };

test.each([
  ['the day of delivery', [sale({ ...bought, anchorOn: on('2024-03-09') })], '2024-03-09'],
  [
    'the sale while the car is not delivered yet',
    [sale({ ...bought, anchorOn: on('2026-12-01') })],
    '2024-03-05',
  ],
  ['the newest of several sales', [sale(bought), sale({ id: 2, soldOn: on('2025-06-01') })], '2025-06-01'],
  [
    'the newest service of the car',
    [sale({ ...bought, servicedOn: [on('2024-09-01'), on('2025-09-01')] })],
    '2025-09-01',
  ],
  [
    'no service still to come',
    [sale({ ...bought, servicedOn: [on('2025-09-01'), on('2026-12-01')] })],
    '2025-09-01',
  ],
  [
    'no service of a car already gone',
    [sale({ ...bought, goneOn: on('2025-01-01'), servicedOn: [on('2025-09-01')] })],
    '2024-03-05',
  ],
  [
    'no service before it was theirs',
    [sale({ ...bought, anchorOn: on('2026-12-01'), servicedOn: [on('2024-01-01')] })],
    '2024-03-05',
  ],
  ['no sale that was unwound', [sale({ ...bought, status: 'unwound' })], null],
  ['no sale still to come', [sale({ soldOn: on('2026-12-01') })], null],
  ['nothing where there is nothing', [], null],
])('the last dealing is %s', (_, sales, dealing) => {
  expect(lastDealing(sales, DAY)).toBe(dealing);
});
