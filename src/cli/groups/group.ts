/** Commands that stand together in the help, and what they are put on the program with. */

import type { Command } from 'commander';
import type { Context, Manner } from '../context.ts';

/** What a command's module exports: it does the work and gives the exit code. */
export type Run<A extends unknown[]> = (context: Context, ...args: A) => number | Promise<number>;

/** Makes of a command's module what commander calls: it loads the module, runs it, closes the store. */
export type Runs = <A extends unknown[]>(
  load: () => Promise<Run<A>>,
  manner?: Manner,
) => (...args: [...A, Command]) => Promise<void>;

/** Each module is loaded only when its command runs. */
export type Group = (program: Command, runs: Runs) => void;

export const ASSISTANTS_TOO = { assistantsToo: true } as const;
export const FOR_WHOM = ['--for <name>', 'for assistants: for which salesperson, by name or code'] as const;

/** An option that may be given again, each time to be kept. */
export const each = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];
