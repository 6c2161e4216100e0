import { expect, test } from 'vitest';
import type { SalespersonFacts } from '../../src/domain/facts.ts';
import { formerOwner } from '../../src/touches/former-owner.ts';
import { customer, sale } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const seller = (id: number, leftOn: string | null = null): [number, SalespersonFacts] => [
  id,
  { id, code: null, name: `Seller ${id}`, email: null, leftOn: leftOn === null ? null : on(leftOn) },
];
/** 3 is gone from 10 April 2024 on. */
const STAFF = new Map([seller(1), seller(2), seller(3, '2024-04-10')]);
const given = (...lines: string[]) =>
  lines.map((line, index) => {
    const [day = '', to = ''] = line.split(' ');
    return { entry: index + 1, on: on(day), to: to === 'house' ? null : Number(to), leftOn: null };
  });
const bought = sale({ credits: [1] });

test.each([
  ['whose sale it was', [bought], given('2024-05-01 2'), '1 2024-05-01'],
  ['to whom they were given before', [bought], given('2024-04-20 2', '2024-05-01 1'), '2 2024-05-01'],
  ['whoever it was in the morning', [bought], given('2024-05-01 3', '2024-05-01 2'), '1 2024-05-01'],
  ['who had left by then, until that day', [sale({ credits: [3] })], given('2024-05-01 2'), '3 2024-04-10'],
  ['who left on that day', [sale({ credits: [3] })], given('2024-04-10 2'), '3 2024-04-10'],
  ['nobody where they had nobody', [sale({ credits: [] })], given('2024-05-01 2'), null],
  ['nobody where it was the same person', [bought], given('2024-05-01 1'), null],
  ['nobody before they are given', [bought], given('2024-07-01 2'), null],
  ['nobody where it does not hold', [bought], given('2024-05-01 3'), null],
  ['whose sale it was, where the house has them', [bought], given('2024-05-01 house'), '1 2024-05-01'],
  ['nobody without a giving', [bought], [], null],
])('looked after before by %s', (_title, sales, givings, wanted) => {
  const former = formerOwner(customer({ sales, givings }), STAFF, on('2024-06-01'));
  expect(former && `${former.salesperson.id} ${former.until}`).toBe(wanted);
});
