/** The service drive: what is agreed at the delivery, and what comes of it in the workshop. */

import { type Command, Option } from 'commander';
import { LANE_FORMATS } from '../list-formats.ts';
import type { Group } from './group.ts';

const LANE_HELP = `
Greeting is logged as a call is: beback log 482 greeted --pitched --from-advisor "Jo Park"; hello for a word in passing.
Whoever was asked about their next car is not asked again for a while ([lane] pitch_rest = "300d"). Exit 3: the schedule is
not that of the day; what is known is printed all the same.`;

export const serviceDrive: Group = {
  heading: 'The service drive:',
  commands: {
    lane: (command, runs) =>
      command
        .description('who of our customers is in the building today: whom to greet, and what there is to say')
        .option('--for <name>', 'of one salesperson or whoever stands in for them, by name or code; "house"')
        .option('--all', "everybody's")
        .option('--ungreeted', 'only customers of ours whom nobody has greeted and who have not gone')
        .option('--service', 'for advisors: with a case, a promise, or somebody here to hand them over to')
        .addOption(
          new Option('--format <format>', 'how to print; "text" is a sheet for lp').choices(LANE_FORMATS),
        )
        .option('-o, --out <path>', 'into a file; a folder gets one file a salesperson')
        .addHelpText('after', LANE_HELP)
        .action(runs(async () => (await import('../commands/lane.ts')).runLane)),
    delivered: (command, runs) =>
      command
        .description('at the delivery: the buyer met the workshop, the first service is set')
        .argument('<deal>', 'deal number, or VIN')
        .option('--introduced', 'they were introduced to the workshop')
        .option('--advisor <name>', 'to whom; who looks after them there')
        .option('--first-service <day>', 'when it is: YYYY-MM-DD or YYYY-MM-DDTHH:MM, 11/25/2026 8:30, +6m')
        .option('--not', 'what was said of an introduction and a day is taken back')
        .action(runs(async () => (await import('../commands/first-service.ts')).runDelivered)),
    'first-service': (command, runs) =>
      command
        .description(
          'cars sold lately: who was introduced, whose first service is set, who came, who missed it',
        )
        .option('--for <name>', 'the customers and the sales of one salesperson, by name or code; "house"')
        .option('--all', "everybody's")
        .option('--from <day>', 'sold from this day on (default: 180 days back)')
        .option('--to <day>', 'sold up to this day (default: today)')
        .action(runs(async () => (await import('../commands/first-service.ts')).runFirstService)),
    case: (command, runs) => {
      command.description(
        'a customer is about to leave us: what was heard, offered and promised, until it is put right',
      );
      command
        .command('open')
        .description('beback case open 482 "kept three days, no call" --severity high --own "Maria Delgado"')
        .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
        .argument('<headline...>', 'what it is about, in one line')
        .addOption(
          new Option('--severity <severity>', 'how bad it is')
            .choices(['low', 'normal', 'high'])
            .default('normal'),
        )
        .option('--own <name>', 'who takes it on: a salesperson, or somebody of [people] in the settings')
        .option('--ro <number>', 'the repair order it is about')
        .option('--sale <deal>', 'the deal it is about')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseOpen));
      const caseCommand = (name: string, description: string): Command =>
        command
          .command(name)
          .description(description)
          .argument('<id>', 'number of the case, as `beback cases` prints it');
      caseCommand('note', "what they said, in the customer's words")
        .option('--situation <text>', 'what happened')
        .option('--needs <text>', 'what they need')
        .option('--limits <text>', 'what they would not accept')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseNote));
      caseCommand('offer', 'what we offered')
        .argument('<text...>', 'in your words')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseOffer));
      caseCommand('promise', 'what we promised, and for when')
        .argument('<text...>', 'in your words')
        .requiredOption('--due <day>', 'the day it is promised for: YYYY-MM-DD, today, fri, +2d')
        .action(runs(async () => (await import('../commands/case.ts')).runCasePromise));
      caseCommand('kept', 'a promise was kept')
        .argument('<n>', 'number of the promise, as `beback case show` has it')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseKept));
      caseCommand('update', 'we told the customer how it stands')
        .argument('<text...>', 'what was told')
        .option('--cc <text>', 'who else was told')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseUpdate));
      caseCommand('met', 'the customer met somebody about it')
        .argument('<name...>', 'whom')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseMet));
      caseCommand('amounts', 'what the work came to: before, and in the end')
        .option('--before <amount>', 'such as 250')
        .option('--after <amount>', 'such as 5,000')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseAmounts));
      caseCommand('own', 'somebody takes it on')
        .argument('<name...>', 'a salesperson, by name or code, or somebody of [people] in the settings')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseOwn));
      caseCommand(
        'close',
        'it is over; but for withdrawn ones only with situation, needs, limits and an apology',
      )
        .addOption(
          new Option('--outcome <outcome>', 'how it ended')
            .choices(['recovered', 'unresolved', 'withdrawn'])
            .makeOptionMandatory(),
        )
        .option('--apologised', 'we have apologised')
        .action(runs(async () => (await import('../commands/case.ts')).runCaseClose));
      caseCommand('reopen', 'it is not over after all').action(
        runs(async () => (await import('../commands/case.ts')).runCaseReopen),
      );
      caseCommand('show', 'the whole of a case').action(
        runs(async () => (await import('../commands/case.ts')).runCaseShow),
      );
    },
    cases: (command, runs) =>
      command
        .description('the open cases, the most urgent first: late ones, then by the day to answer by')
        .option('--for <name>', 'those of one person, by name or code; "house" for the house')
        .option('--all', "everybody's")
        .option('--closed', 'those that are closed instead')
        .action(runs(async () => (await import('../commands/cases.ts')).runCases)),
  },
};
