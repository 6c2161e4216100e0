/** Whose customers the people of a deal are like, whatever file it came in. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerFacts, SalespersonFacts } from '../../src/domain/facts.ts';
import {
  customersOfOthers,
  type DealToJudge,
  likeThoseOf,
  type Shared,
} from '../../src/touches/sold-by-other.ts';
import { customer, sale } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const [DANA, MARIA] = [11, 12];
const staff = (danaLeft: string | null = null): ReadonlyMap<number, SalespersonFacts> =>
  new Map(
    [
      { id: DANA, name: 'Dana Reyes', leftOn: danaLeft === null ? null : on(danaLeft) },
      { id: MARIA, name: 'Maria Delgado', leftOn: null },
    ].map((one) => [one.id, { code: null, email: null, ...one }]),
  );

const BUYER = 2;
const deal = (changes: Partial<DealToJudge> = {}): DealToJudge => ({
  soldOn: on('2026-11-20'),
  buyerId: BUYER,
  coBuyerId: null,
  credits: [MARIA],
  traded: [],
  ...changes,
});
/** Dana's since March 2024. */
const ann = (changes: Partial<CustomerFacts> = {}): CustomerFacts =>
  customer({ id: 1, sales: [sale({ id: 7, credits: [DANA] })], ...changes });
const everybody = (...people: CustomerFacts[]): ReadonlyMap<number, CustomerFacts> =>
  new Map(people.map((one) => [one.id, one]));
const shared = (by: Shared['by'], ...customers: number[]): ReadonlyMap<number, readonly Shared[]> =>
  new Map(customers.map((id) => [id, [{ by, customers }]]));

const judged = (
  one: DealToJudge,
  inCommon: ReadonlyMap<number, readonly Shared[]>,
  people: ReadonlyMap<number, CustomerFacts>,
  salespeople = staff(),
) => customersOfOthers(one, likeThoseOf(one, inCommon), people, salespeople, on('2026-11-21'));

describe('likeness', () => {
  test('the buyer is the buyer, whatever they share with the co-buyer', () => {
    const likes = likeThoseOf(deal({ coBuyerId: 3 }), shared('phone', BUYER, 3, 4));
    expect([...likes].map(([id, signs]) => [id, [...new Set(signs)]])).toEqual([
      [BUYER, ['same-customer']],
      [3, ['co-buyer']],
      [4, ['phone']],
    ]);
  });

  test.each([
    ['phone', 5, 5],
    ['phone', 6, 1],
    ['email', 5, 5],
    ['email', 6, 1],
    ['address', 6, 6],
  ] as const)('%s of %d customers: %d are like', (by, count, like) => {
    const holders = Array.from({ length: count }, (_, i) => BUYER + i);
    expect(likeThoseOf(deal(), shared(by, ...holders)).size).toBe(like);
  });
});

describe('whose', () => {
  const phone = shared('phone', 1, BUYER);

  test('what is known of them on the day before decides, the deal itself does not', () => {
    const bought = [
      sale({ id: 7, credits: [DANA] }),
      sale({ id: 9, soldOn: on('2026-11-20'), credits: [MARIA] }),
    ];
    expect(judged(deal({ buyerId: 1 }), new Map(), everybody(ann({ sales: bought })))).toEqual([
      { customerId: 1, ownerId: DANA, because: ['same-customer'], tradedSaleId: null },
    ]);
  });

  test('given away the day before, she is the receiver’s; given on the day, not yet', () => {
    const given = (day: string) => [{ entry: 1, on: on(day), to: MARIA, leftOn: null }];
    expect(judged(deal(), phone, everybody(ann({ givings: given('2026-11-19') })))).toEqual([]);
    expect(judged(deal(), phone, everybody(ann({ givings: given('2026-11-20') })))).toHaveLength(1);
  });

  test('an owner who has left by the day of the import is told nothing', () => {
    expect(judged(deal(), phone, everybody(ann()), staff('2026-11-21'))).toEqual([]);
    expect(judged(deal(), phone, everybody(ann()), staff('2026-11-22'))).toHaveLength(1);
  });

  test('a car is traded in only while they have it', () => {
    const traded = [{ customerId: 1, saleId: 7 }];
    const gone = (day: string) => ann({ sales: [sale({ id: 7, credits: [DANA], goneOn: on(day) })] });
    expect(judged(deal({ traded }), new Map(), everybody(gone('2026-11-20')))).toEqual([
      { customerId: 1, ownerId: DANA, because: ['trade-in'], tradedSaleId: 7 },
    ]);
    expect(judged(deal({ traded }), new Map(), everybody(gone('2026-11-19')))).toEqual([]);
    expect(judged(deal({ traded }), phone, everybody(gone('2026-11-19')))).toMatchObject([
      { because: ['phone'], tradedSaleId: null },
    ]);
  });

  test('whoever is credited is told of nobody, and nobody is told twice of one', () => {
    const person = fc.constantFrom(DANA, MARIA, 13);
    const kinds = fc.constantFrom<Shared['by']>('phone', 'email', 'address');
    fc.assert(
      fc.property(
        fc.uniqueArray(person),
        fc.array(fc.record({ by: kinds, customers: fc.uniqueArray(fc.integer({ min: 1, max: 8 })) })),
        fc.array(fc.uniqueArray(person), { minLength: 8, maxLength: 8 }),
        fc.option(fc.integer({ min: 3, max: 8 })),
        (credits, groups, owners, coBuyerId) => {
          const sharedBy = new Map(
            owners.map((_, i) => [i + 1, groups.filter(({ customers }) => customers.includes(i + 1))]),
          );
          const people = everybody(
            ...owners.map((own, i) => customer({ id: i + 1, sales: [sale({ id: i + 1, credits: own })] })),
          );
          const found = judged(deal({ credits, coBuyerId }), sharedBy, people);
          for (const { ownerId, because } of found) {
            expect(credits).not.toContain(ownerId);
            expect(because.length).toBeGreaterThan(0);
            expect(new Set(because).size).toBe(because.length);
          }
          const ids = found.map(({ customerId }) => customerId);
          expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
        },
      ),
      { numRuns: 200 },
    );
  });
});
