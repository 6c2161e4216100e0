/** `beback init`: makes the database and the settings of a store. */

import { dirname } from 'node:path';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { singleAddress } from '../../domain/mail-address.ts';
import {
  makeStore,
  type NewStore,
  refuseExistingStore,
  settingsOfNewStore,
} from '../../operations/make-store.ts';
import { oneLine, safeForTerminal } from '../../render/terminal-text.ts';
import { wrapped } from '../../render/wrapped.ts';
import { isTimeZone } from '../../settings/settings.ts';
import { askForStore, NOT_SAID } from '../ask-for-store.ts';
import type { Context } from '../context.ts';
import { isDataFolder } from '../paths.ts';
import { managerIn, nameProblem, salespersonIn } from '../store-flags.ts';

export interface InitFlags {
  readonly name?: string;
  readonly country?: string;
  readonly timezone?: string;
  readonly units?: 'miles' | 'km';
  readonly manager?: readonly string[];
  readonly salesperson?: readonly string[];
  readonly mailFrom?: string;
}

/** What a store cannot do without. */
interface Needed {
  readonly flag: 'name' | 'country' | 'timezone';
  readonly example: string;
  /** what is wrong with it; null for nothing */
  readonly wrong: (text: string) => string | null;
}

const NEEDED: readonly Needed[] = [
  { flag: 'name', example: '"Lakeside Motors"', wrong: nameProblem },
  {
    flag: 'country',
    example: 'US',
    wrong: (text) => (/^[A-Z]{2}$/i.test(text) ? null : 'must be two letters of ISO 3166'),
  },
  {
    flag: 'timezone',
    example: 'America/Chicago',
    wrong: (text) => (isTimeZone(text) ? null : 'is not an IANA time zone'),
  },
];

export async function runInit(context: Context, flags: InitFlags): Promise<number> {
  const { access, settingsPath, databasePath, terminal } = context;
  const place = { access, settingsPath, makesFolder: isDataFolder(dirname(settingsPath)) };
  refuseExistingStore(place);
  const store = await wholeStore(context, storeGiven(flags));
  if (store === null) return EXIT.interrupted;
  makeStore(place, store);
  if (context.json) context.printJson({ db: databasePath, config: settingsPath });
  else {
    context.tell(
      `${safeForTerminal(databasePath)}: the database\n${safeForTerminal(settingsPath)}: the settings\n`,
    );
    terminal.talk('Now the sales: beback import FILE\n');
  }
  return EXIT.done;
}

/** What flags say. @throws Fault `usage` naming the flag */
function storeGiven(flags: InitFlags): Partial<NewStore> {
  const { name, country, timezone, units, manager, salesperson, mailFrom } = flags;
  for (const needed of NEEDED) checkFlag(needed, flags[needed.flag]);
  return {
    ...(name !== undefined && { name }),
    ...(country !== undefined && { country: country.toUpperCase() }),
    ...(timezone !== undefined && { timezone }),
    ...(units !== undefined && { units }),
    ...(manager !== undefined && {
      managers: manager.map((text) =>
        read('--manager', text, managerIn, 'a name, with or without an address', MANAGER),
      ),
    }),
    ...(salesperson !== undefined && {
      salespeople: salesperson.map((text) =>
        read('--salesperson', text, salespersonIn, 'a code, a name and an e-mail address', SALESPERSON),
      ),
    }),
    ...(mailFrom !== undefined && {
      sender: read('--mail-from', mailFrom, singleAddress, 'one plain e-mail address', 'lists@example.com'),
    }),
  };
}

const MANAGER = '"Pat Boss <pat@example.com>"';
const SALESPERSON = '"1042 Dana Reyes <dana@example.com>"';

function checkFlag({ flag, example, wrong }: Needed, text: string | undefined): void {
  const why = text === undefined ? null : wrong(text);
  if (why !== null) throw usageFault('usage', `--${flag} ${text} ${why}`, `write it as --${flag} ${example}`);
}

function read<T>(
  flag: string,
  text: string,
  as: (text: string) => T | null,
  what: string,
  example: string,
): T {
  const value = as(text);
  if (value !== null) return value;
  throw usageFault(
    'usage',
    `${flag} ${JSON.stringify(text)} is not ${what}`,
    `write it as ${flag} ${example}`,
  );
}

/**
 * What is given, with what is asked for where something needed is missing; null when the person would rather not.
 * @throws Fault `usage` naming the flag where nobody can be asked
 */
async function wholeStore(context: Context, given: Partial<NewStore>): Promise<NewStore | null> {
  const { name, country, timezone } = given;
  if (name !== undefined && country !== undefined && timezone !== undefined)
    return { ...NOT_SAID, ...given, name, country, timezone };
  if (!context.terminal.canAsk || context.json) {
    const missing = NEEDED.filter(({ flag }) => given[flag] === undefined);
    throw usageFault(
      'usage',
      `a store needs ${missing.map(({ flag }) => `--${flag}`).join(', ')}`,
      `beback init ${NEEDED.map(({ flag, example }) => `--${flag} ${example}`).join(' ')}`,
    );
  }
  // what would stop it in the end is said before anything is asked
  context.access.refuseBadPlace();
  if (context.access.onDisk === null) void context.access.toRead;
  try {
    const store = await askForStore(given, (asked) => show(context, asked));
    if (store === null) context.terminal.complain(NOTHING_WRITTEN);
    return store;
  } catch (error) {
    // inquirer throws this on Ctrl-C at a question
    if (error instanceof Error && error.name === 'ExitPromptError')
      context.terminal.complain(`\n${NOTHING_WRITTEN}`);
    throw error;
  }
}

const NOTHING_WRITTEN = 'Nothing was written.\n';

/** As it is written; on a narrow terminal long remarks are broken between words. */
function show({ terminal, settingsPath, databasePath }: Context, store: NewStore): void {
  const width = process.stderr.columns || USUAL_WIDTH;
  const people = store.salespeople.map(
    ({ code, name, email }) => `  ${code} ${name}${email === null ? '' : ` <${email}>`}`,
  );
  const lines = [
    '',
    `${safeForTerminal(settingsPath)} will be:`,
    '',
    ...settingsOfNewStore(store).trimEnd().split('\n').map(oneLine),
    '',
    `Beside it the database ${safeForTerminal(databasePath)}${people.length === 0 ? '.' : ', with'}`,
    ...people.map(oneLine),
    '',
  ];
  terminal.complain(
    lines.map((line) => `${(line.length > width ? wrapped(line, width) : [line]).join('\n')}\n`).join(''),
  );
}
const USUAL_WIDTH = 80;
