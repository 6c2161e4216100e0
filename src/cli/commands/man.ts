/** `beback man`: the manual for man. */

import type { Command } from 'commander';
import { EXIT } from '../../domain/fault.ts';
import { dayInFull } from '../../render/day-text.ts';
import type { Context } from '../context.ts';
import { manualAsMdoc } from '../help/manual.ts';

export function runMan(context: Context, program: Command): number {
  context.terminal.printData(
    manualAsMdoc(program, {
      version: program.version() ?? '',
      day: dayInFull(context.day, 'US').replace(/^\w+, /, ''),
    }),
  );
  return EXIT.done;
}
