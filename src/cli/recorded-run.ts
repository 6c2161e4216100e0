/** Runs a command that cron may have started, and leaves a line about it in the log of runs. */

import { EXIT, Fault } from '../domain/fault.ts';
import { systemInWords } from '../files/cannot-write.ts';
import { beginRun, endRun } from '../operations/run-log.ts';
import type { Session } from '../operations/session.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Context } from './context.ts';

export interface RunResult {
  readonly exit: number;
  /** what was done, in numbers */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * A store that is not there yet gets its line only when the run has made it: a mistake must not leave a database behind.
 * A fault in the settings is a run that went wrong like any other. The work does not end half way because nobody reads
 * what it prints (`| head`), nor does work that is done fail because its record or its report cannot be written: that
 * needs a look. Gives the exit code.
 */
export async function recordedRun(
  context: Context,
  command: string,
  run: () => Promise<RunResult>,
): Promise<number> {
  const { terminal, access } = context;
  terminal.outliveReader();
  const startedAt = new Date().toISOString();
  const begin = (db: Session['store']) =>
    beginRun(db, { command, by: context.actingName.whateverSettings, started_at: startedAt });
  const beforehand = access.onDisk;
  let started = beforehand && recorded(() => begin(beforehand)).value;
  /** what kept the end from being recorded, or null */
  const end = (exit: number, counts: RunResult['counts'] | null, fault: string | null): unknown =>
    recorded(() => {
      const { onDisk: db } = access;
      if (db === null) return;
      started ??= begin(db);
      endRun(db, started, { finished_at: new Date().toISOString(), exit_code: exit, counts, fault });
    }).error;
  const look = (exit: number, trouble: string): number => {
    terminal.complain(`beback: ${safeForTerminal(trouble)}\n`);
    return exit === EXIT.done ? EXIT.needsLook : exit;
  };
  try {
    void context.settings;
    const { exit: exitOfWork, counts } = await run();
    const unprinted = terminal.unprinted();
    const exit =
      unprinted === null ? exitOfWork : look(exitOfWork, `the work is done, but ${unprinted.message}`);
    const error = end(exit, counts, null);
    if (error === null) return exit;
    return look(exit, `the work is done, but its record could not be written: ${inWords(error, access)}`);
  } catch (thrown) {
    const error = access.explained(thrown);
    const known = error instanceof Fault ? error : null;
    // what went wrong is told, whether or not it can be recorded
    end(known?.exit ?? EXIT.failed, null, known?.code ?? 'unexpected');
    throw error;
  }
}

type Recorded<T> =
  | { readonly value: T; readonly error: null }
  | { readonly value: null; readonly error: unknown };

function recorded<T>(note: () => T): Recorded<T> {
  try {
    return { value: note(), error: null };
  } catch (error) {
    return { value: null, error };
  }
}

function inWords(error: unknown, access: Context['access']): string {
  const fault = access.explained(error);
  return fault instanceof Fault ? fault.message : (systemInWords(error) ?? String(error));
}
