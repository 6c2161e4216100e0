/** Slips on the command line: a command of another name, a name where a flag belongs, help on what is not there. */

import type { Command } from 'commander';
import { type Fault, usageFault } from '../domain/fault.ts';

const TAKE_BACK =
  '`beback undo` takes back the last thing you logged, `beback undo N` an entry of `beback journal`';

/** What people call a command that has another name here, and how to get what they want. */
export const MEANT: ReadonlyMap<string, string> = new Map([
  ['search', '`beback find TEXT` searches customers'],
  ['list', "`beback today` is your list, `beback today --all` everybody's"],
  ['lists', "`beback today --all` shows everybody's list"],
  ['salesperson', '`beback salespeople` lists them and changes them'],
  ['restore', 'put the copy in the place of the database while no beback is running'],
  ['unblock', TAKE_BACK],
  ['turn-on', TAKE_BACK],
]);

export const unknownCommand = (name: string, hint?: string): Fault =>
  usageFault('usage', `unknown command '${name}'`, hint ?? '`beback --help` lists the commands');

/**
 * The command of that name, a command of a command by both names; the program when none is given.
 * @throws Fault `usage`
 */
export function commandNamed(program: Command, names: readonly string[]): Command {
  let found = program;
  for (const name of names) {
    const next = found.commands.find((one) => one.name() === name);
    if (next === undefined) throw unknownCommand(names.join(' '), knownOf(found));
    found = next;
  }
  return found;
}

/** @throws Fault `usage` when more was given than the command takes */
export function refuseExcess(command: Command): void {
  const { args, registeredArguments: taken } = command;
  if (args.length <= taken.length || taken.at(-1)?.variadic === true) return;
  const name = nameOf(command);
  const excess = args.slice(taken.length).join(' ');
  const takesFor = command.options.some(({ long }) => long === '--for');
  const forOne = takesFor ? [`\`beback ${name} --for ${quoted(excess)}\``] : [];
  if (command.commands.length > 0) throw unknownCommand(`${name} ${excess}`, knownOf(command, forOne));
  throw usageFault(
    'usage',
    `${name} was given too much: ${excess}`,
    forOne.length > 0 ? `for one salesperson: ${forOne[0]}` : `\`beback ${name} --help\` shows what it takes`,
  );
}

/** Undefined for the program itself, whose commands are too many for a hint. */
const knownOf = (command: Command, more: readonly string[] = []): string | undefined =>
  command.parent === null || command.commands.length === 0
    ? undefined
    : `known: ${[...command.commands.map((one) => `\`beback ${nameOf(one)}\``), ...more].join(', ')}`;

/** Without the program's own. */
function nameOf(command: Command): string {
  const above = command.parent;
  return above === null || above.parent === null ? command.name() : `${nameOf(above)} ${command.name()}`;
}

const quoted = (text: string): string => (/\s/.test(text) ? `"${text}"` : text);
