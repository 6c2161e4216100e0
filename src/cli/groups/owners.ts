/** Whose customers they are. */

import type { Group } from './group.ts';

const HANDOVER_HELP = `
Whoever bought together goes to one person, the first that is found:
  household  who looks after somebody of the same household who is not handed over
  credited   who shares the credit of their newest sale
  talked     who spoke last with anybody of the household, within a year
  even       who has the fewest customers with a car from us
The person is marked as gone from the day on, unless they have left or --stays is given. \`beback undo\` gives back what
was not given again since.`;

export const owners: Group = {
  heading: 'Whose customers:',
  commands: {
    give: (command, runs) =>
      command
        .description('customers are somebody else’s from now on, or the house’s')
        .argument(
          '<customer...>',
          'each an id, phone, VIN or its end, deal number, or name; quote what has blanks',
        )
        .requiredOption('--to <name>', 'who looks after them now, by name or code; "house" for the house')
        .requiredOption('--why <reason>', 'why; it is kept in the journal')
        .option('-n, --dry-run', 'only tell who would go from whom to whom')
        .action(runs(async () => (await import('../commands/give.ts')).runGive)),
    handover: (command, runs) =>
      command
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
        .action(runs(async () => (await import('../commands/handover.ts')).runHandover)),
  },
};
