import { expect, test } from 'vitest';
import type { CustomerFacts } from '../../src/domain/facts.ts';
import { lastDealing } from '../../src/touches/last-dealing.ts';
import { customer, sale, visits } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const DAY = on('2026-11-21');
const bought = { soldOn: on('2024-03-05') };

test.each<readonly [string, CustomerFacts['sales'], string | null, Partial<CustomerFacts>]>([
  ['the day of delivery', [sale({ ...bought, anchorOn: on('2024-03-09') })], '2024-03-09', {}],
  [
    'the sale while the car is not delivered yet',
    [sale({ ...bought, anchorOn: on('2026-12-01') })],
    '2024-03-05',
    {},
  ],
  [
    'the newest of several sales',
    [sale(bought), sale({ id: 2, soldOn: on('2025-06-01') })],
    '2025-06-01',
    {},
  ],
  ['a car signed for as co-buyer', [], '2025-06-01', { coSigned: [sale({ soldOn: on('2025-06-01') })] }],
  [
    'an order that names them, whatever the car',
    [sale(bought)],
    '2025-09-01',
    { orderedOn: [on('2025-09-01')] },
  ],
  ['no order still to come', [sale(bought)], '2024-03-05', { orderedOn: [on('2026-12-01')] }],
  [
    'no order of their car that names somebody else',
    [sale({ ...bought, orders: visits('2025-09-01 other') })],
    '2024-03-05',
    {},
  ],
  ['no sale that was unwound', [sale({ ...bought, status: 'unwound' })], null, {}],
  ['no sale still to come', [sale({ soldOn: on('2026-12-01') })], null, {}],
  ['nothing where there is nothing', [], null, {}],
])('the last dealing is %s', (_, sales, dealing, more) => {
  expect(lastDealing(customer({ sales, ...more }), DAY)).toBe(dealing);
});
