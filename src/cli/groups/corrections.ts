/** Refusals, wrong numbers, and the journal of all that was done. */

import { ASSISTANTS_TOO, FOR_WHOM, type Group } from './group.ts';

export const corrections: Group = {
  heading: 'Wishes and wrong numbers:',
  commands: {
    block: (command, runs) =>
      command
        .description('a customer asked not to be contacted: for good, on every list')
        .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
        .argument('<channel...>', 'call, text, email, mail, or all')
        .option('--why <reason>', 'how they said it')
        .option(...FOR_WHOM)
        .action(runs(async () => (await import('../commands/block.ts')).runBlock, ASSISTANTS_TOO)),
    'turn-off': (command, runs) =>
      command
        .description('touches a customer would rather not have, until they buy again')
        .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
        .option('--touch <id>', 'touches of this kind')
        .option('--car <which>', 'touches of this car, for good')
        .option('--all', 'every touch')
        .option('--why <reason>', 'why; required')
        .option(...FOR_WHOM)
        .action(runs(async () => (await import('../commands/turn-off.ts')).runTurnOff, ASSISTANTS_TOO)),
    appointment: (command, runs) =>
      command
        .description('what became of an appointment, where no file says it: showed, no-show, cancelled')
        .argument(
          '<id>',
          'its id in `beback export appointments`, or STORE/NUMBER (/90012 where the store has no name)',
        )
        .argument('<what>', 'showed, no-show or cancelled')
        .option('--why <reason>', 'how you know; required')
        .action(runs(async () => (await import('../commands/appointment.ts')).runAppointment)),
    fixes: (command, runs) => {
      command
        .description('wrong numbers, bounced addresses, people nobody can reach; and how many can be')
        .option('--for <name>', 'those of one salesperson, by name or code; "house" for the house')
        .option('--all', "everybody's")
        .action(runs(async () => (await import('../commands/fixes.ts')).runFixes));
      command
        .command('set')
        .description('put a number or an e-mail address right')
        .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
        .option('--phone <number>', 'the right number')
        .option('--kind <kind>', 'cell, home or work (default: cell)')
        .option('--email <address>', 'the right address')
        .option(...FOR_WHOM)
        .action(runs(async () => (await import('../commands/fixes.ts')).runFixesSet, ASSISTANTS_TOO));
      command
        .command('bounced')
        .description('mail to this address came back')
        .argument('<address>', 'the e-mail address')
        .option('--why <reason>', 'what the mail server said')
        .action(runs(async () => (await import('../commands/fixes.ts')).runFixesBounced));
    },
    journal: (command, runs) => {
      command
        .description('everything that was done, by whom and when')
        .argument('[customer]', 'of one customer')
        .option('--limit <n>', 'at most so many (default 50)')
        .action(runs(async () => (await import('../commands/journal.ts')).runJournal));
      command
        .command('verify')
        .description('whether nothing in it was changed, put in or taken out')
        .option('--entries <n>', 'the number of an earlier day, as the digest gave it')
        .option('--head <hex>', 'the head of that day')
        .action(runs(async () => (await import('../commands/journal.ts')).runJournalVerify));
    },
  },
};
