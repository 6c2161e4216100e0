/** What runs without anybody. */

import type { Group } from './group.ts';

export const byItself: Group = {
  heading: 'By itself:',
  commands: {
    runs: (command, runs) =>
      command
        .description('what ran by itself: when, what it did, how it went')
        .option('--limit <n>', 'at most so many (default 30)')
        .action(runs(async () => (await import('../commands/runs.ts')).runRuns)),
    cron: (command, runs) => {
      command.description('running by itself every day');
      command
        .command('example')
        .description('lines for your crontab')
        .action(runs(async () => (await import('../commands/cron.ts')).runCronExample));
    },
  },
};
