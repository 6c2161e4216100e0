import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../../src/domain/facts.ts';
import { knownOn } from '../../src/touches/known-on.ts';
import { explainOwner } from '../../src/touches/owner.ts';
import { type OwnerSpell, ownerSpells } from '../../src/touches/owner-spells.ts';
import { contacts, customer, sale } from './sample-facts.ts';
import { aCustomer, aDay, on, someSalespeople } from './small-worlds.ts';

const seller = (id: number, leftOn: string | null = null): [number, SalespersonFacts] => [
  id,
  { id, code: null, name: `Seller ${id}`, email: null, leftOn: leftOn === null ? null : on(leftOn) },
];
const staff = new Map([seller(1), seller(2), seller(3, '2024-04-01')]);
const lines = (spells: readonly OwnerSpell[]) =>
  spells.map(({ ownerId, from, to, because }) => `${ownerId} ${from} ${to} ${because}`);

const older = sale({ credits: [1], soldOn: on('2024-02-01') });
const newer = sale({ id: 2, credits: [3, 2], soldOn: on('2024-03-20') });
const given = (day: string, to: number | null) => ({ entry: 1, on: on(day), to, leftOn: null });

test.each([
  ['one sale is one spell', { sales: [older] }, '2024-05-01', ['1 2024-02-01 null credited']],
  [
    'the next sale and a leaver each begin one',
    { sales: [older, newer] },
    '2024-05-01',
    [
      '1 2024-02-01 2024-03-20 credited',
      '3 2024-03-20 2024-04-01 credited',
      '2 2024-04-01 null next-credited',
    ],
  ],
  [
    'days after the one asked for are not looked at',
    { sales: [older, newer] },
    '2024-03-31',
    ['1 2024-02-01 2024-03-20 credited', '3 2024-03-20 null credited'],
  ],
  [
    'the owner stays though the rule changes',
    { sales: [older, sale({ id: 2, credits: [], soldOn: on('2024-03-20') })] },
    '2024-05-01',
    ['1 2024-02-01 null credited'],
  ],
  [
    'a giving before any sale begins the first',
    { sales: [older], givings: [given('2024-01-10', null)] },
    '2024-05-01',
    ['null 2024-01-10 2024-02-01 given', '1 2024-02-01 null credited'],
  ],
  [
    'so does what they signed',
    { sales: [], coSigned: [older] },
    '2024-05-01',
    ['1 2024-02-01 null co-buyer'],
  ],
  [
    'a promise makes none',
    {
      sales: [],
      contacts: contacts('2024-01-02 promised → 2024-06-01').map((one) => ({ ...one, salespersonId: 1 })),
    },
    '2024-05-01',
    [],
  ],
  ['an unwound sale makes none', { sales: [sale({ status: 'unwound' as const })] }, '2024-05-01', []],
  [
    'a lease that lapsed is of the past until an order shows the car',
    {
      sales: [
        older,
        sale({
          id: 2,
          credits: [2],
          soldOn: on('2024-03-01'),
          dealType: 'lease' as const,
          leaseEndOn: on('2024-04-01'),
          orders: [{ on: on('2024-07-01'), names: 'customer' as const, openedOn: null, odometer: null }],
        }),
      ],
    },
    '2024-08-01',
    [
      '1 2024-02-01 2024-03-01 credited',
      '2 2024-03-01 2024-06-01 credited',
      '1 2024-06-01 2024-07-01 credited',
      '2 2024-07-01 null credited',
    ],
  ],
] as const)('%s', (_title, facts, day, wanted) => {
  expect(lines(ownerSpells(customer(facts), staff, on(day)))).toEqual(wanted);
});

/** Day by day, as somebody would do it who kept a diary. */
function byDiary(
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): OwnerSpell[] {
  const bought = [...facts.sales, ...facts.coSigned].filter(({ status }) => status === 'sold');
  const [first] = [...bought.map(({ soldOn }) => soldOn), ...facts.givings.map((one) => one.on)].sort();
  const spells: OwnerSpell[] = [];
  for (let today = first ?? addDays(day, 1); today <= day; today = addDays(today, 1)) {
    const found = explainOwner({ ...knownOn(facts, today), contacts: [] }, salespeople, today);
    const last = spells.at(-1);
    if (last?.ownerId === found.ownerId) continue;
    if (last !== undefined) spells[spells.length - 1] = { ...last, to: today };
    spells.push({ ownerId: found.ownerId, from: today, to: null, because: found.because });
  }
  return spells;
}

test('are what the owner of each single day comes to', () => {
  fc.assert(
    fc.property(
      aDay.chain((day) => fc.tuple(fc.constant(day), aCustomer(day))),
      someSalespeople,
      ([day, facts], salespeople) => {
        expect(lines(ownerSpells(facts, salespeople, day))).toEqual(lines(byDiary(facts, salespeople, day)));
      },
    ),
    { numRuns: 200 },
  );
});
