/** Signals that end the program: what is half done is tidied by the `exit` handlers, and the exit code says which it was. */

import { EXIT } from '../domain/fault.ts';
import { isTerminal } from './is-terminal.ts';

const HUNG_UP = 129;
const TERMINATED = 143;

let onGone: (() => void) | null = null;

/** Call once, at the start. */
export function tidyOnSignals(): void {
  process.on('SIGINT', () => process.exit(EXIT.interrupted));
  process.on('SIGTERM', () => process.exit(TERMINATED));
  const hasTerminal = isTerminal(0) || isTerminal(1) || isTerminal(2);
  process.on('SIGHUP', () => {
    if (onGone === null) hangUp(hasTerminal);
    else onGone();
  });
}

/** Until the stop is called, whoever has the terminal hears that it is gone, and ends the program with `hangUp`. Gives the stop. */
export function whenGone(listener: () => void): () => void {
  onGone = listener;
  return () => {
    onGone = null;
  };
}

/**
 * @param hasTerminal it was started on one: Node, when it ends by itself, sets the mode of that terminal, and aborts where
 * it is gone, so the signal has to do it
 */
export function hangUp(hasTerminal: boolean): never {
  if (hasTerminal)
    process.once('exit', () => {
      process.removeAllListeners('SIGHUP');
      process.kill(process.pid, 'SIGHUP');
    });
  process.exit(HUNG_UP);
}
