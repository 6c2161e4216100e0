/** The command line: the flags of every command, the groups of commands, and how one runs. */

import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { EXIT } from '../domain/fault.ts';
import { isCannotPrint, writeAll } from '../terminal/terminal.ts';
import { commandOf, refuseExcess, refuseOtherName, slipOf } from './command-slips.ts';
import type { GlobalFlags, Manner } from './context.ts';
import { byItself } from './groups/by-itself.ts';
import { commandLine } from './groups/command-line.ts';
import { corrections } from './groups/corrections.ts';
import { data } from './groups/data.ts';
import { everyDay } from './groups/every-day.ts';
import { each, type Run, type Runs } from './groups/group.ts';
import { imports } from './groups/imports.ts';
import { mail } from './groups/mail.ts';
import { owners } from './groups/owners.ts';
import { serviceDrive } from './groups/service-drive.ts';
import { store } from './groups/store.ts';
import { wishesAndStock } from './groups/wishes-and-stock.ts';
import { optimiseLater } from './optimise-later.ts';

/** In the order of the help. */
const GROUPS = [
  everyDay,
  wishesAndStock,
  serviceDrive,
  corrections,
  owners,
  imports,
  mail,
  byItself,
  store,
  data,
  commandLine,
];

const GUIDES = `
Guides: beback help salesperson, manager, import, settings, plan, mail, cron, whose, service, stock, cases, law, journal,
exit-codes

Exit codes: 0 done (an empty list is done), 1 could not, 2 wrong usage, 3 done but something needs a look,
75 try again later, 130 interrupted.`;

const HELP_FLAGS: ReadonlySet<string> = new Set(['-h', '--help']);

export interface Program {
  readonly run: (argv: readonly string[]) => Promise<number>;
  /** with all its commands, as it is described: flags, arguments, what they are for */
  readonly described: () => Command;
}

/** Of a command below another one too, which reads the flag first. */
const forWhomIn = (command: Command): string | undefined =>
  command.optsWithGlobals<{ readonly for?: string }>().for;

/** Neither help nor the version, which commander leaves the same way. */
const isSlip = (error: unknown): error is CommanderError =>
  error instanceof CommanderError && error.exitCode !== 0 && error.code !== 'commander.help';

/** The command line as commander knows it. Building it opens and reads nothing. */
export function buildProgram(): Program {
  let exit: number = EXIT.done;

  /** Loads the command's module, runs it, closes the store. */
  const runs: Runs =
    <A extends unknown[]>(load: () => Promise<Run<A>>, manner: Manner = {}) =>
    async (...args: [...A, Command]) => {
      const command = args.at(-1) as Command;
      refuseExcess(command);
      const [run, { Context }] = await Promise.all([load(), import('./context.ts')]);
      if (!manner.takesLong) optimiseLater();
      const context = new Context(program.opts<GlobalFlags>(), manner, forWhomIn(command));
      try {
        exit = await run(context, ...(args.slice(0, -1) as unknown as A));
      } catch (error) {
        // what was logged is logged, whether or not it could be told
        if (!(isCannotPrint(error) && context.access.hasWritten)) throw context.access.explained(error);
        context.terminal.complain(`beback: the work is done, but ${error.message}\n`);
        exit = EXIT.needsLook;
      } finally {
        context.close();
      }
    };

  /** @param only the one command to describe; without it, all */
  const describe = (program: Command, only?: string): Command => {
    for (const { heading, commands } of GROUPS) {
      program.commandsGroup(heading);
      for (const [name, describeCommand] of Object.entries(commands))
        if (only === undefined || name === only) describeCommand(program.command(name), runs, described);
    }
    return program;
  };

  const described = (): Command => describe(withFlags(new Command('beback')));
  const program = withFlags(new Command('beback'));
  const start = runs(async () => (await import('./commands/start.ts')).runStart);

  return {
    described,
    run: async (argv) => {
      const { operands, unknown } = program.parseOptions(argv.slice(2));
      // looked at only to see whether there is a command; the days of --on are collected by the parsing proper
      program.setOptionValue('on', undefined);
      const [first, ...more] = operands;
      const asksForHelp = unknown.some((flag) => HELP_FLAGS.has(flag));
      // describing all of them takes a quarter of what starting the program does
      if (first !== undefined && isCommand(first)) describe(program, first);
      else if (first !== undefined || asksForHelp) describe(program);
      if (asksForHelp) (await import('./help/teaching-help.ts')).teach(program);
      if (operands.length + unknown.length === 0) await start({}, program);
      else if (first === 'help') (await import('./help/help.ts')).help(program, more);
      else {
        if (first !== undefined) refuseOtherName(first);
        await program.parseAsync(argv).catch((error: unknown) => {
          throw isSlip(error) ? slipOf(error, commandOf(program, operands)) : error;
        });
      }
      return exit;
    },
  };
}

const isCommand = (name: string): boolean => GROUPS.some(({ commands }) => Object.hasOwn(commands, name));

/** The flags every command has, and how it all is said. */
function withFlags(program: Command): Command {
  return (
    program
      .description(
        'Keep in touch with the customers you have sold to: who should hear from us today, and why.',
      )
      .version(packageJson.version, '-V, --version', 'print the version')
      .helpOption('-h, --help', 'help for a command')
      .configureHelp({ showGlobalOptions: true })
      .exitOverride()
      .configureOutput({
        writeOut: (text) => writeAll(1, text),
        writeErr: (text) => writeAll(2, text),
        outputError: () => {},
      })
      // both told in our own words
      .showSuggestionAfterError(false)
      .allowExcessArguments()
      .addHelpText('after', GUIDES)
      .option('--db <file>', 'the database (default: $BEBACK_DB, else beback.db in your data folder)')
      .option('--config <file>', 'the settings (default: the database with .toml for .db)')
      .option(
        '--on <day>',
        'the day to act as: YYYY-MM-DD, today, tomorrow, fri, +3d, 2w (default: today)',
        each,
      )
      .option('--json', 'print one JSON document')
      .option('-q, --quiet', 'say nothing when all went well')
      .addOption(new Option('--color', 'colour even in a pipe').hideHelp())
      .option('--no-color', 'no colour')
      .option('--as <name>', 'who is acting (default: $BEBACK_AS, the settings, your user name)')
  );
}
