/** `beback init`: makes the database and the settings of a store. */

import { dirname } from 'node:path';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { singleAddress } from '../../domain/mail-address.ts';
import { makeStore, type NewPerson, refuseExistingStore } from '../../operations/make-store.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { isTimeZone } from '../../settings/settings.ts';
import type { Context } from '../context.ts';
import { isDataFolder } from '../paths.ts';

export interface InitFlags {
  readonly name?: string;
  readonly country?: string;
  readonly timezone?: string;
  readonly units?: 'miles' | 'km';
  readonly manager?: readonly string[];
  readonly salesperson?: readonly string[];
}

/** What a store cannot do without. */
interface Needed {
  readonly flag: 'name' | 'country' | 'timezone';
  readonly question: string;
  readonly example: string;
  /** what is wrong with an answer; null for nothing */
  readonly wrong: (text: string) => string | null;
  /** what is offered */
  readonly usual?: () => string;
}

const NEEDED: readonly Needed[] = [
  {
    flag: 'name',
    question: 'What is the store called?',
    example: '"Lakeside Motors"',
    wrong: (text) => (/^[^\p{Cc}]{1,80}$/u.test(text) ? null : 'must be one line of up to 80 characters'),
  },
  {
    flag: 'country',
    question: 'In which country is it? (two letters: US, CA …)',
    example: 'US',
    wrong: (text) => (/^[A-Z]{2}$/i.test(text) ? null : 'must be two letters of ISO 3166'),
  },
  {
    flag: 'timezone',
    question: 'In which time zone?',
    example: 'America/Chicago',
    wrong: (text) => (isTimeZone(text) ? null : 'is not an IANA time zone'),
    usual: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
];

export async function runInit(context: Context, flags: InitFlags): Promise<number> {
  const { access, settingsPath, databasePath } = context;
  const place = { access, settingsPath, makesFolder: isDataFolder(dirname(settingsPath)) };
  refuseExistingStore(place);
  for (const needed of NEEDED) checkFlag(needed, flags[needed.flag]);
  const managers = (flags.manager ?? []).map((name) => filled(name, '--manager'));
  const salespeople = (flags.salesperson ?? []).map(personIn);
  const missing = NEEDED.filter(({ flag }) => flags[flag] === undefined);
  const { name = '', country = '', timezone = '' } = { ...flags, ...(await answers(context, missing)) };
  const units = flags.units ?? null;
  makeStore(place, { name, country: country.toUpperCase(), timezone, units, managers, salespeople });
  if (context.json) context.printJson({ db: databasePath, config: settingsPath });
  else {
    context.tell(
      `${safeForTerminal(databasePath)}: the database\n${safeForTerminal(settingsPath)}: the settings\n`,
    );
    context.terminal.talk('Now the sales: beback import FILE\n');
  }
  return EXIT.done;
}

function checkFlag({ flag, example, wrong }: Needed, text: string | undefined): void {
  const why = text === undefined ? null : wrong(text);
  if (why !== null) throw usageFault('usage', `--${flag} ${text} ${why}`, `write it as --${flag} ${example}`);
}

/** @throws Fault `usage` naming the flag where nobody can be asked */
async function answers(
  context: Context,
  missing: readonly Needed[],
): Promise<Partial<Record<Needed['flag'], string>>> {
  const [first] = missing;
  if (first === undefined) return {};
  if (!context.terminal.canAsk || context.json)
    throw usageFault(
      'usage',
      `a store needs ${missing.map(({ flag }) => `--${flag}`).join(', ')}`,
      `beback init ${NEEDED.map(({ flag, example }) => `--${flag} ${example}`).join(' ')}`,
    );
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  return prompt(
    missing.map(({ flag, question, wrong, usual }) => ({
      type: 'input' as const,
      name: flag,
      message: question,
      filter: (text: string) => text.trim(),
      validate: (text: string) => wrong(text.trim()) ?? true,
      ...(usual && { default: usual() }),
    })),
  );
}

function filled(text: string, flag: string): string {
  if (text.trim() === '') throw usageFault('usage', `${flag} is empty`, `give a name: ${flag} "Pat Boss"`);
  return text.trim();
}

/** A code has a digit or no small letter in it: a name that was given without one must not lose its first word to it. */
const PERSON = /^(?<code>\S*\d\S*|[^\s\p{Ll}]+)\s+(?<name>[^<>]*[^<>\s])(?:\s*<(?<email>[^<>]*)>)?$/u;

/** @throws Fault `usage` for anything but `CODE NAME <E-MAIL>`; the address may be left out */
function personIn(text: string): NewPerson {
  const { code, name, email } = PERSON.exec(text.trim())?.groups ?? {};
  const address = email === undefined ? null : singleAddress(email);
  if (code === undefined || name === undefined || (email !== undefined && address === null))
    throw usageFault(
      'usage',
      `--salesperson ${JSON.stringify(text)} is not a code, a name and an e-mail address`,
      'write it as --salesperson "1042 Dana Reyes <dana@example.com>"',
    );
  return { code, name, email: address };
}
