/** All commands on one screen; each is loaded only when it runs. */

import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { EXIT } from '../domain/fault.ts';
import type { Context, GlobalFlags } from './context.ts';
import { writeAll } from './terminal.ts';

/** What a command's module exports: it does the work and gives the exit code. */
type Run<A extends unknown[]> = (context: Context, ...args: A) => number | Promise<number>;

const EXIT_CODES = `
Exit codes: 0 done (an empty list is done), 1 could not, 2 wrong usage, 3 done but something needs a look,
75 try again later, 130 interrupted.`;

export interface Program {
  readonly run: (argv: readonly string[]) => Promise<number>;
}

/** The command line as commander knows it. Building it opens and reads nothing. */
export function buildProgram(): Program {
  let exit: number = EXIT.done;
  const program = new Command('beback');

  /** Loads the command's module, runs it, closes the store. */
  const runs =
    <A extends unknown[]>(load: () => Promise<Run<A>>) =>
    async (...args: [...A, Command]): Promise<void> => {
      const [run, { Context }] = await Promise.all([load(), import('./context.ts')]);
      const context = new Context(program.opts<GlobalFlags>());
      try {
        exit = await run(context, ...(args.slice(0, -1) as unknown as A));
      } finally {
        context.close();
      }
    };

  program
    .description('Keep in touch with the customers you have sold to: who should hear from us today, and why.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'help for a command')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => writeAll(1, text),
      writeErr: (text) => writeAll(2, text),
      outputError: () => {},
    })
    .showSuggestionAfterError()
    .addHelpText('after', EXIT_CODES)
    .option('--db <file>', 'the database (default: $BEBACK_DB, else beback.db in your data folder)')
    .option('--config <file>', 'the settings (default: the database with .toml for .db)')
    .option('--on <day>', 'the day to act as, YYYY-MM-DD (default: today)')
    .option('--json', 'print one JSON document')
    .option('-q, --quiet', 'no talk on stderr but errors')
    .addOption(new Option('--color', 'colour even in a pipe').hideHelp())
    .option('--no-color', 'no colour')
    .option('--as <name>', 'who is acting (default: $BEBACK_AS, the settings, your user name)');

  program.commandsGroup('Every day:');
  program
    .command('today')
    .description('who to call today, and why')
    .option('--for <name>', 'the list of one salesperson, by name or code; "house" for the house list')
    .option('--all', 'everybody, and the house list')
    .option('--limit <n>', 'at most so many calls a list')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'csv', 'json', 'html', 'ics']),
    )
    .option('-o, --out <path>', 'into a file; a folder gets one file a salesperson')
    .option('--withheld', 'also who is due but not listed, and why')
    .action(runs(async () => (await import('./commands/today.ts')).runToday));
  program
    .command('work')
    .description('your calls one after the other on the whole screen; one key logs each')
    .option('--for <name>', 'the list of one salesperson, by name or code; "house" for the house list')
    .action(runs(async () => (await import('./commands/work.ts')).runWork));
  program
    .command('why')
    .description('for one customer: every touch that is due, was, or will be, and by which rule')
    .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
    .action(runs(async () => (await import('./commands/why.ts')).runWhy));

  program.commandsGroup('Every month:');
  program
    .command('import')
    .description('take in exports of the DMS: sales, repair orders, appointments')
    .argument('<file...>', 'CSV files; - reads standard input')
    .addOption(
      new Option('--kind <kind>', 'what the files hold').choices(['sales', 'repair-orders', 'appointments']),
    )
    .option('--layout <name>', 'read it as this layout (see `beback layouts`)')
    .option('--map <file>', 'read it by this map')
    .addOption(new Option('--date-order <order>', 'how its dates are written').choices(['mdy', 'dmy', 'ymd']))
    .option('--encoding <name>', 'its character set, when it is not recognised')
    .option('--delimiter <char>', 'what separates its columns, when it is not recognised; "tab" for a tab')
    .option('-n, --dry-run', 'do everything, then take it back: the report without the change')
    .action(runs(async () => (await import('./commands/import.ts')).runImport));
  const imports = program
    .command('imports')
    .description('what was imported')
    .action(runs(async () => (await import('./commands/imports.ts')).runImports));
  imports
    .command('show')
    .description('one import: its rows with problems, rejected ones with their text')
    .argument('<id>', 'number of the import')
    .action(runs(async () => (await import('./commands/imports.ts')).runImportsShow));
  program
    .command('layouts')
    .description('the export layouts beback knows, and how to describe another')
    .option('--fields', 'the fields a column can be mapped to')
    .addHelpText(
      'after',
      '\nA layout nobody told beback about is read column by column. When that fails, write a map:\n\n  name = "my-dms"\n  kind = "sales"\n  date_order = "mdy"\n  [columns]\n  deal_number = "Jacket"\n  sold_on = ["Funded", "Signed"]   # the first one that is filled\n  full_name = "Purchaser"\n  [words.deal_type]\n  "Z" = "lease"\n\nand use it: beback import --map my-dms.toml export.csv. With header = false, columns are given by position: vin = 3.\nAs [[layout]] in the settings it is recognised by itself.',
    )
    .action(runs(async () => (await import('./commands/layouts.ts')).runLayouts));

  program.commandsGroup('The store:');
  const salespeople = program
    .command('salespeople')
    .description('who sells here, and who left')
    .action(runs(async () => (await import('./commands/salespeople.ts')).runSalespeople));
  const changes = (command: Command): Command =>
    command
      .option('--code <code>', 'employee number or code')
      .option('--email <address>', 'where the list is sent; "" takes it away')
      .option('--left <day>', 'first day no longer here, YYYY-MM-DD; "" brings them back')
      .option('--alias <spelling...>', 'another code or spelling in the exports that is the same person');
  changes(
    salespeople.command('add').description('add a salesperson').argument('<name>', 'as it should be printed'),
  ).action(runs(async () => (await import('./commands/salespeople.ts')).runSalespeopleAdd));
  changes(
    salespeople
      .command('set')
      .description('change a salesperson: e-mail, left, name, other codes and spellings')
      .argument('<who>', 'name or code')
      .option('--name <name>', 'as it should be printed'),
  ).action(runs(async () => (await import('./commands/salespeople.ts')).runSalespeopleSet));
  const plan = program
    .command('plan')
    .description('the touch plan in force')
    .action(runs(async () => (await import('./commands/plan.ts')).runPlan));
  plan
    .command('check')
    .description('is the plan well written?')
    .action(runs(async () => (await import('./commands/plan.ts')).runPlanCheck));
  plan
    .command('init')
    .description('write the shipped plan into the settings, to be edited')
    .action(runs(async () => (await import('./commands/plan.ts')).runPlanInit));
  plan
    .command('show')
    .description('the calendar of one deal, past and to come')
    .argument('<deal>', 'deal number, or VIN')
    .action(runs(async () => (await import('./commands/plan.ts')).runPlanShow));

  program.commandsGroup('Your data:');
  program
    .command('export')
    .description('everything beback knows, as CSV or JSON')
    .argument('<what>', 'sales, customers, vehicles, salespeople, contacts, repair-orders or appointments')
    .addOption(new Option('--format <format>', 'how to write it').choices(['csv', 'json']))
    .option('-o, --out <file>', 'into a file')
    .action(runs(async () => (await import('./commands/export.ts')).runExport));
  program
    .command('backup')
    .description('a checked copy of the database')
    .argument('<file>', 'where to put it')
    .action(runs(async () => (await import('./commands/backup.ts')).runBackup));
  program
    .command('doctor')
    .description('is everything in order?')
    .action(runs(async () => (await import('./commands/doctor.ts')).runDoctor));

  const start = runs(async () => (await import('./commands/start.ts')).runStart);

  return {
    run: async (argv) => {
      const { operands, unknown } = program.parseOptions(argv.slice(2));
      if (operands.length + unknown.length === 0) await start({}, program);
      else await program.parseAsync(argv);
      return exit;
    },
  };
}
