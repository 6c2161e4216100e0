/** What customers wish for, and which cars in the lot are that. */

import { stateOfWish } from '../domain/car-wish.ts';
import type { CallablePhone } from '../domain/customer.ts';
import { mayBeCalled } from '../domain/facts.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import { bestMatches, type FittingCar } from '../domain/stock-match.ts';
import { compareText, nameKey } from '../lists/name-order.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { wishesOnFile } from '../store/car-wishes.ts';
import { stockOnFile } from '../store/stock.ts';
import { ownerOf } from '../touches/owner.ts';
import { CallPermissions, callingStore } from './call-permissions.ts';
import { isInScope, type Scope } from './scope.ts';
import type { Session } from './session.ts';
import { type WishRecord, wishRecord } from './wish-records.ts';

export interface WishMatch {
  readonly customer: {
    readonly id: number;
    readonly name: string;
    readonly phones: readonly CallablePhone[];
  };
  readonly wish: WishRecord;
  readonly owner: SalespersonName | null;
  /** at most three, the best first */
  readonly cars: readonly FittingCar[];
}

/** Of the wishes open on the day those that a car in the lot fits, by customer's name; whoever may not be called is left out. */
export function matchWishes({ store, settings, day }: Session, scope: Scope): WishMatch[] {
  const open = wishesOnFile(store).filter((wish) => wish.on <= day && stateOfWish(wish, day) === 'open');
  if (open.length === 0) return [];
  const stock = stockOnFile(store);
  const salespeople = salespeopleById(store);
  const details = new CallDetails(store);
  const permissions = new CallPermissions(store, callingStore(settings), day);
  const customers = [...new Set(open.map(({ customerId }) => customerId))].sort((a, b) => a - b);
  return [...permissions.judged(callFacts(store, customers))]
    .flatMap((facts) => {
      const ownerId = ownerOf(facts, salespeople, day);
      if (!mayBeCalled(facts) || !isInScope(scope, ownerId)) return [];
      const owner = salespeople.get(ownerId ?? -1);
      const { id, name } = facts;
      return open.flatMap((wish): WishMatch | [] => {
        const cars = wish.customerId === id ? bestMatches(wish.terms, stock, day) : [];
        if (cars.length === 0) return [];
        return {
          customer: { id, name, phones: permissions.of(details.customer(id)).phones },
          wish: wishRecord(wish, name, day),
          owner: owner === undefined ? null : { code: owner.code, name: owner.name },
          cars,
        };
      });
    })
    .sort(
      (a, b) =>
        compareText(nameKey(a.customer.name), nameKey(b.customer.name)) ||
        a.customer.id - b.customer.id ||
        a.wish.id - b.wish.id,
    );
}
