/** `beback find TEXT…`: which customers a person may mean. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { findCustomers } from '../../operations/find-customers.ts';
import { foundCustomersAsText } from '../../render/found-customers-as-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';

export interface FindOptions {
  readonly limit: string;
}

export function runFind(context: Context, words: readonly string[], options: FindOptions): number {
  const query = words.join(' ').trim();
  const limit = limitOf(options.limit);
  if (query === '') {
    throw usageFault('usage', 'nothing to find was given', 'beback find ann lee, or the last 6 of a VIN');
  }
  const { terminal, session } = context;
  const { found, more } = findCustomers(session, query, limit);
  if (context.json) context.printJson({ query, count: found.length, customers: found });
  else if (found.length > 0) {
    const { width, styles } = terminal;
    terminal.print(foundCustomersAsText(found, { width, styles, country: session.settings.store.country }));
  }
  const [first] = found;
  if (first === undefined) {
    terminal.talk(
      `No customer is known by "${shortened(query)}".\ntry: fewer letters of the name, a phone number, the last 6 of the VIN, an e-mail address or the deal number\n`,
    );
  } else if (first.match !== 'exact') {
    terminal.talk(
      `No customer is known by "${shortened(query)}"; ${found.length === 1 ? 'this one comes' : 'these come'} near.\n`,
    );
  } else if (more) {
    terminal.talk(`More customers fit: add a word of the name, or --limit ${limit * 5}.\n`);
  }
  return EXIT.done;
}

const LONGEST_SHOWN = 60;
const shortened = (query: string): string =>
  safeForTerminal(query.length > LONGEST_SHOWN ? `${query.slice(0, LONGEST_SHOWN)}…` : query);

function limitOf(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw usageFault(
      'usage',
      `--limit ${text} is not a number of customers from 1`,
      'give a whole number: --limit 20',
    );
  return Number(text);
}
