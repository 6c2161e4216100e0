/** Is somebody at the other end of a standard stream? */

import { fstatSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';

const NOWHERE = '/dev/null';

/**
 * A file, a pipe or nowhere is ruled out without `isatty`, which loads Node's network code; and without the stream
 * itself, which would make a pipe non-blocking.
 * @param fd 0, 1, 2 = standard input, output, error; one that is closed is no terminal
 */
export function isTerminal(fd: 0 | 1 | 2): boolean {
  try {
    const stream = fstatSync(fd);
    return stream.isCharacterDevice() && stream.rdev !== nowhere() && isatty(fd);
  } catch {
    return false;
  }
}

/** null where the system has no such file */
const nowhere = (): number | null => statSync(NOWHERE, { throwIfNoEntry: false })?.rdev ?? null;
