/** The service drive: what is agreed at the delivery, and what comes of it in the workshop. */

import type { Group } from './group.ts';

export const serviceDrive: Group = (program, runs) => {
  program.commandsGroup('The service drive:');
  program
    .command('delivered')
    .description('at the delivery: the buyer met the workshop, the first service is set')
    .argument('<deal>', 'deal number, or VIN')
    .option('--introduced', 'they were introduced to the workshop')
    .option('--advisor <name>', 'to whom; who looks after them there')
    .option('--first-service <day>', 'when it is: YYYY-MM-DD or YYYY-MM-DDTHH:MM, 11/25/2026 8:30, +6m')
    .option('--not', 'what was said of an introduction and a day is taken back')
    .action(runs(async () => (await import('../commands/first-service.ts')).runDelivered));
  program
    .command('first-service')
    .description('cars sold lately: who was introduced, whose first service is set, who came, who missed it')
    .option('--for <name>', 'the customers and the sales of one salesperson, by name or code; "house"')
    .option('--all', "everybody's")
    .option('--from <day>', 'sold from this day on (default: 180 days back)')
    .option('--to <day>', 'sold up to this day (default: today)')
    .action(runs(async () => (await import('../commands/first-service.ts')).runFirstService));
};
