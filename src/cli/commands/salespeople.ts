/** `beback salespeople`: who sells here, who left, and which codes and spellings are one person. */

import type { Day } from '../../domain/day.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { singleAddress } from '../../domain/mail-address.ts';
import type { Salesperson, SalespersonChange } from '../../domain/salesperson.ts';
import { booksOfSalespeople } from '../../operations/books-of-salespeople.ts';
import {
  addPerson,
  allSalespeople,
  type ChangedPerson,
  changePerson,
  salesOf,
} from '../../operations/salespeople.ts';
import { counted } from '../../render/counted.ts';
import { dayInShort } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { textTable } from '../../render/text-table.ts';
import type { Context } from '../context.ts';

export interface SalespersonFlags {
  readonly name?: string;
  readonly code?: string;
  readonly email?: string;
  readonly left?: string;
  readonly alias?: readonly string[];
  readonly merge?: boolean;
}

const isActive = (person: Salesperson, day: Day): boolean => person.left_on === null || day < person.left_on;

const asRecord = (person: Salesperson, day: Day) => ({
  id: person.id,
  code: person.code,
  name: person.name,
  email: person.email,
  active: isActive(person, day),
  left_on: person.left_on,
});

export function runSalespeople(context: Context): number {
  const { session } = context;
  const { day } = session;
  const people = allSalespeople(session);
  const books = booksOfSalespeople(session);
  if (context.json) {
    context.printJson({
      salespeople: people.map((person) => ({
        ...asRecord(person, day),
        aliases: person.aliases,
        sales: person.sales,
        ...books.get(person.id),
      })),
    });
    return EXIT.done;
  }
  const { print, width, styles } = context.terminal;
  const short = (on: Day | null | undefined): string =>
    on == null ? '' : dayInShort(on, day, context.settings.store.country);
  if (people.length === 0) {
    print('No salespeople yet: they come with the first import, or `beback salespeople add NAME`.\n');
    return EXIT.done;
  }
  print(
    textTable(
      [
        { title: 'Code', priority: 8, minWidth: 4 },
        { title: 'Name', priority: 9, minWidth: 12, maxWidth: 30 },
        { title: 'Customers', priority: 8, minWidth: 9, align: 'right' },
        { title: 'Sales', priority: 6, minWidth: 5, align: 'right' },
        { title: 'Last sale', priority: 6, minWidth: 12 },
        { title: 'Last contact', priority: 5, minWidth: 12 },
        { title: 'E-mail', priority: 4, minWidth: 10 },
        { title: 'Left', priority: 7, minWidth: 10 },
        { title: 'Also known as', priority: 3, minWidth: 10, grow: true },
      ],
      people.map((person) => [
        person.code ?? '',
        person.name,
        String(books.get(person.id)?.customers ?? 0),
        String(person.sales),
        short(books.get(person.id)?.last_sale_on),
        short(books.get(person.id)?.last_contact_on),
        person.email ?? '',
        person.left_on ?? '',
        person.aliases.join(', '),
      ]),
      { width, style: styles },
    ),
  );
  return EXIT.done;
}

export function runSalespeopleAdd(context: Context, name: string, flags: SalespersonFlags): number {
  if (name.trim() === '')
    throw usageFault(
      'usage',
      'a salesperson needs a name',
      'beback salespeople add "Dana Reyes" --code 1042',
    );
  return done(context, addPerson(context.actingSession, name.trim(), changeOf(context, flags)), 'added');
}

export function runSalespeopleSet(context: Context, wanted: string, flags: SalespersonFlags): number {
  const change = changeOf(context, flags);
  if (Object.keys(change).every((key) => key === 'merge')) {
    throw usageFault(
      'usage',
      'nothing to change was given',
      'give --name, --code, --email, --left or --alias',
    );
  }
  const { merged, ...changed } = changePerson(context.actingSession, wanted, change);
  const exit = done(context, changed, 'changed');
  if (merged.length > 0 || changesThePast(change, context.day))
    context.terminal.talk('This changes whose customers were whose on past days.\n');
  for (const { name, sales } of merged)
    context.terminal.talk(
      `${safeForTerminal(name)} and ${counted(sales, 'sale')} of theirs are this person's now.\n`,
    );
  return exit;
}

/** Whoever left before today looked after nobody since. */
const changesThePast = ({ leftOn }: SalespersonChange, day: Day): boolean =>
  leftOn !== undefined && (leftOn === null || leftOn < day);

function done(context: Context, { entry, person }: ChangedPerson, what: string): number {
  if (context.json) context.printJson({ entry, ...asRecord(person, context.day) });
  else {
    const code = person.code === null ? '' : ` (${person.code})`;
    const left =
      person.left_on === null
        ? ''
        : `, gone from ${dayInShort(person.left_on, context.day, context.settings.store.country)} on`;
    const mail = person.email === null ? '' : `, ${person.email}`;
    context.tell(`${safeForTerminal(person.name + code + mail + left)}: ${what}\n`);
    if (person.left_on !== null) {
      const sales = salesOf(context, person.id);
      context.terminal.talk(
        `Customers of ${counted(sales, 'sale')} go to the next credited person, else to the house list.\n`,
      );
    }
  }
  return EXIT.done;
}

function changeOf(context: Context, flags: SalespersonFlags): SalespersonChange {
  return {
    ...(flags.name === undefined ? {} : { name: filled(flags.name, '--name') }),
    ...(flags.code === undefined ? {} : { code: filled(flags.code, '--code') }),
    ...(flags.email === undefined ? {} : { email: addressOf(flags.email) }),
    ...(flags.left === undefined
      ? {}
      : { leftOn: flags.left === '' ? null : context.dayIn('--left', flags.left) }),
    ...(flags.merge === undefined ? {} : { merge: flags.merge }),
    ...(flags.alias === undefined ? {} : { aliases: flags.alias.map((alias) => filled(alias, '--alias')) }),
  };
}

function filled(text: string, flag: string): string {
  if (text.trim() === '') throw usageFault('usage', `${flag} is empty`, 'give a value');
  return text.trim();
}

/** One plain address; anything that could turn into a second recipient is refused. */
function addressOf(text: string): string | null {
  if (text === '') return null;
  const address = singleAddress(text);
  if (address === null) {
    throw usageFault(
      'bad-email',
      `--email ${JSON.stringify(text)} is not a single e-mail address`,
      'write it as name@example.com',
    );
  }
  return address;
}
