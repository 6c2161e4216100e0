/** One question, answered by one key. */

import type { Key } from './decode-key.ts';
import { openKeyboard } from './keyboard.ts';
import type { Terminal } from './terminal.ts';

/** Asks on stderr; gives the key, in small letters, or null for any that is no letter. A closed terminal answers null. */
export function askOneKey(terminal: Terminal, question: string): Promise<string | null> {
  terminal.complain(question);
  return new Promise((answered) => {
    const end = (answer: string | null): void => {
      keyboard.close();
      terminal.complain(`${answer ?? ''}\n`);
      answered(answer);
    };
    const keyboard = openKeyboard({
      onKey: (key: Key) => end(key.press === 'text' ? key.text.toLowerCase() : null),
      onGone: () => end(null),
    });
  });
}
