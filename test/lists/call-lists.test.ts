import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomerFacts, SalespersonFacts } from '../../src/domain/facts.ts';
import { type CallListInput, callLists } from '../../src/lists/call-lists.ts';
import { contacts, customer, plan, sale, touch } from '../touches/sample-facts.ts';
import { on } from '../touches/small-worlds.ts';

const seller = (id: number, name: string, code: string | null = null): [number, SalespersonFacts] => [
  id,
  { id, code, name, email: null, leftOn: null },
];

const STAFF = new Map([seller(1, 'Zoë Ames'), seller(2, 'dana Reyes', '20'), seller(3, 'Dana Reyes', '10')]);
const DAY = on('2024-03-08');

const lists = (input: Partial<CallListInput> & Pick<CallListInput, 'plan' | 'customers'>) =>
  callLists({ day: DAY, salespeople: STAFF, standIns: new Map(), ...input });

/** `owner: customer customer`, null being the house */
const shown = (input: Parameters<typeof lists>[0]) =>
  lists(input).lists.map(
    ({ ownerId, calls }) => `${ownerId}: ${calls.map((call) => call.customerId).join(' ')}`,
  );

const named = (id: number, name: string, changes: Partial<CustomerFacts> = {}) =>
  customer({ id, name, ...changes });
const soldBy = (...credits: number[]) => ({ sales: [sale({ credits })] });

test('a call has the owner, every reason with the weightiest first, and the last contact', () => {
  const given = plan(touch({ id: 'low', priority: 1 }), touch({ id: 'high', priority: 9 }));
  const facts = named(4, 'Ann Lee', {
    ...soldBy(2),
    contacts: contacts('2024-02-01 talked', '2024-03-08 busy', '2024-03-09 talked'),
  });
  const found = lists({ plan: given, customers: [facts] });
  expect(found).toEqual({
    lists: [
      {
        ownerId: 2,
        calls: [
          {
            customerId: 4,
            name: 'Ann Lee',
            key: 'ann lee',
            ownerId: 2,
            reasons: [expect.objectContaining({ touch: 'high' }), expect.objectContaining({ touch: 'low' })],
            lastContact: facts.contacts[1],
            promises: [],
            partedWith: [],
            owned: { because: 'credited', since: '2024-03-05' },
            former: null,
            cases: [],
            alsoIds: [],
          },
        ],
      },
    ],
    withheld: [],
  });
});

test('lists stand by name, then code, the house last, and nobody has an empty one', () => {
  const customers = [
    named(1, 'A'),
    named(2, 'B', soldBy(1)),
    named(3, 'C', soldBy(2)),
    named(4, 'D', soldBy(3)),
  ];
  expect(shown({ plan: plan(touch()), customers })).toEqual(['3: 4', '2: 3', '1: 2', 'null: 1']);
  expect(shown({ plan: plan(touch()), customers: customers.slice(1, 2) })).toEqual(['1: 2']);
});

test('calls stand by promise, then what must not wait by priority, then by the day the first closes, day due, name, and id', () => {
  const leases = (leaseEndOn: string, id: number) => sale({ id, leaseEndOn: on(leaseEndOn) });
  const loans = (loanEndOn: string, id: number) => sale({ id, loanEndOn: on(loanEndOn) });
  const given = plan(
    touch({ id: 'lease-end', from: 'lease-end', at: '0d', priority: 90 }),
    touch({ id: 'loan-end', from: 'loan-end', at: '0d', closes: '12d', priority: 90 }),
    touch({ priority: 10 }),
  );
  const customers = [
    named(1, 'Lowest priority'),
    named(2, 'Closes on the 16th', { sales: [leases('2024-03-06', 2)] }),
    named(3, 'Closes on the 15th', { sales: [leases('2024-03-05', 3)] }),
    named(4, 'Closes on the 16th, due before', { sales: [loans('2024-03-04', 4)] }),
    named(5, 'bea Closes on the 18th', { sales: [leases('2024-03-08', 5)] }),
    named(6, 'Àda closes on the 18th', { sales: [leases('2024-03-08', 6)] }),
    named(8, 'Ada closes on the 18th', { sales: [leases('2024-03-08', 8)] }),
    named(7, 'Ada closes on the 18th', { sales: [leases('2024-03-08', 7)] }),
    named(9, 'Zzz promised', { sales: [], contacts: contacts('2024-03-01 busy → 2024-03-08') }),
    named(10, 'Zzz promised before', { sales: [], contacts: contacts('2024-03-01 busy → 2024-03-02') }),
  ];
  expect(shown({ plan: given, customers })).toEqual(['null: 10 9 3 4 6 7 8 5 2 1']);
});

