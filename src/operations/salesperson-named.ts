/** Somebody as records name them. */

import type { SalespersonFacts } from '../domain/facts.ts';
import type { SalespersonName } from '../domain/salesperson.ts';

/** null where there is no id, or nobody has it. */
export function salespersonNamed(
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  id: number | null,
): SalespersonName | null {
  const person = id === null ? undefined : salespeople.get(id);
  return person === undefined ? null : { code: person.code, name: person.name };
}
