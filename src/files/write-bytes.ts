/** Bytes handed to the system until it has taken all of them. */

import { writeSync } from 'node:fs';

/** As `fs.writeSync`: gives how many of the bytes from `at` on were taken. */
type Write = (fd: number, bytes: Uint8Array, at: number) => number;

const FULL_PIPE_MS = 5;

/**
 * Writes synchronously, so that an exit cannot cut it short. A disk that is nearly full or a limit takes only some of what
 * is offered and says so in nothing but the count; a slow pipe is waited for.
 * @throws what the system said
 */
export function writeBytes(fd: number, bytes: Uint8Array, write: Write = writeSync): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      const taken = write(fd, bytes, at);
      if (taken === 0) throw Object.assign(new Error('nothing more is taken'), { code: 'ENOSPC' });
      at += taken;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_MS);
    }
  }
}
