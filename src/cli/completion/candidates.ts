/** What can stand at the cursor: commands, flags, and the values that are known without asking anybody. */

import type { Argument, Command, Option } from 'commander';
import { CHANNELS, OUTCOMES } from '../../domain/contact.ts';
import { BLOCKED_CHANNELS } from '../../domain/customer.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { TOPICS } from '../help/topics.ts';
import { type NextWord, nextWord } from './next-word.ts';
import { SHELLS } from './shells.ts';

export interface Candidate {
  readonly value: string;
  readonly says: string;
}

/** What is known of the store, each looked up only where it is asked for. */
export interface KnownHere {
  readonly people: () => readonly { readonly code: string | null; readonly name: string }[];
  readonly touches: () => readonly { readonly id: string; readonly label: string }[];
  readonly layouts: () => readonly string[];
  /** what `export` takes */
  readonly exported: () => readonly string[];
}

/**
 * A word of which no shell makes anything else: names come from files, and a shell may evaluate what it is given.
 * Who has another is found by another word of their name, or by code.
 */
const PLAIN = /^[\p{L}\p{N}+-][\p{L}\p{M}\p{N}._@/+=-]*$/u;

type Values = (known: KnownHere, typed: string) => readonly Candidate[] | 'files';

const bare = (values: readonly string[]): readonly Candidate[] =>
  values.map((value) => ({ value, says: '' }));

/** By a word of the name nobody else has, the last first; by code where a code is begun. */
const people: Values = ({ people: all }, typed) => {
  const here = all();
  const byCode = /^\d/.test(typed);
  return here.flatMap(({ code, name }) => {
    const isElsewhere = (word: string): boolean =>
      here.some((one) => one.name !== name && one.name.includes(word));
    const word = name
      .split(/\s+/)
      .reverse()
      .find((part) => PLAIN.test(part) && !isElsewhere(part));
    const value = byCode ? code : (word ?? code);
    return value === null ? [] : { value, says: code === null ? name : `${name}, ${code}` };
  });
};
const whose: Values = (known, typed) => [
  ...(people(known, typed) as readonly Candidate[]),
  { value: 'house', says: 'customers nobody looks after' },
];
const files: Values = () => 'files';
const days: Values = () => [
  { value: 'today', says: '' },
  { value: 'tomorrow', says: '' },
  ...bare(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
  { value: '+3d', says: 'in three days' },
  { value: '2w', says: 'in two weeks' },
];
const outcomes: Values = () =>
  OUTCOMES.flatMap(({ name, letter, says }) => (letter === null ? [] : { value: name, says }));

/** By what stands between < and > in their flags. */
const BY_PLACEHOLDER: Readonly<Record<string, Values>> = {
  day: days,
  file: files,
  path: files,
  folder: files,
};
const BY_FLAG: Readonly<Record<string, Values>> = {
  '--for': whose,
  '--as': people,
  '--by': people,
  '--to': people,
  '--among': people,
  '--own': people,
  '--touch': ({ touches }) => touches().map(({ id, label }) => ({ value: id, says: label })),
  '--layout': ({ layouts }) => bare(layouts()),
  '--channel': () => bare(CHANNELS),
  '--timezone': () => bare(Intl.supportedValuesOf('timeZone')),
};
/** By command and argument; of an argument that takes several words those behind the first. */
const BY_ARGUMENT: Readonly<Record<string, Values>> = {
  'cover name': people,
  'handover name': people,
  'salespeople set who': people,
  'log what': outcomes,
  'block channel': () => bare(BLOCKED_CHANNELS),
  'appointment what': () => bare(['showed', 'no-show', 'cancelled']),
  'export what': ({ exported }) => bare(exported()),
  'completion shell': () => bare(SHELLS),
  'import file': files,
  'backup file': files,
  'read-mail mail': files,
};
const BEHIND_THE_CUSTOMER: ReadonlySet<string> = new Set(['log what']);

const nameOf = (command: Command): string =>
  command.parent === null ? '' : `${nameOf(command.parent)} ${command.name()}`.trim();

/** @param words behind the name of the program, the one under the cursor last */
export function candidates(
  program: Command,
  words: readonly string[],
  known: KnownHere,
): { readonly prefix: string; readonly found: readonly Candidate[] | 'files' } {
  const next = nextWord(program, words);
  const all = words[0] === 'help' && words.length > 1 ? topics(program, words) : possible(next, known);
  if (all === 'files') return { prefix: next.prefix, found: all };
  const typed = next.typed.toLowerCase();
  const fits = all.filter(({ value }) => PLAIN.test(value) && value.toLowerCase().startsWith(typed));
  return { prefix: next.prefix, found: fits.map(({ value, says }) => ({ value, says: onOneLine(says) })) };
}

function topics(program: Command, words: readonly string[]): readonly Candidate[] {
  if (words.length > 2) return named(nextWord(program, words.slice(1)).commands);
  const guides = Object.entries(TOPICS).map(([value, { about }]) => ({ value, says: about }));
  const commands = named(program.createHelp().visibleCommands(program));
  return [...guides, ...commands.filter(({ value }) => TOPICS[value] === undefined)];
}

function possible(
  { command, flags, commands, value, typed }: NextWord,
  known: KnownHere,
): readonly Candidate[] | 'files' {
  if (flags.length > 0)
    return flags.map(({ long, short, description }) => ({ value: long ?? short ?? '', says: description }));
  const values = value === null ? [] : valuesOf(command, value, typed, known);
  return values === 'files' ? values : [...named(commands), ...values];
}

const named = (commands: readonly Command[]): Candidate[] =>
  commands.map((one) => ({ value: one.name(), says: one.description() }));

function valuesOf(
  command: Command,
  { of, place }: NonNullable<NextWord['value']>,
  typed: string,
  known: KnownHere,
): readonly Candidate[] | 'files' {
  if (of.argChoices !== undefined) return bare(of.argChoices);
  if (isOption(of)) {
    const [, placeholder = ''] = /<([^>.]+)/.exec(of.flags) ?? [];
    return (BY_PLACEHOLDER[placeholder] ?? BY_FLAG[of.long ?? ''])?.(known, typed) ?? [];
  }
  const key = `${nameOf(command)} ${of.name()}`;
  if (BEHIND_THE_CUSTOMER.has(key) && place === 0) return [];
  return BY_ARGUMENT[key]?.(known, typed) ?? [];
}

const isOption = (of: Option | Argument): of is Option => 'flags' in of;

const LONGEST_SAID = 70;
const onOneLine = (text: string): string => safeForTerminal(text.replace(/\s+/g, ' ')).slice(0, LONGEST_SAID);
