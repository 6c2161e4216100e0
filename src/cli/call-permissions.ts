/** Which customers may be called on a day, and until when: the law where they live, their last dealing, the registry on file. */

import type { Calling, RegistryStanding } from '../domain/call-list.ts';
import type { Phone } from '../domain/customer.ts';
import { addDays, type Day } from '../domain/day.ts';
import { type CallingStore, callUntil, type Place, type PlaceRules, rulesOn } from '../law/calling.ts';
import { REGISTRY_DAYS } from '../law/law-table.ts';
import { CallDetails, type CustomerDetails } from '../store/call-details.ts';
import type { Store } from '../store/open-store.ts';
import { listedAmong, registryAreas } from '../store/registry.ts';
import type { CustomerFacts } from '../touches/facts.ts';
import { lastDealing } from '../touches/last-dealing.ts';
import type { Settings } from './settings/settings.ts';

export interface Permission {
  readonly calling: Calling;
  /** those that may be called */
  readonly phones: readonly Phone[];
}

/** Customers looked up at once. */
const AT_ONCE = 500;
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

  constructor(db: Store, store: CallingStore, day: Day) {
    this.#db = db;
    this.#day = day;
    this.#rulesOf = rulesOn(day, store);
    const oldest = addDays(day, -REGISTRY_DAYS);
    this.#areas = new Map(registryAreas(db).map(({ area_code, as_of }) => [area_code, as_of >= oldest]));
  }

  /** The facts as they come, with what the registry says of them. A store without a copy of it is asked nothing. */
  *judged(customers: Iterable<CustomerFacts>): Generator<CustomerFacts> {
    let batch: CustomerFacts[] = [];
    for (const facts of customers) {
      this.#dealings.set(facts.id, lastDealing(facts.sales, this.#day));
      if (this.#areas.size === 0) {
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

  /** What a list may show of a customer who was judged. */
  of(customer: CustomerDetails): Permission {
    const rules = this.#rulesOf(placeOf(customer));
    const { hours, here, zones, region } = rules;
    const until = callUntil(rules, this.#dealings.get(customer.id) ?? null);
    const isFree = this.#isFree(rules, until);
    const phones = isFree ? customer.phones : customer.phones.filter(({ e164 }) => !this.#listed.has(e164));
    const registry = isFree ? 'not-needed' : this.#standing(customer.phones, phones);
    return { calling: { until, hours, here, zones, region, registry }, phones };
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
    const details = new CallDetails(this.#db).customers(batch.map(({ id }) => id));
    const asked = new Map<number, readonly Phone[]>();
    for (const [id, customer] of details) {
      const rules = this.#rulesOf(placeOf(customer));
      if (this.#isFree(rules, callUntil(rules, this.#dealings.get(id) ?? null))) continue;
      asked.set(id, customer.phones);
    }
    const numbers = [...asked.values()].flat().map(({ e164 }) => e164);
    for (const e164 of listedAmong(this.#db, numbers)) this.#listed.add(e164);
    return batch.map((facts) => {
      const phones = asked.get(facts.id) ?? [];
      const registered = phones.length > 0 && phones.every(({ e164 }) => this.#listed.has(e164));
      return registered ? { ...facts, registered } : facts;
    });
  }
}

/** Where the address says nothing, the area codes are what is left. */
function placeOf({ country, region, postal_code, phones }: CustomerDetails): Place {
  const hasAddress = region !== null || postal_code !== null;
  const areaCodes = hasAddress ? [] : phones.flatMap(({ e164 }) => AREA_CODE.exec(e164)?.[1] ?? []);
  return { country, region, postalCode: postal_code, areaCodes };
}
