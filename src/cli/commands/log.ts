/** `beback log`: what came of a call. */

import { usageFault } from '../../domain/fault.ts';
import type { Context } from '../context.ts';
import { runLogSheet } from './log-sheet.ts';

export function runLog(context: Context, flags: { readonly sheet?: string }): Promise<number> {
  if (flags.sheet === undefined) throw usageFault('usage', 'there is nothing to log', 'log --sheet FILE');
  return runLogSheet(context, flags.sheet);
}
