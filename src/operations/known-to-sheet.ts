/** What the store knows that the lines of a sheet must agree with. */

import type { SheetKnown, SheetSalesperson } from '../contacts/read-sheet.ts';
import type { Day } from '../domain/day.ts';
import { Fault } from '../domain/fault.ts';
import { type Reading, read, unreadable } from '../domain/problem.ts';
import { callFacts } from '../store/call-facts.ts';
import type { Store } from '../store/engine/store.ts';
import { salespersonNamed } from '../store/salespeople.ts';
import { salesInForce } from '../touches/sales-in-force.ts';
import type { DateOrder } from '../values/dates.ts';

/** @param order how the country writes days; null = both ways */
export function knownToSheet(db: Store, today: Day, order: DateOrder | null): SheetKnown {
  const people = new Map<string, Reading<SheetSalesperson>>();
  return {
    today,
    order,
    customer: (id, on) => {
      const [facts] = callFacts(db, [id]);
      if (facts === undefined) return null;
      const cars = salesInForce(facts.sales, on).map((sale) => ({ saleId: sale.id, soldOn: sale.soldOn }));
      return { name: facts.name, cars };
    },
    // a sheet names the same one or two people on every line
    salesperson: (code, name) => {
      const key = `${code}\n${name}`;
      const person = people.get(key) ?? findPerson(db, code, name);
      people.set(key, person);
      return person;
    },
  };
}

function findPerson(db: Store, code: string, name: string): Reading<SheetSalesperson> {
  try {
    const byCode = code === '' ? null : salespersonNamed(db, code);
    return read(byCode ?? (name === '' ? null : salespersonNamed(db, name)));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return unreadable(error.code, error.message, 'give each salesperson a code: beback salespeople set');
  }
}
