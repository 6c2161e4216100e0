/**
 * The log of runs: when each began and ended, what it did in numbers, how it went.
 * A run that finds the database in use to its very end leaves its line in a file beside it, for the next one to write in.
 */

import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import type { Store } from './engine/store.ts';
import { allowTrying, fileOf, isCopy } from './engine/store-copy.ts';

export interface Run {
  readonly id: number;
  readonly command: string;
  readonly started_at: string;
  /** null: it is still going on, or died */
  readonly finished_at: string | null;
  readonly by: string;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly exit_code: number | null;
  /** the code of the fault it stopped with */
  readonly fault: string | null;
}

/** A log line must not keep anybody waiting for a writer. */
const PATIENCE_MS = 250;

export type RunStart = Pick<Run, 'command' | 'started_at' | 'by'>;
export type RunEnd = Pick<Run, 'finished_at' | 'counts' | 'exit_code' | 'fault'>;

/** Without an id its beginning is not on record: the database was in use. */
export type StartedRun = RunStart & { readonly id: number | null };

/** Notes the beginning. */
export function startRun(db: Store, run: RunStart): StartedRun {
  const unfinished = { ...run, id: null, finished_at: null, counts: null, exit_code: null, fault: null };
  return { ...run, id: briefly(db, () => write(db, unfinished)) };
}

/** Notes the end. Appended, as several runs may miss the database at once; a line before it that a full disk cut stays apart. */
export function finishRun(db: Store, run: StartedRun, end: RunEnd): void {
  const finished = { ...run, ...end };
  if (briefly(db, () => write(db, finished)) === null)
    appendFileSync(missedRunsOf(db), `\n${JSON.stringify(finished)}\n`, { mode: 0o600 });
}

/** The newest first. */
export function listRuns(db: Store, limit: number): Run[] {
  if (existsSync(missedRunsOf(db))) {
    allowTrying(db);
    briefly(db, () => takeInMissedRuns(db));
  }
  return db
    .prepare<[number], Omit<Run, 'counts'> & { counts: string | null }>(
      'SELECT * FROM run ORDER BY started_at DESC, id DESC LIMIT ?',
    )
    .all(limit)
    .map((run) => ({
      ...run,
      counts: run.counts === null ? null : (JSON.parse(run.counts) as Record<string, number>),
    }));
}

const missedRunsOf = (db: Store): string => `${fileOf(db)}-missed-runs`;

/** Holds the database meanwhile, so that nobody else does the same. */
function takeInMissedRuns(db: Store): void {
  db.transaction(() => {
    const file = missedRunsOf(db);
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const run = missedRun(line);
      if (run !== null) write(db, run);
    }
    // a copy is gone with the command: the next run writes them in
    if (!isCopy(db)) rmSync(file);
  }).immediate();
}

/** null for a line that a full disk cut: that run said itself that its record could not be written */
function missedRun(line: string): (StartedRun & RunEnd) | null {
  try {
    return JSON.parse(line) as StartedRun & RunEnd;
  } catch {
    return null;
  }
}

/** Adds the run, or brings the one of that id up to date; gives its id. */
const write = (db: Store, { counts, ...run }: StartedRun & RunEnd): number =>
  Number(
    db
      .prepare(
        `INSERT INTO run (id, command, started_at, finished_at, by, counts, exit_code, fault)
         VALUES (:id, :command, :started_at, :finished_at, :by, :counts, :exit_code, :fault)
         ON CONFLICT (id) DO UPDATE SET finished_at = excluded.finished_at, counts = excluded.counts,
           exit_code = excluded.exit_code, fault = excluded.fault`,
      )
      .run({ ...run, counts: counts === null ? null : JSON.stringify(counts) }).lastInsertRowid,
  );

function briefly<T>(db: Store, write: () => T): T | null {
  const patience = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma(`busy_timeout = ${PATIENCE_MS}`);
  try {
    return write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}
