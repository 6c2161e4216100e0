/** What was wrong with one value or one row of an imported file. */

/** `rejected`: the row could not be used; `skipped`: left out on purpose; `warning`: the row went in without or with a mended value. */
export type ProblemOutcome = 'rejected' | 'skipped' | 'warning';

/** A value that could not be read: what a parser returns instead of a value. */
export interface ValueProblem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export interface Problem extends ValueProblem {
  /** physical line on which the row starts, the first line of the file being 1 */
  readonly line: number;
  /** of the row, where it has one */
  readonly deal_number?: string;
  readonly column: string | null;
  readonly value: string | null;
  readonly outcome: ProblemOutcome;
}

/** What a parser of one cell gives back: a value (null = the cell says there is none), and perhaps a remark. */
export interface Reading<T> {
  readonly value: T | null;
  readonly problem: ValueProblem | null;
}

export const read = <T>(value: T | null): Reading<T> => ({ value, problem: null });
export const unreadable = <T>(code: string, message: string, hint?: string): Reading<T> => ({
  value: null,
  problem: hint === undefined ? { code, message } : { code, message, hint },
});
