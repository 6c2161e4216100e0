/** Telling the journal of an export before it leaves, and the user where that was not possible. */

import { type ExportMade, recordExport } from '../operations/record-export.ts';
import type { Context } from './context.ts';

export function tellExport(context: Context, made: ExportMade, namesSeveral: boolean): void {
  const { access, terminal } = context;
  if (access.isStandIn) return;
  const told = recordExport({ store: access.opened, acting: context.acting }, made, namesSeveral);
  // nothing has left yet
  if (made.what !== 'letters') access.onlyTold();
  if (told === 'nowhere')
    terminal.complain(
      'beback: this database cannot be written here: the journal does not know of this export\n',
    );
}
