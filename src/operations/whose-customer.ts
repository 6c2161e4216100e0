/** Whose customer somebody is, and who else has a claim: what is to be known before they are greeted. */

import type { LastContact } from '../domain/call-list.ts';
import type { ClaimedCustomer } from '../domain/claimed-customer.ts';
import { type Contact, isSettling, makerOf } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { FOUND_BY, type FoundBy } from '../domain/found-customer.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import { compareText, nameKey } from '../lists/name-order.ts';
import { blocksOf, doNotOf } from '../store/blocks.ts';
import { CallDetails, type SaleDetails } from '../store/call-details.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import { type Households, householdsOf } from '../store/households.ts';
import { customersMeant, namesOf } from '../store/search-customers.ts';
import { searchNearNames } from '../store/search-near-name.ts';
import { claimsOf } from '../touches/claims.ts';
import { contactsUntil } from '../touches/open-touches.ts';
import { isActive } from '../touches/owner.ts';
import { newestFirst, salesInForce } from '../touches/sales-in-force.ts';
import { saidGone } from '../touches/turned-off.ts';
import { judgedCustomers } from './call-permissions.ts';
import { ownerInWords } from './owner-in-words.ts';
import { promisesTo } from './promise-records.ts';
import { openCasesOf } from './recovery-cases.ts';
import { salespersonNamed } from './salesperson-named.ts';
import type { Session } from './session.ts';
import { standInsOn } from './stand-ins.ts';
import { withheldPhonesOf } from './withheld-phones.ts';

/** Found in one way; of a name that more have, the newest customers. */
const MOST_FOUND = 2_000;

/**
 * Everybody whom `query` may mean, then who bought together with them.
 * @param limit at most so many are told; `more` = how many more there are
 */
export const whoseCustomer = (
  session: Session,
  query: string,
  limit: number,
): { readonly customers: ClaimedCustomer[]; readonly more: number } =>
  session.store.transaction(() => {
    const { store: db, day } = session;
    const meant = customersMeant(db, query, MOST_FOUND);
    const households = householdsOf(db, [...meant.keys()], day);
    const entries = inOrder(db, withTheirs(meant, households));
    const told = entries.slice(0, limit);
    return { customers: described(session, told, households), more: entries.length - told.length };
  })();

/** Those whose name only comes near, for when nobody is meant; at most so many, the nearest first. */
export const nearestByName = (
  { store }: Session,
  query: string,
  limit: number,
): { readonly id: number; readonly name: string }[] =>
  store.transaction(() => {
    const ids = searchNearNames(store, query, limit).map(({ id }) => id);
    const names = namesOf(store, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  })();

interface Entry {
  readonly id: number;
  readonly foundBy: FoundBy;
}

/** Also whoever bought with somebody found, directly or through others. */
function withTheirs(meant: ReadonlyMap<number, FoundBy>, households: Households): Entry[] {
  const all = new Map(meant);
  const follow = (by: FoundBy, others: (id: number) => readonly number[]): void => {
    for (const id of meant.keys()) for (const other of others(id)) if (!all.has(other)) all.set(other, by);
  };
  follow('co-buyer', households.partnersOf);
  follow('household', households.of);
  return [...all].map(([id, foundBy]) => ({ id, foundBy }));
}

/** What is surest first, then by name and id. */
function inOrder(db: Session['store'], entries: readonly Entry[]): Entry[] {
  const names = namesOf(
    db,
    entries.map(({ id }) => id),
  );
  return entries
    .map((entry) => ({ entry, key: nameKey(names.get(entry.id) ?? '') }))
    .sort(
      (a, b) =>
        FOUND_BY.indexOf(a.entry.foundBy) - FOUND_BY.indexOf(b.entry.foundBy) ||
        compareText(a.key, b.key) ||
        a.entry.id - b.entry.id,
    )
    .map(({ entry }) => entry);
}

/** @param some ascending by id */
const byName = <T extends { readonly name: string }>(some: readonly T[]): T[] =>
  some.toSorted((a, b) => compareText(nameKey(a.name), nameKey(b.name)));

function described(session: Session, entries: readonly Entry[], households: Households): ClaimedCustomer[] {
  const { store: db, day } = session;
  const ids = entries.map(({ id }) => id);
  const salespeople = salespeopleById(db);
  const nameOf = (id: number | null): SalespersonName | null => salespersonNamed(salespeople, id);
  const standIns = standInsOn(db, salespeople, day);
  const { facts, details, permissions } = judgedCustomers(session, ids);
  const owned = new Map([...facts].map(([id, one]) => [id, carsOf(one, session.day)]));
  const sales = new CallDetails(db).sales([...owned.values()].flat(), day);
  const names = namesOf(
    db,
    ids.flatMap((id) => [id, ...households.of(id)]),
  );
  const named = (id: number) => ({ id, name: known(names, id, 'customer') });
  const allowed = new Map(ids.map((id) => [id, permissions.of(known(details, id, 'customer'))]));
  const withheld = withheldPhonesOf(db, new Map([...allowed].map(([id, one]) => [id, one.withheld])));
  const doNot = doNotOf(db, ids);
  const cases = openCasesOf(session, ids);
  return entries.map(({ id, foundBy }): ClaimedCustomer => {
    const one = known(facts, id, 'customer');
    const { phones } = known(allowed, id, 'customer');
    const { owner, because, since, inWords } = ownerInWords(session, one, salespeople);
    const ownerId = owner?.id ?? null;
    const wishes = known(doNot, id, 'customer');
    const made = contactsUntil(one.contacts, day);
    return {
      customer: {
        ...named(id),
        phones,
        withheld_phones: known(withheld, id, 'customer'),
        do_not: wishes,
        blocks: Object.values(wishes).includes(true) ? blocksOf(db, id) : [],
      },
      found_by: foundBy,
      owner: nameOf(ownerId),
      because,
      because_in_words: inWords,
      since,
      covered_by: ownerId === null ? null : nameOf(standIns.get(ownerId) ?? null),
      vehicles: (owned.get(id) ?? []).map((saleId) => vehicleOf(known(sales, saleId, 'sale'))),
      last_contact: shown(made.at(-1)),
      last_talk: shown(made.findLast(({ outcome }) => isSettling(outcome))),
      promises: promisesTo(one, salespeople, day).filter(({ ended_on }) => ended_on === null),
      cases: cases.get(id) ?? [],
      household: byName(households.of(id).map(named)),
      others: claimsOf(one, ownerId, day).map(({ salespersonId, because: claim }) => {
        const person = known(salespeople, salespersonId, 'salesperson');
        return { code: person.code, name: person.name, active: isActive(person, day), because: claim };
      }),
    };
  });
}

const shown = (contact: Contact | undefined): LastContact | null =>
  contact === undefined
    ? null
    : { on: contact.on, outcome: contact.outcome, ...makerOf(contact), note: contact.note };

/** The sales in force of whose cars they did not say that they are gone, the newest first. */
const carsOf = (facts: CustomerFacts, day: Day): number[] =>
  newestFirst(salesInForce(facts.sales, day))
    .map(({ id }) => id)
    .filter((id) => saidGone(facts, id, day) === null);

const vehicleOf = ({ id, vehicle, sold_on }: SaleDetails): ClaimedCustomer['vehicles'][number] => ({
  ...vehicle,
  sale_id: id,
  sold_on,
});
