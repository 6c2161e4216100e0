/** The one error type a person is meant to read: what is wrong, why, and what to try. */

export const EXIT = { done: 0, failed: 1, usage: 2, needsLook: 3, tryAgain: 75, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface FaultOptions {
  /** A short stable word for programs: `bad-config`, `not-a-csv`. */
  readonly code: string;
  /** What to try. */
  readonly hint?: string;
  readonly exit?: ExitCode;
  readonly cause?: unknown;
}

/** Thrown anywhere, turned into a message and an exit code in one place (`cli/run-program.ts`). */
export class Fault extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly exit: ExitCode;

  constructor(message: string, options: FaultOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = options.code;
    this.hint = options.hint;
    this.exit = options.exit ?? EXIT.failed;
  }
}

/** A fault in how the program was called: exit code 2, nothing was changed. */
export const usageFault = (code: string, message: string, hint?: string): Fault =>
  new Fault(message, { code, exit: EXIT.usage, ...(hint === undefined ? {} : { hint }) });
