/** `beback whose TEXT…`: whose customer somebody is, before they are greeted. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { nearestByName, whoseCustomer } from '../../operations/whose-customer.ts';
import { claimsAsText } from '../../render/claims-as-text.ts';
import { counted } from '../../render/counted.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../whole-number.ts';

export interface WhoseOptions {
  readonly limit: string;
}

const NEAR_SHOWN = 5;
const LONGEST_SHOWN = 60;

export function runWhose(context: Context, words: readonly string[], options: WhoseOptions): number {
  const query = words.join(' ').trim();
  const limit = wholeNumber('--limit', options.limit) ?? 0;
  if (query === '')
    throw usageFault(
      'usage',
      'nobody was asked for',
      'beback whose 614 555 0101, or a name, or the last 6 of a VIN',
    );
  const { terminal, session } = context;
  const { customers, more } = whoseCustomer(session, query, limit);
  if (context.json) {
    context.printJson({ on: session.day, query, customers, more });
    return EXIT.done;
  }
  if (customers.length === 0) {
    const shown = query.length > LONGEST_SHOWN ? `${query.slice(0, LONGEST_SHOWN)}…` : query;
    terminal.print(`Nobody is known by "${safeForTerminal(shown)}": whoever greets them may have them.\n`);
    const near = nearestByName(session, query, NEAR_SHOWN).map(
      ({ id, name }) => `  #${id}  ${safeForTerminal(name)}\n`,
    );
    if (near.length > 0) terminal.print(`Perhaps it is\n${near.join('')}Ask again by the number.\n`);
    return EXIT.done;
  }
  const { width, styles } = terminal;
  terminal.print(
    claimsAsText(customers, { on: session.day, width, styles, country: session.settings.store.country }),
  );
  if (more > 0)
    terminal.talk(`${counted(more, 'customer')} more: add a word of the name, or --limit ${limit * 5}.\n`);
  return EXIT.done;
}
