/** The log of runs: when each began and ended, what it did in numbers, how it went. */

import type { Store } from './open-store.ts';

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

/** Notes the beginning; null when the database is in use, for the run itself will say so. */
export function startRun(
  db: Store,
  run: { readonly command: string; readonly by: string; readonly at: string },
): number | null {
  return briefly(db, () =>
    Number(
      db.prepare('INSERT INTO run (command, started_at, by) VALUES (:command, :at, :by)').run(run)
        .lastInsertRowid,
    ),
  );
}

export function finishRun(
  db: Store,
  id: number,
  end: {
    readonly at: string;
    readonly exit: number;
    readonly counts: Readonly<Record<string, number>> | null;
    readonly fault: string | null;
  },
): void {
  briefly(db, () =>
    db
      .prepare(
        'UPDATE run SET finished_at = :at, exit_code = :exit, counts = :counts, fault = :fault WHERE id = :id',
      )
      .run({ ...end, id, counts: end.counts === null ? null : JSON.stringify(end.counts) }),
  );
}

/** The newest first. */
export const listRuns = (db: Store, limit: number): Run[] =>
  db
    .prepare<[number], Omit<Run, 'counts'> & { counts: string | null }>(
      'SELECT * FROM run ORDER BY id DESC LIMIT ?',
    )
    .all(limit)
    .map((run) => ({
      ...run,
      counts: run.counts === null ? null : (JSON.parse(run.counts) as Record<string, number>),
    }));

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
