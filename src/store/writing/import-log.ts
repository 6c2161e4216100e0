/** The record of one import: the file, the outcome of every row, and every problem. */

import type { Problem } from '../../domain/problem.ts';
import { RowBatch } from '../engine/row-batch.ts';
import type { Store } from '../engine/store.ts';
import type { RowOutcome } from './sale-writer.ts';

export interface ImportStart {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: string;
  readonly layout: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly startedAt: string;
  readonly deliveredAt: string;
  /** the store's day of it */
  readonly deliveredOn: string;
  readonly by: string;
}

export interface RowCounts {
  rows: number;
  new: number;
  changed: number;
  same: number;
  skipped: number;
  rejected: number;
}

export class ImportLog {
  readonly id: number;
  readonly counts: RowCounts = { rows: 0, new: 0, changed: 0, same: 0, skipped: 0, rejected: 0 };
  readonly #addProblem;
  readonly #outcomes: RowBatch;
  readonly #finish;
  #run: { outcome: RowOutcome; first: number; last: number; rows: number } | null = null;

  constructor(db: Store, start: ImportStart) {
    const added = db
      .prepare(
        `INSERT INTO import (file, sha256, bytes, kind, layout, encoding, delimiter, delivered_at, delivered_on, started_at, by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        start.file,
        start.sha256,
        start.bytes,
        start.kind,
        start.layout,
        start.encoding,
        start.delimiter,
        start.deliveredAt,
        start.deliveredOn,
        start.startedAt,
        start.by,
      );
    this.id = Number(added.lastInsertRowid);
    this.#addProblem = db.prepare(
      `INSERT INTO import_problem (import_id, line, column_name, value, code, outcome, message, hint, raw)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#outcomes = new RowBatch(db, 'import_outcome', [
      'import_id',
      'first_line',
      'last_line',
      'row_count',
      'outcome',
    ]);
    this.#finish = db.prepare(
      `UPDATE import SET finished_at = ?, row_count = ?, new_count = ?, changed_count = ?, same_count = ?, skipped_count = ?,
       rejected_count = ? WHERE id = ?`,
    );
  }

  row(line: number, outcome: RowOutcome): void {
    this.counts.rows++;
    this.counts[outcome]++;
    if (this.#run?.outcome === outcome) {
      this.#run.last = line;
      this.#run.rows++;
      return;
    }
    this.#endRun();
    this.#run = { outcome, first: line, last: line, rows: 1 };
  }

  /** @param raw the row's text, kept for rejected rows so that they can be mended */
  problem(problem: Problem, raw: string | null): void {
    const { line, column, value, code, outcome, message, hint } = problem;
    this.#addProblem.run(this.id, line, column, value, code, outcome, message, hint ?? null, raw);
  }

  finish(at: string): void {
    this.#endRun();
    this.#outcomes.flush();
    const { rows, new: added, changed, same, skipped, rejected } = this.counts;
    this.#finish.run(at, rows, added, changed, same, skipped, rejected, this.id);
  }

  #endRun(): void {
    if (this.#run)
      this.#outcomes.add(this.id, this.#run.first, this.#run.last, this.#run.rows, this.#run.outcome);
    this.#run = null;
  }
}
