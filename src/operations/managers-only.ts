/** What only managers may do, where the settings name any. */

import type { Acting } from '../domain/acting.ts';
import { usageFault } from '../domain/fault.ts';
import type { Settings } from '../settings/settings.ts';
import { foldedWords } from '../values/fold-text.ts';

/** Whether somebody of that name may do what managers do: everybody, where nobody is named. */
export function isManager({ people }: Settings, name: string): boolean {
  const key = foldedWords(name).join(' ');
  return people.managers.length === 0 || people.managers.some((one) => foldedWords(one).join(' ') === key);
}

/** @param what is done, as it is called @throws Fault `managers-only` */
export function refuseOthersThanManagers(
  { settings, acting }: { readonly settings: Settings; readonly acting: Acting },
  what: string,
): void {
  if (isManager(settings, acting.by)) return;
  const { managers } = settings.people;
  throw usageFault(
    'managers-only',
    `${what} is for managers, and ${acting.by} is none`,
    `the settings name ${managers.join(', ')}: --as ${JSON.stringify(managers[0])}`,
  );
}
