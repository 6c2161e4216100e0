/** What runs without anybody. */

import type { Group } from './group.ts';

export const byItself: Group = (program, runs) => {
  program.commandsGroup('By itself:');
  program
    .command('runs')
    .description('what ran by itself: when, what it did, how it went')
    .option('--limit <n>', 'at most so many (default 30)')
    .action(runs(async () => (await import('../commands/runs.ts')).runRuns));
  const cron = program.command('cron').description('running by itself every day');
  cron
    .command('example')
    .description('lines for your crontab')
    .action(runs(async () => (await import('../commands/cron.ts')).runCronExample));
};
