/** The store itself: settings, people, plan, law. */

import { type Command, Option } from 'commander';
import { each, type Group, TAKES_LONG } from './group.ts';

export const store: Group = {
  heading: 'The store:',
  commands: {
    init: (command, runs) =>
      command
        .description('make the database and the settings of a store; asks for what is not given')
        .option('--name <text>', 'what it is called')
        .option('--country <code>', 'ISO 3166, such as US: how phones and dates are written')
        .option('--timezone <zone>', 'IANA, such as America/Chicago: when a new day begins')
        .addOption(
          new Option('--units <units>', 'of odometers (default: as the country has it)').choices([
            'miles',
            'km',
          ]),
        )
        .option(
          '--manager <person>',
          '"NAME" or "NAME <E-MAIL>": who acts without selling; may be given again',
          each,
        )
        .option('--salesperson <person>', '"CODE NAME <E-MAIL>"; may be given again', each)
        .option('--mail-from <address>', 'who will send the daily mails; sending stays switched off')
        .action(runs(async () => (await import('../commands/init.ts')).runInit)),
    config: (command, runs) =>
      command
        .description('the settings in force, and where each comes from')
        .argument('[key]', 'only this one (store.country), or those of a table (store)')
        .action(runs(async () => (await import('../commands/config.ts')).runConfig)),
    salespeople: (command, runs) => {
      command
        .description('who sells here, and who left')
        .action(runs(async () => (await import('../commands/salespeople.ts')).runSalespeople));
      const changes = (command: Command): Command =>
        command
          .option('--code <code>', 'employee number or code')
          .option('--email <address>', 'where the list is sent; "" takes it away')
          .option('--left <day>', 'first day no longer here: YYYY-MM-DD, today, fri; "" brings them back')
          .option('--alias <spelling...>', 'another code or spelling in the exports that is the same person')
          .option('--merge', 'also where sales stand under that spelling: they become one person for good');
      changes(
        command.command('add').description('add a salesperson').argument('<name>', 'as it should be printed'),
      ).action(runs(async () => (await import('../commands/salespeople.ts')).runSalespeopleAdd));
      changes(
        command
          .command('set')
          .description('change a salesperson: e-mail, left, name, other codes and spellings')
          .argument('<who>', 'name or code')
          .option('--name <name>', 'as it should be printed'),
      ).action(runs(async () => (await import('../commands/salespeople.ts')).runSalespeopleSet));
    },
    plan: (command, runs) => {
      command
        .description('the touch plan in force')
        .action(runs(async () => (await import('../commands/plan.ts')).runPlan));
      command
        .command('check')
        .description('is the plan well written?')
        .action(runs(async () => (await import('../commands/plan.ts')).runPlanCheck));
      command
        .command('init')
        .description('write the shipped plan into the settings, to be edited')
        .action(runs(async () => (await import('../commands/plan.ts')).runPlanInit));
      command
        .command('show')
        .description('the calendar of one deal, past and to come')
        .argument('<deal>', 'deal number, or VIN')
        .action(runs(async () => (await import('../commands/plan.ts')).runPlanShow));
      command
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
        .action(runs(async () => (await import('../commands/plan-forecast.ts')).runPlanForecast, TAKES_LONG));
    },
    law: (command, runs) => {
      command
        .description('until when and at what hours customers may be called')
        .addHelpText(
          'after',
          '\nbeback keeps a table of calling rules with the source and the day of each. It may be wrong or out of date: nothing here\nis legal advice.',
        )
        .action(runs(async () => (await import('../commands/law.ts')).runLawShow));
      command
        .command('show')
        .description('the rules in force, what the store adds to them, and the do-not-call registry on file')
        .option('--all', 'the rules of every country in the table, not only of ours')
        .action(runs(async () => (await import('../commands/law.ts')).runLawShow));
    },
  },
};
