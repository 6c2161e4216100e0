/** Runs a command that cron may have started, and leaves a line about it in the log of runs. */

import { EXIT, Fault } from '../domain/fault.ts';
import { finishRun, type StartedRun, startRun } from '../store/runs.ts';
import { asSqliteFault } from '../store/store-fault.ts';
import type { Context } from './context.ts';

export interface RunResult {
  readonly exit: number;
  /** what was done, in numbers */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * A store that is not there yet gets its line only when the run has made it: a mistake must not leave a database behind.
 * A fault in the settings is a run that went wrong like any other. The work does not end half way because nobody reads
 * what it prints (`| head`). Gives the exit code.
 */
export async function recordedRun(
  context: Context,
  command: string,
  run: () => Promise<RunResult>,
): Promise<number> {
  context.terminal.outliveReader();
  const startedAt = new Date().toISOString();
  const begin = (): StartedRun | null => {
    const { storeOnDisk: db } = context;
    return db && startRun(db, { command, by: context.actorWhateverSettings, started_at: startedAt });
  };
  let started = begin();
  const end = (exit: number, counts: RunResult['counts'] | null, fault: string | null): void => {
    started ??= begin();
    const { storeOnDisk: db } = context;
    if (db === null || started === null) return;
    const finished = { finished_at: new Date().toISOString(), exit_code: exit, counts, fault };
    finishRun(db, started, finished);
  };
  try {
    void context.settings;
    const { exit, counts } = await run();
    end(exit, counts, null);
    return exit;
  } catch (thrown) {
    const error = asSqliteFault(thrown, context.databasePath);
    const known = error instanceof Fault ? error : null;
    end(known?.exit ?? EXIT.failed, null, known?.code ?? 'unexpected');
    throw error;
  }
}
