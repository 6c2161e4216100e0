/** `beback orphans`: customers with a car from us whom nobody looks after. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { listOrphans } from '../../operations/list-orphans.ts';
import { orphansAsCsv } from '../../render/orphans-as-csv.ts';
import { orphansAsText } from '../../render/orphans-as-text.ts';
import { plainStyles } from '../../render/styles.ts';
import type { Context } from '../context.ts';

export interface OrphansOptions {
  readonly format?: 'table' | 'text' | 'csv' | 'json';
}

/** Columns of a sheet of paper. */
const SHEET = 80;

export function runOrphans(context: Context, { format }: OrphansOptions): number {
  if (context.json && format !== undefined && format !== 'json')
    throw usageFault('usage', `--json and --format ${format} exclude each other`, 'give one of them');
  const { session, terminal } = context;
  const orphans = listOrphans(session);
  const { day: on } = session;
  const { country } = session.settings.store;
  if (context.json || format === 'json') context.printJson({ on, orphans });
  else if (format === 'csv') terminal.print(orphansAsCsv(orphans, { bom: false, rawForMachines: false }));
  else {
    const look =
      format === 'text'
        ? { width: SHEET, styles: plainStyles }
        : { width: terminal.width, styles: terminal.styles };
    terminal.print(orphansAsText(orphans, { on, country, ...look }));
  }
  return orphans.length === 0 ? EXIT.done : EXIT.needsLook;
}
