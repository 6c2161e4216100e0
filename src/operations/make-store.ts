/** Making a store: its database and its settings, both or neither. */

import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Fault, usageFault } from '../domain/fault.ts';
import { discardDraft, fillDraft, publishDrafts, startDraft } from '../files/draft-file.ts';
import { firstSettings } from '../settings/first-settings.ts';
import { settingsIn, usualUnits } from '../settings/settings.ts';
import { keepMade, prepareFolder } from '../store/engine/made-store.ts';
import { insertSalesperson } from '../store/writing/change-salesperson.ts';
import type { StoreAccess } from './store-access.ts';

export interface NewStore {
  readonly name: string;
  /** ISO 3166 */
  readonly country: string;
  /** IANA */
  readonly timezone: string;
  /** null = as the country has it */
  readonly units: 'miles' | 'km' | null;
  readonly managers: readonly NamedPerson[];
  readonly salespeople: readonly NewPerson[];
  /** whose address the daily mails will bear; sending stays switched off */
  readonly sender: string | null;
}
export interface NamedPerson {
  readonly name: string;
  readonly email: string | null;
}
export interface NewPerson extends NamedPerson {
  readonly code: string;
}

/** Where the files go. */
export interface StorePlace {
  readonly access: StoreAccess;
  readonly settingsPath: string;
  /** the folder of the settings may be made */
  readonly makesFolder: boolean;
}

/** @throws Fault `store-exists` where one of the two files is there already */
export function refuseExistingStore({ access, settingsPath }: StorePlace): void {
  for (const path of [access.path, settingsPath]) {
    const stats = statSync(path, { throwIfNoEntry: false });
    // an empty file is what is left of a database that was about to be made
    if (stats !== undefined && !(path === access.path && stats.isFile() && stats.size === 0))
      throw storeExists(path);
  }
}

const storeExists = (path: string): Fault =>
  usageFault(
    'store-exists',
    `${path} is there already: nothing was made`,
    'edit the settings there, or make the store elsewhere: --db FILE',
  );

/** @throws Fault `store-exists`, `bad-settings`, `no-folder`, `alias-taken`, `cannot-write`; then neither file is there */
export function makeStore(place: StorePlace, store: NewStore): void {
  refuseExistingStore(place);
  const { access, settingsPath, makesFolder } = place;
  const text = settingsOfNewStore(store);
  settingsIn(settingsPath, text);
  // taken away again at the end unless it is kept
  const db = access.toMake;
  for (const { name, code, email } of store.salespeople) insertSalesperson(db, name, { code, email });
  prepareFolder(dirname(settingsPath), makesFolder);
  const draft = startDraft(settingsPath, '--config');
  try {
    fillDraft(draft, [text]);
    publishDrafts([draft]);
  } catch (error) {
    discardDraft(draft);
    throw error;
  }
  keepMade(db);
}

/** The settings file as it is written. */
export function settingsOfNewStore({ name, country, timezone, units, managers, sender }: NewStore): string {
  return firstSettings({
    name,
    country,
    timezone,
    units: units ?? usualUnits(country),
    managers: managers.map((manager) => manager.name),
    sender,
    digestTo: [...new Set(managers.flatMap(({ email }) => email ?? []))],
  });
}
