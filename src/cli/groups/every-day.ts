/** The day of a salesperson: who to call, what came of it, what was promised. */

import { Option } from 'commander';
import { LIST_FORMATS } from '../list-formats.ts';
import { ASSISTANTS_TOO, FOR_WHOM, type Group } from './group.ts';

/** Printed with the command rather than read from the table: help loads nothing. */
const OUTCOMES_HELP = `
Outcomes, with their letters:
  t talked  a appointment  s sold  g greeted  n not-interested     the touches that are open are done
  v voicemail  x no-answer  b busy  p text  e email                a try: on the list again some days later
  w wrong-number       the number leaves every list, the customer stands under \`beback fixes\`
  c sold-the-car       no more touches for that car
  m moved-away         no touches until the next purchase
  d do-not-contact     blocked for good: calls, texts, e-mail and letters
  l letter  h hello                                                recorded: said in passing, say by a mechanic`;

const DONE_HELP = `
A contact counts for who made it, on the day it was made: a call by its channel, all else by its outcome (\`talks\` are
those of outcome talked). Promises, and what closed, count for whose customer it was on that day:
  kept      a promise that ended on a day asked for: somebody spoke with the customer, or \`promise done\`
  broken    a promise for a day asked for that stood at its end; kept later, it is also kept on that later day
  uncalled  a touch of which the last day was asked for and which was open at its end, with no try at all; not of
            customers who may not be called. Held back = a rule kept it off the list on that day (resting, snoozed …)
  given up  a touch with the last of its tries on a day asked for
Past days are told by what is known now to have been known then; wishes not to be called hold as they stand now.`;

export const everyDay: Group = {
  heading: 'Every day:',
  commands: {
    today: (command, runs) =>
      command
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
        .action(runs(async () => (await import('../commands/today.ts')).runToday)),
    work: (command, runs) =>
      command
        .description('your calls one after the other on the whole screen; one key logs each')
        .option('--for <name>', 'the list of one salesperson, by name or code; "house" for the house list')
        .option('--limit <n>', 'so many calls, whatever the plan says; "none" for everybody who is due')
        .action(runs(async () => (await import('../commands/work.ts')).runWork)),
    show: (command, runs) =>
      command
        .description("a customer's card: phones, cars, deals, contacts, promises, what is next")
        .argument('<customer...>', 'id, phone, VIN or its end, deal number, or name')
        .action(runs(async () => (await import('../commands/show.ts')).runShow)),
    find: (command, runs) =>
      command
        .description(
          'customers by name, nickname, phone, VIN or its end, e-mail, deal, stock number, plate or id',
        )
        .argument('<text...>', 'what you have of it: the beginning of each word of a name is enough')
        .option('--limit <n>', 'at most so many customers', '20')
        .action(runs(async () => (await import('../commands/find.ts')).runFind)),
    whose: (command, runs) =>
      command
        .description('whose customer it is, and who else has a claim: to be read before anybody is greeted')
        .argument(
          '<text...>',
          'a phone, name, VIN or its last 6, plate, deal number, e-mail or id, theirs or their co-buyer’s',
        )
        .option('--limit <n>', 'at most so many customers', '20')
        .action(runs(async () => (await import('../commands/whose.ts')).runWhose)),
    orphans: (command, runs) =>
      command
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
        .action(runs(async () => (await import('../commands/orphans.ts')).runOrphans)),
    cover: (command, runs) => {
      command
        .description(
          'somebody is away: another makes their calls; on the day after the last they have them back',
        )
        .argument('<name>', 'whose calls, by name or code')
        .option('--by <name>', 'who makes them')
        .option('--from <day>', 'the first day: YYYY-MM-DD, today, mon')
        .option('--to <day>', 'the last day')
        .option('--why <reason>', 'why')
        .action(runs(async () => (await import('../commands/cover.ts')).runCover));
      command
        .command('end')
        .description(
          'they are back before their time: yesterday was the last day; what had not begun is gone',
        )
        .argument('<number>', 'its number, as `beback covers` prints it')
        .action(runs(async () => (await import('../commands/cover.ts')).runCoverEnd));
    },
    covers: (command, runs) =>
      command
        .description('who makes whose calls, now and to come')
        .action(runs(async () => (await import('../commands/cover.ts')).runCovers)),
    why: (command, runs) =>
      command
        .description('for one customer: every touch that is due, was, or will be, and by which rule')
        .argument('<customer...>', 'id, phone, VIN or its end, deal number, or name')
        .action(runs(async () => (await import('../commands/why.ts')).runWhy)),
    log: (command, runs) =>
      command
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
        .option('--pitched', 'who was met was asked about their next car')
        .option('--from-advisor <name>', 'the service advisor who handed them over')
        .option(
          '--sheet <file>',
          'read back a list that was exported as CSV and filled in, saved as CSV or .xlsx; - reads standard input',
        )
        .option('--tab <name>', 'the sheet of that workbook, when it is not the first')
        .option(...FOR_WHOM)
        .addHelpText('after', OUTCOMES_HELP)
        .action(
          runs(async () => (await import('../commands/log.ts')).runLog, { looks: 'back', ...ASSISTANTS_TOO }),
        ),
    undo: (command, runs) =>
      command
        .description('take back the last thing I logged; the journal keeps the trace')
        .argument('[entry]', 'an entry of the journal instead, by its number')
        .option('--why <reason>', 'why')
        .action(runs(async () => (await import('../commands/undo.ts')).runUndo)),
    note: (command, runs) =>
      command
        .description('something worth remembering: family, pets, how they met us')
        .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
        .argument('<text...>', 'what to remember')
        .option(...FOR_WHOM)
        .action(runs(async () => (await import('../commands/note.ts')).runNote, ASSISTANTS_TOO)),
    promise: (command, runs) => {
      command
        .description(
          'a day on which we said we would be in touch: beback promise 482 "after tax season" --on 2027-04-20',
        )
        .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
        .argument('<text...>', 'what was promised')
        .option('--next <day>', 'the day promised, when --on is the day to act as')
        .option(...FOR_WHOM)
        .action(runs(async () => (await import('../commands/promise.ts')).runPromise, ASSISTANTS_TOO));
      command
        .command('done')
        .description('a promise is done, or need not be kept any more')
        .argument('<number>', 'its number, as `beback promises` prints it')
        .option(...FOR_WHOM)
        .action(runs(async () => (await import('../commands/promise.ts')).runPromiseDone, ASSISTANTS_TOO));
    },
    promises: (command, runs) =>
      command
        .description('what was promised: broken, due today, still to come')
        .option('--for <name>', 'those of one salesperson, by name or code; "house" for the house')
        .option('--all', "everybody's")
        .action(runs(async () => (await import('../commands/promises.ts')).runPromises)),
    done: (command, runs) =>
      command
        .description(
          'what was done, by person: calls, talks, appointments, promises; and what closed uncalled',
        )
        .option('--from <day>', 'from that day on: YYYY-MM-DD, mon, -7d (default: the last day)')
        .option('--to <day>', 'up to that day (default: the day to act as)')
        .option('--for <name>', 'of one salesperson, by name or code; "house" for the house')
        .option('--all', 'of everybody')
        .addHelpText('after', DONE_HELP)
        .action(runs(async () => (await import('../commands/done.ts')).runDone)),
  },
};
