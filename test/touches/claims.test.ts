import { expect, test } from 'vitest';
import type { CustomerFacts } from '../../src/domain/facts.ts';
import { claimsOf } from '../../src/touches/claims.ts';
import { contacts, customer, sale } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const sold = (day: string, credits: number[], changes = {}) =>
  sale({ id: Number(day.slice(-2)), soldOn: on(day), credits, ...changes });
const given = (...lines: string[]) =>
  lines.map((line, index) => {
    const [day = '', to = ''] = line.split(' ');
    return { entry: index + 1, on: on(day), to: to === 'house' ? null : Number(to), leftOn: null };
  });
/** `'2024-03-07 talked 4'`: the last is who made it */
const made = (...lines: string[]) =>
  lines.flatMap((line, index) => {
    const by = Number(line.slice(-1));
    return contacts(line.slice(0, -2)).map((one) => ({ ...one, id: index + 1, salespersonId: by }));
  });

test.each<[string, Partial<CustomerFacts>, number | null, string[]]>([
  [
    'credited with a sale, the newest first, of one sale in the order credited',
    { sales: [sold('2023-01-01', [4]), sold('2024-01-02', [2, 3, 1])] },
    1,
    ['2 credited', '3 credited', '4 credited'],
  ],
  [
    'credited with a car they signed for',
    { sales: [], coSigned: [sold('2024-01-02', [2])] },
    1,
    ['2 credited'],
  ],
  [
    'credited with a car that is gone',
    { sales: [sold('2024-01-02', [2], { goneOn: on('2024-02-01') })] },
    null,
    ['2 credited'],
  ],
  ['not yet credited', { sales: [sold('2024-05-02', [2])] }, 1, []],
  [
    'given to them before',
    { sales: [], givings: given('2024-01-01 2', '2024-02-01 house', '2024-03-01 1') },
    1,
    ['2 given'],
  ],
  [
    'talked to within a year',
    { sales: [], contacts: made('2023-05-02 talked 2', '2024-04-01 greeted 3') },
    1,
    ['3 talked', '2 talked'],
  ],
  ['talked to longer ago', { sales: [], contacts: made('2023-05-01 talked 2') }, 1, []],
  ['only tried', { sales: [], contacts: made('2024-04-01 voicemail 2') }, 1, []],
  [
    'each once, by the first of these',
    {
      sales: [sold('2024-01-02', [2])],
      givings: given('2024-02-01 2', '2024-02-02 3'),
      contacts: made('2024-04-01 talked 2', '2024-04-02 talked 3'),
    },
    1,
    ['3 given', '2 credited'],
  ],
  ['never the owner', { sales: [sold('2024-01-02', [1])], contacts: made('2024-04-01 talked 1') }, 1, []],
])('%s', (_title, facts, ownerId, wanted) => {
  const day = on('2024-05-01');
  expect(
    claimsOf(customer(facts), ownerId, day).map(
      ({ salespersonId, because }) => `${salespersonId} ${because}`,
    ),
  ).toEqual(wanted);
});
