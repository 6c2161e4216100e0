/** All commands on one screen; each is loaded only when it runs. */

import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { EXIT } from '../domain/fault.ts';
import { isCannotPrint, writeAll } from '../terminal/terminal.ts';
import { commandNamed, commandOf, refuseExcess, refuseOtherName, slipOf } from './command-slips.ts';
import type { Context, GlobalFlags, Manner } from './context.ts';
import { LIST_FORMATS } from './list-formats.ts';

/** What a command's module exports: it does the work and gives the exit code. */
type Run<A extends unknown[]> = (context: Context, ...args: A) => number | Promise<number>;

const EXIT_CODES = `
Exit codes: 0 done (an empty list is done), 1 could not, 2 wrong usage, 3 done but something needs a look,
75 try again later, 130 interrupted.`;

/** Printed with the command rather than read from the table: help loads nothing. */
const OUTCOMES_HELP = `
Outcomes, with their letters:
  t talked  a appointment  s sold  g greeted  n not-interested     the touches that are open are done
  v voicemail  x no-answer  b busy  p text  e email                a try: on the list again some days later
  w wrong-number       the number leaves every list, the customer stands under \`beback fixes\`
  c sold-the-car       no more touches for that car
  m moved-away         no touches until the next purchase
  d do-not-contact     blocked for good: calls, texts, e-mail and letters
  l letter                                                         recorded`;

const DONE_HELP = `
A contact counts for who made it, on the day it was made: a call by its channel, all else by its outcome (\`talks\` are
those of outcome talked). Promises, and what closed, count for whose customer it was on that day:
  kept      a promise that ended on a day asked for: somebody spoke with the customer, or \`promise done\`
  broken    a promise for a day asked for that stood at its end; kept later, it is also kept on that later day
  uncalled  a touch of which the last day was asked for and which was open at its end, with no try at all; not of
            customers who may not be called. Held back = a rule kept it off the list on that day (resting, snoozed …)
  given up  a touch with the last of its tries on a day asked for
Past days are told by what is known now to have been known then; wishes not to be called hold as they stand now.`;

export interface Program {
  readonly run: (argv: readonly string[]) => Promise<number>;
}

/** The command line as commander knows it. Building it opens and reads nothing. */
/** What a map can say, in one example. */
const MAP_HELP = `A layout nobody told beback about is read column by column. What is guessed wrong, or not at all, a map says:

  name = "my-dms"
  kind = "sales"
  date_order = "mdy"
  ignored = ["Call Result"]                 # never taken for anything
  [columns]                                 # only what is not guessed right
  deal_number = "Jacket"
  sold_on = ["Funded", "Signed"]            # the first one that is filled
  home_phone = { column = "Phone", occurrence = 2 }
  trade_vin_1 = { column = "Trade Info", part = "VIN:? *([A-Z0-9]{17})" }
  salesperson_1_name = { column = "User", where = { column = "Role", is = ["Sales"] }, name_order = "last-first" }
  [constants]                               # for every row
  condition = "used"
  [sections]                                # a line with one cell, for the rows under it
  "House units" = { sale_class = "internal" }
  [words.deal_type]
  "Z" = "lease"
  [words.refusal]
  "C" = "no"                                # in a do_not_… column; else = "yes" for any other filling

\`beback import --draft-map export.csv\` prints the guess as such a map. Use it: beback import --map my-dms.toml export.csv,
and with --save-map my-dms it is kept in the settings, where it is recognised by itself. part = 2 with separator = " - "
takes the second part of a cell. With header = false, columns are given by position: vin = 3.`;

const HANDOVER_HELP = `
Whoever bought together goes to one person, the first that is found:
  household  who looks after somebody of the same household who is not handed over
  credited   who shares the credit of their newest sale
  talked     who spoke last with anybody of the household, within a year
  even       who has the fewest customers with a car from us
The person is marked as gone from the day on, unless they have left or --stays is given. \`beback undo\` gives back what
was not given again since.`;

/** Of a command below another one too, which reads the flag first. */
const forWhomIn = (command: Command): string | undefined =>
  command.optsWithGlobals<{ readonly for?: string }>().for;

