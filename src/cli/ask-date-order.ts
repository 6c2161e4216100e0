/** Asking, on a terminal, which of day and month comes first in the dates of an export. */

import { basename } from 'node:path';
import type { DatesInDoubt } from '../operations/import/prepared-file.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { DateOrder } from '../values/dates.ts';

const LONGEST_EXAMPLE = 24;

/** Asks for the first file that leaves it open; the others of the same run are written the same way. */
export function dateOrderAsked(): (name: string, dates: DatesInDoubt) => Promise<DateOrder | null> {
  let known: DateOrder | null = null;
  return async (name, { columns, examples }) => {
    known ??= await asked(name, columns, examples);
    return known;
  };
}

async function asked(
  name: string,
  columns: readonly string[],
  examples: readonly string[],
): Promise<DateOrder> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  const [example = ''] = examples;
  const where = `${columns.join(', ')} of ${basename(name)}`;
  const { order } = await prompt<{ order: DateOrder }>([
    {
      type: 'select',
      name: 'order',
      message: safeForTerminal(`How is ${example.slice(0, LONGEST_EXAMPLE)} written? (${where})`),
      choices: [
        { name: 'month first: 12/31/2025', value: 'mdy' },
        { name: 'day first: 31/12/2025', value: 'dmy' },
        { name: 'year first: 25/12/31', value: 'ymd' },
      ],
    },
  ]);
  return order;
}
