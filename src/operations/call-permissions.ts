/** Which customers may be called on a day, at which numbers, until when: the wishes and the registry on file, the law where they live. */

import type { Calling, RegistryStanding } from '../domain/call-list.ts';
import type { CallablePhone, Phone } from '../domain/customer.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { type CallingStore, callUntil, type Place, type PlaceRules, rulesOn } from '../law/calling.ts';
import { REGISTRY_DAYS } from '../law/law-table.ts';
import type { Settings } from '../settings/settings.ts';
import { CallDetails, type CustomerDetails } from '../store/call-details.ts';
import { callFacts } from '../store/call-facts.ts';
import { callsMadeOn } from '../store/contacts.ts';
import { known } from '../store/engine/rows.ts';
import type { Store } from '../store/engine/store.ts';
import { isAnythingRefused, refusedAmong } from '../store/refused-numbers.ts';
import { listedAmong, registryAreas } from '../store/registry.ts';
import { lastDealing } from '../touches/last-dealing.ts';
import { firstServicesForTouches } from './first-services-asked.ts';
import type { Session } from './session.ts';

export interface Permission {
  readonly calling: Calling;
  /** those that may be called; the only numbers a list, a card or a file may show */
  readonly phones: readonly CallablePhone[];
  /** those that may not, with what stands against them */
  readonly withheld: readonly (Phone & { readonly why: 'wish' | 'registry' })[];
  /** the law where the customer may be, on that day */
  readonly rules: PlaceRules;
}

/** Customers looked up at once: their facts wait for one another, and must not grow old in it. */
const AT_ONCE = 100;
const AREA_CODE = /^\+1(\d{3})\d{7}$/;

export const callingStore = ({ store, law }: Settings): CallingStore => ({
  country: store.country,
  timezone: store.timezone,
  own: law,
});

export class CallPermissions {
  readonly #db: Store;
  readonly #day: Day;
  readonly #rulesOf: (place: Place) => PlaceRules;
  /** area codes of which a copy is on file, and whether it is fresh enough to trust its silence */
  readonly #areas: ReadonlyMap<string, boolean>;
  readonly #dealings = new Map<number, Day | null>();
  readonly #listed = new Set<string>();
  readonly #refused = new Set<string>();
  readonly #anythingRefused: boolean;
  readonly #details: ReadonlyMap<number, CustomerDetails> | null;
  readonly #reader: CallDetails;

  /** @param details of all who will be judged, where they are known already; else they are looked up as far as they matter */
  constructor(
    db: Store,
    store: CallingStore,
    day: Day,
    details: ReadonlyMap<number, CustomerDetails> | null = null,
  ) {
    this.#db = db;
    this.#details = details;
    this.#reader = new CallDetails(db);
    this.#day = day;
    this.#rulesOf = rulesOn(day, store);
    const oldest = addDays(day, -REGISTRY_DAYS);
    this.#anythingRefused = isAnythingRefused(db);
    this.#areas = new Map(registryAreas(db).map(({ area_code, as_of }) => [area_code, as_of >= oldest]));
  }

  /** The facts as they come, with what stands against their numbers. A store without a wish or a registry is asked nothing. */
  *judged(customers: Iterable<CustomerFacts>): Generator<CustomerFacts> {
    let batch: CustomerFacts[] = [];
    for (const known of customers) {
      const facts = this.#counted(known);
      this.#dealings.set(facts.id, lastDealing(facts, this.#day));
      if (this.#areas.size === 0 && !this.#anythingRefused) {
        yield facts;
        continue;
      }
      batch.push(facts);
      if (batch.length < AT_ONCE) continue;
      yield* this.#lookedUp(batch);
      batch = [];
    }
    yield* this.#lookedUp(batch);
  }

