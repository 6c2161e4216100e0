/** Read as columns of whole tables, or customer by customer: who looks after whom is the same. */

import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { callFacts, salespeopleById } from '../../src/store/call-facts.ts';
import { ownershipFacts } from '../../src/store/ownership-facts.ts';
import { explainOwner } from '../../src/touches/owner.ts';
import { newestFirst, salesInForce } from '../../src/touches/sales-in-force.ts';
import { aDayOfStore, aSmallStore, CUSTOMERS, StoreForMany } from '../small-store.ts';

const store = new StoreForMany();
afterAll(() => store.remove());

test('the same owner by the same sale, and the same cars in force; whoever is left out is the house’s', () => {
  fc.assert(
    fc.property(aSmallStore, aDayOfStore, (small, day) => {
      store.with(small, (db) => {
        const salespeople = salespeopleById(db);
        const slim = new Map([...ownershipFacts(db, day)].map((facts) => [facts.id, facts]));
        const ids = Array.from({ length: CUSTOMERS }, (_, i) => i + 1);
        const told = [...callFacts(db, ids)].map((facts) => {
          const { ownerId, because, sale } = explainOwner(facts, salespeople, day);
          return [
            facts.id,
            ownerId,
            because,
            sale?.id,
            newestFirst(salesInForce(facts.sales, day)).map(({ id }) => id),
          ];
        });
        const seen = ids.map((id) => {
          const facts = slim.get(id);
          if (facts === undefined) return [id, null, 'house', undefined, []];
          const { ownerId, because, sale } = explainOwner(facts, salespeople, day);
          return [
            id,
            ownerId,
            because,
            sale?.id,
            newestFirst(salesInForce(facts.sales, day)).map((one) => one.id),
          ];
        });
        expect(seen).toEqual(told);
      });
    }),
    { numRuns: 300 },
  );
});
