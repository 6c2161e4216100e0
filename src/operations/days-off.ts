/** Which days each salesperson is off, as the settings name them. */

import type { Day } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import { Fault } from '../domain/fault.ts';
import type { CalendarSettings } from '../settings/calendar-settings.ts';
import type { Store } from '../store/engine/store.ts';
import { findSalesperson } from '../store/salespeople.ts';

export interface DaysOff {
  readonly days: ReadonlyMap<number, readonly Day[]>;
  /** named in the settings, but nobody on file */
  readonly unknown: readonly string[];
}

/** A person may be named by code in one line and by name in another. */
export function daysOffById(db: Store, { daysOff }: CalendarSettings): DaysOff {
  const days = new Map<number, readonly Day[]>();
  const unknown: string[] = [];
  for (const [who, off] of daysOff) {
    const person = salespersonNamed(db, who);
    if (person === null) unknown.push(who);
    else days.set(person.id, [...(days.get(person.id) ?? []), ...off]);
  }
  return { days, unknown };
}

function salespersonNamed(db: Store, who: string): Pick<SalespersonFacts, 'id'> | null {
  try {
    return findSalesperson(db, who);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
