/** Slips on the command line, each told as what, why and what to type: a command of another name, a name where a flag belongs, a flag that is none. */

import type { Command, CommanderError, Option } from 'commander';
import { type Fault, usageFault } from '../domain/fault.ts';
import { didYouMean } from '../values/nearest.ts';

const TAKE_BACK =
  '`beback undo` takes back the last thing you logged, `beback undo N` an entry of `beback journal`';

/** What people call a command that has another name here, and how to get what they want. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['search', '`beback find TEXT` searches customers'],
  ['list', "`beback today` is your list, `beback today --all` everybody's"],
  ['lists', "`beback today --all` shows everybody's list"],
  ['salesperson', '`beback salespeople` lists them and changes them'],
  ['restore', 'put the copy in the place of the database while no beback is running'],
  ['unblock', TAKE_BACK],
  ['turn-on', TAKE_BACK],
]);

/** @param known the commands that could stand there */
const unknownCommand = (name: string, known: readonly string[], hint?: string): Fault =>
  usageFault(
    'usage',
    `unknown command '${name}'${didYouMean(name, known)}`,
    hint ?? '`beback --help` lists the commands',
  );

/** @throws Fault `usage` for a command that has another name here */
export function refuseOtherName(name: string): void {
  const hint = MEANT.get(name);
  if (hint !== undefined) throw unknownCommand(name, [], hint);
}

/** What commander found wrong, in the words of the program. @param command as far as it was named */
export function slipOf(error: CommanderError, command: Command): Fault {
  const [line = ''] = error.message.replace(/^error: /, '').split('\n');
  const [, quotedFirst = '', quotedSecond = ''] = /'([^']*)'(?:.*?'([^']*)')?/.exec(line) ?? [];
  const option = optionsOf(command).find(({ flags }) => flags === quotedFirst);
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(quotedFirst, namesOf(command), knownOf(command));
    case 'commander.unknownOption':
      return usageFault('usage', `${line}${optionMeant(quotedFirst, command)}`, helpOn(command));
    case 'commander.missingArgument':
      return usageFault(
        'usage',
        `${nameOf(command)}: ${line}`,
        `beback ${nameOf(command)} ${argumentsOf(command)}`,
      );
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return usageFault('usage', line, option && `${option.flags}: ${option.description}`);
    case 'commander.invalidArgument': {
      const choices = option?.argChoices ?? [];
      return usageFault(
        'usage',
        `${option?.long} ${quotedSecond} is not one of its choices${didYouMean(quotedSecond, choices)}`,
        `known: ${choices.join(', ')}`,
      );
    }
    default:
      return usageFault('usage', line, helpOn(command));
  }
}

/** The command as far as the words name one. */
export function commandOf(program: Command, words: readonly string[]): Command {
  const [word, ...more] = words;
  const next = program.commands.find((one) => one.name() === word);
  return next === undefined ? program : commandOf(next, more);
}

const namesOf = ({ commands }: Command): readonly string[] => commands.map((one) => one.name());

/** Those of the commands above it, too. */
const optionsOf = ({ options, parent }: Command): readonly Option[] => [
  ...options,
  ...(parent === null ? [] : optionsOf(parent)),
];

function optionMeant(flag: string, command: Command): string {
  const known = optionsOf(command).flatMap(({ long, hidden }) => (hidden ? [] : (long ?? [])));
  return flag.startsWith('--') ? didYouMean(flag.replace(/=.*/, ''), known) : '';
}

const argumentsOf = ({ registeredArguments }: Command): string =>
  registeredArguments
    .map((one) => `${one.name()}${one.variadic ? '...' : ''}`)
    .map((name, i) => (registeredArguments[i]?.required ? `<${name}>` : `[${name}]`))
    .join(' ');

const helpOn = (command: Command): string =>
  command.parent === null
    ? '`beback --help` lists the commands and their flags'
    : `\`beback ${nameOf(command)} --help\` shows what it takes`;

/**
 * The command of that name, a command of a command by both names; the program when none is given.
 * @throws Fault `usage`
 */
export function commandNamed(program: Command, names: readonly string[]): Command {
  let found = program;
  for (const name of names) {
    const next = found.commands.find((one) => one.name() === name);
    if (next === undefined) throw unknownCommand(names.join(' '), namesUnder(found), knownOf(found));
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
  if (command.commands.length > 0)
    throw unknownCommand(`${name} ${excess}`, namesUnder(command), knownOf(command, forOne));
  throw usageFault(
    'usage',
    `${name} was given too much: ${excess}`,
    forOne.length > 0 ? `for one salesperson: ${forOne[0]}` : helpOn(command),
  );
}

/** With the command they belong to, as they are typed. */
const namesUnder = (command: Command): readonly string[] => command.commands.map((one) => nameOf(one));

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
