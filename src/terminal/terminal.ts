/** The edge to the person or program outside: data to stdout, talk to stderr. */

import { Fault } from '../domain/fault.ts';
import { systemInWords } from '../files/cannot-write.ts';
import { writeBytes } from '../files/write-bytes.ts';
import { inChunks } from '../render/in-chunks.ts';
import { noLink, terminalLink } from '../render/links.ts';
import { colourLevel, colourStyles, type Styles } from '../render/styles.ts';
import { oneLine } from '../render/terminal-text.ts';
import { fittedLines } from '../render/wrapped.ts';
import { canLink } from './can-link.ts';
import { isTerminal } from './is-terminal.ts';
import { showPaged } from './pager.ts';

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
  /** @param text or its pieces, which are put together where somebody turns its pages */
  readonly print: (text: string | Iterable<string>) => void;
  /** data as it is kept; on a terminal without what would steer it */
  readonly printData: (text: string) => void;
  readonly talk: (text: string) => void;
  /** said to stderr even when all else is quiet */
  readonly complain: (text: string) => void;
  /** From here on the work is done to its end: what is printed for a reader who has gone away, or on a full disk, goes nowhere. */
  readonly outliveReader: () => void;
  /** why some of it went nowhere, other than that its reader had gone; null when all was printed */
  readonly unprinted: () => Fault | null;
}

const DEFAULT_WIDTH = 80;

/** @param color true for --color, false for --no-color */
export function openTerminal(options: { color: boolean | undefined; quiet: boolean }): Terminal {
  const env = process.env;
  const isTTY = isTerminal(1);
  const talkIsTTY = isTerminal(2);
  let needsReader = true;
  let unprinted: Fault | null = null;
  const write = (text: string): void => {
    try {
      writeAll(1, text);
    } catch (error) {
      if (needsReader) throw error;
      if (error instanceof Fault) unprinted ??= error;
    }
  };
  return {
    width: isTTY ? process.stdout.columns || DEFAULT_WIDTH : null,
    styles: {
      ...colourStyles(colourLevel({ color: options.color, env, isTTY })),
      link: canLink(env, isTTY) ? terminalLink : noLink,
    },
    talkStyles: colourStyles(colourLevel({ color: options.color, env, isTTY: talkIsTTY })),
    canAsk: talkIsTTY && env.CI === undefined && isTerminal(0),
    showsProgress: talkIsTTY && !options.quiet,
    print: (text) => {
      const pieces = typeof text === 'string' ? [text] : text;
      if (!isTTY) for (const chunk of inChunks(pieces)) write(chunk);
      else {
        const whole = [...pieces].join('');
        if (!showPaged(whole, process.stdout.rows, env)) write(whole);
      }
    },
    printData: (text) => write(isTTY ? text.split(/\r?\n/).map(oneLine).join('\n') : text),
    complain: writeTalk,
    talk: (text) => {
      if (!options.quiet)
        writeTalk(fittedLines(text, talkIsTTY ? process.stderr.columns || DEFAULT_WIDTH : null));
    },
    outliveReader: () => {
      needsReader = false;
    },
    unprinted: () => unprinted,
  };
}

/** Raised when whoever read our output has gone away (`| head`): the rest need not be written. */
export class OutputClosed extends Error {}

const CANNOT_PRINT = 'cannot-print';

export const isCannotPrint = (error: unknown): error is Fault =>
  error instanceof Fault && error.code === CANNOT_PRINT;

const cannotPrint = (error: unknown): Fault =>
  new Fault(`the output cannot be written: ${systemInWords(error) ?? String(error)}`, {
    code: CANNOT_PRINT,
    hint: 'make room where it goes. What was done before printing stands; `beback imports` lists imports',
    cause: error,
  });

/** Written synchronously: an exit cannot cut it short, and a slow pipe is waited for. @throws OutputClosed, Fault `cannot-print` */
export function writeAll(fd: 1 | 2, text: string): void {
  try {
    writeBytes(fd, Buffer.from(text));
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EPIPE'
      ? new OutputClosed()
      : cannotPrint(error);
  }
}

/** To stderr. Work does not fail for want of somebody to tell of it; whether it did is what the exit code says. */
export function writeTalk(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // nobody reads it, or its disk is full
  }
}
