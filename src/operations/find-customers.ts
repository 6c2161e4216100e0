/** Customers found by whatever a person has of them, with what tells them apart. */

import type { Phone } from '../domain/customer.ts';
import type { FoundCustomer, Nearness } from '../domain/found-customer.ts';
import { doNotOf } from '../store/blocks.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import type { Store } from '../store/engine/store.ts';
import { phoneEnd } from '../store/search-by-number.ts';
import { type Match, namesOf, searchCustomers } from '../store/search-customers.ts';
import { searchNearNames } from '../store/search-near-name.ts';
import { ownerOf } from '../touches/owner.ts';
import { newestSale, salesInForce } from '../touches/sales-in-force.ts';
import { saidGone } from '../touches/turned-off.ts';
import { CallPermissions, callingStore } from './call-permissions.ts';
import type { Session } from './session.ts';
import { withheldPhonesOf } from './withheld-phones.ts';

/** Who finds so many by the name as typed has not misspelled it. */
const ENOUGH = 5;

type Found = Match & { readonly match: Nearness };

/**
 * Where few or none fit exactly, those follow whose name sounds alike or is a slip away.
 * @param limit at most so many, the best first; `more` tells of those beyond
 */
export function findCustomers(
  session: Session,
  query: string,
  limit: number,
): { readonly found: FoundCustomer[]; readonly more: boolean } {
  return session.store.transaction(() => {
    const exact = searchCustomers(session.store, query, { limit: limit + 1 });
    const matches: Found[] = [
      ...exact.map((one) => ({ ...one, match: 'exact' as const })),
      ...nearTo(session.store, query, exact, limit + 1),
    ];
    return { found: describe(session, query, matches.slice(0, limit)), more: matches.length > limit };
  })();
}

/** Beside those who fit exactly, who are by their name alone. */
function nearTo(db: Store, query: string, exact: readonly Match[], limit: number): Found[] {
  if (exact.length >= Math.min(ENOUGH, limit) || exact.some(({ matched_by }) => matched_by !== 'name'))
    return [];
  const known = new Set(exact.map(({ id }) => id));
  const near = searchNearNames(db, query, limit).filter(({ id }) => !known.has(id));
  const names = namesOf(
    db,
    near.map(({ id }) => id),
  );
  return near
    .slice(0, limit - exact.length)
    .map(({ id, match }) => ({ id, name: names.get(id) ?? '', matched_by: 'name', match, sure: false }));
}

/** In the order of `matches`; car, owner and numbers are those of the day. */
function describe(
  { store: db, settings, day }: Session,
  query: string,
  matches: readonly Found[],
): FoundCustomer[] {
  const digits = phoneEnd(query.trim());
  const isAskedFor = ({ e164 }: Pick<Phone, 'e164'>): boolean => digits !== null && e164.endsWith(digits);
  const ids = matches.map(({ id }) => id);
  const salespeople = salespeopleById(db);
  const permissions = new CallPermissions(db, callingStore(settings), day);
  const facts = new Map([...permissions.judged(callFacts(db, ids))].map((one) => [one.id, one]));
  const newest = new Map(
    [...facts.values()].map((one) => {
      const owned = salesInForce(one.sales, day).filter(({ id }) => saidGone(one, id, day) === null);
      return [one.id, newestSale(owned)?.id];
    }),
  );
  const details = new CallDetails(db);
  const customers = details.customers(ids);
  const sales = details.sales(
    [...newest.values()].flatMap((id) => id ?? []),
    day,
  );
  const blocks = doNotOf(db, ids);
  const allowed = new Map(ids.map((id) => [id, permissions.of(known(customers, id, 'customer'))]));
  const heldOf = withheldPhonesOf(db, new Map([...allowed].map(([id, one]) => [id, one.withheld])));
  return matches.map(({ id, name, matched_by, match }) => {
    const customer = known(customers, id, 'customer');
    const { phones, withheld } = known(allowed, id, 'customer');
    const held = known(heldOf, id, 'customer');
    const asked = phones.find(isAskedFor) ?? held[withheld.findIndex(isAskedFor)] ?? null;
    const owner = salespeople.get(ownerOf(known(facts, id, 'customer'), salespeople, day) ?? -1);
    return {
      id,
      name,
      phones,
      withheld_phones: held,
      email: customer.email,
      vehicle: sales.get(newest.get(id) ?? -1)?.vehicle ?? null,
      owner: owner ? { code: owner.code, name: owner.name } : null,
      matched_by,
      match,
      matched_phone: matched_by === 'phone' ? asked : null,
      do_not: known(blocks, id, 'customer'),
    };
  });
}
