import { expect, test } from 'vitest';
import type { SalespersonFacts } from '../../src/domain/facts.ts';
import { explainOwner } from '../../src/touches/owner.ts';
import { contacts, customer, sale } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const seller = (id: number, leftOn: string | null = null): [number, SalespersonFacts] => [
  id,
  { id, code: null, name: `Seller ${id}`, email: null, leftOn: leftOn === null ? null : on(leftOn) },
];
const staff = new Map([seller(1), seller(2), seller(3, '2024-04-01')]);

const older = sale({ credits: [1] });
const newer = (credits: number[], changes = {}) =>
  sale({ id: 2, soldOn: on('2024-03-20'), credits, ...changes });
const promise = (by: number | null) =>
  contacts('2024-04-02 promised → 2024-06-01').map((one) => ({ ...one, salespersonId: by }));

const given = (...lines: string[]) => ({
  givings: lines.map((line, index) => {
    const [day = '', to = ''] = line.split(' ');
    return { entry: index + 1, on: on(day), to: to === 'house' ? null : Number(to), leftOn: null };
  }),
});

test.each([
  [
    'whom they were given to, from that day on',
    { ...given('2024-05-01 1'), sales: [newer([2])] },
    '2024-05-01',
    '1 given',
  ],
  ['not before', { ...given('2024-05-01 1'), sales: [newer([2])] }, '2024-04-30', '2 credited'],
  [
    'of two givings of one day the later',
    { ...given('2024-05-01 1', '2024-05-01 2'), sales: [] },
    '2024-05-02',
    '2 given',
  ],
  [
    'no earlier giving when the receiver has left',
    { ...given('2024-03-01 1', '2024-03-25 3'), sales: [newer([2])] },
    '2024-04-01',
    '2 credited',
  ],
  [
    'a giving to a person does not end with a sale',
    { ...given('2024-03-10 1'), sales: [newer([2])] },
    '2024-05-01',
    '1 given',
  ],
  [
    'the house they were given to',
    { ...given('2024-03-20 house'), sales: [newer([2])] },
    '2024-05-01',
    'null given',
  ],
  ['until the next sale', { ...given('2024-03-19 house'), sales: [newer([2])] }, '2024-03-20', '2 credited'],
  [
    'an unwound one ends nothing',
    { ...given('2024-03-19 house'), sales: [newer([2], { status: 'unwound' })] },
    '2024-03-20',
    'null given',
  ],
  [
    'nor one they signed as co-buyer',
    { ...given('2024-03-19 house'), sales: [], coSigned: [newer([2])] },
    '2024-03-20',
    'null given',
  ],
  ['the first credited on the newest sale', { sales: [older, newer([2, 1])] }, '2024-05-01', '2 credited'],
  ['the next when the first has left', { sales: [older, newer([3, 2])] }, '2024-04-01', '2 next-credited'],
  ['the first until the day they leave', { sales: [older, newer([3, 2])] }, '2024-03-31', '3 credited'],
  ['of an earlier car they still have', { sales: [older, newer([3])] }, '2024-05-01', '1 next-credited'],
  ['of it too when nobody is credited', { sales: [older, newer([])] }, '2024-05-01', '1 next-credited'],
  ['the house for somebody nobody knows', { sales: [newer([9])] }, '2024-05-01', 'null house'],
  [
    'of the older sale when the newer car is gone',
    { sales: [older, newer([2], { goneOn: on('2024-04-30') })] },
    '2024-05-01',
    '1 credited',
  ],
  [
    'of two sales on one day the later entered',
    { sales: [sale({ id: 5, credits: [2] }), older] },
    '2024-05-01',
    '2 credited',
  ],
  [
    'of two on one day that of the higher deal number',
    { sales: [sale({ id: 5, credits: [2], dealNumber: '9' }), sale({ credits: [1], dealNumber: '10' })] },
    '2024-05-01',
    '1 credited',
  ],
  [
    'of a car they signed for',
    { sales: [newer([2], { goneOn: on('2024-04-30') })], coSigned: [older] },
    '2024-05-01',
    '1 co-buyer',
  ],
  [
    'not of a car they signed for that is gone',
    { sales: [], coSigned: [sale({ credits: [1], goneOn: on('2024-04-30') })] },
    '2024-05-01',
    'null house',
  ],
  [
    'of a car they had',
    {
      sales: [older, newer([3], { goneOn: on('2024-04-30') })].map((one) => ({
        ...one,
        goneOn: on('2024-04-30'),
      })),
    },
    '2024-05-01',
    '1 former',
  ],
  [
    'not of an unwound sale',
    { sales: [sale({ credits: [1], status: 'unwound' as const })], contacts: promise(2) },
    '2024-05-01',
    'null house',
  ],
  ['who promised something', { sales: [], contacts: promise(2) }, '2024-05-01', '2 promised'],
  ['not who promised and left', { sales: [], contacts: promise(3) }, '2024-05-01', 'null house'],
  ['the house without any sale', { sales: [] }, '2024-05-01', 'null house'],
] as const)('the owner is %s', (_title, facts, day, wanted) => {
  const { ownerId, because } = explainOwner(customer(facts), staff, on(day));
  expect(`${ownerId} ${because}`).toBe(wanted);
});

test('a promise that is kept or done gives nobody', () => {
  const made = promise(2);
  const kept = customer({
    sales: [],
    contacts: [...made, ...contacts('2024-06-02 talked').map((one) => ({ ...one, id: 2 }))],
  });
  const done = customer({ sales: [], contacts: made, promiseEnds: [{ promise: 1, on: on('2024-05-01') }] });
  for (const facts of [kept, done]) expect(explainOwner(facts, staff, on('2024-06-03')).ownerId).toBe(null);
});