test('what need not be made at once goes by the day it closes, whatever its priority', () => {
  const given = plan(
    touch({ id: 'long', at: '1d', closes: '20d', priority: 79 }),
    touch({ id: 'short', from: 'lease-end', at: '0d', closes: '3d', priority: 5 }),
  );
  const customers = [
    named(1, 'A', { sales: [sale()] }),
    named(2, 'B', { sales: [sale({ leaseEndOn: on('2024-03-06') })] }),
  ];
  expect(shown({ plan: given, customers })).toEqual(['null: 2 1']);
  expect(shown({ plan: { ...given, must: 79 }, customers })).toEqual(['null: 2 1']);
  expect(
    shown({
      plan: {
        ...given,
        must: 6,
        touches: given.touches.map((one) => ({ ...one, priority: one.id === 'long' ? 90 : 5 })),
      },
      customers: [
        named(2, 'B', { sales: [sale({ soldOn: on('2023-03-05'), leaseEndOn: on('2024-03-06') })] }),
        named(1, 'A'),
      ],
    }),
  ).toEqual(['null: 1 2']);
});

test('a promise stands first even beside a touch of the highest priority', () => {
  const customers = [
    named(1, 'A'),
    named(2, 'B', { sales: [], contacts: contacts('2024-03-01 busy → 2024-03-08') }),
  ];
  expect(shown({ plan: plan(touch({ priority: 100 })), customers })).toEqual(['null: 2 1']);
});

test('what is withheld stands by name, id and touch', () => {
  const given = plan(touch({ id: 'second' }), touch({ id: 'first' }));
  const customers = [
    named(3, 'Bea', { doNotCall: true }),
    named(2, 'bea', { reachable: false }),
    named(1, 'Élan', { doNotCall: true }),
  ];
  expect(lists({ plan: given, customers })).toEqual({
    lists: [],
    withheld: [
      { customerId: 2, name: 'bea', touch: 'first', why: 'no-way-to-reach', byRegistry: false, visit: null },
      { customerId: 2, name: 'bea', touch: 'second', why: 'no-way-to-reach', byRegistry: false, visit: null },
      { customerId: 3, name: 'Bea', touch: 'first', why: 'do-not-contact', byRegistry: false, visit: null },
      { customerId: 3, name: 'Bea', touch: 'second', why: 'do-not-contact', byRegistry: false, visit: null },
      { customerId: 1, name: 'Élan', touch: 'first', why: 'do-not-contact', byRegistry: false, visit: null },
      { customerId: 1, name: 'Élan', touch: 'second', why: 'do-not-contact', byRegistry: false, visit: null },
    ],
  });
});

test('the order in which customers come in changes nothing', () => {
  const customers = Array.from({ length: 12 }, (_, index) =>
    named(index + 1, ['Ann', 'Bob', 'Ann'][index % 3] ?? '', {
      ...soldBy((index % 4) + 1),
      doNotCall: index % 5 === 0,
    }),
  );
  const wanted = lists({ plan: plan(touch()), customers });
  fc.assert(
    fc.property(fc.shuffledSubarray(customers, { minLength: customers.length }), (shuffled) => {
      expect(lists({ plan: plan(touch()), customers: shuffled })).toEqual(wanted);
    }),
  );
});