  /**
   * What may be shown of a customer who was judged.
   * @throws Error for one who was not: nothing is known of their numbers
   */
  of(customer: CustomerDetails): Permission {
    if (!this.#dealings.has(customer.id)) throw new Error(`customer ${customer.id} was not judged`);
    const rules = this.#rulesOf(placeOf(customer));
    const { hours, here, zones, region } = rules;
    const until = callUntil(rules, this.#dealings.get(customer.id) ?? null);
    const isFree = this.#isFree(rules, until);
    const phones: CallablePhone[] = [];
    const withheld: Permission['withheld'][number][] = [];
    for (const phone of customer.phones) {
      const why = this.#against(phone, isFree);
      if (why === null) phones.push(phone as CallablePhone);
      else withheld.push({ ...phone, why });
    }
    const unrefused = customer.phones.filter(({ e164 }) => !this.#refused.has(e164));
    const registry = isFree ? 'not-needed' : this.#standing(unrefused, phones);
    const calls_left_today = this.#callsLeft(customer.id, rules);
    return {
      calling: { until, hours, here, zones, region, registry, calls_left_today },
      phones,
      withheld,
      rules,
    };
  }

  /** Says of a customer who was called as often as the law there allows in a day. Nobody is looked up who was not called that day. */
  #counted(facts: CustomerFacts): CustomerFacts {
    if (!facts.contacts.some(({ on }) => on === this.#day)) return facts;
    const customer = this.#details?.get(facts.id) ?? this.#reader.customer(facts.id);
    const left = this.#callsLeft(facts.id, this.#rulesOf(placeOf(customer)));
    return left === 0 ? { ...facts, calledOutOn: this.#day } : facts;
  }

  #callsLeft(customerId: number, { callsADay }: PlaceRules): number | null {
    return callsADay === null
      ? null
      : Math.max(0, callsADay.most - callsMadeOn(this.#db, customerId, this.#day));
  }

  /** What stands against a call to the number; a wish goes before the registry. */
  #against({ e164 }: Phone, isFree: boolean): 'wish' | 'registry' | null {
    if (this.#refused.has(e164)) return 'wish';
    return !isFree && this.#listed.has(e164) ? 'registry' : null;
  }

  /** Inside the window, or where there is no registry, its numbers may be called. */
  #isFree(rules: PlaceRules, until: Day | null): boolean {
    return !rules.hasRegistry || (until !== null && this.#day <= until);
  }

  #standing(all: readonly Phone[], allowed: readonly Phone[]): RegistryStanding {
    if (all.length === 0) return 'not-needed';
    if (!allowed.every(({ e164 }) => this.#isCovered(e164))) return 'unscrubbed';
    return allowed.length < all.length ? 'listed' : 'clear';
  }

  /** A number from abroad is on no registry of ours. */
  #isCovered(e164: string): boolean {
    const areaCode = AREA_CODE.exec(e164)?.[1];
    return areaCode === undefined || this.#areas.get(areaCode) === true;
  }

  /** A number that an old copy lists is most likely still listed; only that it lists none says nothing. */
  #lookedUp(batch: readonly CustomerFacts[]): CustomerFacts[] {
    if (batch.length === 0) return [];
    const ids = batch.map(({ id }) => id);
    const details = this.#details ?? this.#reader.customers(ids);
    const customers = ids.flatMap((id) => details.get(id) ?? []);
    const free = new Set<number>();
    for (const customer of customers) {
      const { id } = customer;
      const rules = this.#rulesOf(placeOf(customer));
      if (this.#isFree(rules, callUntil(rules, this.#dealings.get(id) ?? null))) free.add(id);
    }
    const numbersOf = (some: readonly CustomerDetails[]): string[] =>
      some.flatMap(({ phones }) => phones.map(({ e164 }) => e164));
    const bound = numbersOf(customers.filter(({ id }) => !free.has(id)));
    if (this.#anythingRefused)
      for (const e164 of refusedAmong(this.#db, numbersOf(customers))) this.#refused.add(e164);
    if (this.#areas.size > 0) for (const e164 of listedAmong(this.#db, bound)) this.#listed.add(e164);
    return batch.map((facts) => {
      const phones = details.get(facts.id)?.phones ?? [];
      const against = phones.map((phone) => this.#against(phone, free.has(facts.id)));
      if (phones.length === 0 || against.includes(null)) return facts;
      return against.includes('registry') ? { ...facts, registered: true } : { ...facts, refused: true };
    });
  }
}

/** Some customers as they are judged on a day, by id, with what says how they may be called. */
export interface JudgedCustomers {
  readonly facts: ReadonlyMap<number, CustomerFacts>;
  readonly details: ReadonlyMap<number, CustomerDetails>;
  readonly permissions: CallPermissions;
}

/** Those of the ids that somebody has. */
export function judgedCustomers({ store, settings, day }: Session, ids: readonly number[]): JudgedCustomers {
  const asked = [...new Set(ids)];
  const details = new CallDetails(store).customers(asked);
  const permissions = new CallPermissions(store, callingStore(settings), day, details);
  const judged = permissions.judged(callFacts(store, asked, firstServicesForTouches(settings, day)));
  return { facts: new Map([...judged].map((facts) => [facts.id, facts])), details, permissions };
}

/** @throws Error for an id nobody has */
export function judgedCustomer(
  session: Session,
  id: number,
): { readonly facts: CustomerFacts; readonly customer: CustomerDetails; readonly permission: Permission } {
  const { facts, details, permissions } = judgedCustomers(session, [id]);
  const customer = known(details, id, 'customer');
  return { facts: known(facts, id, 'customer'), customer, permission: permissions.of(customer) };
}

const A_WEEK = 7;

/** The first day after that of the session on which there is a time to call the customer; null = none for a week. */
export function nextHours(
  { settings, day }: Session,
  customer: CustomerDetails,
): ({ readonly on: Day } & Pick<Calling, 'hours' | 'here'>) | null {
  for (let ahead = 1; ahead <= A_WEEK; ahead += 1) {
    const on = addDays(day, ahead);
    const { hours, here } = rulesOn(on, callingStore(settings))(placeOf(customer));
    if (here !== null) return { on, hours, here };
  }
  return null;
}

/** What may be shown of each of these customers, by id. */
export function permissionsFor(session: Session, ids: readonly number[]): Map<number, Permission> {
  const { details, permissions } = judgedCustomers(session, ids);
  return new Map([...details].map(([id, customer]) => [id, permissions.of(customer)]));
}

/** Where the address says nothing, the area codes are what is left. */
function placeOf({ country, region, postal_code, phones }: CustomerDetails): Place {
  const hasAddress = region !== null || postal_code !== null;
  const areaCodes = hasAddress ? [] : phones.flatMap(({ e164 }) => AREA_CODE.exec(e164)?.[1] ?? []);
  return { country, region, postalCode: postal_code, areaCodes };
}
