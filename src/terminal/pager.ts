/** Text that is longer than the screen, shown page by page by a program of the user's. */

import { spawnSync } from 'node:child_process';

/** Ends by itself when all fits, keeps colours, leaves what was read on the screen, and says which keys go on. */
const LESS = { LESS: '-FRX -Pspace\\: on, q\\: end' };

/** What BEBACK_PAGER, else PAGER says, else less; null where none is wanted. */
function pagerOf(env: NodeJS.ProcessEnv): string | null {
  const named = env.BEBACK_PAGER ?? env.PAGER;
  if (named !== undefined) return named.trim() === '' || named.trim() === 'cat' ? null : named;
  return process.platform === 'win32' || env.TERM === 'dumb' ? null : 'less';
}

/**
 * Shows it, and waits until the user has read enough. Gives false where it could not be shown so.
 * @param rows of the screen
 */
export function showPaged(text: string, rows: number | undefined, env: NodeJS.ProcessEnv): boolean {
  const pager = pagerOf(env);
  if (pager === null || rows === undefined || lines(text) < rows) return false;
  const { status, error } = spawnSync(pager, {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    shell: /[\s'"$]/.test(pager),
    env: { ...LESS, ...env },
  });
  return error === undefined && status !== 127;
}

function lines(text: string): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) found += 1;
  return found;
}
