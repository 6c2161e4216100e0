/** Who took the customers out of the house, and when: written down before the first byte leaves. */

import type { Told } from '../store/writing/tell-journal.ts';
import { tellJournal } from '../store/writing/tell-journal.ts';
import type { ActingSession } from './session.ts';

export interface ExportMade {
  /** what the export is called: `sales`, `vcard`, `letters` */
  readonly what: string;
  /** records in it */
  readonly rows: number;
  /** null = standard output */
  readonly file: string | null;
}

/** Where it was written down; null for an export that is no more than one customer's, of which nobody asks. */
export function recordExport(
  { store, acting }: Pick<ActingSession, 'store' | 'acting'>,
  made: ExportMade,
  namesSeveral: boolean,
): Told | null {
  if (!namesSeveral) return null;
  return tellJournal(store, acting, {
    customerId: null,
    action: made.what === 'backup' ? 'backup' : 'export',
    details: made,
  });
}