/** Neither help nor the version, which commander leaves the same way. */
const isSlip = (error: unknown): error is CommanderError =>
  error instanceof CommanderError && error.exitCode !== 0 && error.code !== 'commander.help';

export function buildProgram(): Program {
  let exit: number = EXIT.done;
  const program = new Command('beback');

  /** Loads the command's module, runs it, closes the store. */
  const runs =
    <A extends unknown[]>(load: () => Promise<Run<A>>, manner: Manner = {}) =>
    async (...args: [...A, Command]): Promise<void> => {
      const command = args.at(-1) as Command;
      refuseExcess(command);
      const [run, { Context }] = await Promise.all([load(), import('./context.ts')]);
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

  const assistantsToo = { assistantsToo: true };
  const FOR_WHOM = ['--for <name>', 'for assistants: for which salesperson, by name or code'] as const;

  /** An option that may be given again, each time to be kept. */
  const each = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];

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
    // both told in our own words
    .showSuggestionAfterError(false)
    .allowExcessArguments()
    .addHelpText('after', EXIT_CODES)
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
    .option('--as <name>', 'who is acting (default: $BEBACK_AS, the settings, your user name)');

  program.commandsGroup('Every day:');
  program
    .command('today')
    .description('who to call today, and why')
    .option('--for <name>', 'the list of one salesperson, by name or code; "house" for the house list')
    .option('--all', 'everybody, and the house list')
    .option('--limit <n>', 'calls a list, whatever the plan says; "none" for everybody who is due')
    .option(
      '--fill <n>',
      'where nobody waits, up to so many calls: customers not spoken with for the longest',
    )
    .addOption(
      new Option('--format <format>', 'how to print; "text" is a sheet for lp').choices(LIST_FORMATS),
    )
    .option('-o, --out <path>', 'into a file; a folder gets one file a salesperson')
    .option('--withheld', 'also who is due but not listed, and why')
    .action(runs(async () => (await import('./commands/today.ts')).runToday));
  program
    .command('work')
    .description('your calls one after the other on the whole screen; one key logs each')
    .option('--for <name>', 'the list of one salesperson, by name or code; "house" for the house list')
    .option('--limit <n>', 'so many calls, whatever the plan says; "none" for everybody who is due')
    .action(runs(async () => (await import('./commands/work.ts')).runWork));
  program
    .command('show')
    .description("a customer's card: phones, cars, deals, contacts, promises, what is next")
    .argument('<customer...>', 'id, phone, VIN or its end, deal number, or name')
    .action(runs(async () => (await import('./commands/show.ts')).runShow));
  program
    .command('find')
    .description(
      'customers by name, nickname, phone, VIN or its end, e-mail, deal, stock number, plate or id',
    )
    .argument('<text...>', 'what you have of it: the beginning of each word of a name is enough')
    .option('--limit <n>', 'at most so many customers', '20')
    .action(runs(async () => (await import('./commands/find.ts')).runFind));
  program
    .command('whose')
    .description('whose customer it is, and who else has a claim: to be read before anybody is greeted')
    .argument(
      '<text...>',
      'a phone, name, VIN or its last 6, plate, deal number, e-mail or id, theirs or their co-buyer’s',
    )
    .option('--limit <n>', 'at most so many customers', '20')
    .action(runs(async () => (await import('./commands/whose.ts')).runWhose));
  program
    .command('orphans')
    .description('customers with a car from us whom nobody looks after, whoever is due the soonest first')
    .addOption(
      new Option('--format <format>', 'how to print; "text" is a sheet for lp').choices([
        'table',
        'text',
        'csv',
        'json',
      ]),
    )
    .addHelpText('after', '\nExit code 3 when there are any.')
    .action(runs(async () => (await import('./commands/orphans.ts')).runOrphans));
  const cover = program
    .command('cover')
    .description('somebody is away: another makes their calls; on the day after the last they have them back')
    .argument('<name>', 'whose calls, by name or code')
    .option('--by <name>', 'who makes them')
    .option('--from <day>', 'the first day: YYYY-MM-DD, today, mon')
    .option('--to <day>', 'the last day')
    .option('--why <reason>', 'why')
    .action(runs(async () => (await import('./commands/cover.ts')).runCover));
  cover
    .command('end')
    .description('they are back before their time: yesterday was the last day; what had not begun is gone')
    .argument('<number>', 'its number, as `beback covers` prints it')
    .action(runs(async () => (await import('./commands/cover.ts')).runCoverEnd));
  program
    .command('covers')
    .description('who makes whose calls, now and to come')
    .action(runs(async () => (await import('./commands/cover.ts')).runCovers));
  program
    .command('why')
    .description('for one customer: every touch that is due, was, or will be, and by which rule')
    .argument('<customer...>', 'id, phone, VIN or its end, deal number, or name')
    .action(runs(async () => (await import('./commands/why.ts')).runWhy));
  program
    .command('log')
    .description('what came of a call')
    .argument(
      '[what...]',
      'customer and outcome (482 voicemail), or ids with letters as on the sheet ("482v 911t 77x")',
    )
    .option('-m, --note <text>', 'what was said')
    .option('--next <day>', 'be in touch again on that day: YYYY-MM-DD, +3d, 2w, tomorrow, fri')
    .option('--channel <way>', 'call, text, email, mail or visit, when it is not the usual one')
    .option(
      '--phone <digits>',
      'the number that is wrong, by its last digits (default: the one listed first)',
    )
    .option('--car <which>', 'the car that was sold, when there are several')
    .option(
      '--sheet <file>',
      'read back a list that was exported as CSV and filled in, saved as CSV or .xlsx; - reads standard input',
    )
    .option('--tab <name>', 'the sheet of that workbook, when it is not the first')
    .option(...FOR_WHOM)
    .addHelpText('after', OUTCOMES_HELP)
    .action(
      runs(async () => (await import('./commands/log.ts')).runLog, { looks: 'back', ...assistantsToo }),
    );
  program
    .command('undo')
    .description('take back the last thing I logged; the journal keeps the trace')
    .argument('[entry]', 'an entry of the journal instead, by its number')
    .option('--why <reason>', 'why')
    .action(runs(async () => (await import('./commands/undo.ts')).runUndo));
  program
    .command('note')
    .description('something worth remembering: family, pets, how they met us')
    .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
    .argument('<text...>', 'what to remember')
    .option(...FOR_WHOM)
    .action(runs(async () => (await import('./commands/note.ts')).runNote, assistantsToo));
  const promise = program
    .command('promise')
    .description(
      'a day on which we said we would be in touch: beback promise 482 "after tax season" --on 2027-04-20',
    )
    .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
    .argument('<text...>', 'what was promised')
    .option('--next <day>', 'the day promised, when --on is the day to act as')
    .option(...FOR_WHOM)
    .action(runs(async () => (await import('./commands/promise.ts')).runPromise, assistantsToo));
  promise
    .command('done')
    .description('a promise is done, or need not be kept any more')
    .argument('<number>', 'its number, as `beback promises` prints it')
    .option(...FOR_WHOM)
    .action(runs(async () => (await import('./commands/promise.ts')).runPromiseDone, assistantsToo));
  program
    .command('promises')
    .description('what was promised: broken, due today, still to come')
    .option('--for <name>', 'those of one salesperson, by name or code; "house" for the house')
    .option('--all', "everybody's")
    .action(runs(async () => (await import('./commands/promises.ts')).runPromises));
  program
    .command('done')
    .description('what was done, by person: calls, talks, appointments, promises; and what closed uncalled')
    .option('--from <day>', 'from that day on: YYYY-MM-DD, mon, -7d (default: the last day)')
    .option('--to <day>', 'up to that day (default: the day to act as)')
    .option('--for <name>', 'of one salesperson, by name or code; "house" for the house')
    .option('--all', 'of everybody')
    .addHelpText('after', DONE_HELP)
    .action(runs(async () => (await import('./commands/done.ts')).runDone));

  program.commandsGroup('What they look for, and what we have:');
  program
    .command('matches')
    .description('who wishes for a car that stands in the lot')
    .option('--for <name>', 'customers of one salesperson, by name or code; "house" for the house')
    .option('--all', "everybody's")
    .action(runs(async () => (await import('./commands/matches.ts')).runMatches));
  const wish = program
    .command('wish')
    .description('what a customer would like to drive next: beback wish 482 "for the twins" --model Pilot')
    .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
    .argument('<text...>', 'in their words')
    .option('--make <make>', 'such as Honda')
    .option('--model <model>', 'such as Pilot')
    .option('--year <years>', 'model years: 2021..2024, 2021.., 2023')
    .option('--price <amount>', 'at most')
    .option('--odometer <reading>', "at most, in the store's miles or km")
    .option('--condition <condition>', 'new or used')
    .option('--until <day>', 'the last day of it: YYYY-MM-DD, +6w (default: in 180 days)')
    .action(runs(async () => (await import('./commands/wish.ts')).runWish));
  wish
    .command('end')
    .description('they look for it no more')
    .argument('<id>', 'number of the wish, as `beback export wishes` has it')
    .action(runs(async () => (await import('./commands/wish.ts')).runWishEnd));
  const news = program
    .command('news')
    .description('what is new at the store, for whoever comes in')
    .action(runs(async () => (await import('./commands/news.ts')).runNews));
  news
    .command('add')
    .description('tell something new')
    .argument('<text...>', 'in your words')
    .option('--until <day>', 'the last day it is told: YYYY-MM-DD, +2w (default: until it is ended)')
    .action(runs(async () => (await import('./commands/news.ts')).runNewsAdd));
  news
    .command('end')
    .description('it is news no more')
    .argument('<id>', 'number of the news')
    .action(runs(async () => (await import('./commands/news.ts')).runNewsEnd));

  program.commandsGroup('Wishes and wrong numbers:');
  program
    .command('block')
    .description('a customer asked not to be contacted: for good, on every list')
    .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
    .argument('<channel...>', 'call, text, email, mail, or all')
    .option('--why <reason>', 'how they said it')
    .option(...FOR_WHOM)
    .action(runs(async () => (await import('./commands/block.ts')).runBlock, assistantsToo));
  program
    .command('turn-off')
    .description('touches a customer would rather not have, until they buy again')
    .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
    .option('--touch <id>', 'touches of this kind')
    .option('--car <which>', 'touches of this car, for good')
    .option('--all', 'every touch')
    .option('--why <reason>', 'why; required')
    .option(...FOR_WHOM)
    .action(runs(async () => (await import('./commands/turn-off.ts')).runTurnOff, assistantsToo));
  program
    .command('appointment')
    .description('what became of an appointment, where no file says it: showed, no-show, cancelled')
    .argument(
      '<id>',
      'its id in `beback export appointments`, or STORE/NUMBER (/90012 where the store has no name)',
    )
    .argument('<what>', 'showed, no-show or cancelled')
    .option('--why <reason>', 'how you know; required')
    .action(runs(async () => (await import('./commands/appointment.ts')).runAppointment));
  const fixes = program
    .command('fixes')
    .description('wrong numbers, bounced addresses, people nobody can reach; and how many can be')
    .option('--for <name>', 'those of one salesperson, by name or code; "house" for the house')
    .option('--all', "everybody's")
    .action(runs(async () => (await import('./commands/fixes.ts')).runFixes));
  fixes
    .command('set')
    .description('put a number or an e-mail address right')
    .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
    .option('--phone <number>', 'the right number')
    .option('--kind <kind>', 'cell, home or work (default: cell)')
    .option('--email <address>', 'the right address')
    .option(...FOR_WHOM)
    .action(runs(async () => (await import('./commands/fixes.ts')).runFixesSet, assistantsToo));
  fixes
    .command('bounced')
    .description('mail to this address came back')
    .argument('<address>', 'the e-mail address')
    .option('--why <reason>', 'what the mail server said')
    .action(runs(async () => (await import('./commands/fixes.ts')).runFixesBounced));
  const journal = program
    .command('journal')
    .description('everything that was done, by whom and when')
    .argument('[customer]', 'of one customer')
    .option('--limit <n>', 'at most so many (default 50)')
    .action(runs(async () => (await import('./commands/journal.ts')).runJournal));
  journal
    .command('verify')
    .description('whether nothing in it was changed, put in or taken out')
    .option('--entries <n>', 'the number of an earlier day, as the digest gave it')
    .option('--head <hex>', 'the head of that day')
    .action(runs(async () => (await import('./commands/journal.ts')).runJournalVerify));

  program.commandsGroup('Whose customers:');
  program
    .command('give')
    .description('customers are somebody else’s from now on, or the house’s')
    .argument(
      '<customer...>',
      'each an id, phone, VIN or its end, deal number, or name; quote what has blanks',
    )
    .requiredOption('--to <name>', 'who looks after them now, by name or code; "house" for the house')
    .requiredOption('--why <reason>', 'why; it is kept in the journal')
    .option('-n, --dry-run', 'only tell who would go from whom to whom')
    .action(runs(async () => (await import('./commands/give.ts')).runGive));
  program
    .command('handover')
    .description('the customers of somebody who leaves go to others, evenly or to one')
    .argument('<name>', 'whose customers, by name or code')
    .option('--to <name>', 'all to this salesperson')
    .option('--even', 'to whoever knows them, else to who has the fewest (default)')
    .option('--among <names>', 'only these receive, separated by commas (default: everybody who is here)')
    .option('--stays', 'the person does not leave')
    .option('--why <reason>', 'why; it is kept in the journal')
    .option('-o, --out <folder>', 'a sheet to print for each who receives: phones, cars, notes, promises')
    .option('-n, --dry-run', 'only tell who would go to whom, and why')
    .addHelpText('after', HANDOVER_HELP)
    .action(runs(async () => (await import('./commands/handover.ts')).runHandover));

  program.commandsGroup('Every month:');
  program
    .command('import')
    .description(
      'take in exports of the DMS (sales, repair orders, appointments, inventory) or the do-not-call registry',
    )
    .argument(
      '<file...>',
      'CSV files and Excel workbooks (.xlsx); - reads standard input; with --move-to also folders',
    )
    .addOption(
      new Option('--kind <kind>', 'what the files hold').choices([
        'sales',
        'repair-orders',
        'appointments',
        'inventory',
        'do-not-call',
      ]),
    )
    .option('--layout <name>', 'read it as this layout (see `beback layouts`)')
    .option('--map <file>', 'read it by this map; what the map does not name is guessed')
    .option(
      '--draft-map',
      'print what each column is taken for, as a map to be put right; nothing is imported',
    )
    .option(
      '--save-map <name>',
      'keep the map in the settings when all went in, so that the next file is read by itself',
    )
    .addOption(new Option('--date-order <order>', 'how its dates are written').choices(['mdy', 'dmy', 'ymd']))
    .option('--encoding <name>', 'its character set, when it is not recognised')
    .option('--delimiter <char>', 'what separates its columns, when it is not recognised; "tab" for a tab')
    .option('--sheet <name>', 'the sheet of a workbook, when it is not the first that is not hidden')
    .option('-n, --dry-run', 'do everything, then take it back: the report without the change')
    .option(
      '--replace',
      "a copy of the do-not-call registry may take more than 5 % of an area code's numbers out, a list of the stock lack more than half of the cars",
    )
    .option(
      '--move-to <folder>',
      'each file for itself, oldest first; those that went in move there, refused ones stay, and so does what was written to in the last minute',
    )
    .addHelpText(
      'after',
      '\nA copy of the do-not-call registry is taken for one when its header or its file name says so (dnc, do not call), else\nwith --kind do-not-call. `beback undo` takes it back.',
    )
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
    .option('--fields', 'the fields a column can be mapped to, and what is known to be no refusal')
    .addHelpText('after', `\n${MAP_HELP}`)
    .action(runs(async () => (await import('./commands/layouts.ts')).runLayouts));

  program
    .command('letters')
    .description('letters to whoever a touch is due for: ready to print, or a merge file')
    .requiredOption('--touch <id>', 'the touch they are for (see `beback plan`)')
    .option('--for <name>', 'only the customers of one salesperson, by name or code; "house"')
    .addOption(
      new Option('--format <format>', 'html: a letter a page; csv: a merge file').choices(['csv', 'html']),
    )
    .option('--template <file>', 'your own text instead of the one that comes with beback')
    .option('-o, --out <file>', 'into a file')
    .option('--limit <n>', 'letters a salesperson, whatever the plan says; "none" for everybody')
    .option('--again', 'also whoever has had theirs')
    .option('-n, --dry-run', 'write them without logging them as sent')
    .action(runs(async () => (await import('./commands/letters.ts')).runLetters));

  program.commandsGroup('By e-mail:');
  program
    .command('send')
    .description('mail every salesperson today’s list, and managers a digest; what is done is not sent again')
    .option('--for <name>', 'only the list of one salesperson, by name or code')
    .option('-n, --dry-run', 'write the mails as .eml files instead')
    .option('-o, --out <folder>', 'where --dry-run writes (default: mail-DAY)')
    .option('--test-to <address>', 'send everything to this address instead, marked as a test')
    .option('--resend', 'also what was sent, or refused, already')
    .option('--fail-if-stale <days>', 'exit 3 when no export was imported for so many days')
    .addHelpText(
      'after',
      '\nThe settings say how, and switch it on:\n\n  [mail]\n  enabled = true\n  from = "lists@lakeside.example"\n  host = "smtp.lakeside.example"       # or sendmail = "/usr/sbin/sendmail"\n  user = "lists"\n  password_file = "/home/beback/smtp"  # mode 0600; or password_command, or BEBACK_MAIL_PASSWORD\n  managers = ["boss@lakeside.example"] # get a digest\n  sheet = true                         # the printable sheet goes along\n  answers = true                       # answers are read with `beback read-mail`: the mail says how\n  # also: reply_to, port, security ("tls", "starttls"), ca_file, timeout_seconds, message_domain\n  # programs and secrets are left alone where others can write them, or the settings: chmod go-w\n\n  [calendar]\n  business_days = ["mon", "tue", "wed", "thu", "fri", "sat"]\n  holidays = ["2026-12-25"]\n  days_off = { "1042" = ["2026-12-24"] }\n\nFrom cron, twice for good measure; what is done is not done again:\n\n  30 7,8 * * * beback --quiet send',
    )
    .action(runs(async () => (await import('./commands/send.ts')).runSend));
  const sent = program
    .command('sent')
    .description('which mails went out, and which are in doubt')
    .option('--days <n>', 'of so many days (default: 7)')
    .action(runs(async () => (await import('./commands/sent.ts')).runSent));
  sent
    .command('settle')
    .description('decide a mail in doubt: did it arrive?')
    .argument('<id>', 'number of the mail')
    .option('--as <outcome>', '"sent", or "failed": then the next run tries again')
    // the program has a flag of that name and reads it first
    .hook('preAction', (_, settle) => {
      settle.setOptionValue('as', program.opts<GlobalFlags>().as);
      program.setOptionValue('as', undefined);
    })
    .action(runs(async () => (await import('./commands/sent.ts')).runSentSettle));

  program
    .command('read-mail')
    .description('log what salespeople answered to their mailed lists: 482v 911t')
    .argument('<mail...>', 'a mail (.eml), a Maildir, a folder of mails, or - for standard input')
    .addHelpText(
      'after',
      '\nAn answer counts when it comes from the address the list was sent to and belongs to that mail, and it counts once.\nIt is logged on the day it was written. Every line but greetings and thanks that says nothing of a call is named.\nOf a mail that answers no list only the head is looked at; an answer of more than 8 MB is refused.\nWho wrote a mail is only as sure as your mail server makes it: read mail that it took in itself.',
    )
    .action(runs(async () => (await import('./commands/read-mail.ts')).runReadMail));

  program.commandsGroup('By itself:');
  program
    .command('runs')
    .description('what ran by itself: when, what it did, how it went')
    .option('--limit <n>', 'at most so many (default 30)')
    .action(runs(async () => (await import('./commands/runs.ts')).runRuns));
  const cron = program.command('cron').description('running by itself every day');
  cron
    .command('example')
    .description('lines for your crontab')
    .action(runs(async () => (await import('./commands/cron.ts')).runCronExample));

  program.commandsGroup('The store:');
  program
    .command('init')
    .description('make the database and the settings of a store; asks for what is not given')
    .option('--name <text>', 'what it is called')
    .option('--country <code>', 'ISO 3166, such as US: how phones and dates are written')
    .option('--timezone <zone>', 'IANA, such as America/Chicago: when a new day begins')
    .addOption(
      new Option('--units <units>', 'of odometers (default: as the country has it)').choices(['miles', 'km']),
    )
    .option('--manager <name>', 'who acts without selling; may be given again', each)
    .option('--salesperson <person>', '"CODE NAME <E-MAIL>"; may be given again', each)
    .action(runs(async () => (await import('./commands/init.ts')).runInit));
  program
    .command('config')
    .description('the settings in force, and where each comes from')
    .argument('[key]', 'only this one (store.country), or those of a table (store)')
    .action(runs(async () => (await import('./commands/config.ts')).runConfig));
  const salespeople = program
    .command('salespeople')
    .description('who sells here, and who left')
    .action(runs(async () => (await import('./commands/salespeople.ts')).runSalespeople));
  const changes = (command: Command): Command =>
    command
      .option('--code <code>', 'employee number or code')
      .option('--email <address>', 'where the list is sent; "" takes it away')
      .option('--left <day>', 'first day no longer here: YYYY-MM-DD, today, fri; "" brings them back')
      .option('--alias <spelling...>', 'another code or spelling in the exports that is the same person')
      .option('--merge', 'also where sales stand under that spelling: they become one person for good');
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
  plan
    .command('forecast')
    .description('how many customers the plan brings to whom, day by day, from the day acted as')
    .option('--days <n>', 'so many days, the first among them (default: 91)')
    .option('--plan <file>', 'the [plan] and [[touch]] of this file, instead of those in force')
    .option('--for <name>', 'of one salesperson, by name or code; "house" for the house')
    .addHelpText(
      'after',
      `
Counted are customers for whom something opens on a day, and those of whom something is due, whatever was said to them before;
who may not be called is left out. Cars, owners and blocks are as the first day knows them. A customer who is not reached at
once takes more than one call.`,
    )
    .action(runs(async () => (await import('./commands/plan-forecast.ts')).runPlanForecast));

  const law = program
    .command('law')
    .description('until when and at what hours customers may be called')
    .addHelpText(
      'after',
      '\nbeback keeps a table of calling rules with the source and the day of each. It may be wrong or out of date: nothing here\nis legal advice.',
    )
    .action(runs(async () => (await import('./commands/law.ts')).runLawShow));
  law
    .command('show')
    .description('the rules in force, what the store adds to them, and the do-not-call registry on file')
    .option('--all', 'the rules of every country in the table, not only of ours')
    .action(runs(async () => (await import('./commands/law.ts')).runLawShow));

  program.commandsGroup('Your data:');
  program
    .command('export')
    .description('everything beback knows, as CSV or JSON')
    .argument(
      '<what>',
      'sales, customers, vehicles, salespeople, owners, contacts, promises, blocks, notes, turn-offs, wishes, stock, repair-orders or appointments; for the telephone: calendar or vcard',
    )
    .addOption(new Option('--format <format>', 'how to write it').choices(['csv', 'json']))
    .option('--for <name>', 'calendar, vcard: whose customers, by name or code; "house"')
    .option('--days <n>', 'calendar: how many days ahead (default: 30)')
    .option('-o, --out <file>', 'into a file')
    .action(runs(async () => (await import('./commands/export.ts')).runExport));
  program
    .command('backup')
    .description('a checked copy of the database, with the settings beside it')
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
      // looked at only to see whether there is a command; the days of --on are collected by the parsing proper
      program.setOptionValue('on', undefined);
      const [first, ...more] = operands;
      if (operands.length + unknown.length === 0) await start({}, program);
      else if (first === 'help') commandNamed(program, more).outputHelp();
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
