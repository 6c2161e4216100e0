/** The keyboard of a terminal, key by key; however it ends, the terminal is given back as it was. */

import { emitKeypressEvents, type Interface, type Key as RawKey } from 'node:readline';
import { type Key, keyDecoder } from './decode-key.ts';
import { whenGone } from './signals.ts';

export interface Keyboard {
  /** as often as one likes */
  readonly close: () => void;
}

/** A lone Escape is told from the start of an arrow key by this silence; on a slow line the bytes come apart. */
const ESCAPE_MS = 100;

/**
 * Reads standard input, which must be a terminal.
 * @param onGone the terminal was closed: nothing more can be read or shown
 */
export function openKeyboard({
  onKey,
  onGone,
}: {
  readonly onKey: (key: Key) => void;
  readonly onGone: () => void;
}): Keyboard {
  const { stdin } = process;
  const decode = keyDecoder();
  const onKeypress = (text: string | undefined, raw: RawKey): void => {
    const key = decode(text, raw);
    if (key !== null) onKey(key);
  };
  // only the delay is looked at; a whole line editor would take the keys for itself
  emitKeypressEvents(stdin, { escapeCodeTimeout: ESCAPE_MS } as unknown as Interface);
  // a shell that stopped the program in between has set its own mode
  const resumed = (): void => {
    stdin.setRawMode(true);
    onKey({ press: 'redraw' });
  };
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    stdin.off('keypress', onKeypress).off('end', onGone).off('error', onGone);
    process.off('SIGCONT', resumed).off('exit', close);
    stopListening();
    try {
      stdin.setRawMode(false);
    } catch {
      // a terminal that is gone has no mode
    }
    stdin.pause();
  };
  stdin.on('keypress', onKeypress).on('end', onGone).on('error', onGone);
  process.on('SIGCONT', resumed).on('exit', close);
  const stopListening = whenGone(onGone);
  stdin.setRawMode(true);
  stdin.resume();
  return { close };
}
