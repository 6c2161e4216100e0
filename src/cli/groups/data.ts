/** What is carried out of the store. */

import { Option } from 'commander';
import { type Group, TAKES_LONG } from './group.ts';

export const data: Group = {
  heading: 'Your data:',
  commands: {
    export: (command, runs) =>
      command
        .description('everything beback knows, as CSV or JSON')
        .argument(
          '<what>',
          'sales, customers, vehicles, salespeople, owners, contacts, promises, blocks, notes, turn-offs, wishes, cases, stock, repair-orders, appointments or deliveries; for the telephone: calendar or vcard',
        )
        .addOption(new Option('--format <format>', 'how to write it').choices(['csv', 'json']))
        .option('--for <name>', 'calendar, vcard: whose customers, by name or code; "house"')
        .option('--days <n>', 'calendar: how many days ahead (default: 30)')
        .option('-o, --out <file>', 'into a file')
        .action(runs(async () => (await import('../commands/export.ts')).runExport, TAKES_LONG)),
    backup: (command, runs) =>
      command
        .description('a checked copy of the database, with the settings beside it')
        .argument('<file>', 'where to put it')
        .action(runs(async () => (await import('../commands/backup.ts')).runBackup, TAKES_LONG)),
    doctor: (command, runs) =>
      command
        .description('is everything in order?')
        .action(runs(async () => (await import('../commands/doctor.ts')).runDoctor, TAKES_LONG)),
  },
};
