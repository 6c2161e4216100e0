/** The edge to the person or program outside: data to stdout, talk to stderr. */

import { writeSync } from 'node:fs';
import { Fault } from '../domain/fault.ts';
import { colourLevel, colourStyles, type Styles } from '../render/styles.ts';
import { oneLine } from '../render/terminal-text.ts';

export interface Terminal {
  /** columns to fit; null when stdout is no terminal */
  readonly width: number | null;
  readonly styles: Styles;
  /** stderr's styles */
  readonly talkStyles: Styles;
  /** a question may be asked */
  readonly canAsk: boolean;
  /** stderr is a terminal, so progress may be shown */
  readonly showsProgress: boolean;
  readonly print: (text: string) => void;
  /** data as it is kept; on a terminal without what would steer it */
  readonly printData: (text: string) => void;
  readonly talk: (text: string) => void;
  /** said to stderr even when all else is quiet */
  readonly complain: (text: string) => void;
  /** From here on the work is done to its end: what is printed for a reader who has gone away goes nowhere. */
  readonly outliveReader: () => void;
}

const DEFAULT_WIDTH = 80;

/** @param color true for --color, false for --no-color */
export function openTerminal(options: { color: boolean | undefined; quiet: boolean }): Terminal {
  const env = process.env;
  const isTTY = process.stdout.isTTY === true;
  const talkIsTTY = process.stderr.isTTY === true;
  let needsReader = true;
  const write = (fd: 1 | 2, text: string): void => {
    try {
      writeAll(fd, text);
    } catch (error) {
      if (needsReader || !(error instanceof OutputClosed)) throw error;
    }
  };
  return {
    width: isTTY ? process.stdout.columns || DEFAULT_WIDTH : null,
    styles: colourStyles(colourLevel({ color: options.color, env, isTTY })),
    talkStyles: colourStyles(colourLevel({ color: options.color, env, isTTY: talkIsTTY })),
    canAsk: process.stdin.isTTY === true && talkIsTTY && env.CI === undefined,
    showsProgress: talkIsTTY && !options.quiet,
    print: (text) => write(1, text),
    printData: (text) => write(1, isTTY ? text.split(/\r?\n/).map(oneLine).join('\n') : text),
    complain: (text) => write(2, text),
    talk: (text) => {
      if (!options.quiet) write(2, text);
    },
    outliveReader: () => {
      needsReader = false;
    },
  };
}

/** Raised when whoever read our output has gone away (`| head`): the rest need not be written. */
export class OutputClosed extends Error {}

const cannotPrint = (error: unknown): Fault =>
  new Fault('the output cannot be written', {
    code: 'cannot-print',
    hint: 'is the disk full? What was done before printing stands; `beback imports` lists imports',
    cause: error,
  });

/** Written synchronously: an exit cannot cut it short, and a slow pipe is waited for. */
export function writeAll(fd: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EPIPE') throw new OutputClosed();
      if (code !== 'EAGAIN') throw cannotPrint(error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
