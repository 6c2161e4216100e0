/** Customers given to somebody, a line each. */

import type { GivenCustomer } from '../domain/handover.ts';
import { safeForTerminal } from './terminal-text.ts';

/** `#482 Ann Lee: from Dana Reyes to Maria Delgado` */
export const givingsAsText = (given: readonly GivenCustomer[]): string =>
  given
    .map(({ customer, from, to }) => {
      const [before, now] = [from?.name ?? 'the house', to?.name ?? 'the house'];
      const went = before === now ? `stays with ${now}` : `from ${before} to ${now}`;
      return `${safeForTerminal(`#${customer.id} ${customer.name}: ${went}`)}\n`;
    })
    .join('');

/** Who among them may not be called, whoever looks after them; nothing where all may. */
export function blockedInWords(given: readonly GivenCustomer[]): string {
  const blocked = given.filter(({ doNotCall }) => doNotCall);
  if (blocked.length === 0) return '';
  const names = blocked.map(({ customer }) => `#${customer.id} ${customer.name}`).join(', ');
  return `${safeForTerminal(names)} asked not to be called: still on nobody’s list, whoever looks after them.\n`;
}
