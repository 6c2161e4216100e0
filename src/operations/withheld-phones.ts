/** The numbers of a customer that may not be called, told without being given. */

import type { Phone, WithheldPhone } from '../domain/customer.ts';
import type { Store } from '../store/engine/store.ts';
import { refusingOf } from '../store/refused-numbers.ts';

/** Each with whose wish stands against it: none where it is their own, or the registry. */
export function withheldPhones(
  db: Store,
  customerId: number,
  withheld: readonly (Phone & { readonly why: 'wish' | 'registry' })[],
): WithheldPhone[] {
  if (withheld.length === 0) return [];
  const refusing = refusingOf(
    db,
    withheld.flatMap(({ e164, why }) => (why === 'wish' ? e164 : [])),
  );
  return withheld.map(({ kind, e164, why }) => {
    const who = refusing.filter((one) => one.e164 === e164);
    const through = who.some(({ id }) => id === customerId) ? undefined : who[0];
    return {
      kind,
      ends_in: e164.slice(-2),
      why,
      through: through === undefined ? null : { id: through.id, name: through.name },
    };
  });
}
