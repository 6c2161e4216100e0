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

/**
 * Describes a command: flags, arguments, what is below it, and the module that does the work, loaded only when it runs.
 * @param whole the program with all its commands, for what tells of them
 */
type Describe = (command: Command, runs: Runs, whole: () => Command) => void;

/** Only the command that was named is described, unless all are asked for. */
export interface Group {
  /** above its commands in the help */
  readonly heading: string;
  /** by name, in the order of the help */
  readonly commands: Readonly<Record<string, Describe>>;
}

export const ASSISTANTS_TOO = { assistantsToo: true } as const;
export const TAKES_LONG = { takesLong: true } as const;
export const FOR_WHOM = ['--for <name>', 'for assistants: for which salesperson, by name or code'] as const;

/** An option that may be given again, each time to be kept. */
export const each = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];
