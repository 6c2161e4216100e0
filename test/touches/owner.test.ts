import { expect, test } from 'vitest';
import type { SalespersonFacts } from '../../src/domain/facts.ts';
import { ownerOf } from '../../src/touches/owner.ts';
import { customer, sale } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const seller = (id: number, leftOn: string | null = null): [number, SalespersonFacts] => [
  id,
  { id, code: null, name: `Seller ${id}`, email: null, leftOn: leftOn === null ? null : on(leftOn) },
];
const staff = new Map([seller(1), seller(2), seller(3, '2024-04-01')]);

const older = sale({ credits: [1] });
const newer = (credits: number[], changes = {}) =>
  sale({ id: 2, soldOn: on('2024-03-20'), credits, ...changes });

test.each([
  ['the first credited on the newest sale', [older, newer([2, 1])], '2024-05-01', null, 2],
  ['the next credited when the first has left', [older, newer([3, 2])], '2024-04-01', null, 2],
  ['the first until the day they leave', [older, newer([3, 2])], '2024-03-31', null, 3],
  ['the house when all of the newest sale have left', [older, newer([3])], '2024-05-01', null, null],
  ['the house when nobody is credited', [older, newer([])], '2024-05-01', null, null],
  ['the house for a salesperson nobody knows', [newer([9])], '2024-05-01', null, null],
  [
    'of the older sale when the newer car is gone',
    [older, newer([2], { goneOn: on('2024-04-30') })],
    '2024-05-01',
    null,
    1,
  ],
  [
    'of two sales on one day the later entered',
    [sale({ id: 5, credits: [2] }), older],
    '2024-05-01',
    null,
    2,
  ],
  ['the one given by hand', [older], '2024-05-01', 2, 2],
  ['not one given by hand who has left', [older], '2024-05-01', 3, 1],
  ['the house without any sale in force', [], '2024-05-01', null, null],
])('the owner is %s', (_title, sales, day, givenTo, wanted) => {
  expect(ownerOf(customer({ sales }), staff, on(day), givenTo)).toBe(wanted);
});
