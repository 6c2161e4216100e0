/** What a store still lacks to be safe and complete, in order of harm. */

import { type Day, daysBetween } from '../domain/day.ts';
import { LAW, REGISTRY_DAYS } from '../law/law-table.ts';
import { counted } from '../render/counted.ts';
import type { Settings } from '../settings/settings.ts';
import { distrustOf } from '../settings/trusted-path.ts';
import { salespeopleById } from '../store/call-facts.ts';
import type { Store } from '../store/engine/store.ts';
import { listImports } from '../store/imports.ts';
import { registryAreas } from '../store/registry.ts';
import { listSalespeople } from '../store/salespeople.ts';
import { serviceCaller } from './service-caller.ts';
import type { Session } from './session.ts';

export interface Lack {
  readonly what: 'name' | 'e-mail' | 'registry' | 'settings' | 'service' | 'caller';
  /** what comes of it */
  readonly found: string;
  readonly advice: string;
}

/** @param db null where there is none yet: what hangs on it is not looked at */
export const whatIsLacking = (db: Store | null, settings: Settings, day: Day): readonly Lack[] =>
  [
    nameless(settings),
    db && withoutAddress(db, day),
    db && registryLacking(db, settings, day),
    writableSettings(settings),
    db && serviceLacking(db),
    db && lackOfCaller({ store: db, settings, day }),
  ].filter((lack) => lack !== null);

const nameless = ({ store, path }: Settings): Lack | null =>
  store.name !== null
    ? null
    : {
        what: 'name',
        found: 'the store has no name: letters, mails and scripts cannot say who calls',
        advice: `under [store] in ${path ?? 'the settings'}: name = "Lakeside Motors"`,
      };

/** Those who sell here and would get no list in the morning. */
export const peopleWithoutAddress = (db: Store, day: Day): readonly string[] =>
  listSalespeople(db)
    .filter(({ email, left_on, sales }) => email === null && sales > 0 && (left_on === null || day < left_on))
    .map(({ name }) => name);

function withoutAddress(db: Store, day: Day): Lack | null {
  const names = peopleWithoutAddress(db, day);
  if (names.length === 0) return null;
  return {
    what: 'e-mail',
    found: `no e-mail address of ${names.join(', ')}: no list can be sent to them`,
    advice: 'beback salespeople set NAME --email ADDRESS; or --left DAY for whoever is gone',
  };
}

function registryLacking(db: Store, { store: { country } }: Settings, day: Day): Lack | null {
  // where the law knows a relationship with a customer it knows a registry, too
  if (!LAW.some(({ region, item }) => item === 'relationship' && region.startsWith(country))) return null;
  const advice = 'get a fresh copy, then: beback import dnc.csv --kind do-not-call';
  const [oldest] = registryAreas(db)
    .map(({ as_of }) => as_of)
    .sort();
  if (oldest === undefined) {
    const found =
      'no copy of the do-not-call registry: customers are called only as long as the law lets the purchase count';
    return { what: 'registry', found, advice };
  }
  const age = daysBetween(oldest, day);
  if (age <= REGISTRY_DAYS) return null;
  return {
    what: 'registry',
    found: `a copy of the do-not-call registry is ${counted(age, 'day')} old, and may be ${REGISTRY_DAYS}`,
    advice,
  };
}

function writableSettings({ path }: Settings): Lack | null {
  const wrong = path === null || process.platform === 'win32' ? null : distrustOf(path);
  if (wrong === null) return null;
  return {
    what: 'settings',
    found: `others could change the settings: ${wrong.path} ${wrong.why}`,
    advice: wrong.mend,
  };
}

const serviceLacking = (db: Store): Lack | null =>
  listImports(db).some(({ kind }) => kind === 'repair-orders')
    ? null
    : {
        what: 'service',
        found: 'no file of the service department was imported: who was here for service is not known',
        advice: 'export the repair orders from the DMS, then: beback import repair-orders.csv',
      };

/** Whoever is to call about service, where nobody here is that person. */
export function lackOfCaller({ store, settings, day }: Session): Lack | null {
  const caller = serviceCaller(store, settings, salespeopleById(store), day);
  if (caller.is === 'nobody-named' || caller.is === 'here') return null;
  const why = caller.is === 'left' ? 'has left' : 'is no salesperson of this store';
  return {
    what: 'caller',
    found: `[service] caller: ${caller.name} ${why}: calls about service visits and missed appointments stand on the lists of the owners`,
    advice: 'name a salesperson who is here, or take the line out; `beback salespeople` lists them',
  };
}
