/** What customers look for, and what stands in the lot. */

import type { Group } from './group.ts';

export const wishesAndStock: Group = {
  heading: 'What they look for, and what we have:',
  commands: {
    matches: (command, runs) =>
      command
        .description('who wishes for a car that stands in the lot')
        .option('--for <name>', 'customers of one salesperson, by name or code; "house" for the house')
        .option('--all', "everybody's")
        .action(runs(async () => (await import('../commands/matches.ts')).runMatches)),
    wish: (command, runs) => {
      command
        .description(
          'what a customer would like to drive next: beback wish 482 "for the twins" --model Pilot',
        )
        .argument('<customer>', 'id, phone, VIN or its end, deal number, or name')
        .argument('<text...>', 'in their words')
        .option('--make <make>', 'such as Honda')
        .option('--model <model>', 'such as Pilot')
        .option('--year <years>', 'model years: 2021..2024, 2021.., 2023')
        .option('--price <amount>', 'at most')
        .option('--odometer <reading>', "at most, in the store's miles or km")
        .option('--condition <condition>', 'new or used')
        .option('--until <day>', 'the last day of it: YYYY-MM-DD, +6w (default: in 180 days)')
        .action(runs(async () => (await import('../commands/wish.ts')).runWish));
      command
        .command('end')
        .description('they look for it no more')
        .argument('<id>', 'number of the wish, as `beback export wishes` has it')
        .action(runs(async () => (await import('../commands/wish.ts')).runWishEnd));
    },
    news: (command, runs) => {
      command
        .description('what is new at the store, for whoever comes in')
        .action(runs(async () => (await import('../commands/news.ts')).runNews));
      command
        .command('add')
        .description('tell something new')
        .argument('<text...>', 'in your words')
        .option('--until <day>', 'the last day it is told: YYYY-MM-DD, +2w (default: until it is ended)')
        .action(runs(async () => (await import('../commands/news.ts')).runNewsAdd));
      command
        .command('end')
        .description('it is news no more')
        .argument('<id>', 'number of the news')
        .action(runs(async () => (await import('../commands/news.ts')).runNewsEnd));
    },
  },
};
