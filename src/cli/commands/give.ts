/** `beback give`: customers are somebody else's from now on, or the house's. */

import { EXIT } from '../../domain/fault.ts';
import { giveCustomers } from '../../operations/give-customers.ts';
import { blockedInWords, givingsAsText } from '../../render/givings-as-text.ts';
import type { Context } from '../context.ts';

export interface GiveFlags {
  readonly to: string;
  readonly why: string;
  readonly dryRun?: boolean;
}

export function runGive(context: Context, customers: readonly string[], flags: GiveFlags): number {
  const { to, why, dryRun = false } = flags;
  const session = dryRun ? context.lookingSession : context.actingSession;
  const { entry, given } = giveCustomers(session, { customers, to, why, dryRun });
  if (context.json)
    context.printJson({
      dry_run: dryRun,
      entry,
      given: given.map(({ customer, from, to: receiver }) => ({
        customer_id: customer.id,
        from,
        to: receiver,
      })),
    });
  else context.tell(givingsAsText(given));
  context.terminal.talk(blockedInWords(given));
  if (dryRun) context.terminal.talk('Nothing was changed: leave out --dry-run to give them.\n');
  else if (!context.json) context.terminal.talk(`Entry ${entry}: \`beback undo ${entry}\` takes it back.\n`);
  return EXIT.done;
}
