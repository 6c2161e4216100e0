/** Runs the program once: the one place that turns an error into words and an exit code. */

import { CommanderError } from 'commander';
import { EXIT, Fault } from '../domain/fault.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import { wrapped } from '../render/wrapped.ts';
import { isTerminal } from '../terminal/is-terminal.ts';
import { tidyOnSignals } from '../terminal/signals.ts';
import { OutputClosed, writeTalk } from '../terminal/terminal.ts';
import { buildProgram } from './program.ts';

/** @param argv as `process.argv`; returns the exit code */
export async function runProgram(argv: readonly string[]): Promise<number> {
  tidyOnSignals();
  try {
    return await buildProgram().run(argv);
  } catch (error) {
    return explain(error, argv.includes('--json'));
  }
}

function explain(error: unknown, json: boolean): number {
  if (error instanceof OutputClosed) return EXIT.done;
  // help was asked for, or a command that is none by itself was answered with its help
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  // inquirer throws this on Ctrl-C at a question
  if (error instanceof Error && error.name === 'ExitPromptError') return EXIT.interrupted;
  const fault = error instanceof Fault ? error : unexpected(error);
  say(fault, json);
  if (process.env.BEBACK_DEBUG && error instanceof Error) writeTalk(`${error.stack}\n`);
  return fault.exit;
}

function unexpected(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  return new Fault(`something went wrong that should not: ${message}`, {
    code: 'unexpected',
    hint: 'run it again with BEBACK_DEBUG=1 and send us what it prints',
    cause: error,
  });
}

function say(fault: Fault, json: boolean): void {
  if (json) {
    const { code, message, hint } = fault;
    writeTalk(`${JSON.stringify({ error: { code, message, hint: hint ?? null } })}\n`);
    return;
  }
  const lines = `beback: ${fault.message}`.split('\n').map(safeForTerminal);
  const hint = fault.hint ? [`try: ${safeForTerminal(fault.hint)}`] : [];
  writeTalk([...lines, ...hint].map((line) => `${onScreen(line)}\n`).join(''));
}

/** On a terminal a long line is broken between words; a short one is left as it is laid out. */
function onScreen(line: string): string {
  const columns = isTerminal(2) ? process.stderr.columns : 0;
  if (!columns || line.length <= columns) return line;
  return wrapped(line, columns).join('\n');
}
