/** The manual as a page for man, in mdoc(7): every word of it comes from the description help is drawn from. */

import type { EventEmitter } from 'node:events';
import type { Argument, Command, Option } from 'commander';
import { EXAMPLES } from './examples.ts';
import { TOPICS } from './topics.ts';

const ENVIRONMENT: readonly (readonly [string, string])[] = [
  ['BEBACK_DB', 'the database, where no --db is given'],
  ['BEBACK_AS', 'who is acting, where no --as is given'],
  ['BEBACK_PAGER', 'what shows a list longer than the screen; empty for nothing. Else PAGER, else less'],
  ['BEBACK_MAIL_PASSWORD', 'the password of the mail server, where the settings name no other way'],
  ['BEBACK_IMAP_PASSWORD', 'the same for the mailbox answers are read from'],
  ['BEBACK_DEBUG', 'set to 1, a fault of the program is told with where it happened'],
  ['NO_COLOR', 'set, nothing is coloured'],
  ['XDG_DATA_HOME', 'the folder in which beback has its own, with database and settings'],
];

/** @param day it is of, as people write it: `November 27, 2026` */
export function manualAsMdoc(program: Command, { version, day }: { version: string; day: string }): string {
  const commands = program
    .createHelp()
    .visibleCommands(program)
    .filter((one) => one.name() !== 'help');
  const groups = [...new Set(commands.map((one) => one.helpGroup()))];
  return [
    `.Dd ${day}`,
    '.Dt BEBACK 1',
    `.Os beback ${version}`,
    '.Sh NAME',
    '.Nm beback',
    `.Nd ${words(program.description())}`,
    '.Sh SYNOPSIS',
    '.Nm',
    '.Op Ar options',
    '.Ar command',
    '.Op Ar arguments',
    '.Sh DESCRIPTION',
    'These options go before and after every command:',
    ...list(program.options.filter(({ hidden }) => !hidden).flatMap((one) => optionItem(one))),
    '.Pp',
    'Without a command it says what there is, and what is to be done.',
    `Short guides: ${Object.keys(TOPICS)
      .map((topic) => `.Dq beback help ${topic}`)
      .join(' ,\n')}`
      .replaceAll('\n.Dq', '\n.Dq')
      .replace(': .Dq', ':\n.Dq'),
    ...groups.flatMap((group) => [
      `.Sh ${words(group.replace(/:$/, '').toUpperCase())}`,
      ...list(commands.filter((one) => one.helpGroup() === group).flatMap((one) => commandItems(one))),
    ]),
    '.Sh ENVIRONMENT',
    ...list(ENVIRONMENT.flatMap(([name, what]) => [`.It Ev ${name}`, words(what)])),
    '.Sh FILES',
    ...list([
      '.It Pa ~/.local/share/beback/beback.db',
      'the database, unless another is named; on a Mac in ~/Library/Application Support/beback, on Windows in %LOCALAPPDATA%\\ebeback',
      '.It Pa ~/.local/share/beback/beback.toml',
      'its settings',
    ]),
    '.Sh EXIT STATUS',
    ...literal(TOPICS['exit-codes']?.text ?? ''),
    '',
  ]
    .filter((line, i, all) => line !== '' || i === all.length - 1)
    .join('\n');
}

/** A command and those below it, each with its flags and examples. */
function commandItems(command: Command, before = ''): string[] {
  const name = `${before} ${command.name()}`.trim();
  const after: string[] = [];
  (command as unknown as EventEmitter).emit('afterHelp', {
    error: false,
    command,
    write: (text: string) => after.push(text),
  });
  const below = command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== 'help');
  return [
    `.It Cm ${name} ${command.registeredArguments.map(argumentIn).join(' ')}`.trim(),
    words(command.description()),
    ...command.registeredArguments
      .filter(({ description }) => description !== '')
      .flatMap((one) => ['.br', `.Ar ${one.name()} :`, words(one.description)]),
    ...list(command.options.filter(({ hidden }) => !hidden).flatMap((one) => optionItem(one))),
    ...literal((EXAMPLES[name] ?? []).map(([typed, what]) => `${typed}\n      ${what}`).join('\n')),
    ...literal(after.join('').trim()),
    ...below.flatMap((one) => commandItems(one, name)),
  ];
}

const argumentIn = (argument: Argument): string => {
  const written = `Ar ${argument.name()}${argument.variadic ? ' ...' : ''}`;
  return argument.required ? written : `Op ${written}`;
};

function optionItem({ flags, description, argChoices }: Option): string[] {
  const choices = argChoices === undefined ? '' : ` (${argChoices.join(', ')})`;
  const item = flags
    .split(', ')
    .map((flag) => {
      const [name = '', value = ''] = flag.split(' ');
      return `Fl ${name.slice(1)}${value === '' ? '' : ` Ar ${value.replace(/[<>[\]]/g, '')}`}`;
    })
    .join(' , ');
  return [`.It ${item}`, words(`${description}${choices}`)];
}

const list = (items: readonly string[]): string[] =>
  items.length === 0 ? [] : ['.Bl -tag -width Ds', ...items, '.El'];

const literal = (text: string): string[] =>
  text.trim() === '' ? [] : ['.Bd -literal', ...text.trimEnd().split('\n').map(asItStands), '.Ed'];

/** Backslashes, and letters that not every terminal of man has. */
const plain = (text: string): string =>
  text
    .replaceAll('…', '...')
    .replaceAll('\\', '\\e')
    .replace(
      /[^\0-\x7f]/gu,
      (letter) => `\\[u${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
    );
/** A line that is typed or printed so; what begins like a request is none, and an empty one is kept. */
const asItStands = (line: string): string =>
  line === '' ? '\\&' : `\\&${plain(line).replaceAll('-', '\\-')}`;
/** Text that is filled; a flag in it keeps its dashes. */
const words = (text: string): string => {
  const line = plain(text.replace(/\s+/g, ' ').trim()).replace(
    /(^|[\s"(`])(--?)(?=\w)/g,
    (_, before: string, dashes: string) => `${before}${'\\-'.repeat(dashes.length)}`,
  );
  return /^[.']/.test(line) ? `\\&${line}` : line;
};
