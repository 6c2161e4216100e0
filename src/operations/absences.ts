/** Who is not here on a day, and who makes whose calls meanwhile. */

import type { SalespersonFacts } from '../domain/facts.ts';
import type { Absences } from '../touches/stand-in.ts';
import { daysOffById } from './days-off.ts';
import type { Session } from './session.ts';
import { standInsOn } from './stand-ins.ts';

export function absencesOn(
  { store: db, settings, day }: Session,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): Absences {
  const { days } = daysOffById(db, settings.calendar);
  return {
    covers: standInsOn(db, salespeople, day),
    isOff: (id) => days.get(id)?.includes(day) ?? false,
  };
}
