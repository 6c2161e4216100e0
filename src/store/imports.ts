/** What was imported, and what was wrong with it. */

import { type Day, dayInZone } from '../domain/day.ts';
import type { Problem, ProblemOutcome } from '../domain/problem.ts';
import type { Store } from './engine/store.ts';

export interface ImportRecord {
  readonly id: number;
  readonly file: string;
  readonly sha256: string;
  readonly kind: string;
  readonly layout: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly delivered_at: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly by: string;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  readonly rejected: number;
}

const SELECT = `SELECT id, file, sha256, kind, layout, encoding, delimiter, delivered_at, started_at, finished_at, by, row_count AS rows,
  new_count AS new, changed_count AS changed, same_count AS same, skipped_count AS skipped, rejected_count AS rejected FROM import`;

/** Newest first. */
export const listImports = (db: Store): ImportRecord[] =>
  db.prepare<[], ImportRecord>(`${SELECT} ORDER BY id DESC`).all();

/**
 * The newest import of what the DMS exports, the registry of numbers and the stock of cars aside; null when there was none.
 * @param timeZone of the store, by whose clock the day is told
 */
export function lastExportTaken(
  db: Store,
  timeZone: string | null,
): { readonly file: string; readonly on: Day } | null {
  const row = db
    .prepare<[], { file: string; at: string }>(
      "SELECT file, started_at AS at FROM import WHERE kind NOT IN ('do-not-call', 'inventory') ORDER BY id DESC LIMIT 1",
    )
    .get();
  return row === undefined ? null : { file: row.file, on: dayInZone(new Date(row.at), timeZone) };
}

export const findImport = (db: Store, id: number): ImportRecord | undefined =>
  db.prepare<[number], ImportRecord>(`${SELECT} WHERE id = ?`).get(id);

export type KeptProblem = Problem & {
  /** the row's text, kept for rejected rows */
  readonly raw: string | null;
};

export function problemsOf(db: Store, importId: number): KeptProblem[] {
  interface Row {
    readonly line: number;
    readonly column_name: string | null;
    readonly value: string | null;
    readonly code: string;
    readonly outcome: ProblemOutcome;
    readonly message: string;
    readonly hint: string | null;
    readonly raw: string | null;
  }
  const rows = db.prepare<[number], Row>(
    `SELECT line, column_name, value, code, outcome, message, hint, raw FROM import_problem WHERE import_id = ? ORDER BY line, id`,
  );
  return rows.all(importId).map(({ column_name, hint, ...problem }) => ({
    ...problem,
    column: column_name,
    ...(hint === null ? {} : { hint }),
  }));
}

export interface OutcomeRun {
  readonly first_line: number;
  readonly last_line: number;
  readonly rows: number;
  readonly outcome: string;
}

/** The outcome of every row, runs of equal outcomes in one entry. */
export const outcomesOf = (db: Store, importId: number): OutcomeRun[] =>
  db
    .prepare<[number], OutcomeRun>(
      'SELECT first_line, last_line, row_count AS rows, outcome FROM import_outcome WHERE import_id = ? ORDER BY first_line',
    )
    .all(importId);
