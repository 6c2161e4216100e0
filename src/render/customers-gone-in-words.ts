/** Where the customers of somebody who left went, in a sentence. */

import type { Day } from '../domain/day.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';

/**
 * `Dana Reyes left on Nov 2: of 40 customers 12 went to Maria Delgado, 20 to Lou Tan, 8 to the house.`
 * @param country ISO 3166, the store's
 */
export function customersGoneInWords(
  gone: {
    readonly name: string;
    readonly leftOn: Day;
    readonly customers: number;
    /** null = the house */
    readonly went: readonly { readonly to: string | null; readonly customers: number }[];
  },
  on: Day,
  country: string,
): string {
  const left = `${gone.name} left on ${dayInShort(gone.leftOn, on, country)}`;
  if (gone.customers === 0) return `${left} and had no customers.`;
  const parts = gone.went.map(
    ({ to, customers }, i) => `${numberOf(customers)}${i === 0 ? ' went' : ''} to ${to ?? 'the house'}`,
  );
  return `${left}: of ${counted(gone.customers, 'customer')} ${parts.join(', ')}.`;
}

const numberOf = (count: number): string => counted(count, '', '').trimEnd();
