/** The numbers of a customer that may not be called, told without being given. */

import type { Phone, WithheldPhone } from '../domain/customer.ts';
import type { Store } from '../store/engine/store.ts';
import { refusingOf } from '../store/refused-numbers.ts';

type Withheld = readonly (Phone & { readonly why: 'wish' | 'registry' })[];

/** Each with whose wish stands against it: none where it is their own, or the registry. */
export const withheldPhones = (db: Store, customerId: number, withheld: Withheld): WithheldPhone[] =>
  withheldPhonesOf(db, new Map([[customerId, withheld]])).get(customerId) ?? [];

/** The same for several customers, by id. */
export function withheldPhonesOf(
  db: Store,
  withheld: ReadonlyMap<number, Withheld>,
): Map<number, WithheldPhone[]> {
  const byWish = [...withheld.values()].flat().flatMap(({ e164, why }) => (why === 'wish' ? e164 : []));
  const refusing = byWish.length === 0 ? [] : refusingOf(db, byWish);
  return new Map(
    [...withheld].map(([customerId, phones]) => [
      customerId,
      phones.map(({ kind, e164, why }) => {
        const who = why === 'wish' ? refusing.filter((one) => one.e164 === e164) : [];
        const through = who.some(({ id }) => id === customerId) ? undefined : who[0];
        return {
          kind,
          ends_in: e164.slice(-2),
          why,
          through: through === undefined ? null : { id: through.id, name: through.name },
        };
      }),
    ]),
  );
}
