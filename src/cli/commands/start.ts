/** `beback` alone: today's lists where there is a store, else how to begin. */

import { EXIT } from '../../domain/fault.ts';
import type { Context } from '../context.ts';
import { runToday } from './today.ts';

export function runStart(context: Context, _options: object): number | Promise<number> {
  if (context.access.exists) return runToday(context, {});
  context.terminal.print(`beback tells every salesperson which of their customers should hear from them today, and why.

To begin, export the sales of the last years from the DMS as CSV, then:

  beback import sales.csv        take them in (add --dry-run to look first)
  beback today --all             the call lists of today
  beback today --for "Dana"      one salesperson's list

beback --help lists everything else. Nothing leaves this machine; the data will be in
  ${context.databasePath}
`);
  return EXIT.done;
}
